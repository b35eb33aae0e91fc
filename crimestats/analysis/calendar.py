"""Holidays that change week number from year to year, and which of them two sets of weeks do not share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

from crimestats.weeks import IsoWeek


class Weeks(Protocol):
    """A period, or the weeks that stand for it a year before."""

    @property
    def weeks(self) -> tuple[IsoWeek, ...]: ...


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus 1991, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def midsummer_eve(year: int) -> date:
    """The Friday from 19 to 25 June: W25, but W26 in leap years that begin on a Thursday (2004, 2032)."""
    return _weekday_from(date(year, 6, 19), 5)


def all_saints(year: int) -> date:
    """The Saturday from 31 October to 6 November: W44, but W45 in the same years."""
    return _weekday_from(date(year, 10, 31), 6)


def holiday_days(year: int) -> dict[str, tuple[date, ...]]:
    """The days of each moving holiday, by the calendar year: Easter is Good Friday to Easter Monday."""
    sunday = easter_sunday(year)
    return {
        "easter": tuple(sunday + timedelta(days=n) for n in range(-2, 2)),
        "midsummer": (midsummer_eve(year), midsummer_eve(year) + timedelta(days=1)),
        "all_saints": (all_saints(year),),
        "christmas": tuple(date(year, 12, day) for day in (24, 25, 26)),
    }


def moved_holidays(period: Weeks, other: Weeks) -> tuple[str, ...]:
    """Holidays of which one set of weeks holds more days than the other, in the order of the year.

    Between "the same weeks a year before" that is Easter almost always, Christmas where its days fall into
    another ISO week, and midsummer and All Saints only around 2004 and 2032.
    """
    here, there = _held(period), _held(other)
    return tuple(name for name in holiday_days(2000) if here.get(name, 0) != there.get(name, 0))


def _held(period: Weeks) -> dict[str, int]:
    weeks = set(period.weeks)
    found: dict[str, int] = {}
    for name, day in _days({week.year for week in weeks}):
        if IsoWeek.of(day) in weeks:
            found[name] = found.get(name, 0) + 1
    return found


def _days(years: set[int]) -> Iterator[tuple[str, date]]:
    for year in years:
        for name, days in holiday_days(year).items():
            yield from ((name, day) for day in days)


def _weekday_from(first: date, weekday: int) -> date:
    """The first day from ``first`` on with an ISO weekday (Monday = 1)."""
    return first + timedelta(days=(weekday - first.isoweekday()) % 7)
