#!/usr/bin/env python3
"""The contract of Hadoop Streaming and Spark's pipe(), with a plain stand-in for both: a file is cut into splits, each is
fed to a process of its own, and what comes out is joined.

usage: check_pipe.py MUSTER

Lines of JSON in, a line a record out, in order; nothing is kept from one line to the next; what is said of a line does not
depend on the split that it is in; each record is out before the next line need be there; a broken line costs that line
alone, also as the first of its split; a split without lines gives nothing; the command of docs/batch ends with 0.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import machines

# What docs/batch.md tells to run: engines give a task up that ends with another code than 0.
MAPPER = pathlib.Path(__file__).resolve().parents[2] / "docs" / "batch" / "muster-lines.sh"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    check = machines.Checks()
    tools = tempfile.TemporaryDirectory(prefix="muster-pipe-")
    (pathlib.Path(tools.name) / "muster").symlink_to(program)
    env = {**os.environ, "PATH": f"{tools.name}:{os.environ['PATH']}"}
    dice = random.Random(11)
    lines = []
    for i in range(300):
        lines.append("{no JSON" if i % 50 == 17 else json.dumps({"id": f"n{i}", "text": machines.text(i)}))
    lines[0] = "no JSON either"

    def start():
        return subprocess.Popen(["sh", MAPPER], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(split):
        process = start()
        out, said = process.communicate("".join(line + "\n" for line in split).encode(), timeout=60)
        check("the command ends with 0", process.returncode == 0, f"{process.returncode} {said[:300]!r}")
        return out.decode().splitlines()

    def facts(line):
        """A record without what tells where it stood in its split."""
        record = json.loads(line)
        record["source"]["record"] = None
        for warning in record["warnings"]:
            warning["message"] = warning["message"].split(" is not JSON")[-1]
        return record

    whole = run(lines)
    check("a line in, a line out", len(whole) == len(lines), f"{len(lines)} {len(whole)}")
    want = [facts(line) for line in whole]
    check("in order, with the id of the line", all(record["source"]["id"] == f"n{i}" for i, record in enumerate(want) if lines[i].startswith('{"')))
    check("a broken line gives a record that says so", all(bool(record["warnings"]) != lines[i].startswith('{"') for i, record in enumerate(want)))
    for cuts in (1, 3, 8):
        places = [0, *sorted(dice.sample(range(1, len(lines)), cuts)), len(lines)]
        joined = [line for begin, end in zip(places, places[1:]) for line in run(lines[begin:end])]
        check(f"{cuts + 1} splits say what one says", [facts(line) for line in joined] == want)
    check("a split that begins with a broken line", [facts(line) for line in run(lines[17:20])] == want[17:20])
    check("a split of nothing but broken lines", len(run(["{no", "{no"])) == 2)
    check("a split without lines gives nothing", run([]) == [])
    check("what is written does not hold tabs, which part keys from values", not any("\t" in line for line in run([json.dumps({"id": "t", "text": "A\tB"})])))

    process = start()   # whoever feeds it may wait for each answer
    for i in (1, 2, 3):
        process.stdin.write((lines[i] + "\n").encode())
        process.stdin.flush()
        check("each record is out before the next line is in", facts(process.stdout.readline()) == want[i])
    process.stdin.close()
    check("and nothing more at the end", process.stdout.read() == b"" and process.wait(timeout=10) == 0)
    tools.cleanup()
    return check.end(f"{len(lines)} lines through the pipe")


if __name__ == "__main__":
    sys.exit(main())
