"""Flexible Farrington: what R's ``surveillance::farringtonFlexible`` 1.20.3 gives for a week.

Farrington, Andrews, Beale & Catchpole (1996); Noufaily et al. (2013); limits of Salmon, Schumacher & Höhle
(2016). R's slips are followed on purpose: the dispersion behind its standard errors, its score on the log
scale, its silence on a baseline of zeros.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from crimestats.analysis.farrington.control import Control
from crimestats.analysis.farrington.fit import Bools, Fit, Floats, fit, leverages, prediction_variance
from crimestats.analysis.farrington.limits import limit
from crimestats.analysis.farrington.plan import Days, Plan, plan

_NAN = np.nan


@dataclass
class Result:
    """Arrays (E, S): one row per judged week, one column per series. NaN where R says NA.

    Attributes:
        expected: mean count. mu0: R's ``mu0``, the mean that the limit is taken from (meaningless for delta).
        upperbound: the limit. alarm, trend: 0 or 1. score: R's exceedance. pvalue: of a count this high.
        phi: dispersion, at least 1. trend_coef: per week. n_baseline: weeks used.
        eta0, se_eta0: log of the mean and its standard error as R computes it.
    """

    expected: Floats
    mu0: Floats
    upperbound: Floats
    alarm: Floats
    score: Floats
    pvalue: Floats
    phi: Floats
    trend: Floats
    trend_coef: Floats
    n_baseline: Floats
    eta0: Floats
    se_eta0: Floats


def farrington(
    counts: Floats, judged: NDArray[np.int64], control: Control, days: Days | None = None
) -> Result:
    """Judge some weeks of many series that share a time axis.

    Args:
        counts: (S, T) weekly counts, NaN = missing.
        judged: 0-based indices (E,) of the weeks.
        control: parameters as in R.
        days: ordinal day (T,) of every week for anchors by the calendar; None for steps of 52 weeks.

    Raises:
        PlanError: when a week lies too early for ``control.b`` years of baseline.
    """
    rows = [_judge(counts, plan(int(week), control, days), control, days) for week in judged]
    return Result(**{f.name: np.stack([getattr(row, f.name) for row in rows]) for f in fields(Result)})


def _judge(counts: Floats, frame: Plan, control: Control, days: Days | None) -> Result:
    baseline = counts[:, frame.weeks]
    present = np.isfinite(baseline).astype(float)
    y = np.where(present > 0, baseline, 0.0)
    time, now = _times(frame, present, days)
    with np.errstate(all="ignore"):
        found = _estimate(y, present, frame.levels, time, now, control)
        return _verdict(counts, frame.week, found, present.sum(axis=1), control)


def _times(frame: Plan, present: Floats, days: Days | None) -> tuple[Floats, Floats]:
    """Baseline times (N,) and prediction times (S,), both from the middle of the baseline.

    With dates R counts the baseline from its first week, missing or not, but the prediction from the first
    week that is *not* missing.
    """
    axis = np.arange(frame.week + 1, dtype=float) if days is None else days[: frame.week + 1] / 7.0
    base = axis[frame.weeks]
    middle = base.mean()
    slip = np.zeros(len(present)) if days is None else base[np.argmax(present > 0, axis=1)] - base[0]
    return base - middle, axis[frame.week] - slip - middle


@dataclass
class _Stage:
    """Fit, reweight, refit: the model, whether R has one at all, and R's two dispersions."""

    model: Fit
    usable: Bools
    phi: Floats
    dispersion_se: Floats
    df: Floats


def _stage(y: Floats, present: Floats, levels: Floats, time: Floats | None, control: Control) -> _Stage:
    n = present.sum(axis=1)
    df = n - ((present @ levels) > 0).sum(axis=1) - (time is not None)
    first = fit(y, present, levels, time)
    dispersion = _pearson(y, first, df)
    phi = np.maximum(dispersion, 1.0)
    if not control.reweight:
        return _Stage(first, first.converged, phi, dispersion, df)
    free = np.maximum(1.0 - leverages(first, levels, time), 1e-300)
    anscombe = 1.5 * (y ** (2 / 3) * first.mu ** (-1 / 6) - np.sqrt(first.mu)) / np.sqrt(phi[:, None] * free)
    down = np.where(anscombe > control.weights_threshold, anscombe, 1.0) ** -2.0 * present
    prior = down * (n / down.sum(axis=1))[:, None]
    second = fit(y, prior, levels, time)
    # R overwrites the working weights by the prior ones before it asks for standard errors.
    slip = (prior * ((y - second.mu) / second.mu) ** 2).sum(axis=1) / df
    return _Stage(second, first.converged, np.maximum(_pearson(y, second, df), 1.0), slip, df)


def _pearson(y: Floats, model: Fit, df: Floats) -> Floats:
    found: Floats = (model.working * ((y - model.mu) / model.mu) ** 2).sum(axis=1) / df
    return found


@dataclass
class _Estimate:
    """Arrays (S,): log mean, its standard error, dispersion, slope (NaN without), whether there is any."""

    eta: Floats
    se: Floats
    phi: Floats
    slope: Floats
    usable: Bools


def _estimate(
    y: Floats, present: Floats, levels: Floats, time: Floats, now: Floats, control: Control
) -> _Estimate:
    """The trend is kept where it is significant, rests on three years and foretells nothing unseen."""
    if not control.trend:
        return _predict(_stage(y, present, levels, None, control), now)
    stage = _stage(y, present, levels, time, control)
    tried = _predict(stage, now)
    se_slope = np.sqrt(stage.dispersion_se / stage.model.time_spread)
    p_slope = 2.0 * stdtr(stage.df, -np.abs(stage.model.slope / se_slope))
    largest = np.where(present > 0, y, -np.inf).max(axis=1)
    keep = tried.usable & (control.b >= 3) & (p_slope < control.p_threshold_trend)
    rest = ~(keep & (np.exp(tried.eta) <= largest))
    if rest.any():
        plain = _predict(_stage(y[rest], present[rest], levels, None, control), now[rest])
        for field in fields(_Estimate):
            getattr(tried, field.name)[rest] = getattr(plain, field.name)
    return tried


def _predict(stage: _Stage, now: Floats) -> _Estimate:
    """The judged week lies in the last level."""
    model = stage.model
    eta = model.intercepts[:, -1] + model.slope * now
    se = np.sqrt(stage.dispersion_se * prediction_variance(model, -1, now))
    slope = np.where(np.isfinite(model.time_spread), model.slope, _NAN)
    return _Estimate(eta, se, stage.phi.copy(), slope, stage.usable.copy())


def _verdict(counts: Floats, week: int, found: _Estimate, n: Floats, control: Control) -> Result:
    y, known = counts[:, week], found.usable
    upper, p_value, mu0, score = limit(y, found.eta, found.se, found.phi, control)
    cases, weeks = control.limit54
    enough = counts[:, max(week - weeks + 1, 0) : week + 1].sum(axis=1) >= cases  # a missing week: not enough
    alarm = enough & (score > 1) & (y > 0)

    def told(values: Floats) -> Floats:
        return np.where(known, values, _NAN)

    return Result(
        expected=np.where(known, np.where(enough & np.isfinite(upper), np.exp(found.eta), _NAN), 0.0),
        mu0=told(mu0),
        upperbound=told(np.where(enough, upper, _NAN)),
        alarm=told(alarm.astype(float)),
        score=told(score),
        pvalue=told(p_value),
        phi=told(found.phi),
        trend=told(np.isfinite(found.slope).astype(float)),
        trend_coef=told(found.slope),
        n_baseline=n,
        eta0=told(found.eta),
        se_eta0=told(found.se),
    )
