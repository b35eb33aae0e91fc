from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from scipy.stats import binomtest

from crimestats.analysis.compare import against_period, against_year_before, compare, exact_p
from crimestats.periods import Period, parse_period
from crimestats.weeks import IsoWeek
from tests.crimestats.analysis.records import record

numbers = st.integers(0, 400)
weeks = st.integers(1, 53)


@given(numbers, numbers, weeks, weeks)
@hypothesis(max_examples=80, deadline=None)
def test_the_p_value_is_that_of_the_exact_binomial_test(a: int, b: int, weeks_a: int, weeks_b: int) -> None:
    known = binomtest(a, a + b, weeks_a / (weeks_a + weeks_b)).pvalue if a + b else 1.0
    assert exact_p(a, b, weeks_a, weeks_b) == pytest.approx(known, rel=1e-6)


@given(numbers, numbers, weeks, weeks)
@hypothesis(max_examples=80, deadline=None)
def test_which_comes_first_changes_the_direction_alone(a: int, b: int, weeks_a: int, weeks_b: int) -> None:
    one, two = compare(a, b, weeks_a, weeks_b), compare(b, a, weeks_b, weeks_a)
    assert one.p_value == pytest.approx(two.p_value)
    assert (one.differs, one.direction) == (two.differs, -two.direction)


@given(numbers, numbers, weeks, weeks)
@hypothesis(max_examples=80, deadline=None)
def test_never_a_percentage_under_fifty(a: int, b: int, weeks_a: int, weeks_b: int) -> None:
    made = compare(a, b, weeks_a, weeks_b)
    assert (made.percent is not None) == (min(a, b) >= 50) == made.may_percent


@pytest.mark.parametrize(
    ("a", "b", "style"),
    [
        (50, 50, "percent"), (167, 158, "percent"), (49, 200, "words"), (200, 20, "words"),
        (20, 20, "words"), (19, 500, "numbers"), (0, 60, "numbers"), (0, 0, "numbers"),
        (1, 0, "from_zero"), (70, 0, "from_zero"),
    ],
)  # fmt: skip
def test_how_a_pair_may_be_told(a: int, b: int, style: str) -> None:
    assert compare(a, b, 4, 4).style == style


def test_ten_against_four_is_no_difference() -> None:
    """The example of docs/domain.md: "more than halved" would be a false claim."""
    made = compare(4, 10, 4, 4)
    assert made.p_value == pytest.approx(0.18, abs=0.005)
    assert not made.differs
    assert made.style == "numbers"


def test_a_large_difference_is_one() -> None:
    made = compare(120, 60, 4, 4)
    assert made.differs
    assert (made.percent, made.direction, made.change) == (1.0, 1, 60)


def test_unequal_lengths_are_compared_per_week() -> None:
    made = compare(100, 80, 5, 4)
    assert made.per_week
    assert made.rates == (20, 20)
    assert (made.percent, made.direction) == (0, 0)
    assert made.p_value == pytest.approx(1)


@pytest.mark.parametrize("bad", [(-1, 3, 4, 4), (3, 3, 0, 4)])
def test_nonsense_is_refused(bad: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="no counts"):
        compare(*bad)


class TestInARecord:
    """A record of 2019-W01 to 2021-W10 with count = 10 x (year - 2018) + week."""

    weeks = tuple(IsoWeek(2019, 1) + n for n in range(115))
    values = np.array([10.0 * (week.year - 2018) + week.week for week in weeks])

    def made(self, **gaps: float) -> object:
        values = self.values.copy()
        for text, value in gaps.items():
            values[parse_period(text.replace("_", "-")).first - self.weeks[0]] = value
        return record({"total": values}, start=self.weeks[0])

    def test_the_same_weeks_a_year_before(self) -> None:
        found = against_year_before(self.made(), "total", parse_period("2020-W43--2020-W46"))
        assert found.reason == ""
        assert (found.comparison.a, found.comparison.b) == (4 * 20 + 178, 4 * 10 + 178)
        assert found.other == parse_period("2019-W43--2019-W46").weeks
        assert not found.has_w53

    def test_week_53_meets_the_mean_of_its_neighbours(self) -> None:
        found = against_year_before(self.made(), "total", parse_period("2020-W52--2020-W53"))
        # W52 of 2019 is 62; W53 meets the mean of it and 2020-W01 (21): 41.5. Together 103.5, told as 104.
        assert (found.comparison.b, found.comparison.weeks_b) == (104, 2)
        assert found.has_w53

    def test_the_weeks_before(self) -> None:
        period = parse_period("2020-W05--2020-W08")
        found = against_period(self.made(), "total", period, period.before())
        assert (found.comparison.a, found.comparison.b) == (106, 90)

    @pytest.mark.parametrize(
        ("gaps", "period", "reason"),
        [
            ({"2020_W44": np.nan}, "2020-W43--2020-W46", "missing_now"),
            ({"2019_W44": np.nan}, "2020-W43--2020-W46", "missing_then"),
            ({}, "2019-W43--2019-W46", "before_record"),
            ({}, "2021-W09--2021-W12", "missing_now"),
        ],
    )
    def test_without_every_week_there_is_no_comparison(
        self, gaps: dict[str, float], period: str, reason: str
    ) -> None:
        found = against_year_before(self.made(**gaps), "total", parse_period(period))
        assert (found.comparison, found.reason) == (None, reason)

    def test_a_series_that_is_not_there_is_missing(self) -> None:
        week = IsoWeek(2020, 5)
        assert against_year_before(self.made(), "theft", Period(week, week)).reason == "missing_now"

    def test_a_moved_easter_is_told(self) -> None:
        found = against_year_before(self.made(), "total", parse_period("2020-W14--2020-W15"))
        assert found.moved == ("easter",)
