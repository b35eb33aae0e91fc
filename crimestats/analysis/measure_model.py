"""What a series would have held without a measure: a generalised linear model of the weeks outside it.

Quasi-Poisson regression on level, trend, season and holidays (McCullagh & Nelder 1989, chapter 9), fitted by
statsmodels. Against comparison areas the same columns explain the odds that a report of all the areas
together is this area's: a quasi-binomial model, in which everything that moved all areas alike cancels
(difference in differences on the logarithmic scale).

How much a run of weeks misses its expectation is measured on runs, not on single weeks: the outside weeks are
cut into blocks of up to ``BLOCK`` weeks, and the dispersion is that of the blocks' sums. A level that wanders
makes neighbouring weeks miss to the same side, which the spread of single weeks does not show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from crimestats.analysis.calendar import holiday_days
from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

YEAR = 365.2425 / 7
BLOCK = 8
_WAVES = 2
_HOLIDAYS = ("easter", "midsummer", "christmas")
# Each column of the model asks for this many reports; with fewer it is the level alone.
_REPORTS_PER_COLUMN = 10


@dataclass(frozen=True)
class Sums:
    """Counts to be expected (N,): ``mean``; ``noise``, their variance around it; ``doubt``, the mean's own.

    ``freedom``: degrees of freedom behind the two variances.
    """

    mean: Array
    noise: Array
    doubt: Array
    freedom: int

    def variance(self, confidence: float) -> Array:
        """Of a new count, as wide as Student's t asks where the dispersion is estimated."""
        tail = (1 + confidence) / 2
        wider = float(special.stdtrit(self.freedom, tail) / special.ndtri(tail))
        found: Array = np.maximum(self.noise + self.doubt, self.mean) * wider**2
        return found


@dataclass(frozen=True)
class Model:
    """Per week (T,), also within the measure.

    Attributes:
        mean: expected count without the measure.
        unit: variance of a count around its mean, before ``dispersion``.
        slopes: (T, p) derivative of ``mean`` by the coefficients; ``covariance`` (p, p) theirs.
        dispersion, freedom: of sums over a block, and the degrees of freedom it was estimated with.
        weeks_used: outside weeks with figures.
    """

    mean: Array
    unit: Array
    slopes: Array
    covariance: Array
    dispersion: float
    freedom: int
    weeks_used: int

    def over(self, weeks: Mask) -> Sums:
        """The sum of some weeks as one count."""
        slope = self.slopes[weeks].sum(axis=0, keepdims=True)
        mean, unit = (part[weeks].sum(keepdims=True) for part in (self.mean, self.unit))
        return self._sums(mean, unit, slope)

    def weekly(self) -> Sums:
        """Every week by itself."""
        return self._sums(self.mean, self.unit, self.slopes)

    def _sums(self, mean: Array, unit: Array, slopes: Array) -> Sums:
        doubt = np.einsum("tp,pq,tq->t", slopes, self.covariance, slopes)
        return Sums(mean, self.dispersion * unit, self.dispersion * doubt, self.freedom)


def own_model(weeks: Sequence[IsoWeek], counts: Array, outside: Mask, length: int) -> Model:
    """A series by its own past and future.

    Args:
        weeks: T consecutive weeks. counts: (T,), no NaN in ``outside`` weeks.
        outside: (T,) the weeks to learn from.
        length: weeks of the measure; blocks are no longer.
    """
    from statsmodels.genmod.families import Poisson  # late: half a second that only this page needs

    design = _design(weeks, outside, counts)
    found, covariance = _fit(counts[outside], design[outside], Poisson())
    mean = np.exp(design @ found)
    return _model(counts, mean, mean, design, covariance, outside, length)


def compared_model(
    weeks: Sequence[IsoWeek], counts: Array, others: Array, outside: Mask, length: int
) -> Model:
    """A series by what its comparison areas together (``others`` (T,)) had in the same weeks."""
    from statsmodels.genmod.families import Binomial

    design = _design(weeks, outside, np.fmin(counts, others))
    both = np.column_stack([counts, others])
    held = outside & (both.sum(axis=1) > 0)
    found, covariance = _fit(both[held], design[held], Binomial())
    odds = np.exp(design @ found)
    mean = others * odds
    return _model(counts, mean, (counts + others) * odds, design, covariance, outside, length)


def _fit(counts: Array, design: Array, family: object) -> tuple[Array, Array]:
    """Coefficients and their covariance before dispersion."""
    from statsmodels.genmod.generalized_linear_model import GLM

    fitted = GLM(counts, design, family=family).fit(scale=1.0)
    return np.asarray(fitted.params, float), np.asarray(fitted.cov_params(), float)


def _model(
    counts: Array, mean: Array, unit: Array, design: Array, covariance: Array, outside: Mask, length: int
) -> Model:
    missed, due = _blocks(counts - mean, outside, length), _blocks(unit, outside, length)
    # Level, trend and season are slower than a block and cost it a degree of freedom each; holidays are not.
    slow = min(design.shape[1], 2 + 2 * _WAVES)
    freedom = max(2, len(missed) - slow)
    told = due > 0
    dispersion = max(1.0, float((missed[told] ** 2 / due[told]).sum()) / freedom)
    slopes = mean[:, None] * design
    return Model(mean, unit, slopes, covariance, dispersion, freedom, int(outside.sum()))


def _blocks(values: Array, outside: Mask, length: int) -> Array:
    """Sums over blocks of outside weeks, neighbours but for gaps; the rest at the end is left out."""
    size, held = min(length, BLOCK), values[outside]
    number = len(held) // size
    sums: Array = held[: number * size].reshape(number, size).sum(axis=1)
    return sums


def _design(weeks: Sequence[IsoWeek], outside: Mask, reports: Array) -> Array:
    """Columns (T, p): level, trend in years, yearly waves, holidays in which the outside weeks hold reports.

    ``reports`` (T,): what there is to learn from in each week.
    """
    years = (np.array([week.ordinal for week in weeks], dtype=float) - weeks[0].ordinal) / YEAR
    turn = 2 * np.pi * years
    waves = [wave(n * turn) for n in range(1, _WAVES + 1) for wave in (np.cos, np.sin)]
    columns = [np.ones(len(weeks)), years - years[outside].mean(), *waves]
    columns += [one for one in _holidays(weeks) if (one * reports)[outside].sum() > 0]
    if reports[outside].sum() < _REPORTS_PER_COLUMN * len(columns):
        columns = columns[:1]
    return np.column_stack(columns)


def _holidays(weeks: Sequence[IsoWeek]) -> list[Array]:
    days = [holiday_days(year) for year in range(weeks[0].year, weeks[-1].year + 2)]
    found = ({IsoWeek.of(day) for held in days for day in held[name]} for name in _HOLIDAYS)
    return [np.array([week in held for week in weeks], dtype=float) for held in found]
