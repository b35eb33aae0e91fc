from __future__ import annotations

import numpy as np
import pytest

from crimestats.analysis.baseline import Basis, bases, earlier, level_lags, season_lags
from crimestats.analysis.expected import expect
from crimestats.config import settings
from tests.crimestats.analysis.records import noisy

RULES = settings().detection


def last(values: np.ndarray) -> float:
    return float(expect(values[None, :], RULES).mean[0, -1])


def test_the_same_season_lies_whole_years_back() -> None:
    lags = season_lags(RULES).reshape(RULES.years_back, -1)
    assert lags[:, RULES.half_window].tolist() == [52, 104, 157, 209, 261]
    assert np.ptp(lags, axis=1).tolist() == [2 * RULES.half_window] * RULES.years_back


def test_no_baseline_holds_the_judged_week_or_a_later_one() -> None:
    assert season_lags(RULES).min() > 0
    assert level_lags(RULES).min() > RULES.half_window


def test_earlier_weeks_are_those_so_many_weeks_before() -> None:
    past = earlier(np.array([[1.0, 2, 3, 4]]), np.array([1, 3]))
    np.testing.assert_array_equal(past[0], [[np.nan, np.nan], [1, np.nan], [2, np.nan], [3, 1]])


@pytest.mark.parametrize(("held", "basis"), [(25, 0), (26, 1), (103, 1), (104, 2), (300, 2)])
def test_what_the_expectation_rests_on(held: int, basis: int) -> None:
    assert bases(np.ones((1, held + 1)), RULES)[0, -1] == basis


def test_missing_weeks_do_not_count_as_record() -> None:
    values = np.ones((1, 40))
    values[0, 3:20] = np.nan
    assert bases(values, RULES)[0, -1] == Basis.TOO_SHORT


def test_a_level_that_moved_is_followed_within_the_year() -> None:
    flat = np.full(320, 20.0)
    moved = flat.copy()
    moved[-60:] = 30
    assert last(flat) == pytest.approx(20, rel=0.02)
    assert last(moved) == pytest.approx(30, rel=0.1)


@pytest.mark.parametrize("growth", [-0.2, -0.1, 0.0, 0.1, 0.2])
def test_steady_growth_is_followed(growth: float) -> None:
    values = 30 * (1 + growth) ** (np.arange(320) / 52.18)
    assert last(values) == pytest.approx(values[-1], rel=0.08)


def test_few_reports_move_the_level_little() -> None:
    """A sixth of a report a week, and a third of one in the last year: the rise may well be chance."""
    values = np.zeros(320)
    values[::6] = 1
    values[-52:] = 0
    values[-52::3] = 1
    assert last(values) < 0.25


def test_a_recent_surge_is_not_taken_for_a_new_level() -> None:
    values = noisy(320, 10, seed=1)
    calm = last(values)
    values[-20:-17] = 90
    assert last(values) == pytest.approx(calm, rel=0.08)


def test_a_recent_fall_is_followed_too() -> None:
    values = np.full(320, 20.0)
    values[-60:] = 12
    assert last(values) == pytest.approx(12, rel=0.1)


def test_noise_grows_with_the_dispersion_of_the_record() -> None:
    calm, wild = (expect(noisy(330, 20, seed=2, dispersion=d)[None, :], RULES) for d in (1.1, 3.0))
    assert (calm.noise / calm.mean)[0, -1] < 1.6
    assert 2.0 < (wild.noise / wild.mean)[0, -1] < 4.0
