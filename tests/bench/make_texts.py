#!/usr/bin/env python3
"""Writes text for measuring throughput.

usage: make_texts.py OUT MEGABYTES [--ordinary] [--one] [--size KB]

Without --ordinary: the corpus's own texts again and again, their figures and years varied so that no two copies are
alike. Nearly every sentence of them holds a fact. With --ordinary: made-up report prose in which one paragraph in
eight is of the corpus; the others say what services do, and no fact. OUT is JSON Lines, one record a text; with --one
it is a single plain text of many paragraphs. --size: kilobytes of a text (whole corpus texts without it).
"""
import argparse
import json
import pathlib
import random
import re

PLACES = ["the harbour office", "the night team", "the kitchen", "the library service", "the fleet workshop", "the north depot", "the day centre", "the ferry crew",
          "the archive", "the planning unit", "the water board", "the market hall", "the call room", "the grounds team", "the print room"]
PEOPLE = ["managers", "the team leaders", "volunteers", "the trainers", "visitors", "families", "tenants", "the drivers", "older people", "the apprentices", "children",
          "the clerks", "neighbours", "young people", "the wardens"]
THINGS = ["a written plan", "the weekly rota", "its case files", "the new database", "clear notes", "the complaints book", "a quiet room", "the shared diary",
          "good maps of the area", "the handover sheet", "regular meetings", "the safety log", "the stock list", "plain letters", "a risk register"]
DOINGS = ["work closely with", "listen to", "keep in touch with", "explain decisions to", "plan visits with", "share what they know with", "write every month to",
          "learn from", "speak warmly of", "meet", "rely on", "answer questions from"]
HOWS = ["with care", "in good time", "from day to day", "as the months go by", "in most parts of the area", "through the winter", "in a calm and friendly way",
        "at the start of each shift", "without fuss", "when plans change", "in the evenings", "across both sites"]
FRAMES = ["{P} at {L} {D} {Q} {H}.", "{L} keeps {T}, and {P} use it {H}.", "Records show how {P} {D} {Q}, and {T} helps them to do so {H}.",
          "In {L} we saw {P} who {D} {Q} {H}; {T} lay open on the table.", "{P} told us about {T} and about the way in which {L} has grown over the years.",
          "Where {L} shares {T} with others, {P} {D} {Q} {H}.", "The walls of {L} are bright, {T} is easy to find, and {P} feel at home there.",
          "It is often {P} who look after {T} {H}, while {Q} {D} {P} elsewhere.", "This part of the report describes {L}, its history and {T}.",
          "Most days begin in {L}: {P} read {T} and then {D} {Q} {H}."]


def sentence(dice):
    frame = dice.choice(FRAMES)
    for slot, words in (("{P}", PEOPLE), ("{Q}", PEOPLE), ("{L}", PLACES), ("{T}", THINGS), ("{D}", DOINGS), ("{H}", HOWS)):
        while slot in frame:
            frame = frame.replace(slot, dice.choice(words), 1)
    return frame[0].upper() + frame[1:]


def varied(text, dice):
    def figure(found):
        word = found.group()
        if len(word) == 4 and word[:2] in ("19", "20"):
            return str(2000 + dice.randrange(26))
        return str(dice.randrange(1, 10 ** min(len(word), 6)))
    return re.sub(r"(?<![\w.,/-])\d{1,6}(?![\w,/-]|\.\d)", figure, text)


def dense(texts, dice):
    """The corpus's texts, shuffled, without end."""
    while True:
        dice.shuffle(texts)
        for text in texts:
            yield varied(text, dice)


def ordinary(texts, dice):
    """Paragraphs, without end: one in eight from the corpus."""
    # Prose only: a heading such as "Comments" would end the facts of all that follows, and a long text would cost less than it should.
    paragraphs = [p for text in texts if "\0" not in text for p in text.split("\n\n") if len(p) > 80 and p.rstrip().endswith(".")]
    while True:
        if dice.randrange(8) == 0:
            yield varied(dice.choice(paragraphs), dice)
        elif dice.randrange(10) == 0:
            yield "What {} does".format(dice.choice(PLACES))
        else:
            yield " ".join(sentence(dice) for _ in range(dice.randrange(3, 8)))


def gathered(pieces, size):
    """Pieces joined to texts of at least `size` bytes."""
    while True:
        text, length = [], 0
        while length < size:
            text.append(next(pieces))
            length += len(text[-1].encode()) + 2
        yield "\n\n".join(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--ordinary", action="store_true")
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--size", type=float, default=0, metavar="KB")
    asked = parser.parse_args()
    folder = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "texts"
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted(folder.rglob("*.txt"))]
    dice, wanted, written = random.Random(7), int(asked.megabytes * 1_000_000), 0
    pieces = ordinary(texts, dice) if asked.ordinary else dense(texts, dice)
    if asked.size or asked.ordinary:
        pieces = gathered(pieces, int(asked.size * 1000) or 50_000)
    with open(asked.out, "w", encoding="utf-8") as out:
        for n, text in enumerate(pieces):
            out.write(text + "\n\n" if asked.one else json.dumps({"id": str(n), "text": text}, ensure_ascii=False) + "\n")
            written += len(text.encode())
            if written >= wanted:
                break


main()
