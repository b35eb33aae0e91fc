"""The marking child: a workbook and its marks on standard input, the marked workbook on standard output.

Started by ``etl.mark`` only. Both ways, what is plain stands first as JSON with its length in eight bytes
before it; the workbook's bytes follow.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from etl.marking.frame import packed, unpacked
from etl.readers.__main__ import set_limits
from etl.readers.refused import Limits, Refused


def mark(kind: str, told: dict[str, Any], data: bytes, limits: Limits) -> tuple[bytes, list[str]]:
    """The marked workbook, and what of the original it lacks.

    Raises:
        Refused: as the readers do.
    """
    # Late and after the limits: everything that parses.
    from etl.marking.book import marked
    from etl.marking.marks import Marks

    return marked(kind, data, Marks.of(told), limits)


def main() -> None:
    """Mark, print, and turn whatever a hostile file causes into a code."""
    kind, limits = sys.argv[1], Limits(**json.loads(sys.argv[2]))
    set_limits(limits)
    out: bytes = b""
    try:
        told, data = unpacked(sys.stdin.buffer.read())
        out, lost = mark(kind, told, data, limits)
        answer: dict[str, Any] = {"lost": lost}
    except Refused as refused:
        answer = {"refused": refused.code, "sheet": refused.sheet, "cell": refused.cell}
    except (MemoryError, RecursionError):
        answer = {"refused": "file_too_heavy"}
    except Exception as fault:  # as in the reader child: one sentence for all that a broken file can cause
        answer = {"refused": "file_broken", "fault": type(fault).__name__}
    sys.stdout.buffer.write(packed(answer, out))


if __name__ == "__main__":
    main()
