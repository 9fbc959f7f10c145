#!/usr/bin/env python3
"""JSON Lines without end, made on the fly, through `muster extract -`: memory must not grow with the stream.

usage: bench_stream.py MUSTER [--size 10G] [--most-memory MIB] [--threads N]

Each line is a text of 200 bytes to 200 KB (few of them long) out of made-up report prose, one paragraph in eight with facts,
with a number of its own, so that no two lines are alike. Fails where records are not as many as lines, where one does not
bear its line's id, or where muster ever held more memory than --most-memory (300 MiB). Prints time, speed and memory.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time

PLACES = ["the ferry office", "the night team", "the reading room", "the fleet workshop", "the north depot", "the day centre", "the archive", "the water board"]
PEOPLE = ["managers", "the trainers", "visitors", "families", "the drivers", "older people", "the clerks", "neighbours", "young people", "the wardens"]
THINGS = ["a written plan", "the weekly rota", "its case files", "clear notes", "a quiet room", "the shared diary", "the handover sheet", "the stock list"]
PLAIN = ["{P} at {L} look after {T} with care.", "{L} keeps {T}, and {P} use it from day to day.", "In {L} we saw {P} who spoke warmly of {Q}; {T} lay on the table.",
         "It is often {P} who see to {T}, while {Q} plan the week.", "Most days begin in {L}: {P} read {T} and then meet {Q}."]
FACTS = ["The vacancy rate was {n}%, down from {m}% a year earlier.", "The trust should fill its {n} vacant posts within six months.", "Two of the {m} recommendations had been met.",
         "Inspectors found that {n} per cent of {P} had not been trained.", "The council must review {T} by March.", "Recommendation {m} was partly met."]
POOL, MIDDLE = 4000, 1 << 20


def paragraph(dice):
    facts = dice.randrange(8) == 0
    out = []
    for _ in range(dice.randrange(3, 8)):
        line = dice.choice(FACTS if facts and dice.randrange(3) == 0 else PLAIN)
        for slot, words in (("{P}", PEOPLE), ("{Q}", PEOPLE), ("{L}", PLACES), ("{T}", THINGS), ("{n}", range(2, 90)), ("{m}", range(3, 40))):
            line = line.replace(slot, str(dice.choice(words)))
        out.append(line[0].upper() + line[1:])
    return " ".join(out)


def feed(pipe, size, told):
    """Lines until `size` bytes are written. Paragraphs are made once and put together anew for each line: making is to cost little."""
    dice = random.Random(23)
    pool = [json.dumps(paragraph(dice))[1:-1].encode() + rb"\n\n" for _ in range(POOL)]
    written = number = 0
    try:
        while written < size:
            block, length = [], 0
            while length < MIDDLE:
                few = dice.randrange(100)
                count = dice.randrange(1, 4) if few < 30 else dice.randrange(4, 30) if few < 98 else dice.randrange(100, 700)
                begin = dice.randrange(POOL - count)
                block.append(b'{"id": "n%d", "text": "Report %d\\n\\n%s"}\n' % (number, number, b"".join(pool[begin:begin + count])))
                number += 1
                length += len(block[-1])
            pipe.write(b"".join(block))
            written += length
    except BrokenPipeError:
        pass
    told.update(lines=number, bytes=written)
    pipe.close()


def bytes_of(text):
    units = {"K": 10 ** 3, "M": 10 ** 6, "G": 10 ** 9}
    return int(float(text[:-1]) * units[text[-1].upper()]) if text[-1].upper() in units else int(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("muster")
    parser.add_argument("--size", type=bytes_of, default=10 ** 10)
    parser.add_argument("--most-memory", type=int, default=300)
    parser.add_argument("--threads", default="2")
    asked = parser.parse_args()
    begin, told = time.monotonic(), {}
    child = subprocess.Popen([asked.muster, "extract", "-q", "-j", asked.threads, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=feed, args=(child.stdin, asked.size, told))
    feeder.start()
    records = out = strange = 0
    for line in child.stdout:
        out += len(line)
        if b'"record": %d, "id": "n%d"' % (records + 1, records) not in line[:200]:
            strange += 1
        records += 1
    feeder.join()
    _, status, used = os.wait4(child.pid, 0)
    clock, memory = time.monotonic() - begin, used.ru_maxrss / 1024
    print(f"{told['bytes'] / 1e6:.0f} MB in {told['lines']} lines, {records} records of {out / 1e6:.0f} MB; {clock:.0f} s, {told['bytes'] / 1e6 / clock:.1f} MB/s with "
          f"{asked.threads} threads, {told['bytes'] / 1e6 / (used.ru_utime + used.ru_stime):.1f} MB/s of computing time; at most {memory:.0f} MiB of memory")
    problems = [said for said, wrong in (("muster failed", os.waitstatus_to_exitcode(status) != 0), ("records and lines differ", records != told["lines"]),
                                         (f"{strange} records without their line's id", strange), ("too much memory", memory > asked.most_memory)) if wrong]
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
