"""What each week was expected to hold, judged only by the weeks before it; batched over series and weeks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.baseline import Basis, bases, earlier, level_lags, season_lags
from crimestats.analysis.fit import OUTBREAK, fit_level
from crimestats.config import Detection as Rules

Array = NDArray[np.float64]

# The dispersion of one window rests on some 35 weeks; the mean over half a year of windows is far steadier.
_DISPERSION_WEEKS = 26
# The level drifts from year to year: standard deviation of its log believed before looking, and how long a
# stretch of recent weeks is looked at.
LEVEL_SD = 0.15
# A level from part of a year has not seen the other seasons: the share of doubt if it had seen none.
SEASON_SD = 0.3
_FOLLOWED_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Expectation:
    """Arrays (S, T), NaN where the record is too short.

    Attributes:
        mean: expected count.
        noise: variance of a count around its true mean (dispersion x mean).
        doubt: standard error of ``mean``, in reports.
        basis: :class:`Basis` per week.
        weeks_used: how many earlier weeks the expectation rests on.
    """

    mean: Array
    noise: Array
    doubt: Array
    basis: NDArray[np.int8]
    weeks_used: NDArray[np.int64]


def expect(counts: Array, rules: Rules) -> Expectation:
    """The expectation of every week of every series.

    Args:
        counts: (S, T) weekly counts of consecutive weeks, NaN = missing (neither baseline nor zero).
        rules: windows and lengths from the settings.
    """
    basis = bases(counts, rules)
    mean, doubt, dispersion = (np.full(counts.shape, np.nan) for _ in range(3))
    used = np.zeros(counts.shape, dtype=np.int64)
    for kind, lags in ((Basis.LEVEL, level_lags(rules)), (Basis.SEASON, season_lags(rules))):
        rows = basis == kind
        if rows.any():
            past = earlier(counts, lags)[rows]
            fit = fit_level(past)
            mean[rows], doubt[rows], dispersion[rows] = fit.mean, fit.doubt, fit.dispersion
            used[rows] = np.isfinite(past).sum(axis=1)
    unseen = np.where(basis == Basis.LEVEL, SEASON_SD * (1 - used / len(level_lags(rules))), 0.0)
    doubt = np.hypot(doubt, unseen)
    dispersion = _steadied(dispersion, basis)
    mean = mean * _drift(counts, mean, dispersion, basis, rules)
    return Expectation(mean, dispersion * mean, doubt * mean, basis, used)


def _steadied(dispersion: Array, basis: NDArray[np.int8]) -> Array:
    """Where season is known: mean dispersion of the last half year's windows, this week's included."""
    season = basis == Basis.SEASON
    total = _running(np.where(season, dispersion, 0.0), _DISPERSION_WEEKS)
    number = _running(season.astype(float), _DISPERSION_WEEKS)
    return np.where(season, total / np.maximum(number, 1.0), dispersion)


def _drift(counts: Array, mean: Array, dispersion: Array, basis: NDArray[np.int8], rules: Rules) -> Array:
    """How far the level has moved from that of the same weeks of earlier years; 1 where season is unknown.

    This is the trend: the ratio of what came to what was expected, over the year up to ``half_window`` weeks
    ago, with a gamma prior around 1 so that few reports move it little: r = (sum y / phi + k) /
    (sum mu / phi + k), k = 1 / sd². Counts above the outbreak limit are cut to it, so that a surge does not
    raise the level. The doubt of the mean is left as it is, on the safe side.
    """
    limit = mean + OUTBREAK * np.sqrt(dispersion * mean)
    season = basis == Basis.SEASON
    usable = np.isfinite(counts) & season
    came = np.where(usable, np.minimum(counts, limit) / dispersion, 0.0)
    awaited = np.where(usable, mean / dispersion, 0.0)
    gap = rules.half_window + 1
    came, awaited = (_delayed(_running(part, _FOLLOWED_WEEKS), gap) for part in (came, awaited))
    prior = 1 / LEVEL_SD**2
    return np.where(season, (came + prior) / (awaited + prior), 1.0)


def _running(values: Array, weeks: int) -> Array:
    """Sum over each week and the ``weeks - 1`` before it, along the last axis."""
    total = np.cumsum(values, axis=1)
    total[:, weeks:] -= total[:, :-weeks].copy()
    return total


def _delayed(values: Array, weeks: int) -> Array:
    """Each week's value ``weeks`` earlier; zero before the record."""
    moved = np.zeros_like(values)
    moved[:, weeks:] = values[:, :-weeks]
    return moved
