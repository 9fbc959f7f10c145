#!/usr/bin/env python3
"""The work grows with the text and no faster: ratios of instructions, counted by callgrind, so that neither the machine's
speed nor (much) the compiler matters.

usage: callgrind_gate.py MUSTER

Twice the documents, each text twice as long, and every rule twice (the second of each never found), each against the same
corpus texts. What is counted is what a second (third, fourth) copy of the texts adds: by then the program has started and
every pattern that they wake is compiled. Skipped (77) where valgrind is missing.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import measure

BYTES = 12_000   # of the corpus: hundreds of sentences, and seconds under callgrind
MOST = {"twice the documents": 2.05, "twice the length": 2.1, "twice the rules": 1.25}
LEAST = {"twice the documents": 1.9, "twice the length": 1.5, "twice the rules": 0.9}   # less: it does not measure what it says


def instructions(muster, *words):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", muster, "extract", "-q", "-j1", "--format", "jsonl", *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"callgrind says: {done.stderr[-2000:]}")
    return int(found.group(1))


def main():
    muster = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("valgrind") is None:
        print("skipped: no valgrind")
        return 77
    texts, taken = [], 0
    for path in sorted((measure.ROOT / "corpus" / "texts").rglob("*.txt")):
        text = path.read_bytes().decode("utf-8", "ignore")
        if taken + len(text) <= BYTES:
            texts.append(text)
            taken += len(text)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)

        def made(name, texts):
            (folder / name).mkdir()
            for number, text in enumerate(texts):
                (folder / name / f"{number:03}.txt").write_text(text, encoding="utf-8")
            return folder / name

        once, twice, four = (made(f"texts{times}", texts * times) for times in (1, 2, 4))
        long, longer = (made(f"long{times}", ["\n\n".join([text] * times) for text in texts]) for times in (2, 4))
        plain, double = measure.doubled_rules(folder)
        first, second, fourth = (instructions(muster, path) for path in (once, twice, four))
        work = second - first
        ratios = {"twice the documents": (fourth - second) / work}
        second = instructions(muster, long)
        ratios["twice the length"] = (instructions(muster, longer) - second) / (second - first)
        cost = [instructions(muster, "--rules", rules, twice) - instructions(muster, "--rules", rules, once) for rules in (plain, double)]
        ratios["twice the rules"] = cost[1] / cost[0]
    print(f"{len(texts)} texts, {taken} bytes: {work / 1e6:.0f} million instructions, {work / taken:.0f} a byte")
    wrong = 0
    for name, ratio in ratios.items():
        good = LEAST[name] <= ratio <= MOST[name]
        wrong += not good
        print(f"{name}: {ratio:.3f} times the instructions, at most {MOST[name]}{'' if good else '  WRONG'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
