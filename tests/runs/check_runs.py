#!/usr/bin/env python3
"""Long runs: killed at random moments, asked to end, with half a manifest, with a full disk, with new inputs, in shards.
Joined, what they write is what one run prints, to the byte.

usage: check_runs.py MUSTER [KILLS]
"""
import gzip
import io
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
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
    (docs / "f.warc.gz").write_bytes(b"".join(gzip.compress(web_record(i), mtime=0) for i in range(40)))   # each record packed, as crawlers do
    (docs / "g.tar").write_bytes(nested(docs))
    return docs


def web_record(number):
    page = f"<html><head><title>Page {number}</title></head><body><p>{text(500 + number)}</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n")
    return head.encode() + answer + b"\r\n\r\n"


def nested(docs):
    """An archive with texts, an archive, JSON Lines and a web archive in it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as out:
        for i in range(15):
            out.writestr(f"deep/{i}.txt", text(700 + i))
        out.writestr("deep.jsonl", "".join(json.dumps({"text": text(800 + i)}) + "\n" for i in range(30)))
    outer = io.BytesIO()
    with tarfile.open(fileobj=outer, mode="w") as out:
        for name, content in (("first.txt", text(900).encode()), ("inner.zip", inner.getvalue()), ("web.warc.gz", (docs / "f.warc.gz").read_bytes()),
                              ("last.txt", text(901).encode())):
            about = tarfile.TarInfo(name)
            about.size = len(content)
            out.addfile(about, io.BytesIO(content))
    return outer.getvalue()


class Checks:
    def __init__(self):
        self.done = self.wrong = 0

    def __call__(self, what, good, more=""):
        self.done += 1
        if not good:
            self.wrong += 1
            print(f"wrong: {what} {more}")


def said(run):
    """What the manifest says so far."""
    try:
        return (run / "manifest.jsonl").read_bytes()
    except FileNotFoundError:
        return b""


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

        # Asked to end (SIGTERM, as batch systems do): at once, with 130, and what is done is kept and not done again.
        run = folder / "term"
        command = [muster, "extract", "-q", "docs", "-o", run.name, "--resume", "--part-size", "4K", "-j2"]
        stopped = 0
        for _ in range(200):
            child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            before = len(said(run))
            while child.poll() is None and len(said(run)) <= before:   # until it has written something new
                time.sleep(0.002)
            child.send_signal(signal.SIGTERM)
            code = child.wait()
            if code != 130:
                break
            stopped += 1
            kept = said(run)
            check("SIGTERM: whole lines and parts are kept", kept.endswith(b"\n") and len(kept) > before and want.startswith(joined(run)))
        check("SIGTERM ends a run with 130", stopped > 0 and code == 3, f"{stopped} times, then {code}")
        check("after SIGTERM the same bytes", joined(run) == want)

        # The manifest as a crash of the machine may leave it: cut anywhere, half a line, nothing.
        whole_manifest, parts = said(run), sorted(run.glob("part-*.jsonl"))
        for cut in [0, 1, whole_manifest.find(b"\n") + 1, *(DICE.randrange(len(whole_manifest)) for _ in range(12)), len(whole_manifest) - 1]:
            half = folder / "half"
            shutil.copytree(run, half)
            (half / "manifest.jsonl").write_bytes(whole_manifest[:cut])
            # What the manifest does not speak of any more was not put in place either, or is done again.
            again = call(*[word if word != run.name else half.name for word in command[1:]])
            check(f"a manifest cut at {cut} of {len(whole_manifest)}", again.returncode == 3 and joined(half) == want, f"{again.returncode} {again.stderr[:300]}")
            shutil.rmtree(half)
        check("parts are whole", len(parts) > 10)

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
        as_it_was = (docs / "a05.txt").stat()
        (docs / "a05.txt").write_text("changed")
        changed = call("extract", "-q", "docs", "-o", "disk", "--resume")
        check("a changed document is refused by name", changed.returncode == 2 and "a05.txt" in changed.stderr, changed.stderr[:300])
        (docs / "a05.txt").write_text(text(5))
        os.utime(docs / "a05.txt", ns=(as_it_was.st_atime_ns, as_it_was.st_mtime_ns))

        # New documents at the end are taken, those before the end are not.
        (docs / "h.txt").write_text(text(77))
        more = call("extract", "-q", "docs", "-o", "disk", "--resume")
        check("new inputs at the end are taken", more.returncode == 3 and joined(folder / "disk").startswith(want) and joined(folder / "disk").count(b"\n") == want.count(b"\n") + 1,
              more.stderr[:300])
        call("extract", "-q", "docs", "-o", "full2.jsonl")
        check("with the bytes of one run over all", joined(folder / "disk") == (folder / "full2.jsonl").read_bytes())
        (docs / "a05b.txt").write_text(text(78))
        between = call("extract", "-q", "docs", "-o", "disk", "--resume")
        check("new inputs in between are refused by name", between.returncode == 2 and "a05b.txt" in between.stderr, between.stderr[:300])
        (docs / "a05b.txt").unlink()
        (docs / "h.txt").unlink()

        # --unordered: the same records; a document that makes one wait keeps nobody else.
        loose = call("extract", "-q", "docs", "--unordered", "-j3")
        check("--unordered says the same", sorted(loose.stdout.encode().splitlines()) == sorted(want.splitlines()))
        os.mkfifo(folder / "slow")
        child = subprocess.Popen([muster, "extract", "-q", "--unordered", "-j2", "slow", "docs/a01.txt", "docs/a02.txt"], cwd=folder, stdout=subprocess.PIPE)
        slow = os.open(folder / "slow", os.O_WRONLY)
        early = [json.loads(child.stdout.readline())["source"]["path"] for _ in range(2)]
        os.write(slow, text(3).encode())
        os.close(slow)
        late = [json.loads(line)["source"]["path"] for line in child.stdout]
        check("--unordered: nobody waits for a slow document", (sorted(early), late) == (["docs/a01.txt", "docs/a02.txt"], ["slow"]) and child.wait() == 0, f"{early} {late}")

        # Whose turn it is not to read a file does not open it.
        if shutil.which("strace") is None:
            print("skipped: no strace to see which files a shard opens")
        else:
            opened = {}
            for k in (1, 2, 3):
                subprocess.run(["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", f"trace{k}", muster, "extract", "-q", "docs", "--shard", f"{k}/3", "-o", f"s{k}.jsonl"],
                               cwd=folder, capture_output=True)
                opened[k] = set(re.findall(r'"docs/([a-z]\d+\.txt|e\.txt)"', (folder / f"trace{k}").read_text()))
            names = {path.name for path in docs.glob("*.txt")}
            if not any(opened.values()):
                print("skipped: strace may not trace here")
            else:
                check("each text is opened by one shard", sum(map(len, opened.values())) == len(names) and set().union(*opened.values()) == names, str({k: len(v) for k, v in opened.items()}))

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
