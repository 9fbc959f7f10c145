#!/usr/bin/env python3
"""muster's reading of sentences and of numbers beside the peers that npm offers, on the same bytes in the same run.

usage: run_peers.py MUSTER_BENCH        (make bench-peers)

Needs node and npm; the peers are installed into a folder of their own. Prints a Markdown table: megabytes a second on one core.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTES = "1"


def main():
    bench = pathlib.Path(sys.argv[1]).resolve()
    if not (shutil.which("node") and shutil.which("npm")):
        print("skipped: node and npm are not there")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file in ("package.json", "peers.js"):
            shutil.copy(HERE / file, folder)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
        text = folder / "text.txt"
        subprocess.run([sys.executable, str(HERE.parent / "make_texts.py"), str(text), MEGABYTES, "--ordinary", "--one"], check=True)
        peers = json.loads(subprocess.run(["node", "peers.js", str(text)], cwd=folder, check=True, capture_output=True, text=True).stdout)
        run = subprocess.run([str(bench), "--benchmark_filter=^sentences", "--benchmark_format=json"], check=True, capture_output=True, text=True,
                             env={**os.environ, "MUSTER_BENCH_TEXT": str(text)})
    ours = {b["name"]: b["bytes_per_second"] / 1e6 for b in json.loads(run.stdout)["benchmarks"]}
    rows = [("muster, sentences", ours["sentences"], ""), ("muster, sentences, numbers, percentages and dates", ours["sentences_and_values"], "")]
    for peer, measured in peers.items():
        mine = ours["sentences"] if "sentences" in peer else ours["sentences_and_values"]
        rows.append((peer, measured["megabytes_a_second"], f"{mine / measured['megabytes_a_second']:.0f}"))
    print("| reader | MB/s | muster is so many times faster |\n|---|---|---|")
    for name, speed, ratio in rows:
        print(f"| {name} | {speed:.3g} | {ratio} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
