"""Command line: ``python -m crimestats COMMAND``; docs/command_line.md tells of each.

Exit code 0 = done, 2 = refused or wrong input, 1 = a fault of ours; never a traceback.
"""

from __future__ import annotations

import os
import sys

# Many small matrices: threads would spend their time waiting for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from crimestats.commands.guard import guarded

if __name__ == "__main__":
    sys.exit(guarded(sys.argv[1:]))
