"""One long text shared by thousands of cells is small in a file and large once each cell has it."""

from __future__ import annotations

import re

from etl.readers.refused import Refused

_ITEM = re.compile(rb"<(?:\w+:)?si[ >/]")
_USED = re.compile(rb"t=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(\d{1,9})<")
# Shorter ones cannot grow to more than the cells' own number allows.
_LONG = 1_000


class SharedTexts:
    """Adds up how much text the cells of all sheets come to; takes the list of shared strings first."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._lengths: list[int] = []

    def count(self, part: str, body: bytes) -> None:
        """One part of the workbook.

        Raises:
            Refused: ``file_too_heavy``.
        """
        if part.startswith("xl/sharedStrings"):
            self._lengths = _lengths(body)
        elif part.startswith("xl/worksheets/") and self._lengths:
            for found in _USED.finditer(body):
                number = int(found[1])
                self._left -= self._lengths[number] if number < len(self._lengths) else 0
                if self._left < 0:
                    raise Refused("file_too_heavy")


def _lengths(body: bytes) -> list[int]:
    """The length of every shared string as it is written; [] when none of them is long."""
    starts = [found.start() for found in _ITEM.finditer(body)]
    lengths = [end - start for start, end in zip(starts, [*starts[1:], len(body)], strict=True)]
    return lengths if max(lengths, default=0) > _LONG else []
