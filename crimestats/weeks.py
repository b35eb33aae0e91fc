"""ISO 8601 weeks as values: arithmetic, ranges and every spelling the police use.

A week is (ISO year, ISO week) and runs Monday to Sunday; DOMAIN rules in docs/domain.md, section Weeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import overload

FIRST_YEAR, LAST_YEAR = 1900, 2200


class WeekError(ValueError):
    """A text or a pair of numbers that is no ISO week. ``code`` names the reason for the i18n tables."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}")
        self.code, self.values = code, values


def weeks_in_year(iso_year: int) -> int:
    """52 or 53: 28 December always lies in the last ISO week of its year."""
    return date(iso_year, 12, 28).isocalendar().week


@dataclass(frozen=True, order=True, slots=True)
class IsoWeek:
    """One ISO week, for example ``IsoWeek(2021, 43)``.

    Raises:
        WeekError: when the week does not exist (W53 of a year with 52 weeks is never rolled over).
    """

    year: int
    week: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise WeekError("week.year_out_of_range", year=self.year)
        if not 1 <= self.week <= weeks_in_year(self.year):
            raise WeekError("week.not_in_year", week=self.week, year=self.year)

    @classmethod
    def of(cls, day: date) -> IsoWeek:
        """The week that holds a day: 2021-01-03 lies in 2020-W53."""
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> IsoWeek:
        """The inverse of :attr:`ordinal`."""
        return cls.of(date.fromordinal(ordinal * 7 + 1))

    @property
    def ordinal(self) -> int:
        """Whole weeks since Monday 1 January of year 1; consecutive weeks differ by one, also over W53."""
        return (self.monday.toordinal() - 1) // 7

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def thursday(self) -> date:
        """The day that decides which year, and by the same rule which month, owns the week."""
        return self.monday + timedelta(days=3)

    def __add__(self, weeks: int) -> IsoWeek:
        return IsoWeek.from_ordinal(self.ordinal + weeks)

    @overload
    def __sub__(self, other: IsoWeek) -> int: ...
    @overload
    def __sub__(self, other: int) -> IsoWeek: ...
    def __sub__(self, other: IsoWeek | int) -> IsoWeek | int:
        if isinstance(other, IsoWeek):
            return self.ordinal - other.ordinal
        return self + -other

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"


def week_range(first: IsoWeek, last: IsoWeek) -> Iterator[IsoWeek]:
    """Every week from ``first`` to ``last``, both included; nothing when ``last`` comes before ``first``."""
    return (IsoWeek.from_ordinal(n) for n in range(first.ordinal, last.ordinal + 1))


_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_WEEK = r"(?P<week>\d{1,2})"
_WORD = r"(?:(?:vecka|veckan|week|wk|v|w)\.?)"
# Each spelling that DOMAIN 2 accepts, on lower-case text without spaces.
_SPELLINGS = [
    re.compile(pattern)
    for pattern in (
        rf"{_WORD}?{_WEEK}",  # v43, v. 43, vecka 43, 43
        rf"{_YEAR}-?{_WORD}-?{_WEEK}",  # 2021-W43, 2021W43, 2021 v 43
        rf"{_YEAR}[-/:]?(?P<week>\d\d)",  # 202143, 2021-43, 2021/43
        rf"{_WEEK}[-/,]{_YEAR}",  # 43/2021
        rf"{_WORD}{_WEEK}[-/,(]?{_YEAR}\)?",  # v. 43 2021, vecka 43/2021, vecka 43 (2021)
    )
]
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ].*)?")


def parse_week(text: str | int | date, year: int | None = None) -> IsoWeek:
    """Read a week in any accepted spelling; a date of any weekday means the week that holds it.

    Args:
        text: for example ``v. 43``, ``2021-W43``, ``202143``, ``43/2021``, ``2021-10-25`` or a date.
        year: the ISO year to use where the text gives none.

    Raises:
        WeekError: ``week.unreadable``, ``week.no_year`` or ``week.not_in_year``.
    """
    if isinstance(text, datetime):
        return IsoWeek.of(text.date())
    if isinstance(text, date):
        return IsoWeek.of(text)
    bare = str(text).strip().lower()
    if day := _ISO_DAY.fullmatch(bare):
        return _week_of_day(bare, *map(int, day.groups()))
    parts = week_parts(bare)
    if parts is None:
        raise WeekError("week.unreadable", text=str(text))
    own_year, week = parts
    if own_year is None and year is None:
        raise WeekError("week.no_year", text=str(text))
    return IsoWeek(own_year or year or 0, week)


def week_parts(text: str) -> tuple[int | None, int] | None:
    """(year or None, week number) of a spelled week, not yet held against the calendar; None when it is none.

    ``v. 43`` gives (None, 43) and ``2021-W53`` (2021, 53), although 2021 has no such week.
    """
    compact = _SPACES.sub("", text.strip().lower())
    for spelling in _SPELLINGS:
        if found := spelling.fullmatch(compact):
            given = found.groupdict()
            own_year = given.get("year")
            return (int(own_year) if own_year else None), int(given["week"])
    return None


def _week_of_day(text: str, year: int, month: int, day: int) -> IsoWeek:
    try:
        return IsoWeek.of(date(year, month, day))
    except ValueError as fault:
        raise WeekError("week.unreadable", text=text) from fault
