from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from crimestats.analysis import fit
from crimestats.analysis.fit import ADDED, TREND_SD, fit_trend

YEARS = np.repeat([-1.0, -2.0, -3.0, -4.0, -5.0], 7)


def draws(mean: np.ndarray, seed: int, sets: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(mean, (sets, len(mean))).astype(float)


def test_the_solution_is_the_top_of_the_penalised_likelihood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Against a general optimiser, with no week weighted down."""
    monkeypatch.setattr(fit, "OUTBREAK", 1e9)
    y = draws(12 * np.exp(0.1 * YEARS), seed=1)
    found = fit_trend(y, YEARS)
    held = y[0] + ADDED / len(YEARS)

    def loss(b: np.ndarray) -> float:
        eta = b[0] + b[1] * YEARS
        prior = found.dispersion[0] * b[1] ** 2 / (2 * TREND_SD**2)
        return float((np.exp(eta) - held * eta).sum() + prior)

    best = minimize(loss, [np.log(held.mean()), 0.0], tol=1e-12)
    assert found.mean[0] == pytest.approx(np.exp(best.x[0]), rel=1e-5)


def test_a_level_alone_is_the_mean() -> None:
    y = draws(np.full(40, 9.0), seed=2)
    found = fit_trend(y, np.zeros(40))
    assert found.mean[0] == pytest.approx(y.mean() + ADDED / 40, rel=0.02)


def test_a_trend_is_carried_on_when_it_is_well_supported_and_held_back_when_it_is_not() -> None:
    growth = np.exp(0.1 * YEARS)
    strong, weak = (fit_trend(draws(mean * growth, seed=3, sets=200), YEARS).mean.mean() for mean in (400, 2))
    assert 0.9 < strong / 400 < 1.02
    assert weak / 2 < 0.9  # few reports: close to the plain mean of the earlier years (0.75)


def test_no_wild_prediction_from_two_years() -> None:
    years = np.repeat([-1.0, -2.0], 7)
    y = np.repeat([30.0, 3.0], 7)[None, :]
    assert fit_trend(y, years).mean[0] < 30


def test_past_outbreaks_are_weighted_down() -> None:
    y = draws(np.full(35, 10.0), seed=4)
    quiet = fit_trend(y, np.zeros(35)).mean[0]
    y[0, 3:5] = 60
    assert y.mean() > 1.2 * quiet
    assert fit_trend(y, np.zeros(35)).mean[0] < 1.05 * quiet


def test_missing_weeks_take_no_part() -> None:
    y = draws(np.full(35, 10.0), seed=5)
    gaps = np.concatenate([y, np.full((1, 35), np.nan)], axis=1)
    one, two = fit_trend(y, YEARS), fit_trend(gaps, np.concatenate([YEARS, YEARS]))
    for name in ("mean", "doubt", "dispersion"):
        np.testing.assert_allclose(getattr(one, name), getattr(two, name), rtol=1e-9)


def test_zeros_give_half_a_report_over_all_weeks() -> None:
    found = fit_trend(np.zeros((1, 35)), YEARS)
    assert found.mean[0] == pytest.approx(ADDED / 35, rel=1e-3)
    assert found.dispersion[0] == 1


def test_dispersion_is_that_of_the_counts_and_never_below_chance() -> None:
    rng = np.random.default_rng(6)
    wild = rng.negative_binomial(10, 1 / 3, (300, 35)).astype(float)  # variance 3 x mean
    assert 2.2 < fit_trend(wild, YEARS).dispersion.mean() < 3.2
    assert fit_trend(np.full((1, 35), 10.0), YEARS).dispersion[0] == 1


def test_the_doubt_is_the_spread_of_the_estimate() -> None:
    found = fit_trend(draws(np.full(35, 12.0), seed=7, sets=2000), np.zeros(35))
    assert found.doubt.mean() == pytest.approx(np.log(found.mean).std(), rel=0.15)


def test_one_absurd_count_does_not_break_the_fit() -> None:
    y = np.zeros((1, 35))
    y[0, 10] = 1e6
    found = fit_trend(y, YEARS)
    assert np.isfinite([found.mean[0], found.doubt[0], found.dispersion[0]]).all()
