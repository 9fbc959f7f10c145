#!/usr/bin/env python3
"""Runs the cases beside this file through the real program.

usage: run_cases.py MUSTER [CASE…]

A case is one file:

    # what it shows
    file reports/a.txt          the lines that follow, indented by four blanks, are its content
        First line.
    sh mkfifo pipe              prepares something else; must succeed
    $ muster extract a.txt      a command, run by sh in a fresh folder with muster first in PATH
    > one line of stdout        "…" alone stands for any lines, inside a line for any characters
    ! one line of stderr
    ? 4                         the exit code; without it, 0

A command without ">" (or "!") lines must print nothing there; "> …" takes anything.
$SUPPORT is the folder tests/support: "python3 $SUPPORT/make_pdf.py --KIND a.pdf" makes a PDF.
A line "needs root", "needs tool groff", "needs pdf" skips the case where that is missing.
Nothing is a terminal; the width is 80. Each command has 60 seconds.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def parse(path):
    setup, commands, needs, file = [], [], [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if file is not None and (line.startswith("    ") or not line.strip()):
            file[1].append(line[4:])
            continue
        file = None
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word == "file":
            file = (rest, [])
            setup.append(file)
        elif word == "sh":
            setup.append(rest)
        elif word == "needs":
            needs.append(rest)
        elif word == "$":
            commands.append({"line": number, "run": rest, ">": [], "!": [], "?": 0})
        elif word in (">", "!"):
            commands[-1][word].append(rest)
        elif word == "?":
            commands[-1]["?"] = int(rest)
        else:
            sys.exit(f"{path}:{number}: not understood: {line}")
    return setup, commands, needs


def same(want, have):
    if not want:
        return not have
    if want[0] == "…":
        return any(same(want[1:], have[i:]) for i in range(len(have) + 1))
    if not have:
        return False
    pattern = ".*".join(re.escape(part) for part in want[0].split("…"))
    return re.fullmatch(pattern, have[0]) is not None and same(want[1:], have[1:])


def lacking(needs, program):
    for need in needs:
        if need == "root" and os.geteuid() != 0:
            return "not root"
        if need == "no root" and os.geteuid() == 0:
            return "root may do everything"
        if need == "pdf" and not (program.parent / "muster-pdf").exists():
            return "built without muster-pdf"
        if need.startswith("tool ") and not shutil.which(need[5:]):
            return f"no {need[5:]}"
    return None


def run_case(path, program, env):
    setup, commands, needs = parse(path)
    skipped = lacking(needs, program)
    if skipped:
        return skipped, []
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder) / "bin"
        work = pathlib.Path(folder) / "work"
        tools.mkdir(), work.mkdir()
        (tools / "muster").symlink_to(program)
        env = {**env, "PATH": f"{tools}:{os.environ['PATH']}", "HOME": folder}
        for step in setup:
            if isinstance(step, tuple):
                file = work / step[0]
                file.parent.mkdir(parents=True, exist_ok=True)
                while step[1] and not step[1][-1].strip():
                    step[1].pop()
                file.write_text("".join(line + "\n" for line in step[1]), encoding="utf-8")
            else:
                subprocess.run(["sh", "-c", step], cwd=work, env=env, check=True)
        for command in commands:
            try:
                done = subprocess.run(["sh", "-c", command["run"]], cwd=work, env=env, stdin=subprocess.DEVNULL,
                                      capture_output=True, timeout=60)
            except subprocess.TimeoutExpired:
                problems.append(f"{path.name}:{command['line']}: $ {command['run']}\n  took more than 60 seconds")
                continue
            for sign, stream in ((">", done.stdout), ("!", done.stderr)):
                have = stream.decode("utf-8", "replace").splitlines()
                if not same(command[sign], have):
                    problems.append(f"{path.name}:{command['line']}: $ {command['run']}\n" +
                                    "".join(f"  expected {sign} {line}\n" for line in command[sign] or ["(nothing)"]) +
                                    "".join(f"  got      {sign} {line[:300]}\n" for line in have[:40] or ["(nothing)"]))
            if done.returncode != command["?"]:
                problems.append(f"{path.name}:{command['line']}: $ {command['run']}\n  exit code {done.returncode}, expected {command['?']}")
    return None, problems


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    cases = [pathlib.Path(a) for a in sys.argv[2:]] or sorted(pathlib.Path(__file__).parent.glob("*.case"))
    env = {"LC_ALL": "C.UTF-8", "COLUMNS": "80", "TERM": "xterm", "SUPPORT": str(pathlib.Path(__file__).resolve().parent.parent / "support"), **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
    failed = 0
    for path in cases:
        skipped, problems = run_case(path, program, env)
        if skipped:
            print(f"skipped {path.name}: {skipped}")
        for problem in problems:
            print(problem)
        failed += bool(problems)
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
