#!/usr/bin/env python3
"""The work grows with the text and no faster: ratios of instructions, counted by callgrind, so that neither the machine's
speed nor (much) the compiler matters.

usage: callgrind_gate.py MUSTER

Twice the documents, texts twice as long, and every rule twice (the second of each never found). What is counted is what these
texts add to a run that has read the same ones eight times: by then the program has started, every pattern that they wake is
compiled, and its automaton has the states that they need. Skipped (77) where valgrind is missing. Two minutes.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import measure

BYTES = 25_000   # of the corpus: hundreds of sentences, seconds under callgrind
WARM = 8         # times they are read before anything counts
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

        warm = texts * WARM
        paths = {"warm": made("warm", warm)}
        for times in (4, 8):
            paths[f"more{times}"] = made(f"more{times}", warm + texts * times)
            paths[f"long{times}"] = made(f"long{times}", warm + ["\n\n".join([text] * times) for text in texts])
        plain, double = measure.doubled_rules(folder)
        count = {name: instructions(muster, path) for name, path in paths.items()}
        added = {name: number - count["warm"] for name, number in count.items()}
        work = added["more4"] / 4
        cost = [instructions(muster, "--rules", rules, paths["more4"]) - instructions(muster, "--rules", rules, paths["warm"]) for rules in (plain, double)]
        ratios = {"twice the documents": added["more8"] / added["more4"], "twice the length": added["long8"] / added["long4"], "twice the rules": cost[1] / cost[0]}
    print(f"{len(texts)} texts, {taken} bytes: {work / 1e6:.0f} million instructions, {work / taken:.0f} a byte")
    wrong = 0
    for name, ratio in ratios.items():
        good = LEAST[name] <= ratio <= MOST[name]
        wrong += not good
        print(f"{name}: {ratio:.3f} times the instructions, at most {MOST[name]}{'' if good else '  WRONG'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
