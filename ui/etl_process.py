"""The screen's only way to etl: its command line, in a child process, the file's bytes on standard input.

A file never touches the disk before it is accepted, and one that kills its reader kills only that child.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from crimestats.config import ROOT, settings

# The child itself stops a reader after wall_seconds; this is for the rest of the work around it.
_MARGIN = 60
# Exit code of a file or request that was refused; the reason stands on standard error.
REFUSED = 2
# How often the one who waits hears that the work goes on.
_TICK = 0.5
_STAGE = b"@stage "

# Called with the stage's name ("" before the first), the share done and the seconds since the start.
Told = Callable[[str, float, float], None]


@dataclass(frozen=True, slots=True)
class EtlAnswer:
    """What the command said. ``code``: 0 done, 2 refused, 1 (or below 0) a fault of ours."""

    code: int
    json: Any
    message: str

    @property
    def done(self) -> bool:
        return self.code == 0


def run_etl(
    *arguments: str, data: bytes = b"", seconds: float | None = None, told: Told | None = None
) -> EtlAnswer:
    """Run ``python -m etl`` with these arguments and the bytes on standard input.

    Args:
        told: hears of each stage of ``read`` and ``load``. What it raises ends the child too, so that a page
            that is left does not leave work behind.

    Raises:
        subprocess.TimeoutExpired: after ``seconds``; the child and its own children are killed.
    """
    command = [sys.executable, "-m", "etl", *arguments, *(["--progress"] if told else [])]
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, start_new_session=True)
    try:
        return _Talk(child, data).answer(seconds or settings().upload.wall_seconds + _MARGIN, told)
    finally:
        _end(child)


class _Talk:
    """One conversation: the bytes in, the answer out and the stages heard, each in a thread of its own."""

    def __init__(self, child: subprocess.Popen[bytes], data: bytes) -> None:
        self.child = child
        self.output: list[bytes] = []
        self.lines: SimpleQueue[bytes | None] = SimpleQueue()
        for work in (lambda: _write(child.stdin, data), self._read, self._listen):
            Thread(target=work, daemon=True).start()

    def answer(self, seconds: float, told: Told | None) -> EtlAnswer:
        started, said, stage, share = time.monotonic(), [], "", 0.0
        flowing = 2  # standard output and standard error
        while flowing:
            passed = time.monotonic() - started
            if passed > seconds:
                raise subprocess.TimeoutExpired(self.child.args, seconds)
            if told:
                told(stage, share, passed)
            try:
                line = self.lines.get(timeout=min(_TICK, max(seconds - passed, 0.001)))
            except Empty:
                continue
            if line is None:
                flowing -= 1
            elif line.startswith(_STAGE):
                stage, share = _stage(line)
            else:
                said.append(line)
        code = self.child.wait(timeout=max(seconds - (time.monotonic() - started), 1))
        return EtlAnswer(code, _json(b"".join(self.output)), b"".join(said).decode(errors="replace").strip())

    def _read(self) -> None:
        assert self.child.stdout
        self.output.append(self.child.stdout.read())
        self.lines.put(None)

    def _listen(self) -> None:
        assert self.child.stderr
        for line in self.child.stderr:
            self.lines.put(line)
        self.lines.put(None)


def _stage(line: bytes) -> tuple[str, float]:
    """``@stage 2/6 layout`` → its name and the share of the stages that are behind."""
    _, numbers, name = line.decode().split()
    behind, of = numbers.split("/")
    return name, int(behind) / int(of)


def _write(pipe: IO[bytes] | None, data: bytes) -> None:
    """A child that refuses early, or is killed, stops listening; its answer says why."""
    assert pipe
    try:
        pipe.write(data)
        pipe.close()
    except OSError:
        pass


def _end(child: subprocess.Popen[bytes]) -> None:
    """Nothing of the child is left, nor of the reader that it started."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _json(output: bytes) -> Any:
    try:
        return json.loads(output)
    except ValueError:
        return None
