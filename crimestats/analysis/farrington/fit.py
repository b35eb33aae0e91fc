"""Quasi-Poisson regression with seasonal levels and a trend, all series of a plan at once.

One column per level plus centred time makes the normal equations an arrow, solved in closed form. R's
iteration is followed to the step, because its dispersion, leverages and covariance come from the working
weights *before* the last update together with the means after it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_TINY = np.finfo(float).tiny
_MAX_STEPS = 25
_TOLERANCE = 1e-8


@dataclass
class Fit:
    """One fitted model per series (S rows). ``slope`` is 0 without trend."""

    intercepts: Floats  # (S, L) log mean of each level at time 0
    slope: Floats  # (S,)
    mu: Floats  # (S, N)
    working: Floats  # (S, N) working weights of the last step
    converged: Bools  # (S,)
    level_weight: Floats  # (S, L) working weight of each level
    level_time: Floats  # (S, L) weighted mean time of each level
    time_spread: Floats  # (S,) weighted sum of squares of time within levels; inf without trend


def fit(y: Floats, prior: Floats, levels: Floats, time: Floats | None) -> Fit:
    """Iteratively reweighted least squares to R's stopping rule.

    Args:
        y: counts (S, N); any number where ``prior`` is 0.
        prior: prior weights (S, N), 0 = the week is missing.
        levels: indicator matrix (N, L).
        time: (N,) or None for a model without trend.
    """
    series, weeks = y.shape
    state = Fit(
        intercepts=np.zeros((series, levels.shape[1])),
        slope=np.zeros(series),
        mu=y + 0.1,
        working=np.zeros((series, weeks)),
        converged=np.zeros(series, bool),
        level_weight=np.ones((series, levels.shape[1])),
        level_time=np.zeros((series, levels.shape[1])),
        time_spread=np.full(series, np.inf),
    )
    deviance = _deviance(y, state.mu, prior)
    active = np.arange(series)
    for _ in range(_MAX_STEPS):
        _step(state, active, y, prior, levels, time)
        fresh = _deviance(y[active], state.mu[active], prior[active])
        done = np.abs(fresh - deviance[active]) / (np.abs(fresh) + 0.1) < _TOLERANCE
        deviance[active] = fresh
        state.converged[active[done]] = True
        active = active[~done & np.isfinite(fresh)]
        if not active.size:
            break
    return state


def _step(
    state: Fit, rows: NDArray[np.int64], y: Floats, prior: Floats, levels: Floats, time: Floats | None
) -> None:
    mu, counts = state.mu[rows], y[rows]
    working = prior[rows] * mu
    response = np.log(mu) + (counts - mu) / mu
    weight = np.maximum(working @ levels, _TINY)
    pulled = (working * response) @ levels
    if time is None:
        slope, mean_time, spread = np.zeros(len(rows)), np.zeros_like(weight), np.full(len(rows), np.inf)
        eta_time = np.zeros_like(mu)
    else:
        weighted_time = working * time
        crossed = weighted_time @ levels
        mean_time = crossed / weight
        spread = weighted_time @ time - (crossed * mean_time).sum(axis=1)
        slope = ((weighted_time * response).sum(axis=1) - (mean_time * pulled).sum(axis=1)) / spread
        eta_time = slope[:, None] * time
        pulled = pulled - crossed * slope[:, None]
    intercepts = pulled / weight
    state.intercepts[rows], state.slope[rows] = intercepts, slope
    state.mu[rows] = np.exp(intercepts @ levels.T + eta_time)
    state.working[rows] = working
    state.level_weight[rows], state.level_time[rows], state.time_spread[rows] = weight, mean_time, spread


def _deviance(y: Floats, mu: Floats, prior: Floats) -> Floats:
    log_ratio = np.where(y > 0, y * np.log(np.where(y > 0, y, 1.0) / mu), 0.0)
    found: Floats = 2.0 * (prior * (log_ratio - (y - mu))).sum(axis=1)
    return found


def leverages(state: Fit, levels: Floats, time: Floats | None) -> Floats:
    """Hat values (S, N); 1 where R rounds up to 1."""
    base = (1.0 / state.level_weight) @ levels.T
    if time is not None:
        base = base + (time - state.level_time @ levels.T) ** 2 / state.time_spread[:, None]
    hat: Floats = state.working * base
    return np.where(hat > 1.0 - 10 * np.finfo(float).eps, 1.0, hat)


def prediction_variance(state: Fit, level: int, time: Floats) -> Floats:
    """x0'(X'WX)^-1 x0 (S,) for the log mean of a level at prediction times (S,); scale by the dispersion."""
    found: Floats = 1.0 / state.level_weight[:, level]
    return found + (time - state.level_time[:, level]) ** 2 / state.time_spread
