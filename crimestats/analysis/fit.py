"""A log-linear level and trend fitted to many small sets of counts at once.

Quasi-Poisson regression with past outbreaks weighted down: Farrington et al. (1996, section 3.2-3.6) with the
weights of Noufaily et al. (2013, section 3.3). The slope has a normal prior, so that few years give little
trend and none is carried wildly forward; see docs/decisions/0004-detection-method.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Standard deviation of the yearly change in log level believed before seeing data. Small on
# purpose: what really drifts is followed over the last year (``expected``), not carried on from old years.
TREND_SD = 0.03
# Anscombe residuals above this are weighted down (Noufaily et al. 2013).
OUTBREAK = 2.58
# Half a report is added to each set as a whole: a record of only zeros keeps a level above zero.
ADDED = 0.5
# Twice, since at first an outbreak hides behind the dispersion that it causes itself.
_WEIGHTINGS = 2
_STEPS = 5  # Newton steps from a flat start; more change nothing in the seventh digit


@dataclass(frozen=True, slots=True)
class Fit:
    """Per set (N,): expected count of the judged week, its relative standard error, dispersion (>= 1)."""

    mean: Array
    doubt: Array
    dispersion: Array


@dataclass(frozen=True, slots=True)
class _Model:
    """Coefficients after a fit: ``mu`` (N, B) and the information matrix [[a, b], [b, c]], each (N,)."""

    level: Array
    mu: Array
    a: Array
    b: Array
    c: Array

    @property
    def determinant(self) -> Array:
        return self.a * self.c - self.b**2


def fit_trend(counts: Array, years: Array) -> Fit:
    """Fit every row of counts.

    Args:
        counts: (N, B) counts of the earlier weeks, NaN where there is none; each row holds at least one.
        years: (B,) time of each earlier week in years, 0 = the judged week, so negative. All zero: no trend.
    """
    held = np.isfinite(counts).astype(float)
    size = held.sum(axis=1)
    y = np.where(held > 0, counts, 0.0) + held * (ADDED / size)[:, None]
    weights, spread = held, np.ones(len(y))
    for _ in range(_WEIGHTINGS):
        model = _fit(y, weights, years, spread)
        spread = _dispersion(y, weights, model, size)
        weights = _weights(y, held, years, model, spread, size)
    model = _fit(y, weights, years, spread)
    spread = _dispersion(y, weights, model, size)
    doubt = np.sqrt(spread * model.c / model.determinant)
    return Fit(np.exp(model.level), doubt, spread)


def _fit(y: Array, weights: Array, years: Array, dispersion: Array) -> _Model:
    """Newton's method on the penalised quasi-likelihood, the 2 x 2 system solved in closed form."""
    moments = np.stack([np.ones_like(years), years, years**2], axis=1)
    prior = dispersion / TREND_SD**2
    level = np.log((weights * y).sum(axis=1) / weights.sum(axis=1))
    slope = np.zeros_like(level)
    for step in range(_STEPS + 1):
        mu = np.exp(level[:, None] + slope[:, None] * years)
        a, b, c = (weights * mu @ moments).T
        c = c + prior
        if step == _STEPS:
            break
        towards, tilt = (weights * (y - mu) @ moments[:, :2]).T
        tilt = tilt - prior * slope
        det = a * c - b**2
        level = level + (c * towards - b * tilt) / det
        slope = slope + (a * tilt - b * towards) / det
    return _Model(level, mu, a, b, c)


def _dispersion(y: Array, weights: Array, model: _Model, size: Array) -> Array:
    """Pearson's statistic per degree of freedom, never under that of pure chance."""
    pearson = (weights * (y - model.mu) ** 2 / model.mu).sum(axis=1)
    dispersion: Array = np.maximum(1.0, pearson / np.maximum(1.0, size - 2))
    return dispersion


def _weights(y: Array, held: Array, years: Array, model: _Model, dispersion: Array, size: Array) -> Array:
    """Anscombe residual s (Noufaily et al. 2013, section 3.3): weight s^-2 above the limit, sum kept at n."""
    a, b, c = (part[:, None] for part in (model.a, model.b, model.c))
    leverage: Array = model.mu * (c - 2 * b * years + a * years**2) / model.determinant[:, None]
    scale: Array = np.sqrt(dispersion[:, None] * np.maximum(1 - leverage, 0.01))
    sixth = np.cbrt(np.sqrt(model.mu))
    residual = 1.5 * (np.cbrt(y) ** 2 / sixth - sixth**3) / scale
    weights: Array = np.where(residual > OUTBREAK, held / np.maximum(residual, OUTBREAK) ** 2, held)
    scaled: Array = weights * (size / weights.sum(axis=1))[:, None]
    return scaled
