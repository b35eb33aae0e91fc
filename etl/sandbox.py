"""Runs the reader in a child process with limits, so that a file that kills its reader kills nothing else."""

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
    answer = _run(received)
    if "refused" in answer:
        raise Refused(answer["refused"], answer.get("sheet", ""), answer.get("cell", ""))
    return workbook(answer)


def _run(received: Received) -> dict[str, Any]:
    bounds = limits()
    child = subprocess.Popen(
        [sys.executable, "-B", "-m", "etl.readers", received.kind, json.dumps(asdict(bounds))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        # Nothing of the parent's surroundings: no store, no secrets.
        env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "PYTHONUTF8": "1"},
    )
    try:
        output, _ = child.communicate(received.data, timeout=bounds.wall_seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise Refused("file_too_heavy") from None
    try:
        answer: dict[str, Any] = json.loads(output.decode("utf-8", "surrogatepass"))
    except (ValueError, UnicodeDecodeError):
        raise Refused("file_too_heavy") from None
    return answer
