"""Reporting periods: named runs of whole weeks, and which other weeks they may be compared with.

Why a week belongs to the month it does: docs/decisions/0002-weeks-and-periods.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.weeks import IsoWeek, WeekError, parse_week, week_range, weeks_in_year

_SPAN = re.compile(r"(.+?)(?:--|\.\.|–)(.+)")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A run of weeks, both ends included. ``name`` is the editor's ("november 2021") or empty."""

    first: IsoWeek
    last: IsoWeek
    name: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise WeekError("week.period_backwards", first=str(self.first), last=str(self.last))

    @property
    def weeks(self) -> tuple[IsoWeek, ...]:
        return tuple(week_range(self.first, self.last))

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __contains__(self, week: IsoWeek) -> bool:
        return self.first <= week <= self.last

    @property
    def key(self) -> str:
        """How the period stands in an address: ``2021-W43--2021-W46``."""
        return f"{self.first}--{self.last}"

    def before(self) -> Period:
        """The equally long run of weeks that ends where this one begins."""
        return Period(self.first - len(self), self.first - 1)


def parse_period(text: str) -> Period:
    """The inverse of :attr:`Period.key`; one week alone is a period of one week.

    Raises:
        WeekError: when the text is no period.
    """
    span = _SPAN.fullmatch(text.strip())
    first, last = span.groups() if span else (text, text)
    return Period(parse_week(first), parse_week(last))


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same ISO week numbers a year earlier.

    ``partners`` holds one tuple per week of the period: the week(s) whose mean it is compared with. That
    is one week, except W53, which has no partner and takes the mean of W52 and the following W01.
    """

    partners: tuple[tuple[IsoWeek, ...], ...]

    @property
    def has_w53(self) -> bool:
        return any(len(partner) > 1 for partner in self.partners)

    @property
    def weeks(self) -> tuple[IsoWeek, ...]:
        return tuple(week for partner in self.partners for week in partner)


def year_before(period: Period) -> YearBefore:
    """What "the same period last year" means for a period (DOMAIN 2)."""
    return YearBefore(tuple(_partner(week) for week in period.weeks))


def _partner(week: IsoWeek) -> tuple[IsoWeek, ...]:
    if week.week <= weeks_in_year(week.year - 1):
        return (IsoWeek(week.year - 1, week.week),)
    return (IsoWeek(week.year - 1, 52), IsoWeek(week.year, 1))


def year_to_date(last: IsoWeek) -> Period:
    """Week 1 to ``last`` of its ISO year: the first n ISO weeks."""
    return Period(IsoWeek(last.year, 1), last)


def month_of(week: IsoWeek) -> tuple[int, int]:
    """(year, month) in whose public text a week is told: the month of the Thursday *after* the week.

    A week's figures arrive the Monday after it, and the bulletin is published near the month's end, so
    November 2021 is W43-W46 (decision 0002). Gives every month four or five whole weeks, without gaps.
    """
    told = (week + 1).thursday
    return told.year, told.month


def month_periods(first: IsoWeek, last: IsoWeek) -> list[Period]:
    """The unnamed months that lie wholly or partly in ``first``..``last``, oldest first, uncut."""
    periods: list[Period] = []
    start = first
    while month_of(start - 1) == month_of(first):
        start = start - 1
    while start <= last:
        end = start
        while month_of(end + 1) == month_of(start):
            end = end + 1
        periods.append(Period(start, end))
        start = end + 1
    return periods


@dataclass(frozen=True, slots=True)
class Seam:
    """A fault between two successive periods: ``kind`` is ``gap`` or ``overlap``, ``weeks`` where."""

    kind: str
    before: Period
    after: Period
    weeks: tuple[IsoWeek, ...]


def seams(periods: Sequence[Period]) -> list[Seam]:
    """Gaps and overlaps between successive periods, oldest first."""
    found: list[Seam] = []
    # The one that reaches furthest so far: a long period covers what a short one leaves open.
    reach: Period | None = None
    for period in sorted(periods):
        if reach is not None and period.first > reach.last + 1:
            found.append(Seam("gap", reach, period, tuple(week_range(reach.last + 1, period.first - 1))))
        elif reach is not None and period.first <= reach.last:
            shared = week_range(period.first, min(reach.last, period.last))
            found.append(Seam("overlap", reach, period, tuple(shared)))
        reach = period if reach is None or period.last > reach.last else reach
    return found
