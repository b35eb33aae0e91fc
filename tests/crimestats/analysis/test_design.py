from __future__ import annotations

import numpy as np

from crimestats.analysis.design import design
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, week_range

WEEKS = list(week_range(IsoWeek(2019, 1), IsoWeek(2021, 52)))


def column(name_at: str, number: int) -> np.ndarray:
    """The column that marks a week: all that do but the constant, trend and season."""
    marked = design(WEEKS).columns[:, 6:]
    at = WEEKS.index(IsoWeek(int(name_at[:4]), int(name_at[6:])))
    return marked[:, np.flatnonzero(marked[at])[number]]


def test_easter_is_where_it_fell() -> None:
    easter = column("2019-W16", 0)
    told = {str(WEEKS[n]): easter[n] for n in np.flatnonzero(easter)}
    assert set(told) == {"2019-W16", "2019-W17", "2020-W15", "2020-W16", "2021-W13", "2021-W14"}
    assert told["2020-W15"] == 1.0
    assert told["2020-W16"] < 0.5


def test_the_turn_of_the_year_holds_week_53() -> None:
    turn = column("2020-W53", 0)
    held = {str(WEEKS[n]) for n in np.flatnonzero(turn)}
    assert {"2019-W52", "2020-W01", "2020-W52", "2020-W53", "2021-W01"} <= held
    assert "2020-W51" not in held


def test_a_break_of_the_same_name_is_one_column_whatever_its_year() -> None:
    plain = design(WEEKS).columns.shape[1]
    breaks = [(f"Sportlov {y}", Period(IsoWeek(y, 7), IsoWeek(y, 7))) for y in (2019, 2020, 2021, 2030)]
    made = design(WEEKS, breaks)
    assert made.columns.shape[1] == plain + 1
    assert {str(WEEKS[n]) for n in np.flatnonzero(made.columns[:, -1])} == {
        "2019-W07",
        "2020-W07",
        "2021-W07",
    }
    assert made.holiday[WEEKS.index(IsoWeek(2020, 7))]
    assert not design(WEEKS).holiday[WEEKS.index(IsoWeek(2020, 7))]


def test_a_week_has_the_same_columns_in_a_longer_record() -> None:
    longer = list(week_range(IsoWeek(2019, 1), IsoWeek(2024, 10)))
    np.testing.assert_array_equal(design(longer).columns[: len(WEEKS)], design(WEEKS).columns)
