"""Was the budget kept? The detector over the record as if week by week, counted by year.

Every week is judged by itself and the weeks before it, so the verdicts that stand are those that would have
been given at the time, on the figures as they are known now.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import ceil

import numpy as np

from crimestats.analysis.bands import Basis, Level
from crimestats.analysis.budget import WATCHED, WEEKS_PER_YEAR
from crimestats.analysis.detection import Detection
from crimestats.config import settings
from crimestats.counts import TOTAL
from crimestats.weeks import IsoWeek

Known = Set[tuple[str, IsoWeek]]


@dataclass(frozen=True, slots=True)
class ReplayYear:
    """One year of the record, over the watched series together.

    Attributes:
        year: ISO year. weeks: weeks judged with a known season, in the series with most of them.
        alarms, watch: such verdicts, series by series; ``by_series`` the alarms of each.
        explained: how many of the alarms are known to have had a cause, so that they are not false.
        budget: alarms that the yearly budget of false ones allows for the weeks judged.
    """

    year: int
    weeks: int
    alarms: int
    watch: int
    by_series: Mapping[str, int]
    budget: float
    explained: int = 0

    @property
    def kept(self) -> bool:
        """No more unexplained alarms than the budget allows; a part of one counts as one."""
        return self.alarms - self.explained <= ceil(self.budget)


@dataclass(frozen=True, slots=True)
class Replay:
    """The years that could be judged, oldest first."""

    years: tuple[ReplayYear, ...]

    @property
    def alarms(self) -> int:
        return sum(year.alarms for year in self.years)

    @property
    def explained(self) -> int:
        return sum(year.explained for year in self.years)

    @property
    def budget(self) -> float:
        return sum(year.budget for year in self.years)

    @property
    def alarms_a_year(self) -> float:
        """Over all judged weeks; NaN without any."""
        weeks = sum(year.weeks for year in self.years)
        return self.alarms / weeks * WEEKS_PER_YEAR if weeks else float("nan")

    @property
    def kept(self) -> bool:
        """Over all years together: chance brings more in one and fewer in another."""
        return self.alarms - self.explained <= self.budget


def replay(detection: Detection, *, after: int | None = None, known: Known = frozenset()) -> Replay:
    """Count what would have alarmed.

    Args:
        detection: the record, judged.
        after: leave out the first so many weeks; None = those before the season is known.
        known: (series, week) of alarms that someone has explained; the total's speak for every series.
    """
    allowed = settings().detection.false_alarms_per_year
    codes = [code for code in WATCHED if code in detection.bands]
    if not codes:
        return Replay(())
    level = np.stack([detection.bands[code].level for code in codes])
    basis = np.stack([detection.bands[code].basis for code in codes])
    judged = (basis == Basis.SEASON) & (level > Level.NONE)
    judged[:, : after or 0] = False
    explained = np.array(
        [[bool({(code, week), (TOTAL, week)} & known) for week in detection.weeks] for code in codes]
    )
    years = np.array([week.year for week in detection.weeks])
    found = []
    for year in sorted(set(years[judged.any(axis=0)].tolist())):
        mine = judged & (years == year)
        weeks = int(mine.sum(axis=1).max())
        alarms = ((level == Level.ALARM) & mine).sum(axis=1)
        noted = ((level == Level.ALARM) & mine & explained).sum()
        watch = int(((level == Level.WATCH) & mine).sum())
        told = {code: int(n) for code, n in zip(codes, alarms, strict=True)}
        found.append(
            ReplayYear(
                year, weeks, int(alarms.sum()), watch, told, allowed * weeks / WEEKS_PER_YEAR, int(noted)
            )
        )
    return Replay(tuple(found))
