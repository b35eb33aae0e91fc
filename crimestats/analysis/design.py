"""The columns of the regression: level, trend, season, holidays and school breaks of every week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.calendar import holiday_days
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]
# A name and the weeks of one school break; breaks of the same name, years aside, are one column.
Break = tuple[str, Period]

WEEKS_PER_YEAR = 365.2425 / 7
HARMONICS = 2
# Penalties, in reports: how many reports it takes before half of what a column shows is believed.
LEVEL_RIDGE, SEASON_RIDGE, HOLIDAY_RIDGE, SMALL_HOLIDAY_RIDGE = 1e-6, 3.0, 3.0, 8.0
_YEAR_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Design:
    """Columns (T, p), the first one constant; the penalty of each (p,); which weeks a holiday marks (T,)."""

    columns: Array
    ridge: Array
    holiday: NDArray[np.bool_]


def design(weeks: Sequence[IsoWeek], breaks: Iterable[Break] = ()) -> Design:
    """The columns over a record's weeks; each week's depend on the calendar alone.

    Time and season are counted in true weeks of 1/52.1775 year, so a week 53 moves nothing. Holidays stand
    where they fell: Easter by the share of its days, midsummer and All Saints by date. Christmas and New Year
    are weeks 52, 53 and 1, with the two weeks of preparation before them.
    """
    ordinals = np.array([week.ordinal for week in weeks], dtype=float)
    years = (ordinals - ordinals[0]) / WEEKS_PER_YEAR
    wave = 2 * np.pi * ordinals / WEEKS_PER_YEAR
    season = [turn(n * wave) for n in range(1, HARMONICS + 1) for turn in (np.cos, np.sin)]
    large, small = _fixed(weeks), [*_moving(weeks), *_breaks(weeks, breaks)]
    columns = np.stack([np.ones(len(weeks)), years, *season, *large, *small], axis=1)
    ridge = [LEVEL_RIDGE] + [SEASON_RIDGE] * (1 + len(season))
    ridge += [HOLIDAY_RIDGE] * len(large) + [SMALL_HOLIDAY_RIDGE] * len(small)
    return Design(columns, np.array(ridge), np.max([*large, *small], axis=0) > 0)


def _fixed(weeks: Sequence[IsoWeek]) -> list[Array]:
    """Midsummer, the two weeks before Christmas, and the turn of the year."""
    number = np.array([week.week for week in weeks])
    midsummer = _days(weeks, "midsummer") > 0
    before, turn = (number == 50) | (number == 51), (number >= 52) | (number == 1)
    return [part.astype(float) for part in (midsummer, before, turn)]


def _moving(weeks: Sequence[IsoWeek]) -> list[Array]:
    """Easter: three of its four days fall in one week. All Saints, which is the week of the autumn break."""
    return [_days(weeks, "easter") / 3, _days(weeks, "all_saints")]


def _days(weeks: Sequence[IsoWeek], holiday: str) -> Array:
    """How many days of a holiday each week holds."""
    found = np.zeros(len(weeks))
    place = {week: n for n, week in enumerate(weeks)}
    for year in range(weeks[0].year, weeks[-1].year + 1):
        for day in holiday_days(year)[holiday]:
            if (n := place.get(IsoWeek.of(day))) is not None:
                found[n] += 1
    return found


def _breaks(weeks: Sequence[IsoWeek], breaks: Iterable[Break]) -> list[Array]:
    """One column per sort of break, in order of name: "Sportlov 2021" and "Sportlov 2022" are one sort."""
    columns: dict[str, Array] = {}
    for name, period in breaks:
        sort = " ".join(_YEAR_NUMBER.sub(" ", name).split()).casefold()
        column = columns.setdefault(sort, np.zeros(len(weeks)))
        first = period.first - weeks[0]
        column[max(0, first) : max(0, first + len(period))] = 1.0
    return [columns[sort] for sort in sorted(columns)]
