"""Documents read by the workers of a Dask cluster. Needs python3-distributed, and muster with this module on every worker.

The workers see the paths by the same names (a shared file system), each share of the documents is read by `muster
extract --shard` on one of them, and what comes back is put into the order in which one run gives it.
"""
from __future__ import annotations

import heapq
import json
import os
import subprocess
import tempfile
from typing import Any, BinaryIO, Iterable, Iterator, List, Optional, Tuple, Union

from .program import MusterError, PathLike, UnreadableError, UsageError, arguments, program
from .records import Record, from_json

Place = Tuple[int, int]                  # which of the inputs, which of its documents
Share = Tuple[List[Place], bytes]        # the places of some records, and their lines
_OURS = ("shard", "resume", "output", "format", "split", "unordered", "part_size", "quiet")


def read_share(words: List[str], which: int, of: int, flags: List[str], muster: Optional[str]) -> Share:
    """Runs on a worker: share `which` of `of`, from 1. Memory: the records of the share."""
    with tempfile.TemporaryDirectory(prefix="muster-") as folder:
        run = os.path.join(folder, "run")
        command = [program(muster), "extract", "--quiet", f"--shard={which}/{of}", "--resume", f"--output={run}", *flags, "--", *words]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in (0, 3, 4):
            said = done.stderr.decode("utf-8", "replace").splitlines()
            text = "\n".join(said[-50:]) or f"muster ended with exit code {done.returncode}"
            raise (UsageError if done.returncode == 2 else MusterError)(text, done.returncode, said[-50:])
        places: List[Place] = []
        with open(os.path.join(run, "manifest.jsonl"), "rb") as manifest:
            for line in manifest:
                places += [(d["input"], d["document"]) for d in json.loads(line).get("documents", [])]
        parts = sorted(name for name in os.listdir(run) if name.startswith("part-"))
        lines = []
        for name in parts:
            with open(os.path.join(run, name), "rb") as part:
                lines.append(part.read())
    return places, b"".join(lines)


def _records(share: List[Place], lines: BinaryIO) -> Iterator[Tuple[Place, bytes]]:
    lines.seek(0)
    yield from zip(share, lines)


def extract(client: Any, paths: Union[PathLike, Iterable[PathLike]], *, shares: Optional[int] = None, ordered: bool = True,
            errors: str = "keep", muster: Optional[PathLike] = None, **options: Any) -> Iterator[Record]:
    """As muster.extract, by the workers of `client` (a dask.distributed.Client).

    `shares`: into how many pieces of work the documents are cut (four for each thread of a worker); a share is read
    with one thread unless `threads` says otherwise, and read again elsewhere where its worker is lost. ordered=False:
    a share's records as soon as it is done. In order, nothing comes before the last share is done; until then what
    came lies in temporary files, so that memory holds a record of each share.
    """
    from distributed import as_completed

    if errors not in ("keep", "raise"):
        raise ValueError("errors is 'keep' or 'raise'")
    for name in _OURS:
        if name in options:
            raise ValueError(f"{name} is what muster.distributed sets itself")
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    words = [os.fspath(p) for p in paths]
    options.setdefault("threads", 1)
    count = shares or 4 * max(1, sum(client.nthreads().values()))
    flags, place = arguments(options), os.fspath(muster) if muster else None
    work = [client.submit(read_share, words, k, count, flags, place, pure=False) for k in range(1, count + 1)]

    def made(line: bytes) -> Record:
        record = from_json(line)
        if errors == "raise" and record.failed:
            raise UnreadableError(record)
        return record

    came: List[Iterator[Tuple[Place, bytes]]] = []
    files: List[BinaryIO] = []
    try:
        for future in as_completed(work):
            share, lines = future.result()
            future.release()   # the worker need not keep it
            if not ordered:
                for line in lines.splitlines():
                    yield made(line)
                continue
            files.append(tempfile.TemporaryFile())   # type: ignore[arg-type]
            files[-1].write(lines)
            came.append(_records(share, files[-1]))
        for _, line in heapq.merge(*came):
            yield made(line)
    finally:
        client.cancel(work)
        for file in files:
            file.close()
