#!/usr/bin/env python3
"""Damages PDFs in many ways and shows that muster reads what it can and loses nobody.

usage: fuzz_pdf.py MUSTER [--seconds N] [--batch N] [--seed N] [--keep FOLDER] [FILE OR FOLDER…]

Without files it damages those that tests/support/make_pdf.py makes. Each batch is given to one run of
`muster extract -j1`; after it: the exit code is 0, 3 or 4; each input has exactly one record, in order; a document
that gave no text says why; an untouched PDF in the middle of the batch is read as ever; no document took longer than
its limit. The same seed damages in the same ways. What fails is kept in FOLDER, and ends the run with 1.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import make_pdf  # noqa: E402

TIME = 5          # --pdf-time, seconds
SLACK = 2.2       # the main program waits twice as long as the worker may compute


def flip(rng, data, others):
    out = bytearray(data)
    for _ in range(rng.choice([1, 3, 10, 100, 1000])):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def cut(rng, data, others):
    return data[:rng.randrange(len(data) + 1)]


def hole(rng, data, others):
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[at + rng.randrange(1, 5000):]


def splice(rng, data, others):
    other = rng.choice(others)
    a, b = rng.randrange(len(data) + 1), rng.randrange(len(other) + 1)
    return data[:a] + other[b:]


def repeat(rng, data, others):
    at = rng.randrange(len(data) + 1)
    piece = data[at:at + rng.randrange(1, 2000)]
    return data[:at] + piece * rng.randrange(2, 50) + data[at:]


def numbers(rng, data, others):
    """Other numbers where numbers stand: references, lengths, widths, counts."""
    places = list(re.finditer(rb"\b\d+\b", data[:2_000_000]))
    if not places:
        return data
    out = bytearray(data)
    for place in sorted(rng.sample(places, min(len(places), rng.choice([1, 5, 50]))), key=lambda m: -m.start()):
        value = rng.choice([b"0", b"1", b"2", b"-1", b"65535", b"2147483647", b"-2147483648", b"4294967296", b"1e30", b"99999999999999999999",
                            str(rng.randrange(400)).encode()])
        out[place.start():place.end()] = value
    return bytes(out)


def names(rng, data, others):
    """Keys changed for others."""
    places = list(re.finditer(rb"/[A-Z][A-Za-z0-9]+", data[:2_000_000]))
    if len(places) < 2:
        return data
    out = bytearray(data)
    for place in sorted(rng.sample(places, min(len(places), rng.choice([1, 3, 20]))), key=lambda m: -m.start()):
        out[place.start():place.end()] = rng.choice(places).group()
    return bytes(out)


def inside(rng, data, others):
    """Damage inside a compressed stream, packed again: it reaches what reads instructions, fonts and maps."""
    places = list(re.finditer(rb"stream\r?\n", data))
    rng.shuffle(places)
    for place in places[:8]:
        end = data.find(b"endstream", place.end())
        try:
            plain = zlib.decompressobj().decompress(data[place.end():end], 4_000_000)
        except zlib.error:
            continue
        if plain:
            damaged = rng.choice([flip, cut, hole, repeat, numbers, names])(rng, plain, others)
            return data[:place.end()] + zlib.compress(damaged) + data[end:]
    return flip(rng, data, others)


WAYS = [flip, cut, hole, splice, repeat, numbers, names, inside, inside]


def check(batch, good, done, seconds):
    """What is wrong with a run over `batch` (paths), or None."""
    if done.returncode not in (0, 3, 4):
        return f"exit code {done.returncode}: {done.stderr[-300:]}"
    records = [json.loads(line) for line in done.stdout.splitlines()]
    if [r["source"]["path"] for r in records] != [str(p) for p in batch]:
        return "the records are not those of the inputs, in their order"
    for record in records:
        texts = record.get("text") or ""
        if not texts.strip() and not record["warnings"]:
            return f"{record['source']['path']}: no text and no warning"
        if record["source"]["path"] == str(good) and (not texts.strip() or record["warnings"]):
            return f"the good neighbour was not read: {record['warnings']}"
        if any(w["code"] == "error.internal" for w in record["warnings"]):
            return f"{record['source']['path']}: error.internal"
    if seconds > (TIME * SLACK + 2) * len(batch):
        return f"took {seconds:.0f} seconds"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("muster")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--batch", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default="")
    parser.add_argument("seeds", nargs="*")
    args = parser.parse_intermixed_args()
    files = [p for s in args.seeds for p in ([pathlib.Path(s)] if pathlib.Path(s).is_file() else sorted(pathlib.Path(s).rglob("*.pdf")))]
    kinds = ["hello", "locked", "open", "images", "liar", "loop", "cut", "late-header"]
    data = [p.read_bytes() for p in files] if files else [make_pdf.KINDS[kind]() for kind in kinds]
    rng = random.Random(args.seed)
    end, batches, documents, codes, slowest = time.monotonic() + args.seconds, 0, 0, {}, 0.0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            work, batch = pathlib.Path(folder), []
            for i in range(args.batch):
                bytes_ = rng.choice(data)
                for _ in range(rng.choice([1, 1, 1, 2, 3])):
                    if bytes_:
                        bytes_ = rng.choice(WAYS)(rng, bytes_, data)
                batch.append(work / f"{i:03}.pdf")
                batch[-1].write_bytes(bytes_)
            good = work / f"{args.batch // 2:03}.pdf"
            good.write_bytes(make_pdf.KINDS["hello"]())
            began = time.monotonic()
            try:
                done = subprocess.run([args.muster, "extract", "-q", "-j1", "--with-text", "--format", "jsonl", "--pdf-time", str(TIME), "--pdf-memory", "512M",
                                       *map(str, batch)], capture_output=True, text=True, timeout=(TIME * SLACK + 2) * args.batch)
                wrong = check(batch, good, done, time.monotonic() - began)
            except subprocess.TimeoutExpired:
                done, wrong = None, "hangs"
            slowest = max(slowest, time.monotonic() - began)
            if done is not None and wrong is None:
                for line in done.stdout.splitlines():
                    for code in {w["code"] for w in json.loads(line)["warnings"]} or {"(no warning)"}:
                        codes[code] = codes.get(code, 0) + 1
            if wrong:
                print(f"seed {args.seed}, batch {batches}: {wrong}")
                if args.keep:
                    pathlib.Path(args.keep).mkdir(parents=True, exist_ok=True)
                    for path in batch:
                        (pathlib.Path(args.keep) / path.name).write_bytes(path.read_bytes())
                return 1
        batches += 1
        documents += args.batch
    print(f"{documents} damaged PDFs in {batches} batches, seed {args.seed}; the slowest batch took {slowest:.1f} s")
    for code, count in sorted(codes.items(), key=lambda item: -item[1]):
        print(f"  {count:7} {code}")
    return 0 if batches else 1


if __name__ == "__main__":
    sys.exit(main())
