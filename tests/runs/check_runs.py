#!/usr/bin/env python3
"""Long runs: killed at random moments, with a full disk, in shards. Joined, what they write is what one run prints, to the byte.

usage: check_runs.py MUSTER [KILLS]
"""
import gzip
import json
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

DICE = random.Random(20261125)


def text(number):
    return (f"Report {number} on Elm House\n\nRecommendations\n\n- The provider must fill its {number % 9 + 2} vacant posts within three months.\n\n"
            f"The vacancy rate was {number % 40}%, down from {number % 40 + 5}% a year earlier.\n\n" +
            "Leaders know their service well and visit it often. " * (number % 50))


def make_inputs(folder):
    docs = folder / "docs"
    docs.mkdir()
    for i in range(60):
        (docs / f"a{i:02}.txt").write_text(text(i))
    lines = "".join(json.dumps({"id": f"n{i}", "text": text(100 + i)}) + "\n" for i in range(250))
    (docs / "b.jsonl").write_text(lines + "no JSON\n")
    with gzip.GzipFile(docs / "c.jsonl.gz", "wb", mtime=0) as out:
        out.write(lines.encode())
    with zipfile.ZipFile(docs / "d.zip", "w") as out:
        for i in range(40):
            out.writestr(f"in/{i}.txt", text(300 + i))
    (docs / "e.txt").write_text(text(7))
    return docs


class Checks:
    def __init__(self):
        self.done = self.wrong = 0

    def __call__(self, what, good, more=""):
        self.done += 1
        if not good:
            self.wrong += 1
            print(f"wrong: {what} {more}")


def joined(run):
    return b"".join(p.read_bytes() for p in sorted(run.glob("part-*.jsonl")))


def main():
    muster, kills = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 50
    check = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        docs = make_inputs(folder)

        def call(*words, **more):
            return subprocess.run([muster, *words], cwd=folder, capture_output=True, text=True, **more)

        full = folder / "full.jsonl"
        check("one run", call("extract", "-q", "docs", "-o", "full.jsonl").returncode == 3)
        want = full.read_bytes()
        began = time.monotonic()
        call("extract", "-q", "docs", "-o", "again.jsonl")
        whole = max(time.monotonic() - began, 0.02)

        # Killed at random moments of a run, again and again, until there were enough.
        killed = runs = 0
        while killed < kills:
            runs += 1
            run = folder / f"run{runs}"
            command = [muster, "extract", "-q", "docs", "-o", run.name, "--resume", "--part-size", DICE.choice(["2K", "20K", "1M"]), "-j2"]
            most = killed + 10   # of this run
            for _ in range(400):
                child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    child.wait(timeout=DICE.uniform(0, whole))
                except subprocess.TimeoutExpired:
                    if killed < min(kills, most):
                        child.send_signal(signal.SIGKILL)
                        killed += 1
                code = child.wait()
                if code >= 0:
                    break
            check(f"run {runs} ends as one run does", code == 3, f"exit code {code}")
            check(f"run {runs} says the same to the byte", joined(run) == want)
            shutil.rmtree(run)

        # A full disk: writing fails, nothing is lost, and with room the run goes on.
        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        stopped = call("extract", "-q", "docs", "-o", "disk", "--resume", preexec_fn=small)
        check("a full disk is said", stopped.returncode not in (0, 3) and "cannot write" in stopped.stderr, stopped.stderr[:300])
        check("with room it goes on", call("extract", "-q", "docs", "-o", "disk", "--resume").returncode == 3)
        check("after a full disk the same bytes", joined(folder / "disk") == want)

        # What a run may not go on with.
        check("a folder with a run is refused", call("extract", "-q", "docs", "-o", "disk").returncode == 2)
        other = call("extract", "-q", "docs", "-o", "disk", "--resume", "--only", "staffing")
        check("other options are refused", other.returncode == 2 and "help:" in other.stderr, other.stderr[:300])
        (docs / "a05.txt").write_text("changed")
        changed = call("extract", "-q", "docs", "-o", "disk", "--resume")
        check("a changed document is refused by name", changed.returncode == 2 and "a05.txt" in changed.stderr, changed.stderr[:300])
        (docs / "a05.txt").write_text(text(5))

        # Shards, each by itself, and joined.
        for count in (1, 2, 3, 7):
            names = []
            for k in range(1, count + 1):
                names.append(f"shard{count}-{k}")
                code = call("extract", "-q", "docs", "-o", names[-1], "--resume", "--shard", f"{k}/{count}").returncode
                check(f"shard {k}/{count}", code in (0, 3, 4), f"exit code {code}")
            merged = call("merge", *names, "-o", "merged.jsonl")
            check(f"{count} shards joined", merged.returncode == 3 and (folder / "merged.jsonl").read_bytes() == want, merged.stderr[:300])
            if count == 3:
                check("a missing shard is said", call("merge", *names[:2], "-o", "less.jsonl").returncode == 2)
                check("and leaves no file", not (folder / "less.jsonl").exists())
            if count > 1:
                sizes = [len(joined(folder / n)) for n in names]
                check(f"{count} shards share the work", max(sizes) < len(want), str(sizes))
    print(f"{killed} kills over {runs} runs; {check.done} checks, {check.wrong} wrong")
    return 1 if check.wrong or not check.done else 0


if __name__ == "__main__":
    sys.exit(main())
