"""What the rows of a table say, every label resolved (:mod:`etl.rows` reads them)."""

from __future__ import annotations

from dataclasses import dataclass

from etl import cells
from etl.grid import Place


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; "" and None where it says nothing. ``said``: its week number beside a date."""

    number: int
    area: str
    source: str
    party: str
    label: str
    year: int | None
    week: cells.Mention | None
    week_place: Place
    said: cells.Mention | None
    label_place: Place


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that hold counts, and the numbers of those that add up others.

    ``groups``: sums that stand above what they add → the rows below them.
    """

    counts: list[TableRow]
    sums: list[int]
    groups: dict[int, list[int]]
