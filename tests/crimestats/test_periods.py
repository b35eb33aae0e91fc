"""Periods: months of whole weeks, and which weeks may be compared, over 2000-2040."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.periods import (
    Period,
    month_of,
    month_periods,
    parse_period,
    seams,
    year_before,
    year_to_date,
)
from crimestats.weeks import IsoWeek, WeekError, weeks_in_year

WEEKS = st.dates(date(2000, 1, 3), date(2040, 12, 30)).map(IsoWeek.of)
PERIODS = st.tuples(WEEKS, st.integers(0, 60)).map(lambda given: Period(given[0], given[0] + given[1]))
NOVEMBER = Period(IsoWeek(2021, 43), IsoWeek(2021, 46))


@given(PERIODS)
def test_a_period_is_its_weeks(period: Period) -> None:
    assert len(period.weeks) == len(period)
    assert all(week in period for week in period.weeks)
    assert period.first - 1 not in period
    assert period.last + 1 not in period


@given(PERIODS)
def test_the_key_reads_back(period: Period) -> None:
    assert parse_period(period.key) == period


@given(WEEKS)
def test_one_week_is_a_period(week: IsoWeek) -> None:
    assert parse_period(str(week)) == Period(week, week)


@pytest.mark.parametrize(
    "text", ["2021-W43--2021-W46", "2021-W43..2021-W46", "2021-W43–2021-W46", " 202143--202146 "]
)
def test_accepted_period_spellings(text: str) -> None:
    assert parse_period(text) == NOVEMBER


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2021-W46--2021-W43", "week.period_backwards"),
        ("2021-W50--2021-W53", "week.not_in_year"),
        ("v. 43--v. 46", "week.no_year"),
        ("november", "week.unreadable"),
        ("", "week.unreadable"),
    ],
)
def test_refused_periods(text: str, code: str) -> None:
    with pytest.raises(WeekError) as fault:
        parse_period(text)
    assert fault.value.code == code


@given(PERIODS)
def test_the_period_before_is_as_long_and_meets_this_one(period: Period) -> None:
    before = period.before()
    assert len(before) == len(period)
    assert before.last + 1 == period.first


@given(PERIODS)
def test_the_year_before_is_the_same_week_numbers(period: Period) -> None:
    partners = year_before(period).partners
    assert len(partners) == len(period)
    for week, partner in zip(period.weeks, partners, strict=True):
        if len(partner) == 1:
            assert (partner[0].year, partner[0].week) == (week.year - 1, week.week)
        else:
            assert week.week == 53
            assert partner == (IsoWeek(week.year - 1, 52), IsoWeek(week.year, 1))


@given(PERIODS)
def test_w53_is_flagged_when_it_is_there(period: Period) -> None:
    assert year_before(period).has_w53 == any(week.week == 53 for week in period.weeks)


def test_w53_takes_the_mean_of_its_neighbours() -> None:
    found = year_before(Period(IsoWeek(2020, 52), IsoWeek(2021, 1)))
    assert found.partners == (
        (IsoWeek(2019, 52),),
        (IsoWeek(2019, 52), IsoWeek(2020, 1)),
        (IsoWeek(2020, 1),),
    )
    assert found.has_w53


@given(WEEKS)
def test_year_to_date_is_the_first_n_weeks(week: IsoWeek) -> None:
    period = year_to_date(week)
    assert (period.first.year, period.first.week) == (week.year, 1)
    assert len(period) == week.week


def test_the_reference_month_is_weeks_43_to_46() -> None:
    assert month_periods(IsoWeek(2021, 44), IsoWeek(2021, 44)) == [NOVEMBER]
    assert month_of(IsoWeek(2021, 43)) == month_of(IsoWeek(2021, 46)) == (2021, 11)
    assert month_of(IsoWeek(2021, 42)) == (2021, 10)
    assert month_of(IsoWeek(2021, 47)) == (2021, 12)


def test_months_cover_every_week_of_2000_to_2040_once_in_four_or_five() -> None:
    first, last = IsoWeek(2000, 1), IsoWeek(2040, weeks_in_year(2040))
    months = month_periods(first, last)
    assert {len(month) for month in months} == {4, 5}
    assert all(one.last + 1 == two.first for one, two in itertools.pairwise(months))
    assert months[0].first <= first
    assert last <= months[-1].last
    names = [month_of(month.first) for month in months]
    assert len(set(names)) == len(names)
    for month, name in zip(months, names, strict=True):
        assert {month_of(week) for week in month.weeks} == {name}
    assert all(sum(year == y for y, _ in names) == 12 for year in range(2001, 2040))


@given(WEEKS, st.integers(0, 30))
def test_months_are_uncut_wherever_one_starts(first: IsoWeek, n: int) -> None:
    months = month_periods(first, first + n)
    assert first in months[0]
    assert first + n in months[-1]
    assert month_periods(months[0].first, months[-1].last) == months


@given(WEEKS, st.integers(2, 9), st.integers(2, 9), st.integers(-2, 3))
def test_gaps_and_overlaps_are_found(start: IsoWeek, one: int, two: int, shift: int) -> None:
    before = Period(start, start + (one - 1))
    after = Period(start + (one + shift), start + (one + shift + two - 1))
    found = seams([after, before])
    if shift == 0:
        assert found == []
        return
    assert [seam.kind for seam in found] == ["gap" if shift > 0 else "overlap"]
    expected = shift if shift > 0 else min(-shift, one, two)
    assert len(found[0].weeks) == expected


def test_a_long_period_covers_the_gap_after_a_short_one() -> None:
    week = IsoWeek(2021, 1)
    long, short, later = Period(week, week + 9), Period(week + 1, week + 2), Period(week + 10, week + 12)
    assert [seam.kind for seam in seams([long, short, later])] == ["overlap"]


def test_the_months_have_no_seams() -> None:
    assert seams(month_periods(IsoWeek(2015, 1), IsoWeek(2027, 1))) == []
