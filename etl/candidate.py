"""One count as a cell states it, before the checks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One count as a cell states it. The week is not yet held against the calendar (``etl/checks`` does).

    ``said_year``, ``said_week``: what the week number says beside a date; else None.
    ``within``: the label says that it is part of the category above it.
    ``excel_week``: what Excel's VECKONR gives for the date. ``assumed``: the area stands nowhere.
    """

    area: str
    source: str
    year: int
    week: int
    category: str
    injured_party: str
    count: int
    sheet: str
    cell: str
    week_cell: str
    said_year: int | None = None
    said_week: int | None = None
    within: bool = False
    excel_week: int | None = None
    assumed: bool = False
