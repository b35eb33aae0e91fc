"""The unusual weeks of a series, newest first, each with its evidence and what drove it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.detection import Basis, Detection, Level, WeekBand, detect
from crimestats.analysis.drivers import Driver, Split
from crimestats.categories import kinds_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, TOTAL, WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class Without:
    """The week had some reports not been there: the rest of the count against the rest's own range."""

    observed: int
    expected: float
    lower: float
    upper: float
    level: Level


@dataclass(frozen=True, slots=True)
class Peak:
    """A flagged week.

    Attributes:
        week, code: which week of which series.
        observed, expected, lower, upper, alarm_limit, p_value, level, basis, weeks_used: as in the band.
        preliminary: the count may still grow.
        drivers: the excess split over the series' parts, largest first.
        spread: excess that lies in no part: parts not reported or with a record too short, and the
            difference between the series' own expectation and the sum of the parts'. Drivers' excesses and
            spread add up to ``excess`` exactly.
        kinds_reported, parties_reported: whether the week's file split fraud by kind and by injured party.
        without: the week without its benefit fraud; None where none was reported or it cannot be judged.
    """

    week: IsoWeek
    code: str
    observed: int
    expected: float
    lower: float
    upper: float
    alarm_limit: float
    p_value: float
    level: Level
    basis: Basis
    preliminary: bool
    drivers: tuple[Driver, ...]
    spread: float = 0.0
    weeks_used: int = 0
    kinds_reported: bool = False
    parties_reported: bool = False
    without: Without | None = None

    @property
    def excess(self) -> float:
        return self.observed - self.expected

    @property
    def without_benefit(self) -> int | None:
        """The count without benefit fraud."""
        return self.without.observed if self.without else None


def peaks(
    record: WeeklyCounts,
    detection: Detection,
    period: Period | None = None,
    code: str = TOTAL,
    *,
    least: Level = Level.ALARM,
) -> list[Peak]:
    """Weeks at or above a level, newest first.

    Args:
        record: the counts that were judged.
        detection: ``detect(record)``.
        period: only weeks of it; None = the whole record.
        code: the series; one that the record does not hold has no peaks.
        least: ``Level.ALARM`` for unusual weeks alone, ``Level.WATCH`` for the raised ones as well.
    """
    band = detection.bands.get(code)
    if band is None:
        return []
    flagged = [
        int(n) for n in np.flatnonzero(band.level >= least) if period is None or record.weeks[n] in period
    ]
    if not flagged:
        return []
    split, reduced = Split(record, detection.bands, code), _without_benefit(record, code)
    return [_peak(record, band, split, reduced, n) for n in reversed(flagged)]


def _peak(record: WeeklyCounts, band: WeekBand, split: Split, reduced: WeekBand | None, at: int) -> Peak:
    excess = float(band.observed[at] - band.expected[at])
    drivers = split.drivers(at, excess)
    return Peak(
        week=record.weeks[at],
        code=split.code,
        observed=int(band.observed[at]),
        expected=float(band.expected[at]),
        lower=float(band.lower[at]),
        upper=float(band.upper[at]),
        alarm_limit=float(band.alarm_limit[at]),
        p_value=float(band.p_value[at]),
        level=Level(int(band.level[at])),
        basis=Basis(int(band.basis[at])),
        preliminary=bool(at < len(record.preliminary) and record.preliminary[at]),
        drivers=drivers,
        spread=excess - sum(driver.excess for driver in drivers),
        weeks_used=int(band.weeks_used[at]),
        kinds_reported=any(_reported(record.series.get(kind), at) for kind in kinds_of(FRAUD)),
        parties_reported=any(_reported(values, at) for values in record.by_party.values()),
        without=_without(record, reduced, at),
    )


def _reported(values: NDArray[np.float64] | None, at: int) -> bool:
    return values is not None and bool(np.isfinite(values[at]))


def _without_benefit(record: WeeklyCounts, code: str) -> WeekBand | None:
    """The series less benefit fraud, judged through the same door as the series itself."""
    benefit = record.series.get(BENEFIT_FRAUD)
    if benefit is None or code not in (TOTAL, FRAUD_ALL):
        return None
    reduced = replace(record, series={code: record.series[code] - benefit}, by_party={})
    return detect(reduced).bands[code]


def _without(record: WeeklyCounts, reduced: WeekBand | None, at: int) -> Without | None:
    if reduced is None or not np.isfinite(reduced.observed[at] + reduced.expected[at]):
        return None
    if record.series[BENEFIT_FRAUD][at] == 0:
        return None
    return Without(
        observed=int(reduced.observed[at]),
        expected=float(reduced.expected[at]),
        lower=float(reduced.lower[at]),
        upper=float(reduced.upper[at]),
        level=Level(int(reduced.level[at])),
    )
