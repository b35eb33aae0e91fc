"""What a week would hold by the weeks before it: a penalised quasi-Poisson regression, many weeks at once.

log mean = design · coefficients. The coefficients of season, trend and holidays are drawn towards zero (ridge
penalty: Hoerl & Kennard 1970; as a generalised linear model: le Cessie & van Houwelingen 1992), so that a
short or sparse record cannot invent a season. Past surges are weighted down by their Anscombe residual
(Farrington et al. 1996, section 3.6).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.int64]

# Anscombe residuals above this are weighted down, by the square of how far above they are.
OUTBREAK = 2.2
# The dispersion (variance over mean) believed before looking, and how many weeks that belief is worth.
USUAL_DISPERSION, BELIEF_WEEKS = 1.25, 20.0
# A coefficient costs this many weeks on average, ridge and all.
_COST = 0.7
# Half a report is added to the record as a whole: one of only zeros keeps a level above zero.
ADDED = 0.5
# Always so many steps, so that what a week is told does not hang on what is judged beside it. Ten bring
# 99.9 % of all fits within 0.05 % of where a hundred would.
_STEPS, _LONGEST_STEP, _LARGEST_LOG = 10, 2.0, 16.0
# Numbers handled at once: what a processor core keeps close.
_CHUNK = 60_000


@dataclass(frozen=True, slots=True)
class Fit:
    """Arrays (R,), one per judged week of a series.

    Attributes:
        mean: expected count. doubt: standard error of its logarithm.
        dispersion: variance over mean of a count around its true mean, at least 1.
        coefficients: (R, p), on the log scale.
    """

    mean: Array
    doubt: Array
    dispersion: Array
    coefficients: Array


def fit(
    counts: Array, design: Array, ridge: Array, series: Indices, weeks: Indices, *,
    half_life: float = np.inf, window: int | None = None,
) -> Fit:  # fmt: skip
    """Judge week ``weeks[r]`` of series ``series[r]`` by the weeks before it alone.

    Args:
        counts: (S, T), NaN = missing: such a week takes no part.
        design: (T, p) columns over all weeks, the first one constant.
        ridge: (p,) penalty of each column, in reports.
        half_life: weeks after which a week counts half.
        window: only so many weeks before the judged one; None = all.
    """
    mean, doubt, dispersion = (np.full(len(series), np.nan) for _ in range(3))
    found = Fit(mean, doubt, dispersion, np.zeros((len(series), len(ridge))))
    order = np.argsort(weeks, kind="stable")
    at = 0
    while at < len(order):
        rows = order[at : at + max(1, _CHUNK // max(1, int(weeks[order[at]])))]
        last = int(weeks[rows].max())
        part = _Rows(counts[series[rows], :last], design[:last], ridge, weeks[rows], half_life, window)
        told = part.solve(design[weeks[rows]])
        mean[rows], doubt[rows], dispersion[rows] = told
        found.coefficients[rows] = part.coefficients
        at += len(rows)
    return found


class _Rows:
    """The fits of some rows (R) over their first n weeks, in lockstep."""

    def __init__(
        self, counts: Array, design: Array, ridge: Array, weeks: Indices, half_life: float, window: int | None
    ) -> None:
        n, p = design.shape
        age = weeks[:, None] - np.arange(n)
        held = np.isfinite(counts) & (age > 0) & (age <= (window or n))
        self.base = np.where(held, 0.5 ** (age / half_life), 0.0) if np.isfinite(half_life) else held * 1.0
        self.y = np.where(held, counts, 0.0)
        self.root = np.cbrt(self.y) ** 2
        self.design, self.ridge = design, ridge
        upper = np.triu_indices(p)
        self.upper, self.products = upper, design[:, upper[0]] * design[:, upper[1]]
        self.coefficients = np.zeros((len(counts), p))
        total = self.base.sum(axis=1)
        level = ((self.base * self.y).sum(axis=1) + 0.05 * total) / np.maximum(total, 1e-9)
        self.coefficients[:, 0] = np.log(np.maximum(level, 1e-6))
        self.weights = self.base

    def solve(self, judged: Array) -> tuple[Array, Array, Array]:
        """Mean, doubt of its log, and dispersion at the rows of ``judged`` (R, p)."""
        sixth = self._sixth()
        for _ in range(_STEPS):
            self._step(sixth)
            sixth = self._sixth()
            dispersion = self._reweight(sixth)
        log = np.clip((judged * self.coefficients).sum(axis=1), -_LARGEST_LOG, _LARGEST_LOG)
        spread = np.linalg.solve(self._curvature(self.weights * sixth**6), judged[:, :, None])[:, :, 0]
        return np.exp(log), np.sqrt((judged * spread).sum(axis=1) * dispersion), dispersion

    def _sixth(self) -> Array:
        """Sixth roots of the means (R, n): their powers give all else with one exponential."""
        log = self.coefficients @ self.design.T
        np.clip(log, -_LARGEST_LOG, _LARGEST_LOG, out=log)
        log /= 6.0
        return np.exp(log, out=log)

    def _curvature(self, working: Array) -> Array:
        p = len(self.ridge)
        flat = working @ self.products
        found = np.empty((len(flat), p, p))
        found[:, self.upper[0], self.upper[1]] = flat
        found[:, self.upper[1], self.upper[0]] = flat
        found[:, np.arange(p), np.arange(p)] += self.ridge
        return found

    def _step(self, sixth: Array) -> None:
        """One step of Newton under the present weights."""
        working = sixth**3
        working *= working
        working *= self.weights
        slope = (self.weights * self.y - working) @ self.design - self.coefficients * self.ridge
        slope[:, 0] += ADDED
        move = np.linalg.solve(self._curvature(working), slope[:, :, None])[:, :, 0]
        np.clip(move, -_LONGEST_STEP, _LONGEST_STEP, out=move)
        self.coefficients += move

    def _reweight(self, sixth: Array) -> Array:
        """Dispersion under the present weights, then new weights by it."""
        half = sixth**3
        residual = self.y / half
        residual -= half
        residual *= residual
        pearson = np.einsum("rn,rn->r", self.weights, residual)
        free = np.maximum(self.weights.sum(axis=1) - _COST * len(self.ridge), 0.0)
        found: Array = np.maximum((pearson + BELIEF_WEEKS * USUAL_DISPERSION) / (free + BELIEF_WEEKS), 1.0)
        anscombe = self.root / sixth
        anscombe -= half
        anscombe *= 1.5 / np.sqrt(found)[:, None]
        np.maximum(anscombe, OUTBREAK, out=anscombe)
        np.divide(OUTBREAK, anscombe, out=anscombe)
        anscombe *= anscombe
        self.weights = np.multiply(self.base, anscombe, out=anscombe)
        return found
