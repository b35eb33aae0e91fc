from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from crimestats.analysis.alarms import BATCH_SHARE, Alarms, alarms
from crimestats.analysis.negative_binomial import mid_p

NOMINAL = 0.0035


def told(counts: list[float], mean: float = 10.0, dispersion: float = 1.3, doubt: float = 0.05) -> Alarms:
    y = np.array([counts], dtype=float)
    return alarms(y, *(np.full(y.shape, value) for value in (mean, dispersion, doubt)), NOMINAL)


def test_one_week_far_above_alarms_by_itself() -> None:
    found = told([10, 11, 9, 30, 10])
    assert found.alarm[0].tolist() == [False, False, False, True, False]
    assert found.window[0, 3] == 1


def test_raised_weeks_alarm_together() -> None:
    found = told([10, 10, 18, 18, 18])
    assert not found.alarm[0, 2]
    assert found.alarm[0, 3:].any()
    assert found.window[0][found.alarm[0]].min() > 1


def test_a_surge_is_not_told_again_by_the_weeks_after_it() -> None:
    assert told([10, 10, 60, 12, 12]).alarm[0].tolist() == [False, False, True, False, False]


def test_a_batch_is_told_from_a_surge() -> None:
    batch, surge = told([10, 1, 2, 27]), told([10, 10, 10, 27])
    assert (batch.batch[0, 3], batch.alarm[0, 3]) == (True, False)
    assert (surge.batch[0, 3], surge.alarm[0, 3]) == (False, True)
    assert BATCH_SHARE * 20 > 3


def test_more_than_a_batch_is_a_surge_after_all() -> None:
    assert told([10, 1, 2, 60]).alarm[0, 3]


def test_a_missing_week_breaks_the_sum_but_not_the_week() -> None:
    found = told([10, 18, np.nan, 18, 30])
    assert not found.alarm[0, 3]
    assert found.alarm[0, 4]
    assert not found.alarm[0, 2]


def test_it_takes_three_reports() -> None:
    found = told([0, 0, 2, 3], mean=0.01, dispersion=1.0)
    assert found.alarm[0].tolist() == [False, False, False, True]


@given(st.lists(st.integers(0, 45), min_size=5, max_size=60), st.floats(0.1, 20))
@hypothesis(max_examples=60, deadline=None)
def test_the_limit_is_the_count_above_which_a_week_alarms(counts: list[int], mean: float) -> None:
    found = told([float(n) for n in counts], mean=mean)
    above = np.array(counts) > found.limit[0]
    np.testing.assert_array_equal(above, found.alarm[0] | found.batch[0])
    np.testing.assert_array_equal(found.window[0] > 0, above)
    single = found.window[0] == 1
    rarity = mid_p(np.array(counts, float), mean, 1.3 * mean + (0.05 * mean) ** 2)
    assert (rarity[single] < NOMINAL).all()


@given(st.lists(st.integers(0, 45), min_size=5, max_size=40), st.data())
@hypothesis(max_examples=40, deadline=None)
def test_later_weeks_change_nothing(counts: list[int], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(counts)))
    whole, part = told([float(n) for n in counts]), told([float(n) for n in counts[:cut]])
    np.testing.assert_array_equal(whole.alarm[:, :cut], part.alarm)
    np.testing.assert_array_equal(whole.limit[:, :cut], part.limit)
