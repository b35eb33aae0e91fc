from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from crimestats.analysis.extra import CONTENT, extra_of

MEANS = st.floats(0.05, 80)
SPREADS = st.floats(1, 4)


@given(st.integers(0, 200), MEANS, SPREADS)
@hypothesis(max_examples=150, deadline=None)
def test_the_interval_holds_the_mean_and_never_more_than_the_count(
    observed: int, mean: float, spread: float
) -> None:
    extra = extra_of(observed, mean, spread * mean)
    assert 0 <= extra.low <= round(extra.mean) <= extra.high <= observed


@given(st.integers(0, 120), MEANS, SPREADS)
@hypothesis(max_examples=150, deadline=None)
def test_more_reports_never_mean_fewer_extra(observed: int, mean: float, spread: float) -> None:
    fewer, more = extra_of(observed, mean, spread * mean), extra_of(observed + 1, mean, spread * mean)
    assert fewer.mean < more.mean
    assert fewer.low <= more.low
    assert fewer.high <= more.high


@given(st.integers(10, 60), st.floats(1, 15))
@hypothesis(max_examples=60, deadline=None)
def test_a_wider_background_claims_less(observed: int, mean: float) -> None:
    assert extra_of(observed, mean, 3 * mean).low <= extra_of(observed, mean, mean).low


def test_eleven_where_nearly_none_are_usual_are_nearly_all_extra() -> None:
    extra = extra_of(11, 0.4, 0.5)
    assert (extra.low, extra.high) == (10, 11)
    assert extra.mean == pytest.approx(10.6, abs=0.2)
    assert extra.supported


def test_an_ordinary_week_claims_nothing() -> None:
    extra = extra_of(8, 8.0, 12.0)
    assert extra.low == 0
    assert not extra.supported


def test_no_reports_leave_nothing_to_explain() -> None:
    assert extra_of(0, 5.0, 5.0) == extra_of(0, 0.0, 0.0)
    assert extra_of(0, 5.0, 5.0).high == 0


def test_where_none_were_ever_expected_all_are_extra() -> None:
    assert (extra_of(4, 0.0, 0.0).low, extra_of(4, 0.0, 0.0).high) == (4, 4)


@pytest.mark.parametrize("case", [(np.nan, 5.0, 5.0), (3, np.nan, 5.0), (3, 5.0, np.nan), (-1, 5.0, 5.0)])
def test_without_a_count_or_an_expectation_nothing_is_claimed(case: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="nothing to split"):
        extra_of(*case)


@pytest.mark.parametrize("deviations", [0, 4, 7, 12])
def test_the_interval_holds_the_truth_as_often_as_it_says(deviations: int) -> None:
    rng = np.random.default_rng(deviations)
    mean, spread, number = 8.0, 1.5, 1500
    anyway = rng.negative_binomial(mean / (spread - 1), 1 / spread, number)
    added = rng.poisson(deviations * np.sqrt(spread * mean), number)
    found = [extra_of(b + e, mean, spread * mean) for b, e in zip(anyway, added, strict=True)]
    held = np.mean([one.low <= e <= one.high for one, e in zip(found, added, strict=True)])
    assert CONTENT - 0.03 <= held <= CONTENT + 0.07
