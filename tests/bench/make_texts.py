#!/usr/bin/env python3
"""Writes text for measuring throughput: the corpus's own texts again and again, their figures and years varied
so that no two copies are alike.

usage: make_texts.py OUT MEGABYTES [--one]
OUT is JSON Lines, one record a text; with --one it is a single plain text of many paragraphs.
"""
import json
import pathlib
import random
import re
import sys


def varied(text, dice):
    def figure(found):
        word = found.group()
        if len(word) == 4 and word[:2] in ("19", "20"):
            return str(2000 + dice.randrange(26))
        return str(dice.randrange(1, 10 ** min(len(word), 6)))
    return re.sub(r"(?<![\w.,/-])\d{1,6}(?![\w,/-]|\.\d)", figure, text)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "texts"
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(folder.rglob("*.txt"))]
    dice, size, written = random.Random(7), int(float(sys.argv[2]) * 1_000_000), 0
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        while written < size:
            dice.shuffle(texts)
            for n, text in enumerate(texts):
                text = varied(text, dice)
                if "--one" in sys.argv:
                    line = text + "\n\n"
                else:
                    line = json.dumps({"id": f"{written}-{n}", "text": text}, ensure_ascii=False) + "\n"
                out.write(line)
                written += len(text.encode())
                if written >= size:
                    break


main()
