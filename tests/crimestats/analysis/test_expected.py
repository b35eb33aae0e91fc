from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from crimestats.analysis.bands import Basis
from crimestats.analysis.baseline import NEAR, YEARS, bases, season_lags
from crimestats.analysis.design import design
from crimestats.analysis.expected import Expectation, expect
from crimestats.config import settings
from tests.crimestats.analysis.records import START, noisy

RULES = settings().detection


def expected(values: np.ndarray, share: np.ndarray | float = 1.0) -> Expectation:
    weeks = [START + n for n in range(len(values))]
    return expect(values[None, :], design(weeks), RULES, share)


def last(values: np.ndarray) -> float:
    return float(expected(values).mean[0, -1])


def test_the_same_season_lies_whole_years_back() -> None:
    lags = season_lags().reshape(YEARS, -1)
    assert lags[:, NEAR].tolist() == [52, 104, 157, 209, 261]
    assert np.ptp(lags, axis=1).tolist() == [2 * NEAR] * YEARS
    assert lags.min() > 0


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


def test_a_shift_is_taken_over_after_the_stated_weeks_and_not_before() -> None:
    values = noisy(320, 20, seed=3)
    values[200:] = noisy(120, 36, seed=4)
    found = expected(values)
    [shift] = found.shifts[0]
    assert abs(shift.first - 200) <= 2
    assert shift.rebased == shift.first + RULES.rebase_weeks
    assert shift.ratio == pytest.approx(1.8, rel=0.2)
    assert found.mean[0, shift.rebased - 1] < 28 < 32 < found.mean[0, shift.rebased]


def test_a_spike_is_no_shift() -> None:
    values = noisy(320, 20, seed=3)
    values[200:203] = 90, 140, 80
    assert expected(values).shifts == ((),)


def test_a_rise_that_ends_is_never_taken_over() -> None:
    values = noisy(320, 20, seed=3)
    values[200:216] = noisy(16, 40, seed=4)
    assert [shift.rebased for shift in expected(values).shifts[0]] == [None]


@pytest.mark.parametrize("growth", [-0.2, -0.1, 0.0, 0.1, 0.2])
def test_steady_growth_is_followed(growth: float) -> None:
    values = 30 * (1 + growth) ** (np.arange(320) / 52.18)
    assert last(values) == pytest.approx(values[-1], rel=0.08)


def test_few_reports_do_not_rule_the_old_level_out() -> None:
    """A sixth of a report a week, in the last year a quarter: 13 where nine were due, which chance may do."""
    values = np.zeros(320)
    values[::6] = 1
    values[-52:] = 0
    values[-52::4] = 1
    found = expected(values)
    mean, doubt = found.mean[0, -1], found.doubt[0, -1]
    assert 1 / 6 < mean < 1 / 4
    assert mean * np.exp(-2 * doubt) < 1 / 6


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
    calm, wild = (expected(noisy(330, 20, seed=2, dispersion=d)).dispersion[0, -1] for d in (1.1, 3.0))
    assert calm < 1.6
    assert 2.0 < wild < 4.0


def test_a_record_of_zeros_keeps_a_level_above_zero() -> None:
    found = expected(np.zeros(300))
    assert 0 < found.mean[0, -1] < 0.01


def test_holiday_weeks_are_expected_once_they_have_been_seen() -> None:
    weeks = [START + n for n in range(320)]
    midsummer = np.array([week.week == 25 for week in weeks])
    values = np.where(midsummer, 60.0, 30.0)
    at = np.flatnonzero(midsummer)
    mean = expect(values[None, :], design(weeks), RULES).mean[0]
    assert mean[at[-1]] > 50
    assert mean[at[-1] - 3] < 34


def test_a_week_that_is_not_whole_is_thinned_and_takes_no_part() -> None:
    values, share = noisy(320, 20, seed=5, dispersion=3.0), np.ones((1, 320))
    whole = expected(values)
    share[0, -2:] = 0.8, 0.5
    told = expected(values, share)
    assert told.mean[0, -2] == pytest.approx(0.8 * whole.mean[0, -2])
    assert told.dispersion[0, -2] == pytest.approx(1 + 0.8 * (whole.dispersion[0, -2] - 1))
    odd = values.copy()
    odd[-2] = 0
    assert expected(odd, share).mean[0, -1] == told.mean[0, -1]


def test_the_number_of_weeks_to_wait_is_a_setting() -> None:
    values = noisy(320, 20, seed=3)
    values[200:] = noisy(120, 36, seed=4)
    weeks = [START + n for n in range(320)]
    [shift] = expect(values[None, :], design(weeks), replace(RULES, rebase_weeks=52)).shifts[0]
    assert shift.rebased == shift.first + 52
