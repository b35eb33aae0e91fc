"""The level and dispersion of many small sets of earlier counts at once.

Quasi-Poisson mean with past outbreaks weighted down: Farrington et al. (1996, sections 3.2 and 3.6) with the
weights of Noufaily et al. (2013, section 3.3). There is no slope in it: that the record grows or falls is
followed elsewhere (``expected``), and docs/decisions/0004-detection-method.md says why.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Anscombe residuals above this are weighted down (Noufaily et al. 2013).
OUTBREAK = 2.58
# Half a report is added to each set as a whole: a record of only zeros keeps a level above zero.
ADDED = 0.5
# Twice, since at first an outbreak hides behind the dispersion that it causes itself.
_WEIGHTINGS = 2


@dataclass(frozen=True, slots=True)
class Fit:
    """Per set (N,): mean count, its relative standard error, and dispersion (variance / mean, at least 1)."""

    mean: Array
    doubt: Array
    dispersion: Array


def fit_level(counts: Array) -> Fit:
    """Fit every row of counts (N, B), NaN where there is none; each row holds at least one.

    The standard error is that of a weighted mean, sqrt(dispersion / (mean x sum of weights)).
    """
    held = np.isfinite(counts).astype(float)
    size = held.sum(axis=1)
    y = np.where(held > 0, counts, 0.0) + held * (ADDED / size)[:, None]
    weights = held
    for _ in range(_WEIGHTINGS):
        mean, dispersion = _moments(y, weights, size)
        weights = _weights(y, held, mean, dispersion, size)
    mean, dispersion = _moments(y, weights, size)
    return Fit(mean, np.sqrt(dispersion / (mean * size)), dispersion)


def _moments(y: Array, weights: Array, size: Array) -> tuple[Array, Array]:
    """Weighted mean and Pearson's statistic per degree of freedom, never under that of pure chance."""
    mean = (weights * y).sum(axis=1) / size
    pearson = (weights * (y - mean[:, None]) ** 2).sum(axis=1) / mean
    return mean, np.maximum(1.0, pearson / np.maximum(1.0, size - 1))


def _weights(y: Array, held: Array, mean: Array, dispersion: Array, size: Array) -> Array:
    """Weights (N, B) from Anscombe residuals s: s^-2 above the limit, else 1; rows add up to their size."""
    m, leverage = mean[:, None], (1 / size)[:, None]
    scale = np.sqrt(dispersion[:, None] * np.maximum(1 - leverage, 0.01))
    residual = 1.5 * (np.cbrt(y) ** 2 / m ** (1 / 6) - np.sqrt(m)) / scale
    weights = np.where(residual > OUTBREAK, held / np.maximum(residual, OUTBREAK) ** 2, held)
    scaled: Array = weights * (size / weights.sum(axis=1))[:, None]
    return scaled
