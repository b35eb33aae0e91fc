"""The step that every fit takes, many rows in lockstep: Newton under the present weights, then new weights.

Kept apart because it is where detection spends its time. A row is one series (or one judged week of it) over
n earlier weeks; all rows share the columns, so a step is four products of matrices and one exponential.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Anscombe residuals above this are weighted down, by the square of how far above they are.
OUTBREAK = 2.2
# The dispersion (variance over mean) believed before looking, and how many weeks that belief is worth.
USUAL_DISPERSION, BELIEF_WEEKS = 1.25, 20.0
# A coefficient costs this many weeks on average, ridge and all.
_COST = 0.7
# Half a report is added to the record as a whole: one of only zeros keeps a level above zero.
ADDED = 0.5
_LONGEST_STEP, _LARGEST_LOG = 2.0, 16.0


class Rows:
    """Some rows' counts, columns, weights and coefficients.

    Attributes:
        coefficients: (R, p), on the log scale. dispersion: (R,).
    """

    def __init__(self, counts: Array, design: Array, ridge: Array) -> None:
        """``counts`` (R, T), NaN = missing; ``design`` (T, p); ``ridge`` (p,)."""
        held = np.isfinite(counts)
        self.held, self.y = held.astype(float), np.where(held, counts, 0.0)
        self._design, self._ridge = np.ascontiguousarray(design), ridge
        self._upper = np.triu_indices(len(ridge))
        self._products = design[:, self._upper[0]] * design[:, self._upper[1]]
        self.coefficients = np.zeros((len(counts), len(ridge)))
        self.dispersion = np.full(len(counts), USUAL_DISPERSION)
        # Square roots of the means and Pearson residuals, weeks ``_from`` onwards.
        self._half, self._residual, self._from = np.zeros((0, 0)), np.zeros((0, 0)), 0

    def begin(self, base: Array, weeks: slice) -> None:
        """Start from the mean level of the weeks, with weights ``base`` (R, n)."""
        total = base.sum(axis=1)
        level = (np.einsum("rn,rn->r", base, self.y[:, weeks]) + 0.05 * total) / np.maximum(total, 1e-9)
        self.coefficients[:] = 0.0
        self.coefficients[:, 0] = np.log(np.maximum(level, 1e-6))
        self.dispersion[:] = USUAL_DISPERSION
        self._look(weeks)

    def step(self, base: Array, weeks: slice, judged: Array) -> Array:
        """One round: weights by the present fit, one step of Newton, the dispersion after it.

        Args:
            base: (R, n) weights before past surges are weighted down; 0 = takes no part.
            weeks: which columns of the counts those are: those of the step before, or one week on.
            judged: (R, p) or (p,) columns of a week to be foretold.

        Returns:
            The variance of the logarithm of the mean foretold, (R,), dispersion aside.
        """
        seen = slice(weeks.start - self._from, weeks.stop - self._from)
        half = self._half[:, seen]
        weights = self._weigh(base, half, self._residual[:, seen])
        working = half * half
        working *= weights
        slope = (weights * self.y[:, weeks] - working) @ self._design[weeks]
        slope -= self.coefficients * self._ridge
        slope[:, 0] += ADDED
        wanted = np.empty((*slope.shape, 2))
        wanted[:, :, 0], wanted[:, :, 1] = slope, judged
        solved = np.linalg.solve(self._curvature(working, weeks), wanted)
        self.coefficients += np.clip(solved[:, :, 0], -_LONGEST_STEP, _LONGEST_STEP)
        self._look(weeks)
        self._measure(weights, weeks)
        spread: Array = (judged * solved[:, :, 1]).sum(axis=1)
        return spread

    def foretell(self, judged: Array) -> Array:
        """The mean (R,) of the week with columns ``judged``."""
        log = np.clip((judged * self.coefficients).sum(axis=1), -_LARGEST_LOG, _LARGEST_LOG)
        found: Array = np.exp(log)
        return found

    def _look(self, weeks: slice) -> None:
        """What some weeks and the one after them hold under the present coefficients."""
        ahead = slice(weeks.start, weeks.stop + 1)
        log = self.coefficients @ self._design[ahead].T
        np.clip(log, -_LARGEST_LOG, _LARGEST_LOG, out=log)
        log *= 0.5
        self._half, self._from = np.exp(log, out=log), weeks.start
        self._residual = self.y[:, ahead] / self._half
        self._residual -= self._half

    def _weigh(self, base: Array, half: Array, residual: Array) -> Array:
        """``base``, less where the Anscombe residual is large; few weeks are, so only they are computed.

        Pearson's residual is the larger of the two wherever it is positive, which tells where to look.
        """
        weights = base.copy()
        most = OUTBREAK * np.sqrt(self.dispersion)
        far = np.flatnonzero(residual > most[:, None])
        if len(far):
            at = np.divmod(far, base.shape[1])
            limit = most[at[0]] / 1.5
            root = half[at]
            count = root * (root + residual[at])
            anscombe = np.cbrt(count * count / root) - root
            weights[at] *= (limit / np.maximum(anscombe, limit)) ** 2
        return weights

    def _curvature(self, working: Array, weeks: slice) -> Array:
        p = len(self._ridge)
        flat = working @ self._products[weeks]
        found = np.empty((len(flat), p, p))
        found[:, self._upper[0], self._upper[1]] = flat
        found[:, self._upper[1], self._upper[0]] = flat
        found[:, np.arange(p), np.arange(p)] += self._ridge
        return found

    def _measure(self, weights: Array, weeks: slice) -> None:
        """Dispersion under the weights: Pearson's, drawn towards what is usual."""
        residual = self._residual[:, : weeks.stop - weeks.start]
        residual = residual * residual
        pearson = np.einsum("rn,rn->r", weights, residual)
        free = np.maximum(weights.sum(axis=1) - _COST * len(self._ridge), 0.0)
        self.dispersion = np.maximum((pearson + BELIEF_WEEKS * USUAL_DISPERSION) / (free + BELIEF_WEEKS), 1.0)
