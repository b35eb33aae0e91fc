from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.analysis.compare import compare
from crimestats.analysis.multiple import holm, together

P_VALUES = st.lists(st.floats(0, 1), max_size=12)


def test_holm_s_own_steps() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))


@given(P_VALUES)
def test_adjusting_never_makes_rarer_and_keeps_the_order(p_values: list[float]) -> None:
    adjusted = holm(p_values)
    assert all(before <= after <= 1 for before, after in zip(p_values, adjusted, strict=True))
    ranked = [after for _, after in sorted(zip(p_values, adjusted, strict=True))]
    assert ranked == sorted(ranked)


@given(st.floats(0, 1))
def test_one_alone_is_left_as_it_is(p_value: float) -> None:
    assert holm([p_value]) == (p_value,)


def test_a_difference_that_holds_alone_may_not_hold_among_five() -> None:
    alone = compare(30, 50, 4, 4)
    assert alone.differs
    among = together([alone, *(compare(20, 21, 4, 4) for _ in range(4))])
    assert among[0] is not None
    assert not among[0].differs
    assert among[0].p_value == pytest.approx(5 * alone.p_value)
    assert (among[0].a, among[0].b, among[0].style) == (alone.a, alone.b, alone.style)


def test_what_was_not_compared_takes_no_part() -> None:
    alone = compare(30, 50, 4, 4)
    assert together([None, alone, None]) == (None, alone, None)
    assert together([]) == ()
