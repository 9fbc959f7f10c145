#!/usr/bin/env python3
"""Documents made of damaged sentences: cut, doubled, swapped, with marks between. None may stop the program.

usage: check_damaged.py MUSTER FOLDER [--documents N] [--seed N]

Readers look at the words before and behind a word; a sentence of one mark, or none, is where such a look goes astray. The
documents come from the folder's own texts by a generator with a fixed seed, so a failure can be made again. In sanitized
builds the standard library checks every index too.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from check_quotes import check  # noqa: E402

MARKS = [".", ",", ";", ":", "-", "--", '"', "\u201c", "\u201d", "(", ")", "?", "!", "%", "$", "/", "|", "\t", "\n", "\n\n", "\u2022",
         "*", "1.", "(a)", ">", "'", "\u2019", "...", "&", "\u2014", "\u00a3", "\u200b", "\u0301", "7", "2019", "one", "of", "must",
         "should", "not", "was", "who", "which", "by", "R-12-", "Recommendation", "half", "they", "it"]


def sentences(folder):
    found = []
    for path in sorted(folder.rglob("*.txt")):
        found += [s for s in re.split(r"(?<=[.!?])\s+|\n+", path.read_text("utf-8", "replace")) if 3 < len(s) < 600]
    return found


def damaged(draw, known):
    words = draw.choice(known).split(" ")
    form = draw.random()
    if form < 0.3:
        first = draw.randrange(len(words))
        words = words[first:first + draw.randint(1, 12)]
    elif form < 0.6:
        words += draw.choice(known).split(" ")[:draw.randint(1, 9)]
    elif form < 0.7:
        words = [draw.choice(MARKS) for _ in range(draw.randint(1, 3))] + words[-draw.randint(1, 3):]
    for _ in range(draw.randint(0, 5)):
        at, how = draw.randrange(len(words) + 1), draw.random()
        if how < 0.5 or not words:
            words.insert(at, draw.choice(MARKS))
        elif how < 0.7:
            del words[min(at, len(words) - 1)]
        elif how < 0.85:
            words[min(at, len(words) - 1)] = draw.choice(draw.choice(known).split(" "))
        elif how < 0.92:
            words[min(at, len(words) - 1)] = words[min(at, len(words) - 1)].upper()
        else:
            words.insert(at, words[min(at, len(words) - 1)])
    text = " ".join(words)
    return text[:draw.randrange(len(text) + 1)] if draw.random() < 0.1 else text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draw, known = random.Random(asked.seed), sentences(asked.folder)
    lines = []
    for number in range(asked.documents):
        text = draw.choice([" ", "\n", "\n\n", ". "]).join(damaged(draw, known) for _ in range(draw.randint(1, 14)))
        lines.append(json.dumps({"id": str(number), "text": text + " end"}))
    done = subprocess.run([asked.program, "extract", "--format", "jsonl", "--with-text", "-"],
                          input="\n".join(lines).encode(), stdout=subprocess.PIPE)
    problems, facts, records = [], 0, 0
    for line in done.stdout.decode("utf-8").split("\n"):
        if line:
            record = json.loads(line)
            records += 1
            facts += check(record, problems)
    if done.returncode != 0:
        problems.append(f"the program ended with {done.returncode}")
    if records != len(lines):
        problems.append(f"{records} records for {len(lines)} documents")
    for problem in problems[:20]:
        print(problem)
    print(f"{records} documents of damaged sentences, {facts} quotes checked, {len(problems)} problems")
    return 1 if problems or not facts else 0


if __name__ == "__main__":
    sys.exit(main())
