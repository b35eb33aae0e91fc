"""The screen's only way to etl: its command line, in a child process, the file's bytes on standard input.

A file never touches the disk before it is accepted, and one that kills its reader kills only that child.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from crimestats.config import ROOT, settings

# The child itself stops a reader after wall_seconds; this is for the rest of the work around it.
_MARGIN = 60
# Exit code of a file or request that was refused; the reason stands on standard error.
REFUSED = 2


@dataclass(frozen=True, slots=True)
class EtlAnswer:
    """What the command said. ``code``: 0 done, 2 refused, 1 (or below 0) a fault of ours."""

    code: int
    json: Any
    message: str

    @property
    def done(self) -> bool:
        return self.code == 0


def run_etl(*arguments: str, data: bytes = b"", seconds: float | None = None) -> EtlAnswer:
    """Run ``python -m etl`` with these arguments and the bytes on standard input.

    Raises:
        subprocess.TimeoutExpired: after ``seconds``; the child is killed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "etl", *arguments],
        input=data,
        capture_output=True,
        cwd=ROOT,
        timeout=seconds or settings().upload.wall_seconds + _MARGIN,
        check=False,
    )
    return EtlAnswer(done.returncode, _json(done.stdout), done.stderr.decode(errors="replace").strip())


def _json(output: bytes) -> Any:
    try:
        return json.loads(output)
    except ValueError:
        return None
