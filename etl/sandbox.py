"""Runs a reader or a marker in a child process with limits: a file that kills it kills nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from crimestats.config import ROOT
from etl.grid import Workbook, workbook
from etl.intake import Received, limits
from etl.readers.refused import Refused


def read_in_child(received: Received) -> Workbook:
    """The workbook of a received file.

    Raises:
        Refused: with the reader's code; ``file_too_heavy`` when it met one of its limits or was killed.
    """
    output = run_limited("etl.readers", received.kind, received.data)
    try:
        answer: dict[str, Any] = json.loads(output.decode("utf-8", "surrogatepass"))
    except (ValueError, UnicodeDecodeError):
        raise Refused("file_too_heavy") from None
    if "refused" in answer:
        raise Refused(answer["refused"], answer.get("sheet", ""), answer.get("cell", ""))
    return workbook(answer)


def run_limited(module: str, kind: str, data: bytes) -> bytes:
    """What ``python -m module kind limits`` printed, given the bytes on its standard input.

    The child sets the limits on itself before it looks at them.

    Raises:
        Refused: ``file_too_heavy`` when it took longer than a file may.
    """
    bounds = limits()
    child = subprocess.Popen(
        [sys.executable, "-B", "-m", module, kind, json.dumps(asdict(bounds))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        # Nothing of the parent's surroundings: no store, no secrets.
        env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
    )
    try:
        output, _ = child.communicate(data, timeout=bounds.wall_seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise Refused("file_too_heavy") from None
    return output
