#!/usr/bin/env python3
"""What muster prints on a terminal: within its width, with links where it has them, unmoved by what documents say; and how far a run is.

usage: check_terminal.py MUSTER PROJECT
"""
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "browser"))
import hostile   # noqa: E402

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;;([^\x1b\x07]*)\x1b\\")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TURNING = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
failures, checks = [], 0


def check(right, words):
    global checks
    checks += 1
    if not right:
        failures.append(words)
        print("wrong:", words)


class Terminal:
    """Runs a command on a pseudo terminal: stdout there unless it goes elsewhere, stderr there as well."""

    def __init__(self, command, cwd, columns=80, term="xterm-256color", stdout=None, **env):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        clean = {"PATH": os.environ["PATH"], "TERM": term, "LC_ALL": "C.UTF-8", "HOME": str(cwd), **env}
        self.process = subprocess.Popen(command, cwd=cwd, env=clean, stdin=subprocess.DEVNULL, stdout=stdout or slave, stderr=slave, start_new_session=True)
        os.close(slave)
        self.bytes = bytearray()   # grows in place

    def read(self, until=None, seconds=20):
        """Everything up to the end, or until `until` (a pattern) is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if until and re.search(until, self.text()):
                break
            if not select.select([self.master], [], [], 0.05)[0]:
                if self.process.poll() is not None and not select.select([self.master], [], [], 0)[0]:
                    break
                continue
            try:
                piece = os.read(self.master, 1 << 16)
            except OSError:
                break
            if not piece:
                break
            self.bytes += piece
        return self.text()

    def text(self):
        return self.bytes.decode("utf-8", "replace").replace("\r\r\n", "\n").replace("\r\n", "\n")

    def close(self):
        code = self.process.wait(timeout=20)
        os.close(self.master)
        return code


def on_terminal(command, cwd, **how):
    terminal = Terminal(command, cwd, **how)
    text = terminal.read(seconds=60)
    terminal.close()
    return text


def in_pipe(command, cwd, **env):
    clean = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(cwd), **env}
    return subprocess.run(command, cwd=cwd, env=clean, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.decode("utf-8")


def columns_of(line):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def plain(text):
    return LINK.sub("", COLOUR.sub("", text))


def widths(muster, project):
    for command in (["summary"], ["extract"]):
        for columns in (40, 80, 132):
            text = on_terminal([muster, *command, "-q", "corpus/texts"], project, columns=columns)
            wide = [line for line in plain(text).splitlines() if columns_of(line) > columns]
            check(not wide, f"{command[0]} in {columns} columns: {len(wide)} lines are wider, such as {wide[:1]}")
            check(len(text) > 2000, f"{command[0]} says something")
    wide = on_terminal([muster, "summary", "-q", "corpus/texts"], project, columns=120)
    check(plain(wide) == in_pipe([muster, "summary", "corpus/texts"], project, COLUMNS="120"), "colour and links say nothing that a pipe does not say")
    check(COLOUR.search(wide) is not None, "a terminal gets colour")
    painted = [line for line in wide.splitlines() if re.search(r"\x1b\[3[1236]m", line) and re.search(r"\b(met|in progress)\b", plain(line)) and "█" in line]
    check(painted and all(re.search("[●◕◑○◔]", line) for line in painted), "each coloured bar of a status has its symbol")


def links(muster, project):
    file = "corpus/texts/letters/ofsted-style-monitoring-visit.txt"
    uri = (project / file).as_uri()
    for command in (["summary", file], ["extract", file]):
        check(uri in LINK.findall(on_terminal([muster, *command], project)), f"{command[0]}: a terminal with links gets one to the document")
        for term in ("dumb", "linux", "vt100", ""):
            check("\x1b]8" not in on_terminal([muster, *command], project, term=term), f"{command[0]}: none for TERM={term}")
        check("\x1b]8" not in on_terminal([muster, *command, "--hyperlinks", "never"], project), f"{command[0]}: none with never")
    check("\x1b]8" not in in_pipe([muster, "summary", file], project), "none in a pipe")
    check(uri in in_pipe([muster, "summary", "--hyperlinks", "always", file], project), "always is always")
    text = on_terminal([muster, "extract", file], project)
    check(all(text.count(end) % 2 == 0 for end in ("\x1b]8;;",)) and LINK.findall(text)[1::2] == [""] * (len(LINK.findall(text)) // 2), "every link ends")


def strangers(muster):
    with tempfile.TemporaryDirectory() as folder:
        hostile.write(pathlib.Path(folder) / "d")
        mark = {"path": "a" + hostile.ANSI, "member": None, "record": None, "kind": "statuses", "id": "s1", "start": 0, "end": 1, "quote": hostile.ANSI + hostile.BIDI,
                "right": False, "note": hostile.HIDDEN + hostile.STACKED}
        (pathlib.Path(folder) / "marks.jsonl").write_text(json.dumps(mark) + "\n", encoding="utf-8")
        for command in (["summary"], ["extract", "--format", "table"], ["extract", "--format", "csv"], ["extract", "--format", "tsv"], ["extract", "--format", "markdown"],
                        ["extract", "--format", "jsonl"], ["text"], ["eval", "--sample", "60"], ["eval", "--marks", "marks.jsonl"]):
            words = [] if "--marks" in command else ["d"] if command == ["text"] else ["--max-sentence", "200000", "d"]
            text = plain(on_terminal([muster, *command, "-q", *words], folder))
            what = " ".join(command)
            found = CONTROL.search(text)
            check(not found, f"{what}: a control character reaches the terminal: {found and text[max(0, found.start() - 40):found.end() + 20]!r}")
            if "jsonl" not in command:
                found = TURNING.search(text)
                check(not found, f"{what}: an invisible character reaches the terminal: {found and text[max(0, found.start() - 40):found.end() + 20]!r}")
                check(not re.search("[\u0300-\u036f]{9}", text), f"{what}: marks are stacked over the lines around")
            if command in (["summary"], ["extract", "--format", "table"]):
                wide = [line for line in text.splitlines() if columns_of(line) > 80]
                check(not wide, f"{what}: {len(wide)} lines are wider than the terminal, such as {wide[:1]}")
        check("\\u{1b}[31m" in plain(on_terminal([muster, "summary", "-q", "d/signs.txt"], folder)), "what was kept from acting is shown")


def a_page(muster):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a.txt").write_text("The trust must review its rota.\n", encoding="utf-8")
        terminal = Terminal([muster, "report", "a.txt"], folder)
        text = terminal.read()
        check(terminal.close() == 2 and "<html" not in text and "-o report.html" in text, f"no page is poured over a terminal: {text!r}")


def progress(muster):
    """A file that stays open holds the run up; what is done so far is told meanwhile, and taken away at the end."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name in ("a", "b", "c"):
            (root / f"{name}.txt").write_text("The trust must review its rota.\n", encoding="utf-8")
        (root / "broken.bin").write_bytes(b"\0\1\2\3" * 100)
        os.mkfifo(root / "slow.txt")
        terminal = Terminal([muster, "extract", "--format", "jsonl", "-j", "2", "a.txt", "broken.bin", "b.txt", "slow.txt", "c.txt"], root, columns=100, stdout=subprocess.DEVNULL)
        pipe = os.open(root / "slow.txt", os.O_WRONLY)   # waits until it is read
        text = terminal.read(until=r"slow\.txt")
        line = COLOUR.sub("", text.split("\x1b[K")[-1])
        check("3 documents" in line, f"progress counts documents: {line!r}")
        check("file 4 of 5" in line and "/s" in line, f"progress tells files and rate: {line!r}")
        check("1 error" in line, f"progress counts errors: {line!r}")
        check("slow.txt" in line and columns_of(line) < 100, f"progress names the file within the width: {line!r}")
        os.write(pipe, b"The trust must review its menus.\n")
        os.close(pipe)
        text = terminal.read()
        check(terminal.close() == 3, "the run ends with the code of some failed")
        check(text.endswith("\r\x1b[K"), f"progress is taken away at the end: {text[-80:]!r}")
        check("error[" in text, "errors are said beside it")
        for quiet in (["-q"], []):
            pipe_out = subprocess.run([muster, "extract", *quiet, "a.txt"], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
            check(pipe_out.stderr == b"", "no progress where standard error is no terminal")


def main():
    muster, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    widths(muster, project)
    links(muster, project)
    strangers(muster)
    a_page(muster)
    progress(muster)
    print(f"{checks} checks, {len(failures)} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
