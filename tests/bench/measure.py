#!/usr/bin/env python3
"""Measures the program: speed beside two yardsticks on the same bytes, start-up, memory, and how the cost grows with the
size and number of documents, with threads and with rules. Makes its own inputs. Prints Markdown tables.

usage: measure.py MUSTER [--full] [--runs N] [--text FILE]

Times are seconds of processor time (user), the least of some runs; with threads, seconds of the clock. --full also takes
documents of 100 MB and 100 000 documents (minutes). --text: plain text of your own instead of the made-up report prose.
"""
import argparse
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKS = ROOT / "src" / "packs" / "data"
MAKE = pathlib.Path(__file__).with_name("make_texts.py")


class Run:
    """One run of a command: processor time, time of the clock, and the most memory that it held."""
    def __init__(self, command):
        begin = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, self.status, used = os.wait4(child.pid, 0)
        self.clock = time.monotonic() - begin
        self.user, self.kib = used.ru_utime, used.ru_maxrss


def best(command, runs, of=lambda run: run.user):
    return min((Run(command) for _ in range(runs)), key=of)


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + " --- |" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print(flush=True)


def megabytes(path):
    return os.path.getsize(path) / 1e6


def made(folder, name, *options):
    path = folder / name
    subprocess.run([sys.executable, MAKE, path, *map(str, options)], check=True)
    return path


def trigger_words(most):
    """The first trigger words of the packs, those of word lists left out."""
    words = []
    for path in sorted((PACKS / "en").glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8")).get("rule", []):
            words += [word.rstrip("*") for word in rule["when"] if not word.startswith("{") and word.rstrip("*") not in words]
    return words[:most]


def doubled_rules(folder):
    """The packs, and the packs with every rule a second time: woken as often, read as far, and never found."""
    plain, double = folder / "packs", folder / "packs-doubled"
    for target in (plain, double):
        shutil.copytree(PACKS, target)
    for path in (double / "en").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        head, *rules = re.split(r"(?m)^(?=\[\[rule\]\])", text)
        copies = []
        for rule in rules:
            copy = re.sub(r'(?m)^(id\s*=\s*"[^"]*)"', r'\1-again"', rule, count=1)
            copies.append(re.sub(r"(?ms)^(pattern\s*=\s*''')(.*?)'''", r"\1(?: \2 ) \\s* \\x01 '''", copy, count=1))
        path.write_text(head + "".join(rules) + "\n" + "\n".join(copies), encoding="utf-8")
    return plain, double


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("muster")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--text")
    asked = parser.parse_args()
    extract = [asked.muster, "extract", "--format", "jsonl"]
    cores = len(os.sched_getaffinity(0))
    print(f"{time.strftime('%d %B %Y')}, {platform.processor() or platform.machine()}, {cores} cores, load {os.getloadavg()[0]:.1f}\n")

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        ordinary = pathlib.Path(asked.text) if asked.text else made(folder, "ordinary.txt", 8, "--ordinary", "--one")
        dense = made(folder, "dense.txt", 2, "--one")
        alternation = "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-").replace("%", "%") for word in trigger_words(200))
        rows = []
        for name, path in (("ordinary", ordinary), ("dense", dense)):
            ours = best([*extract, "-j1", path], asked.runs).user
            rows.append((f"{name}, {megabytes(path):.1f} MB", "muster extract -j1", f"{megabytes(path) / ours:.1f}", "1"))
            repeated = folder / "repeated.txt"      # enough to measure
            times = max(1, int(64 / megabytes(path)))
            with open(repeated, "wb") as out:
                for _ in range(times):
                    out.write(path.read_bytes())
            for tool, command in (("rg -c -i -j1, 200 triggers", ["rg", "-c", "-i", "-j1", "-e", alternation, repeated]), ("wc -w", ["wc", "-w", repeated])):
                if shutil.which(command[0]) is None:
                    continue
                theirs = best(command, asked.runs).user / times
                rows.append((name, tool, f"{megabytes(path) / max(theirs, 1e-6):.0f}", f"{ours / max(theirs, 1e-6):.1f}"))
        table(("Text", "Command", "MB/s", "Faster than muster"), rows)

        one = folder / "one.txt"
        one.write_text("The council had implemented three of the five recommendations.\n")
        table(("Start-up", "ms by the clock"),
              [("muster --version", f"{best([asked.muster, '--version'], 20, lambda run: run.clock).clock * 1000:.1f}"),
               ("muster extract, one sentence", f"{best([*extract, one], 20, lambda run: run.clock).clock * 1000:.1f}")])

        rows = []
        for kilobytes in (10, 100, 1000, 10_000) + ((100_000,) if asked.full else ()):
            path = made(folder, "size.jsonl", max(10, kilobytes / 1000), "--ordinary", "--size", kilobytes)
            run = best([*extract, "-j1", path], asked.runs)
            rows.append((f"{kilobytes} KB", f"{megabytes(path):.0f} MB", f"{run.user / megabytes(path) * 1000:.1f}", f"{run.kib / 1024:.0f}"))
        table(("Size of a document", "All", "ms a MB", "MiB of memory"), rows)

        rows = []
        for count in (100, 1000, 10_000) + ((100_000,) if asked.full else ()):
            path = made(folder, "count.jsonl", count * 2 / 1000, "--ordinary", "--size", 2)
            run = best([*extract, "-j1", path], asked.runs)
            rows.append((count, f"{megabytes(path):.1f} MB", f"{run.user / megabytes(path) * 1000:.1f}", f"{run.kib / 1024:.0f}"))
        table(("Documents of 2 KB", "All", "ms a MB", "MiB of memory"), rows)

        path = made(folder, "threads.jsonl", 16, "--ordinary")
        rows, first = [], None
        for threads in sorted({1, 2, cores}):
            clock = best([*extract, f"-j{threads}", path], asked.runs, lambda run: run.clock).clock
            first = first or clock
            rows.append((threads, f"{megabytes(path) / clock:.1f}", f"{first / clock:.2f}"))
        table(("Threads", "MB/s by the clock", "Times one"), rows)

        plain, double = doubled_rules(folder)
        cost = {rules: best([*extract, "-j1", "--rules", rules, ordinary], asked.runs).user - best([*extract, "-j1", "--rules", rules, one], asked.runs).user
                for rules in (plain, double)}
        table(("Rules", "s, without start-up"), [("those of muster", f"{cost[plain]:.2f}"), ("each twice", f"{cost[double]:.2f} ({cost[double] / cost[plain] - 1:+.0%})")])


if __name__ == "__main__":
    main()
