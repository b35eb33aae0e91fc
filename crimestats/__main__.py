"""Command line: ``python -m crimestats counts | peaks | report`` (docs/command_line.md).

Exit code 0 = done, 2 = refused or wrong input, 1 = a fault of ours; never a traceback.
"""

from __future__ import annotations

import sys

from crimestats.commands.guard import guarded

if __name__ == "__main__":
    sys.exit(guarded(sys.argv[1:]))
