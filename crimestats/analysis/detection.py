"""The one door to "is this unusual?": a record in, a judged range per series and week out.

``detect`` is what everything else calls. The method stands in docs/methods.md, its reasons and measured
figures in docs/decisions/0006-detection-engine.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis import kept
from crimestats.analysis.bands import Basis, Level, PeriodBand, Shift, WeekBand
from crimestats.analysis.budget import alpha_of, nominal
from crimestats.analysis.design import Break, design
from crimestats.analysis.negative_binomial import at_least, quantile
from crimestats.analysis.shifts import Found
from crimestats.analysis.verdicts import Judged, judge, levels, usual_range
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

__all__ = ["Basis", "Break", "Detection", "Level", "PeriodBand", "Shift", "WeekBand", "detect"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Detection:
    """Every series of a record judged.

    Attributes:
        weeks, preliminary: as in the record. bands: per series.
        shifts: lasting changes of level, oldest first.
        alpha: the share of false alarms per week and series that the limits are set for.
    """

    weeks: tuple[IsoWeek, ...]
    bands: Mapping[str, WeekBand]
    preliminary: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    shifts: tuple[Shift, ...] = ()
    alpha: float = 0.005

    def over(self, code: str, period: Period) -> PeriodBand:
        """Judge the sum of a period's weeks; a period of one week has that week's own verdict.

        Means add. Chance variation is taken as independent between weeks, so its variances add; the doubt
        about the mean is taken as wholly shared, since neighbouring weeks rest on nearly the same earlier
        weeks, so its standard errors add (the cautious end).

        Raises:
            KeyError: when the series was not judged.
        """
        band = self.bands[code]
        at = self._positions(period)
        held = at[np.isfinite(band.observed[at])]
        n_missing = len(period) - len(held)
        if not len(held):
            nan = float("nan")
            return PeriodBand(None, nan, nan, nan, nan, Level.NONE, Basis.TOO_SHORT, n_missing)
        if len(period) == 1:
            return _week(band, int(held[0]))
        observed, mean = band.observed[held].sum(keepdims=True), band.expected[held].sum(keepdims=True)
        variance = (band.noise[held].sum() + band.doubt[held].sum() ** 2).reshape(1)
        lower, upper = usual_range(mean, variance, settings().detection)
        unusual = observed > np.maximum(quantile(1 - self.alpha, mean, variance), upper)
        early = np.array([_flag(self.preliminary, len(self.weeks))[held].any()])
        level = levels(observed, lower, upper, unusual, early)
        p_value = at_least(observed, mean, variance)
        return PeriodBand(int(observed[0]), float(mean[0]), float(lower[0]), float(upper[0]),
        float(p_value[0]),
                          Level(int(level[0])), Basis(int(band.basis[held].min())), n_missing)  # fmt: skip

    def _positions(self, period: Period) -> NDArray[np.int64]:
        if not self.weeks:
            return np.zeros(0, dtype=np.int64)
        first = period.first - self.weeks[0]
        return np.arange(max(0, first), max(0, min(len(self.weeks), first + len(period))), dtype=np.int64)


def detect(
    record: WeeklyCounts, codes: Sequence[str] | None = None, *,
    breaks: Iterable[Break] = (), shares: Mapping[str, Array] | None = None, alpha: float | None = None,
) -> Detection:  # fmt: skip
    """Judge every week of the record, each by itself and the weeks before it.

    Args:
        record: counts of one area.
        codes: which series, default every one of the record.
        breaks: school breaks, (name, weeks): each sort of break gets a place in the expectation.
        shares: code → (T,) part of each week's reports known by now, where delays are known
            (:mod:`crimestats.analysis.nowcast`); 1 elsewhere.
        alpha: share of false alarms per week and series; None = what the yearly budget allows.

    Raises:
        KeyError: when a code is not in the record.
    """
    wanted = list(record.series) if codes is None else list(codes)
    counts = {code: record.series[code] for code in wanted}
    alpha = alpha_of(record) if alpha is None else alpha
    if not wanted or record.empty:
        return Detection(record.weeks, {}, record.preliminary, alpha=alpha)
    length = len(record.weeks)
    told = {code: (shares or {}).get(code, np.ones(length)) for code in wanted}
    early = _flag(record.preliminary, length).tobytes()
    about = kept.About(record.weeks[0], tuple(breaks), nominal(alpha), early)
    found = kept.remembered(about, {code: (counts[code], told[code]) for code in wanted}, _judged)
    shifts = [_shift(record, code, part) for code in wanted for part in found[code][1]]
    bands = {code: found[code][0] for code in wanted}
    shifts.sort(key=lambda shift: shift.first)
    return Detection(record.weeks, bands, record.preliminary, tuple(shifts), alpha)


def _judged(about: kept.About, counts: Array, share: Array) -> Judged:
    weeks = [about.first + n for n in range(counts.shape[1])]
    preliminary = np.frombuffer(about.preliminary, dtype=np.bool_)
    return judge(counts, design(weeks, about.breaks), preliminary, share, about.nominal, settings().detection)


def _week(band: WeekBand, at: int) -> PeriodBand:
    return PeriodBand(
        observed=int(band.observed[at]),
        expected=float(band.expected[at]),
        lower=float(band.lower[at]),
        upper=float(band.upper[at]),
        p_value=float(band.p_value[at]),
        level=Level(int(band.level[at])),
        basis=Basis(int(band.basis[at])),
        n_missing=0,
    )


def _shift(record: WeeklyCounts, code: str, found: Found) -> Shift:
    weeks = record.weeks
    rebased = None if found.rebased is None else weeks[found.rebased]
    return Shift(code, weeks[found.first], weeks[found.recognised], rebased, found.settled or found.ratio)


def _flag(preliminary: NDArray[np.bool_], weeks: int) -> NDArray[np.bool_]:
    """The record's flags, or all False where a record was built without them."""
    return preliminary if len(preliminary) == weeks else np.zeros(weeks, dtype=np.bool_)
