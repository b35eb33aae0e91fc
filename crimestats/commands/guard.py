"""The last net under the command line: refusals are exit 2, faults of ours exit 1, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from crimestats.commands.arguments import Refused, parser, say
from crimestats.config import settings
from crimestats.i18n import texts
from crimestats.store import StoreError


def guarded(arguments: list[str]) -> int:
    """Run one command and give its exit code; whatever goes wrong is told on standard error."""
    try:
        given = parser().parse_args(arguments)
        from crimestats.commands.run import COMMANDS  # late: the help text needs no numbers

        return COMMANDS[given.command](given)
    except Refused as refused:
        return _told(str(refused), 2)
    except StoreError as fault:
        return _told(texts(settings().default_language)(fault.code, **fault.values), 2)
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 1
    except Exception as fault:
        last = traceback.extract_tb(fault.__traceback__)[-1]
        return _told(
            say("fault", kind=type(fault).__name__, where=f"{Path(last.filename).name}:{last.lineno}"), 1
        )


def _told(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
