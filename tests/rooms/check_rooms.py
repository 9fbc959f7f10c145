#!/usr/bin/env python3
"""The rule of the house, checked: which room may include which, how long a file may be, and that the evidence page makes no markup of text.

usage: check_rooms.py PROJECT

Stages never include each other; each third-party library is included by one room. The table is the
one of docs/architecture.md. Files over 300 lines get a warning, over 500 lines fail.
"""
import pathlib
import re
import sys

STAGES = ["ingest", "layout", "text", "packs", "rules", "facts", "reconcile", "output"]
MAY = {"base": set(), "model": {"base"}, **{s: {"base", "model"} for s in STAGES},
       "pipeline": {"base", "model", *STAGES}, "cli": {"base", "model", "output", "pipeline"},
       # Of ingest only what a page is and the protocol, see below.
       "pdf_worker": {"ingest"}}
# Options hold the stages' limits, and `rules new` prints the packs' stub: cli opens these doors itself.
MAY["cli"] |= {"packs", "ingest", "rules", "facts"}
LIBRARIES = {"tl/expected.hpp": {"base"}, "utf8proc.h": {"base"}, "gumbo.h": {"ingest"}, "simdjson": {"ingest"},
             "nettle/": {"ingest"}, "archive.h": {"ingest"}, "archive_entry.h": {"ingest"}, "expat.h": {"ingest"}, "zlib.h": {"ingest"},
             "toml++/": {"packs"}, "pcre2.h": {"rules"}, "CLI/": {"cli"},
             "sqlite3.h": {"output"}, "xlsxwriter": {"output"},
             "mupdf/": {"pdf_worker"}, "seccomp.h": {"pdf_worker"}}
WARN, FAIL = 300, 500
LONG_WITH_REASON = {}   # path: why
# What the evidence page's scripts may not say: each of these makes markup or code of text.
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function|setAttribute\(.style|javascript:")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def room_of(path, root):
    parts = path.relative_to(root).parts
    if parts[:3] == ("src", "ingest", "pdf_worker"):
        return "pdf_worker"   # a program of its own, under a licence of its own
    return parts[2] if parts[:2] == ("include", "muster") else parts[1]


def main():
    root = pathlib.Path(sys.argv[1])
    problems, warnings, files = [], [], 0
    paths = [p for top in ("src", "include/muster") for p in sorted((root / top).rglob("*")) if p.suffix in (".cpp", ".hpp", ".def")]
    for path in paths:
        files += 1
        room, text = room_of(path, root), path.read_text(encoding="utf-8")
        shown = path.relative_to(root)
        for name in INCLUDE.findall(text):
            own = re.match(r"(?:muster/)?(\w+)/", name)
            if room == "pdf_worker" and own and own.group(1) in MAY and not name.startswith(("ingest/pdf_worker/", "ingest/pdf/p")):
                problems.append(f"{shown}: the PDF worker may not include {name}")
            if own and own.group(1) in MAY and own.group(1) != room and own.group(1) not in MAY[room]:
                problems.append(f"{shown}: room {room} may not include {name}")
            for library, rooms in LIBRARIES.items():
                if name.startswith(library) and room not in rooms:
                    problems.append(f"{shown}: only {', '.join(sorted(rooms))} may include <{name}>")
        lines = text.count("\n")
        if lines > FAIL and str(shown) not in LONG_WITH_REASON:
            problems.append(f"{shown}: {lines} lines (at most {FAIL})")
        elif lines > WARN:
            warnings.append(f"{shown}: {lines} lines")
        if path.suffix == ".hpp" and "#pragma once" not in text:
            problems.append(f"{shown}: no #pragma once")
    for path in sorted((root / "src").rglob("*.js")):
        files += 1
        text = path.read_text(encoding="utf-8")
        problems += [f"{path.relative_to(root)}: {found}: text becomes markup or code" for found in MARKUP.findall(text)]
        if text.count("\n") > WARN:
            problems.append(f"{path.relative_to(root)}: {text.count(chr(10))} lines (at most {WARN})")
    for line in warnings:
        print("warning:", line)
    for line in problems:
        print("error:", line)
    print(f"{files} files, {len(problems)} problems, {len(warnings)} warnings")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
