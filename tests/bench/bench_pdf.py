#!/usr/bin/env python3
"""How much computing time muster takes for a folder of PDFs, its workers included, beside pdftotext.

usage: bench_pdf.py MUSTER FOLDER…

Prints seconds of user and system time for `muster extract`, `muster text`, `pdftotext` (of poppler-utils, the
words only) and, where it is installed, `mutool draw -F txt`; each as the best of two runs.
"""
import pathlib
import resource
import shutil
import subprocess
import sys


def seconds(*commands):
    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        for command in commands:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return min(once(), once())


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    muster, folders = sys.argv[1], sys.argv[2:]
    files = [str(p) for f in folders for p in sorted(pathlib.Path(f).rglob("*.pdf"))]
    if not files:
        print("no PDF there", file=sys.stderr)
        return 1
    rows = [("muster extract", seconds([muster, "extract", *files])), ("muster text", seconds([muster, "text", *files]))]
    if shutil.which("pdftotext"):
        rows.append(("pdftotext", seconds(*(["pdftotext", f, "-"] for f in files))))
    if shutil.which("mutool"):
        rows.append(("mutool draw -F txt", seconds(*(["mutool", "draw", "-F", "txt", f] for f in files))))
    base = dict(rows).get("pdftotext")
    print(f"{len(files)} PDFs, {sum(pathlib.Path(f).stat().st_size for f in files) / 1e6:.1f} MB")
    for name, value in rows:
        print(f"{name:20} {value:8.2f} s" + (f"   {value / base:5.2f} of pdftotext" if base else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
