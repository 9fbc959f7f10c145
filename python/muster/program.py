"""Runs the muster program and yields its records as they are printed."""
from __future__ import annotations

import collections
import os
import shutil
import subprocess
import threading
from typing import Any, Deque, Iterable, Iterator, List, Optional, Sequence, Union

from .records import Record, from_json

PathLike = Union[str, "os.PathLike[str]"]
_LAST_LINES = 50   # of standard error, kept for messages
_PATIENCE = 5      # seconds that an unwanted program has to end


class MusterError(Exception):
    """muster ended with an error. `exit_code` is the program's, `messages` what it said."""

    def __init__(self, text: str, exit_code: Optional[int] = None, messages: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.exit_code = exit_code
        self.messages = list(messages)


class ProgramNotFound(MusterError):
    """There is no muster in the path."""


class UsageError(MusterError):
    """The program was called wrongly, or a rule pack is broken."""


class UnreadableError(MusterError):
    """A document could not be read. `record` is its record, with the reason in `warnings`."""

    def __init__(self, record: Record) -> None:
        reason = next(w for w in record.warnings if w.code.startswith("error."))
        super().__init__(f"{record.source.path}: {reason.message} [{reason.code}]", 3)
        self.record = record


def program(path: Optional[PathLike] = None) -> str:
    """The muster to run: `path`, else the environment's MUSTER_PROGRAM, else the one in the path."""
    wanted = os.fspath(path) if path else os.environ.get("MUSTER_PROGRAM") or "muster"
    found = shutil.which(wanted)
    if found is None:
        raise ProgramNotFound(f"there is no program '{wanted}': install muster, or set MUSTER_PROGRAM to where it lies")
    return found


def arguments(options: Any) -> List[str]:
    """only=["staffing"], threads=2, with_text=True -> --only=staffing --threads=2 --with-text"""
    out: List[str] = []
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            out.append(flag)
        elif isinstance(value, (list, tuple)):
            out += [f"{flag}={','.join(value)}"] if name == "only" else [f"{flag}={item}" for item in value]
        else:
            out.append(f"{flag}={value}")
    return out


def extract(paths: Union[PathLike, Iterable[PathLike]], *, errors: str = "keep", muster: Optional[PathLike] = None,
            **options: Any) -> Iterator[Record]:
    """Yields a record for every document that `paths` stand for, in order, while muster is still reading.

    `options` are the flags of `muster extract` with underscores: only=["statuses"], with_text=True, threads=2,
    rules=["my-rules"], include=["*.pdf"]. errors="keep": a document that cannot be read gives a record whose `failed` is
    true; "raise": it raises UnreadableError. Leaving the loop early ends the program.
    """
    if errors not in ("keep", "raise"):
        raise ValueError("errors is 'keep' or 'raise'")
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    words = [os.fspath(p) for p in paths]
    command = [program(muster), "extract", "--format=jsonl", "--quiet", *arguments(options), "--", *words]
    # What a document is called may be bytes that are no UTF-8: muster prints them as UTF-8 all the same.
    run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None and run.stderr is not None
    said: Deque[str] = collections.deque(maxlen=_LAST_LINES)

    def listen(stream: Any) -> None:
        for line in stream:
            said.append(line.decode("utf-8", "replace").rstrip())

    listener = threading.Thread(target=listen, args=(run.stderr,), daemon=True)
    listener.start()
    try:
        for line in run.stdout:
            record = from_json(line)
            if errors == "raise" and record.failed:
                raise UnreadableError(record)
            yield record
        code = run.wait()
        listener.join()
        if code in (0, 3, 4):   # 3, 4: documents that could not be read have records of their own
            return
        text = "\n".join(said) or f"muster ended with exit code {code}"
        raise (UsageError if code == 2 else MusterError)(text, code, list(said))
    finally:
        run.stdout.close()   # first: a program that waits for us to read would not see the signal
        if run.poll() is None:
            run.terminate()
            try:
                run.wait(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
        listener.join(timeout=_PATIENCE)
        run.stderr.close()


def version(muster: Optional[PathLike] = None) -> str:
    """What `muster --version` says."""
    return subprocess.run([program(muster), "--version"], check=True, capture_output=True, text=True).stdout.strip()
