"""The one door to "is this unusual?": a record in, a judged range per series and week out.

``detect`` is what everything else calls and what a better engine replaces. The method stands in
docs/methods.md, its reasons and measured figures in docs/decisions/0004-detection-method.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.baseline import Basis
from crimestats.analysis.expected import expect
from crimestats.analysis.negative_binomial import at_least, quantile
from crimestats.config import Detection as Rules
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

__all__ = ["Basis", "Detection", "Level", "PeriodBand", "WeekBand", "detect"]

Array = NDArray[np.float64]

# One or two reports are never unusual: a range reaches at least to 2, whatever the past.
FEWEST_UNUSUAL = 3


class Level(IntEnum):
    """The verdict on a count; plain words for each in the i18n tables."""

    NONE = 0  # cannot be judged: missing, record too short, or low while still preliminary
    BELOW = 1
    USUAL = 2
    WATCH = 3  # fler än vanligt
    ALARM = 4  # ovanligt många


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True)
class WeekBand:
    """One series judged week by week; arrays (T,), NaN where there is no range.

    Attributes:
        expected: expected count.
        lower, upper: the range shown ("vanligt 24-43"), whole numbers, both ends usual.
        alarm_limit: the count above which a week is unusual.
        p_value: probability of a count at least this high.
        level, basis: :class:`Level` and :class:`Basis` as int8.
        weeks_used: earlier weeks behind the expectation.
        observed, noise, doubt: the counts, the variance around the mean and the mean's standard error.
    """

    expected: Array
    lower: Array
    upper: Array
    alarm_limit: Array
    p_value: Array
    level: NDArray[np.int8]
    basis: NDArray[np.int8]
    weeks_used: NDArray[np.int64]
    observed: Array = field(default_factory=_none)
    noise: Array = field(default_factory=_none)
    doubt: Array = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class PeriodBand:
    """The sum of a period's weeks judged as one count, over the weeks that have counts.

    ``observed`` is None when none has; ``n_missing`` says how many have not. Range and p-value are NaN when
    the record is too short at any of the weeks.
    """

    observed: int | None
    expected: float
    lower: float
    upper: float
    p_value: float
    level: Level
    basis: Basis
    n_missing: int


@dataclass(frozen=True)
class Detection:
    """Every series of a record judged; ``preliminary`` (T,) as in the record."""

    weeks: tuple[IsoWeek, ...]
    bands: Mapping[str, WeekBand]
    preliminary: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))

    def over(self, code: str, period: Period) -> PeriodBand:
        """Judge the sum of a period's weeks.

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
        observed, mean = band.observed[held].sum(keepdims=True), band.expected[held].sum(keepdims=True)
        variance = band.noise[held].sum() + band.doubt[held].sum() ** 2
        early = np.array([_flag(self.preliminary, len(self.weeks))[held].any()])
        judged = _judge(observed, mean, np.array([variance]), early, settings().detection)
        lower, upper, _limit, p_value = (float(row[0]) for row in judged[:4])
        level, basis = Level(int(judged[4][0])), Basis(int(band.basis[held].min()))
        return PeriodBand(int(observed[0]), float(mean[0]), lower, upper, p_value, level, basis, n_missing)

    def _positions(self, period: Period) -> NDArray[np.int64]:
        if not self.weeks:
            return np.zeros(0, dtype=np.int64)
        first = period.first - self.weeks[0]
        return np.arange(max(0, first), max(0, min(len(self.weeks), first + len(period))), dtype=np.int64)


def detect(record: WeeklyCounts, codes: Sequence[str] | None = None) -> Detection:
    """Judge every week of the record, each by the weeks before it alone.

    Args:
        record: counts of one area.
        codes: which series, default every one of the record.

    Raises:
        KeyError: when a code is not in the record.
    """
    wanted = list(record.series) if codes is None else list(codes)
    if not wanted or record.empty:
        return Detection(record.weeks, {}, record.preliminary)
    counts = np.stack([record.series[code] for code in wanted]).astype(float)
    bands = _bands(counts, _flag(record.preliminary, len(record.weeks)), settings().detection)
    return Detection(record.weeks, dict(zip(wanted, bands, strict=True)), record.preliminary)


def _bands(counts: Array, preliminary: NDArray[np.bool_], rules: Rules) -> list[WeekBand]:
    found = expect(counts, rules)
    variance = found.noise + found.doubt**2
    lower, upper, limit, p_value, level = _judge(counts, found.mean, variance, preliminary, rules)
    rows = zip(
        *(found.mean, lower, upper, limit, p_value, level, found.basis, found.weeks_used),
        *(counts, found.noise, found.doubt),
        strict=True,
    )
    return [WeekBand(*row) for row in rows]


def _judge(
    counts: Array, mean: Array, variance: Array, preliminary: NDArray[np.bool_], rules: Rules
) -> tuple[Array, Array, Array, Array, NDArray[np.int8]]:
    """Counts against their distribution: lower, upper, alarm limit, p-value, level; each like ``counts``."""
    fewest = np.where(np.isfinite(mean), FEWEST_UNUSUAL - 1.0, np.nan)
    lower = quantile(rules.watch_alpha, mean, variance)
    upper = np.maximum(quantile(1 - rules.watch_alpha, mean, variance), fewest)
    limit = np.maximum(quantile(1 - rules.alarm_alpha, mean, variance), fewest)
    level = np.full(counts.shape, Level.USUAL, dtype=np.int8)
    level[counts > upper] = Level.WATCH
    level[counts > limit] = Level.ALARM
    low = counts < lower
    level[low] = Level.BELOW
    # A preliminary week can only grow: its height is judged, its lowness is not.
    level[(low & preliminary) | np.isnan(counts) | np.isnan(mean)] = Level.NONE
    return lower, upper, limit, at_least(counts, mean, variance), level


def _flag(preliminary: NDArray[np.bool_], weeks: int) -> NDArray[np.bool_]:
    """The record's flags, or all False where a record was built without them."""
    return preliminary if len(preliminary) == weeks else np.zeros(weeks, dtype=np.bool_)
