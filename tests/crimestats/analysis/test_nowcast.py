from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from crimestats.analysis.nowcast import (
    FEWEST_WEEKS,
    Nowcast,
    bayes,
    by_week,
    chain_ladder,
    factors,
    lawless,
    share_known,
    shares,
    triangle,
)

REFERENCE = Path(__file__).resolve().parents[4] / "shared" / "reference" / "nowcast"


@pytest.mark.skipif(not REFERENCE.exists(), reason="../shared is not there")
def test_the_golden_values_of_r_are_reproduced() -> None:
    with (REFERENCE / "triangle.csv").open(encoding="utf-8") as file:
        rows = [[float(row[f"d{d}"] or "nan") for d in range(5)] for row in csv.DictReader(file)]
    new = np.array(rows)
    growth = factors(np.cumsum(new, axis=1))
    share = share_known(growth)
    with (REFERENCE / "factors.csv").open(encoding="utf-8") as file:
        assert growth == pytest.approx([float(row["factor"]) for row in csv.DictReader(file)], rel=1e-10)
    with (REFERENCE / "expected.csv").open(encoding="utf-8") as file:
        for age, want in zip((4, 3, 2, 1, 0), csv.DictReader(file), strict=True):
            known = int(want["known_now"])
            assert share[age] == pytest.approx(float(want["share_known"]), rel=1e-10)
            assert chain_ladder(known, share[age]) == pytest.approx(float(want["chain_ladder"]), rel=1e-10)
            for name, found in (
                ("lawless", lawless(known, share[age])),
                ("bayes", bayes(known, age, new, 9.97, 3 * 9.97)),
            ):
                assert found == Nowcast(*(int(want[name + end]) for end in ("", "_lo", "_hi")))


def rows(week: int, stated: dict[int, int], area: str = "Lysekil") -> list[dict[str, Any]]:
    return [{"area": area, "week": week, "age": age, "count": count} for age, count in stated.items()]


def test_between_two_statements_the_older_stands_and_after_the_last_nothing_does() -> None:
    found = triangle(rows(1, {1: 6, 3: 9}))
    np.testing.assert_array_equal(found, [[np.nan, 6, 6, 9, np.nan]])


def test_a_week_stated_once_says_nothing_of_delays() -> None:
    assert triangle(rows(1, {0: 6})).shape == (0, 5)


def test_a_record_that_states_little_again_has_no_shares() -> None:
    told = [row for week in range(FEWEST_WEEKS - 1) for row in rows(week, {0: 6, 4: 8})]
    assert shares(triangle(told)) is None
    share = shares(triangle(told + rows(99, {0: 6, 4: 8}, area="Uddevalla")))
    assert share is not None
    assert share.tolist() == pytest.approx([0.75, 0.75, 0.75, 0.75, 1.0])


def test_weeks_that_shrink_do_not_make_more_than_all_known() -> None:
    told = [row for week in range(30) for row in rows(week, {0: 8, 1: 7})]
    share = shares(triangle(told))
    assert share is not None
    assert share.max() == 1.0


def test_old_weeks_are_whole() -> None:
    assert by_week(np.array([0.5, 0.9, 1.0]), np.array([0, 1, 2, 900])).tolist() == [0.5, 0.9, 1.0, 1.0]


def test_limits_hold_what_is_known_and_are_wider_the_less_it_is() -> None:
    new = np.column_stack([np.full(40, 6.0), np.full(40, 3.0), np.full(40, 1.0)])
    early, late = bayes(6, 0, new, 10, 30), bayes(9, 1, new, 10, 30)
    assert 6 <= early.low <= early.estimate <= early.high
    assert late.high - late.low < early.high - early.low
    assert bayes(10, 2, new, 10, 30) == Nowcast(10, 10, 10)
    assert lawless(0, 0.5) == Nowcast(0, 0, 0)


def test_a_small_triangle_by_hand() -> None:
    """Three weeks, the newest known at one age only: f1 = (9 + 12) / (6 + 8), f2 = 10 / 9."""
    cumulative = np.array([[6.0, 9.0, 10.0], [8.0, 12.0, np.nan], [7.0, np.nan, np.nan]])
    growth = factors(cumulative)
    assert growth.tolist() == pytest.approx([1.5, 10 / 9])
    share = share_known(growth)
    assert share.tolist() == pytest.approx([0.6, 0.9, 1.0])
    assert chain_ladder(7, share[0]) == pytest.approx(7 / 0.6)
    # 7 / 0.6 = 11.67 and √(7 · 0.4) / 0.6 = 2.79. Above 7 lies 1 - Φ(-1.67) = 0.953, so the limits lie where
    # Φ is 0.025, 0.5 and 0.975 of that: below 7, at 11.5 and at 15.8.
    assert lawless(7, share[0]) == Nowcast(12, 7, 16)
