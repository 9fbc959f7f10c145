#!/usr/bin/env python3
"""Runs every command shown in README.md and docs/*.md and compares what it prints.

usage: check_docs.py PROJECT MUSTER [FILE…]

A fenced block marked `console` holds commands ("$ …", going on in lines "> …"), each followed by its whole output. Commands run by
sh, in a fresh folder that has the project's corpus beside it and MUSTER first in PATH, without a terminal,
80 columns wide. A line "…" in the output stands for any lines, "…" inside a line for any characters. A command that ends with another exit code than 0 says so in the docs: "[exit code 3]" on the last line.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def commands(block):
    """(command, expected lines) of one block."""
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append((line[2:], []))
        elif out and line.startswith("> ") and not out[-1][1]:
            out[-1] = (out[-1][0] + "\n" + line[2:], [])
        elif out:
            out[-1][1].append(line)
    return out


def same(want, have):
    """Do the lines agree, "…" standing for anything?"""
    if not want:
        return not have
    if want[0] == "…":
        return any(same(want[1:], have[i:]) for i in range(len(have) + 1))
    if not have:
        return False
    line_agrees = re.fullmatch(".*".join(re.escape(part) for part in want[0].split("…")), have[0]) is not None
    return line_agrees and same(want[1:], have[1:])


def main():
    project, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    files = [pathlib.Path(f).resolve() for f in sys.argv[3:]] or [project / "README.md", *sorted((project / "docs").glob("*.md"))]
    run = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("corpus", "docs"):
            (pathlib.Path(folder) / name).symlink_to(project / name)
        tools = pathlib.Path(folder) / ".bin"
        tools.mkdir()
        (tools / "muster").symlink_to(program)
        env = {"PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "HOME": folder, "TERM": "dumb"}
        for file in files:
            if not file.exists():
                continue
            text = file.read_text(encoding="utf-8")
            for match in BLOCK.finditer(text):
                for command, want in commands(match.group(1)):
                    run += 1
                    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, text=True,
                                          encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
                    have = [line.rstrip() for line in done.stdout.splitlines()]
                    if done.returncode:
                        have.append(f"[exit code {done.returncode}]")
                    want = [line.rstrip() for line in want]
                    while want and not want[-1]:
                        want.pop()
                    while have and not have[-1]:
                        have.pop()
                    if not same(want, have):
                        failed += 1
                        line = text.count("\n", 0, match.start()) + 1
                        print(f"{file.relative_to(project)}:{line}: $ {command}\n--- documented\n" + "\n".join(want) +
                              "\n--- printed\n" + "\n".join(have) + "\n")
    print(f"{run} documented commands, {failed} differ")
    return 1 if failed or not run else 0


if __name__ == "__main__":
    sys.exit(main())
