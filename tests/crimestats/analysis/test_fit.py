from __future__ import annotations

import numpy as np
import pytest

from crimestats.analysis.fit import ADDED, fit_level


def draws(mean: np.ndarray, seed: int, sets: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(mean, (sets, len(mean))).astype(float)


def test_without_outbreaks_it_is_the_mean_with_half_a_report_added() -> None:
    y = draws(np.full(40, 9.0), seed=2)
    found = fit_level(y)
    assert found.mean[0] == pytest.approx(y.mean() + ADDED / 40)


def test_past_outbreaks_are_weighted_down() -> None:
    y = draws(np.full(35, 10.0), seed=4)
    quiet = fit_level(y).mean[0]
    y[0, 3:5] = 60
    assert y.mean() > 1.2 * quiet
    assert fit_level(y).mean[0] < 1.05 * quiet


def test_a_wave_of_three_weeks_does_not_hide_behind_its_own_dispersion() -> None:
    y = draws(np.full(35, 10.0), seed=4)
    quiet = fit_level(y).mean[0]
    y[0, 3:6] = 35, 42, 30
    assert fit_level(y).mean[0] < 1.1 * quiet


def test_missing_weeks_take_no_part() -> None:
    y = draws(np.full(35, 10.0), seed=5)
    gaps = np.concatenate([y, np.full((1, 35), np.nan)], axis=1)
    one, two = fit_level(y), fit_level(gaps)
    for name in ("mean", "doubt", "dispersion"):
        np.testing.assert_allclose(getattr(one, name), getattr(two, name), rtol=1e-9)


def test_zeros_give_half_a_report_over_all_weeks() -> None:
    found = fit_level(np.zeros((1, 35)))
    assert found.mean[0] == pytest.approx(ADDED / 35, rel=1e-3)
    assert found.dispersion[0] == 1


def test_dispersion_is_that_of_the_counts_and_never_below_chance() -> None:
    rng = np.random.default_rng(6)
    wild = rng.negative_binomial(10, 1 / 3, (300, 35)).astype(float)  # variance 3 x mean
    assert 2.2 < fit_level(wild).dispersion.mean() < 3.2
    assert fit_level(np.full((1, 35), 10.0)).dispersion[0] == 1


def test_the_doubt_is_the_spread_of_the_estimate() -> None:
    found = fit_level(draws(np.full(35, 12.0), seed=7, sets=2000))
    assert found.doubt.mean() == pytest.approx(np.log(found.mean).std(), rel=0.15)


def test_uneven_counts_leave_more_doubt() -> None:
    rng = np.random.default_rng(8)
    wild = fit_level(rng.negative_binomial(6, 1 / 3, (2000, 35)).astype(float))  # mean 12, variance 36
    assert wild.doubt.mean() == pytest.approx(np.sqrt(3 / (12 * 35)), rel=0.15)


def test_one_absurd_count_does_not_break_the_fit() -> None:
    y = np.zeros((1, 35))
    y[0, 10] = 1e6
    found = fit_level(y)
    assert np.isfinite([found.mean[0], found.doubt[0], found.dispersion[0]]).all()
