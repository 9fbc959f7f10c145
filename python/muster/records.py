"""The records of muster/1 as dataclasses. Field names are those of the output; `from` and the like do not occur in it.

`evidence.start` and `end` count code points, so that ``record.text[e.start:e.end] == e.quote`` where the text was asked for.
"""
from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Type, TypeVar, Union

Number = Union[int, float]
T = TypeVar("T")


@dataclass(frozen=True)
class Evidence:
    quote: str
    start: int
    end: int
    page: Optional[int] = None
    section: Optional[str] = None
    rule: Optional[str] = None
    speaker: Optional[str] = None


@dataclass(frozen=True)
class Source:
    path: str
    member: Optional[str] = None
    record: Optional[int] = None
    id: Optional[str] = None
    media_type: Optional[str] = None
    bytes: Optional[int] = None
    sha256: Optional[str] = None
    charset: Optional[str] = None
    language: Optional[str] = None
    pages: Optional[int] = None


@dataclass(frozen=True)
class Document:
    kind: Optional[str] = None
    title: Optional[str] = None
    inspectorates: List[str] = field(default_factory=list)
    body: Optional[str] = None
    published: Optional[str] = None
    inspected_from: Optional[str] = None
    inspected_to: Optional[str] = None
    lead_inspector: Optional[str] = None


@dataclass(frozen=True)
class Fact:
    id: str
    confidence: str
    evidence: Evidence


@dataclass(frozen=True)
class Deadline:
    text: str
    date: Optional[str] = None


@dataclass(frozen=True)
class GivenStatus:
    status: str
    evidence: Evidence


@dataclass(frozen=True)
class Recommendation(Fact):
    text: str = ""
    form: str = ""
    kind: str = ""
    strength: Optional[str] = None
    number: Optional[str] = None
    label: Optional[str] = None
    level: Optional[str] = None
    issuer: Optional[str] = None
    addressee: Optional[str] = None
    deadline: Optional[Deadline] = None
    themes: List[str] = field(default_factory=list)
    status: Optional[GivenStatus] = None
    repeats: Optional[str] = None


@dataclass(frozen=True)
class Status(Fact):
    status: str = ""
    phrase: Optional[str] = None
    subject: Optional[str] = None
    count: Optional[Number] = None
    of: Optional[Number] = None
    share: Optional[str] = None
    refers_to: List[str] = field(default_factory=list)


@dataclass(frozen=True)
class Tally:
    id: str
    confidence: str
    issuer: Optional[str] = None
    made: Optional[Number] = None
    by_status: Dict[str, Number] = field(default_factory=dict)
    accounted: Optional[Number] = None
    consistent: Optional[bool] = None
    evidence: List[Evidence] = field(default_factory=list)


@dataclass(frozen=True)
class Response(Fact):
    recommendation: Optional[str] = None
    response: str = ""
    text: Optional[str] = None
    responder: Optional[str] = None


@dataclass(frozen=True)
class Judgement(Fact):
    area: Optional[str] = None
    grade: str = ""
    scale: Optional[str] = None
    rank: Optional[int] = None
    of_ranks: Optional[int] = None
    previous: Optional[str] = None


@dataclass(frozen=True)
class Staffing(Fact):
    metric: str = ""
    low: Optional[Number] = None
    high: Optional[Number] = None
    level: Optional[str] = None
    unit: Optional[str] = None
    bound: Optional[str] = None
    role: Optional[str] = None
    group: Optional[str] = None
    place: Optional[str] = None
    when: Optional[str] = None
    of: Optional[str] = None
    pair: Optional[str] = None


@dataclass(frozen=True)
class Figure(Fact):
    low: Number = 0
    high: Number = 0
    unit: str = "percent"
    bound: Optional[str] = None
    of: Optional[str] = None
    about: Optional[str] = None
    count: Optional[Number] = None
    total: Optional[Number] = None


@dataclass(frozen=True)
class Warning:
    code: str
    message: str
    page: Optional[int] = None


@dataclass(frozen=True)
class Record:
    source: Source
    document: Document
    recommendations: List[Recommendation] = field(default_factory=list)
    statuses: List[Status] = field(default_factory=list)
    tallies: List[Tally] = field(default_factory=list)
    responses: List[Response] = field(default_factory=list)
    judgements: List[Judgement] = field(default_factory=list)
    staffing: List[Staffing] = field(default_factory=list)
    figures: List[Figure] = field(default_factory=list)
    warnings: List[Warning] = field(default_factory=list)
    text: Optional[str] = None

    @property
    def failed(self) -> bool:
        """The document could not be read; the reason is among the warnings."""
        return any(warning.code.startswith("error.") for warning in self.warnings)


KINDS: Dict[str, Type[Any]] = {
    "recommendations": Recommendation, "statuses": Status, "tallies": Tally, "responses": Response,
    "judgements": Judgement, "staffing": Staffing, "figures": Figure,
}
_NESTED: Dict[str, Type[Any]] = {"evidence": Evidence, "deadline": Deadline}


def _make(cls: Type[T], data: Mapping[str, Any]) -> T:
    """Builds `cls`; keys that it does not know (of a later muster) are passed over."""
    values: Dict[str, Any] = {}
    for name in (f.name for f in dataclasses.fields(cls)):
        if name not in data:
            continue
        value = data[name]
        if isinstance(value, list) and name == "evidence":
            value = [_make(Evidence, item) for item in value]
        elif isinstance(value, dict) and name in _NESTED:
            value = _make(_NESTED[name], value)
        elif isinstance(value, dict) and name == "status":
            value = GivenStatus(value["status"], _make(Evidence, value["evidence"]))
        values[name] = value
    return cls(**values)


def from_json(line: Union[str, bytes, Mapping[str, Any]]) -> Record:
    """A record from one line of `muster extract --format jsonl`, or from its parsed form.

    Raises ValueError where it is no record of muster/1.
    """
    data = line if isinstance(line, Mapping) else json.loads(line)
    if data.get("schema") != "muster/1":
        raise ValueError(f"not a record of muster/1: schema is {data.get('schema')!r}")
    values: Dict[str, Any] = {"source": _make(Source, data["source"]), "document": _make(Document, data["document"])}
    for kind, cls in KINDS.items():
        values[kind] = [_make(cls, fact) for fact in data.get(kind, [])]
    values["warnings"] = [_make(Warning, item) for item in data.get("warnings", [])]
    values["text"] = data.get("text")
    return Record(**values)
