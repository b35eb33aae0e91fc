"""A span of dates as whole weeks, where it is one: ``25 oktober–21 november 2021``."""

from __future__ import annotations

from datetime import date

from crimestats.checking.moments import DATES, MONTHS
from crimestats.weeks import IsoWeek, week_range


def whole_weeks(text: str, year: int) -> tuple[IsoWeek, ...]:
    """The weeks from a Monday to a Sunday that a span of dates names; none for any other days."""
    found = DATES.fullmatch(text)
    if found is None or not (found["first"] and found["last"] and found["month2"]):
        return ()
    year_last = int(found["year2"] or year)
    month_last = _month(found["month2"])
    month_first = _month(found["month1"] or found["month2"])
    year_first = int(found["year1"] or (year_last - (month_first > month_last)))
    try:
        first, last = (
            date(year_first, month_first, int(found["first"])),
            date(year_last, month_last, int(found["last"])),
        )
    except ValueError:
        return ()
    if first.isoweekday() != 1 or last.isoweekday() != 7 or last < first:
        return ()
    return tuple(week_range(IsoWeek.of(first), IsoWeek.of(last)))


def _month(name: str) -> int:
    return MONTHS[name.strip().rstrip(".")]
