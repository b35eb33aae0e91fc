"""Small counts that are hidden cannot be computed from what is shown, by someone who knows the rule."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.analysis.disclosure import Hidden, hide

CODES = ("violence", "vandalism", "theft", "fraud_all", "rest")


def table(*counts: int) -> dict[str, int]:
    parts = dict(zip(CODES, counts, strict=True))
    return {"total": sum(counts), **parts}


def hidden(parts, restricted=CODES, **more) -> Hidden:
    return hide(parts, restricted, 5, total="total", **more)


def test_one_small_count_takes_the_smallest_other_with_it():
    assert hidden(table(3, 9, 20, 30, 40)) == Hidden(frozenset({"violence"}), frozenset({"vandalism"}))


def test_what_is_not_restricted_is_shown_as_it_is():
    assert not hidden(table(15, 7, 3, 58, 64), restricted=())
    assert not hidden(table(15, 7, 23, 58, 64))


def test_zero_may_be_shown_and_hides_nothing():
    assert not hidden(table(0, 9, 20, 30, 40))


def test_two_ones_are_told_by_their_sum_and_so_a_third_goes():
    assert hidden(table(1, 1, 20, 30, 40)).beside == {"theft"}


def test_two_small_counts_of_an_open_sum_need_no_third():
    assert hidden(table(2, 3, 20, 30, 40)) == Hidden(frozenset({"violence", "vandalism"}))


def test_a_small_sum_hides_everything_that_adds_up_to_it():
    assert hidden(table(1, 0, 0, 0, 0), restricted=("total", *CODES)).beside == {
        "vandalism",
        "theft",
        "fraud_all",
        "rest",
    }


def test_what_was_hidden_before_stays_hidden():
    now = hidden(table(6, 9, 20, 30, 40), earlier={"violence", "vandalism"})
    assert {"violence", "vandalism"} <= now.beside


def test_the_threshold_can_be_turned_off():
    assert not hide(table(1, 2, 3, 4, 1), CODES, 1, total="total")


def attack(parts: dict[str, int], found: Hidden, fewer_than: int) -> dict[str, set[int]]:
    """Every count that each hidden small one may be, given the table as it is shown."""
    unknown = [code for code in parts if code in found and code != "total"]
    rest = parts["total"] - sum(
        count for code, count in parts.items() if code not in found and code != "total"
    )
    reach = {c: range(1, fewer_than) if c in found.small else range(rest + 1) for c in unknown}
    possible = [guess for guess in product(*(reach[c] for c in unknown)) if sum(guess) == rest]
    return {code: {guess[n] for guess in possible} for n, code in enumerate(unknown) if code in found.small}


@given(
    st.lists(st.integers(0, 9), min_size=3, max_size=5), st.sets(st.sampled_from(CODES)), st.integers(2, 6)
)
def test_no_hidden_small_count_can_be_computed(counts, restricted, fewer_than):
    parts = {"total": sum(counts), **dict(zip(CODES, counts, strict=False))}
    found = hide(parts, restricted, fewer_than, total="total")
    assert all(1 <= parts[code] < fewer_than for code in found.small)
    if "total" in found:
        assert set(parts) == found.small | found.beside
        return
    for code, possible in attack(parts, found, fewer_than).items():
        assert len(possible) > 1, code


@pytest.mark.parametrize("code", CODES)
def test_every_restricted_small_count_is_hidden(code):
    assert code in hidden({**table(9, 9, 9, 9, 9), code: 2, "total": 38}).small
