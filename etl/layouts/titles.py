"""What stands around the headings: the years of titles, and whether numbers are weeks or months."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from etl.grid import Place, Sheet, blank, shown
from etl.layouts import words
from etl.layouts.headings import Heading


def title_years(
    sheet: Sheet, rows: Iterable[int], skipped: set[int], others: list[Heading]
) -> frozenset[int]:
    """The years that the lines above the headings state, and the headings that are not figures'."""
    lines = [shown(v) for n in rows if n not in skipped for v in sheet.rows[n] if not blank(v)]
    lines += [h.text for h in others]
    return frozenset(year for line in lines for year in words.years_in(line))


def derived_title(sheet: Sheet, rows: Iterable[int]) -> Place | None:
    """The title that says that the table holds rates, shares, changes or other things than reports."""
    for row in sorted(rows, reverse=True):
        filled = [(row, column) for column, value in enumerate(sheet.rows[row]) if not blank(value)]
        if len(filled) == 1 and words.heads_derived(shown(sheet.at(*filled[0]))):
            return filled[0]
    return None


def are_months(figures: list[Heading]) -> bool:
    """Six digits that step from 12 of one year to 01 of the next are months."""
    weeks = [h.week for h in figures if h.six and h.week and h.week.year]
    return any(
        (one.week, two.week) == (12, 1) and (two.year or 0) - (one.year or 0) == 1
        for one, two in itertools.pairwise(weeks)
    ) and all(week.week <= 12 for week in weeks)


def could_be_months(sheet: Sheet, row: int, figures: list[Heading]) -> bool:
    """Numbers from 1 to 12 read as months just as well, unless the word week stands by."""
    if not all(h.week and (h.six or h.week.bare) and h.week.week <= 12 for h in figures):
        return False
    nearby = " ".join(shown(v) for n in range(row + 1) for v in sheet.rows[n] if isinstance(v, str))
    return not any(words.column_role(word) == "week" for word in words.simplify(nearby).split())
