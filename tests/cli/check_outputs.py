#!/usr/bin/env python3
"""What every format promises, on the corpus and on hostile records.

usage: check_outputs.py MUSTER PROJECT

Every record validates against `muster schema`; the bytes do not depend on the number of threads; CSV and TSV
parse and have as many rows as there are facts; nothing in them is a formula; every flag is in --help, in the
man page and in the completions; an interrupted run ends with 130 and whole records.
"""
import csv
import io
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

KINDS = ["recommendations", "statuses", "tallies", "responses", "judgements", "staffing", "figures"]
failures = []


def claim(what, holds, detail=""):
    if not holds:
        failures.append(f"{what}: {detail}")


def run(*args, **more):
    return subprocess.run(args, capture_output=True, timeout=120, **more)


def main():
    muster, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    texts = str(project / "corpus" / "texts")
    one = run(muster, "extract", "-q", "--with-text", "-j", "1", texts)
    records = [json.loads(line) for line in one.stdout.decode("utf-8").splitlines()]
    claim("the corpus gives records", len(records) > 0)
    for threads in ("2", "7"):
        claim(f"{threads} threads give the same bytes", run(muster, "extract", "-q", "--with-text", "-j", threads, texts).stdout == one.stdout)
    claim("json is the same as an array", json.loads(run(muster, "extract", "-q", "--with-text", "--format", "json", texts).stdout) == records)

    schema = json.loads(run(muster, "schema").stdout)
    try:
        import jsonschema
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for record in records:
            for error in validator.iter_errors(record):
                claim("schema", False, f"{record['source']['path']}: {list(error.path)}: {error.message[:200]}")
        broken = dict(records[0], surprise=1)
        claim("the schema is closed", not validator.is_valid(broken))
    except ImportError:
        print("skipped: no jsonschema")

    facts = sum(len(record[kind]) for record in records for kind in KINDS)
    for name, dialect in (("csv", {"delimiter": ","}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        text = run(muster, "extract", "-q", "--format", name, texts).stdout.decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), **dialect))
        claim(f"{name} has a row a fact", len(rows) == facts, f"{len(rows)} rows, {facts} facts")
        for row in rows:
            claim(f"{name} has the same columns in each row", None not in row and None not in row.values(), str(row)[:200])
        if name == "csv":
            quotes = [f["evidence"]["quote"] for r in records for k in KINDS if k != "tallies" for f in r[k]]
            have = [row["quote"] for row in rows if row["fact"] != "tallies"]
            claim("csv keeps every quote", [q.lstrip("'") for q in quotes] == [q.lstrip("'") for q in have])
    only = run(muster, "extract", "-q", "--format", "csv", "--only", "staffing,statuses", texts).stdout.decode("utf-8")
    claim("--only", {row["fact"] for row in csv.DictReader(io.StringIO(only, newline=""))} <= {"staffing", "statuses"})

    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / "bad.txt"
        bad.write_text("Report\n\nWe recommend that:\n\n• =cmd|'/C calc'!A0 must be reviewed by the council\n• @SUM(1+1)*cmd must be reviewed "
                       "by the council\n\nThe council must draw up a plan, | <script>alert(1)</script> \x1b[31m and \u202e train staff.\n", encoding="utf-8")
        for name in ("csv", "tsv"):
            text = run(muster, "extract", "-q", "--format", name, str(bad)).stdout.decode("utf-8")
            for row in csv.reader(io.StringIO(text, newline=""), delimiter="," if name == "csv" else "\t"):
                for cell in row:
                    claim(f"{name}: no cell is a formula", not re.match(r"\s*[=+@]|\s*-\D", cell), cell[:80])
        markdown = run(muster, "extract", "-q", "--format", "markdown", str(bad)).stdout.decode("utf-8")
        claim("markdown: no markup from a document", "<script" not in markdown, markdown[:200])
        for fmt in (["extract", "--format", "table"], ["summary"]):
            text = run(muster, *fmt, "-q", str(bad)).stdout.decode("utf-8")
            claim(f"{fmt}: nothing steers a terminal", "\x1b" not in text and "\u202e" not in text)
            claim(f"{fmt}: 80 columns", max(map(len, text.splitlines()), default=0) <= 80, max(text.splitlines(), key=len, default=""))

        many = pathlib.Path(folder) / "many.jsonl"
        with many.open("w") as out:
            for number in range(60000):
                out.write(json.dumps({"id": str(number), "text": f"Nothing happened on day {number}. " * 20}) + "\n")
        process = subprocess.Popen([muster, "extract", "-q", str(many)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        first = os.read(process.stdout.fileno(), 10)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
        lines = (first + rest).decode("utf-8").splitlines()
        claim("an interrupted run ends with 130", process.returncode == 130, str(process.returncode))
        claim("an interrupted run printed whole records in order",
              [json.loads(line)["source"]["record"] for line in lines] == list(range(1, len(lines) + 1)))
        target = pathlib.Path(folder) / "out.jsonl"
        process = subprocess.Popen([muster, "extract", "-q", "-o", str(target), str(many)], stderr=subprocess.PIPE)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        claim("an interrupted run leaves no half file", process.returncode == 0 or sorted(os.listdir(folder)) == ["bad.txt", "many.jsonl"],
              str(os.listdir(folder)))

    commands = re.findall(r"^  ([a-z]+) ", run(muster, "-h").stdout.decode().split("Commands")[1].split("muster COMMAND")[0], re.M)
    claim("commands are listed", len(commands) >= 8, str(commands))
    man = run(muster, "--man").stdout.decode().replace("\\-", "-")
    shells = [run(muster, "completions", shell).stdout.decode() for shell in ("bash", "zsh", "fish")]
    for command in commands:
        flags = set(re.findall(r"^\s+(?:-\w, )?(--[a-z-]+)", run(muster, command, "--help").stdout.decode(), re.M))
        claim(f"{command} documents its flags", "--help" in flags, str(flags))
        for flag in flags:
            claim("man page", flag in man, flag)
            for script in shells:
                claim("completions", flag in script or "-l " + flag[2:] in script, flag)

    print("\n".join(failures[:40]) or f"{len(records)} records, {facts} facts: every format keeps its word")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
