"""The last net under the command line: a fault of ours is one line and exit 1, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from crimestats.clock import LOCAL
from crimestats.config import settings, store_place
from crimestats.i18n import texts


def guarded(run: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run a command; whatever it did not foresee is logged without any data and told in one line."""
    try:
        return run(arguments)
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 1
    except Exception as fault:
        print(_told(fault), file=sys.stderr)
        return 1


def _told(fault: Exception) -> str:
    say = texts(settings().default_language)
    frames = traceback.extract_tb(fault.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    log = _logged(fault, frames)
    return (
        say("etl.cli.fault", log=log)
        if log
        else say("etl.cli.fault_no_log", kind=type(fault).__name__, where=where)
    )


def _logged(fault: Exception, frames: traceback.StackSummary) -> str:
    """Write the places of the code, never the exception's text: that could hold what stood in a cell."""
    place = store_place()
    if ":" in place.split("/")[0]:
        return ""
    path = Path(place) / "log" / "etl.log"
    lines = [f"{datetime.now(LOCAL).isoformat(timespec='seconds')} {type(fault).__name__}"]
    lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        return ""
    return str(path)
