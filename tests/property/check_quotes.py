#!/usr/bin/env python3
"""text[start:end] == quote for every fact, keys as promised, ids unique, order fixed, schema valid.

usage: check_quotes.py MUSTER PATH…     paths that are not there are skipped, and said
"""
import json
import pathlib
import subprocess
import sys

KINDS = ["recommendations", "statuses", "tallies", "responses", "judgements", "staffing", "figures"]


def check(record, problems):
    where = record["source"]["path"] + (f" record {record['source']['record']}" if record["source"]["record"] else "")
    text, ids, count = record["text"], set(), 0
    for kind in KINDS:
        last = None
        for fact in record[kind]:
            evidences = fact["evidence"] if isinstance(fact["evidence"], list) else [fact["evidence"]]
            if isinstance(fact.get("status"), dict):
                evidences = evidences + [fact["status"]["evidence"]]
            for evidence in evidences:
                count += 1
                if text[evidence["start"]:evidence["end"]] != evidence["quote"] or not evidence["quote"]:
                    problems.append(f"{where}: {fact['id']}: quote differs from the text at {evidence['start']}")
            if fact["id"] in ids:
                problems.append(f"{where}: {fact['id']} twice")
            ids.add(fact["id"])
            if kind != "tallies":
                key = (fact["evidence"]["start"], fact["evidence"]["end"])
                if last is not None and key < last:
                    problems.append(f"{where}: {kind} out of order at {fact['id']}")
                last = key
    return count


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    for path in paths:
        if not pathlib.Path(path).exists():
            print("skipped, not there:", path)
    paths = [p for p in paths if pathlib.Path(p).exists()]
    schema = json.loads(subprocess.run([program, "schema"], check=True, stdout=subprocess.PIPE).stdout)
    try:
        import jsonschema
        validator = jsonschema.Draft202012Validator(schema)
    except ImportError:
        validator = None
        print("skipped: schema validation (python3-jsonschema is not installed)")
    done = subprocess.run([program, "extract", "--format", "jsonl", "--with-text", *paths], stdout=subprocess.PIPE)
    if done.returncode not in (0, 3):
        print("muster ended with", done.returncode)
        return 1
    problems, facts, records = [], 0, 0
    for line in done.stdout.decode("utf-8").split("\n"):
        if line:
            record = json.loads(line)
            records += 1
            facts += check(record, problems)
            if validator:
                problems += [f"{record['source']['path']}: schema: {e.message[:200]} at {list(e.path)}" for e in validator.iter_errors(record)]
    for problem in problems[:50]:
        print(problem)
    print(f"{records} records, {facts} quotes, {len(problems)} problems")
    return 1 if problems or not records else 0


if __name__ == "__main__":
    sys.exit(main())
