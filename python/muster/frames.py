"""Records -> pandas frames: one row a fact, its document's columns in front. Needs pandas."""
from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Dict, Iterable, List

from .records import KINDS, Evidence, Record

if TYPE_CHECKING:
    import pandas

_DOCUMENT = ("kind", "title", "body", "published", "inspected_from", "inspected_to")
_DATES = ("published", "inspected_from", "inspected_to", "deadline_date")


def _columns(kind: str) -> List[str]:
    names = ["document", "path", "member", "record", *("document_kind" if n == "kind" else n for n in _DOCUMENT), "id", "confidence"]
    for f in dataclasses.fields(KINDS[kind]):
        if f.name == "deadline":
            names += ["deadline", "deadline_date"]
        elif f.name == "by_status":
            names += ["met", "almost_met", "partly_met", "not_met", "in_progress", "superseded"]
        elif f.name not in ("id", "confidence", "evidence"):
            names.append(f.name)
    return names + [f.name for f in dataclasses.fields(Evidence)]


def _row(record: Record, number: int, fact: Any) -> Dict[str, Any]:
    row: Dict[str, Any] = {"document": number, "path": record.source.path, "member": record.source.member, "record": record.source.record}
    for name in _DOCUMENT:
        row["document_kind" if name == "kind" else name] = getattr(record.document, name)
    for f in dataclasses.fields(fact):
        value = getattr(fact, f.name)
        if f.name == "evidence":
            first = value[0] if isinstance(value, list) and value else value
            if isinstance(first, Evidence):
                row.update(dataclasses.asdict(first))
        elif f.name == "deadline":
            row["deadline"], row["deadline_date"] = (value.text, value.date) if value else (None, None)
        elif f.name == "by_status":
            row.update(value)
        elif f.name == "status" and value is not None and not isinstance(value, str):
            row["status"] = value.status
        else:
            row[f.name] = "; ".join(value) if isinstance(value, list) else value
    return row


def frames(records: Iterable[Record]) -> Dict[str, "pandas.DataFrame"]:
    """A frame for the documents and one for each kind of fact. Dates are timestamps (NaT where the text has none)."""
    import pandas

    rows: Dict[str, List[Dict[str, Any]]] = {kind: [] for kind in KINDS}
    documents: List[Dict[str, Any]] = []
    for number, record in enumerate(records, 1):
        about = dataclasses.asdict(record.document)
        about["inspectorates"] = "; ".join(about["inspectorates"])
        documents.append({"document": number, **dataclasses.asdict(record.source), **about, "failed": record.failed})
        for kind in KINDS:
            rows[kind] += [_row(record, number, fact) for fact in getattr(record, kind)]
    out = {"documents": pandas.DataFrame(documents)}
    for kind in KINDS:
        out[kind] = pandas.DataFrame(rows[kind], columns=_columns(kind))
    for table in out.values():
        for name in _DATES:
            if name in table:
                table[name] = pandas.to_datetime(table[name], errors="coerce")
    return out


def frame(records: Iterable[Record], kind: str) -> "pandas.DataFrame":
    """The frame of one kind of fact ("staffing", "statuses" …) or of the "documents"."""
    if kind != "documents" and kind not in KINDS:
        raise ValueError(f"there is no kind {kind!r}: it is documents or one of {', '.join(KINDS)}")
    return frames(records)[kind]
