"""The unusual weeks of a series, newest first, each with its evidence and what drove it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.counterfactual import Counterfactual, Without
from crimestats.analysis.detection import Basis, Detection, Level, WeekBand
from crimestats.analysis.drivers import Driver, Split, extra_at, named
from crimestats.analysis.extra import NOTHING, Extra
from crimestats.categories import kinds_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, TOTAL, WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

__all__ = ["Peak", "Together", "Without", "peak_at", "peaks"]


@dataclass(frozen=True, slots=True)
class Together:
    """Two or three weeks that are unusual as a sum."""

    weeks: Period
    observed: float
    expected: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Peak:
    """A flagged week.

    Attributes:
        week, code: which week of which series.
        observed, expected, lower, upper, alarm_limit, p_value, level, basis, weeks_used: as in the band.
        preliminary: the count may still grow.
        together: the weeks that made the alarm, this one last, their reports and what was expected of them,
            and the chance of so many; weeks that had alarmed already count as what was expected. None where
            this week made it alone.
        share: of the week's reports known by now, 1 unless delays are known.
        holiday_unmodelled: a holiday that the record is too short to know.
        extra: how many reports came beyond what would have come anyway, with a 90 % interval.
        drivers: the excess split over the series' parts, largest first.
        cause: the driver that stands out; None = spread over several, or none was reported.
        spread: excess that lies in no part: parts not reported or with a record too short, and the
            difference between the series' own expectation and the sum of the parts'. Drivers' excesses and
            spread add up to ``excess`` exactly.
        kinds_reported, parties_reported: whether the week's file split fraud by kind and by injured party.
        without: the week without its benefit fraud, else without its cause; None where neither can be judged.
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
    extra: Extra = NOTHING
    cause: Driver | None = None
    together: Together | None = None
    share: float = 1.0
    holiday_unmodelled: bool = False

    @property
    def rarity(self) -> float:
        """The chance of what made the week stand out: its own count, or that of the weeks together."""
        return self.together.p_value if self.together else self.p_value

    @property
    def excess(self) -> float:
        return self.observed - self.expected

    @property
    def without_benefit(self) -> int | None:
        """The count without benefit fraud; None where none was reported."""
        rest = self.without
        return rest.observed if rest and rest.code == BENEFIT_FRAUD else None

    @property
    def asks(self) -> tuple[str, ...]:
        """Which splits the file lacks to tell the cause: ``categories``, ``kinds``, ``parties``.

        Where there is any, the officer is asked one question, and the answer is kept as a note. Only fraud is
        told by injured party, and benefit fraud has no kinds.
        """
        if self.cause is None and (self.drivers or self.code == TOTAL):
            return () if self.drivers else ("categories",)
        code, wanted = self.told_of, ["kinds", "parties"]
        if code == BENEFIT_FRAUD or code in kinds_of(FRAUD):
            wanted.remove("kinds")
        elif code not in (FRAUD, FRAUD_ALL):
            wanted.remove("parties")
        return tuple(split for split in wanted if not getattr(self.cause, split, ()))

    @property
    def told_of(self) -> str:
        """What the week is about: its cause, else the series itself."""
        return self.cause.code if self.cause else self.code


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
    split, less = Split(record, detection.bands, code), Counterfactual(record, code)
    return [_peak(band, split, less, n) for n in reversed(flagged)]


def peak_at(record: WeeklyCounts, detection: Detection, week: IsoWeek, code: str = TOTAL) -> Peak | None:
    """Any judged week told as a peak is, flagged or not; None where it cannot be judged.

    Raises:
        KeyError: when the record does not hold the series.
    """
    band, at = detection.bands[code], record.index(week)
    if at is None or not np.isfinite(band.observed[at] + band.expected[at]):
        return None
    return _peak(band, Split(record, detection.bands, code), Counterfactual(record, code), at)


def _peak(band: WeekBand, split: Split, less: Counterfactual, at: int) -> Peak:
    record, excess = split.record, float(band.observed[at] - band.expected[at])
    drivers, extra = split.drivers(at, excess), extra_at(band, at)
    cause = named(drivers, extra)
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
        without=less.without(at, drivers, cause),
        extra=extra,
        cause=cause,
        together=_together(band, record, at),
        share=float(band.share[at]),
        holiday_unmodelled=bool(band.holiday_unmodelled[at]),
    )


def _together(band: WeekBand, record: WeeklyCounts, at: int) -> Together | None:
    if band.window[at] < 2:
        return None
    weeks = slice(at - int(band.window[at]) + 1, at + 1)
    observed, expected = band.observed[weeks].copy(), band.expected[weeks]
    told = (band.level[weeks] == Level.ALARM) & (np.arange(weeks.start, weeks.stop) < at)
    observed[told] = np.minimum(observed, expected)[told]
    period = Period(record.weeks[weeks.start], record.weeks[at])
    return Together(period, float(observed.sum()), float(expected.sum()), float(band.window_p[at]))


def _reported(values: NDArray[np.float64] | None, at: int) -> bool:
    return values is not None and bool(np.isfinite(values[at]))
