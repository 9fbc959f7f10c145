"""What the tests of runs over several machines share: made-up documents, checks, servers that end with the test."""
import gzip
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile

SKIPPED = 77   # CTest's SKIP_RETURN_CODE


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def need(*programs):
    """Their places. Servers lie in sbin, which is not in everybody's path."""
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    found = [shutil.which(name, path=path) for name in programs]
    missing = [name for name, place in zip(programs, found) if place is None]
    if missing:
        skip(f"no {', '.join(missing)}: sh cmake/packages.sh machines installs what is missing")
    return found


def text(number):
    return (f"Report {number} on Heron House\n\nRecommendations\n\n- The trust should fill its {number % 9 + 2} vacant posts within six months.\n\n"
            f"The vacancy rate was {number % 40}%, down from {number % 40 + 5}% a year earlier. Two of the three earlier recommendations had been met.\n\n" +
            "The rooms are bright, and visitors feel at home in them. " * (number % 50))


def make_documents(folder, files=40, lines=200):
    """Files, JSON Lines with a broken line, compressed ones, an archive."""
    folder.mkdir()
    for i in range(files):
        (folder / f"a{i:03}.txt").write_text(text(i))
    records = "".join(json.dumps({"id": f"n{i}", "text": text(1000 + i)}) + "\n" for i in range(lines))
    (folder / "b.jsonl").write_text(records + "no JSON\n")
    with gzip.GzipFile(folder / "c.jsonl.gz", "wb", mtime=0) as out:
        out.write(records.encode())
    with zipfile.ZipFile(folder / "d.zip", "w") as out:
        for i in range(20):
            out.writestr(f"in/{i}.txt", text(3000 + i))
    return folder


class Checks:
    def __init__(self):
        self.done = self.wrong = 0

    def __call__(self, what, good, more=""):
        self.done += 1
        if not good:
            self.wrong += 1
            print(f"wrong: {what} {more}")

    def end(self, said):
        print(f"{said}; {self.done} checks, {self.wrong} wrong")
        return 1 if self.wrong or not self.done else 0


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def until(true, seconds, step=0.1):
    """Waits until `true()` is; what it said, or the last thing."""
    end = time.monotonic() + seconds
    while True:
        said = true()
        if said or time.monotonic() > end:
            return said
        time.sleep(step)


class Servers:
    """Programs that run beside the test, each with all that it starts, and end with it."""
    def __init__(self, folder, env):
        self.folder, self.env, self.running = pathlib.Path(folder), env, []

    def start(self, name, *command):
        log = open(self.folder / f"{name}.log", "wb")
        child = subprocess.Popen(command, env=self.env, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        log.close()
        self.running.append(child)
        return child

    def log(self, name):
        try:
            return (self.folder / f"{name}.log").read_text(errors="replace")[-2000:]
        except OSError:
            return ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for child in reversed(self.running):
            for number in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(child.pid, number)
                except ProcessLookupError:
                    pass
                try:
                    child.wait(timeout=10)
                    break
                except subprocess.TimeoutExpired:
                    continue
