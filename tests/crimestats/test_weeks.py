"""ISO weeks: arithmetic, ranges and every accepted spelling, over 2000-2040."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.i18n import LANGUAGES, texts
from crimestats.weeks import IsoWeek, WeekError, parse_week, week_range, weeks_in_year

DAYS = st.dates(date(2000, 1, 3), date(2040, 12, 30))
WEEKS = DAYS.map(IsoWeek.of)
LONG_YEARS = {2004, 2009, 2015, 2020, 2026, 2032, 2037}
# How people write week 43 of 2021, beside the plain number: DOMAIN section 2 and what lies near it.
WITH_YEAR = (
    "{y}-W{w:02d}", "{y}-w{w:02d}", "{y}W{w:02d}", "{y}{w:02d}", "{w}/{y}", "{y} v {w}", "{y} v. {w}",
    "{y}-{w:02d}", "{y}/{w:02d}", "v. {w} {y}", "v.{w}/{y}", "vecka {w} {y}", "Vecka {w} ({y})",
    "VECKA {w}, {y}", "week {w} {y}", "W{w:02d} {y}", "  {y}-W{w:02d}  ", "v.\u00a0{w}\u00a0{y}",
)  # fmt: skip
WITHOUT_YEAR = (
    "v{w}", "v.{w}", "v. {w}", "V. {w:02d}", "vecka {w}", "Vecka\u00a0{w}", "{w}", "{w:02d}", "W{w}",
    "wk {w}",
)  # fmt: skip


@given(DAYS)
def test_a_day_lies_in_its_week(day: date) -> None:
    week = IsoWeek.of(day)
    assert week.monday <= day <= week.sunday
    assert (week.year, week.week) == tuple(day.isocalendar())[:2]
    assert week.thursday.year == week.year


@given(WEEKS)
def test_a_week_runs_monday_to_sunday(week: IsoWeek) -> None:
    assert week.monday.isoweekday() == 1
    assert week.sunday - week.monday == timedelta(days=6)


@given(WEEKS, st.integers(-500, 500))
def test_adding_and_subtracting_weeks(week: IsoWeek, n: int) -> None:
    assert (week + n).monday == week.monday + timedelta(weeks=n)
    assert (week + n) - week == n
    assert (week + n) - n == week


@given(WEEKS, WEEKS)
def test_order_is_that_of_the_calendar(one: IsoWeek, two: IsoWeek) -> None:
    assert (one < two) == (one.monday < two.monday)
    assert (one - two) == (one.ordinal - two.ordinal)
    assert (one.ordinal < two.ordinal) == (one < two)


@given(WEEKS)
def test_the_ordinal_tells_the_week(week: IsoWeek) -> None:
    assert IsoWeek.from_ordinal(week.ordinal) == week
    assert (week + 1).ordinal == week.ordinal + 1


@given(WEEKS, st.integers(0, 120))
def test_a_range_holds_every_week_once(first: IsoWeek, n: int) -> None:
    weeks = list(week_range(first, first + n))
    assert len(weeks) == n + 1
    assert [b - a for a, b in itertools.pairwise(weeks)] == [1] * n
    assert list(week_range(first + 1, first)) == []


def test_years_with_53_weeks() -> None:
    assert {year for year in range(2000, 2041) if weeks_in_year(year) == 53} == LONG_YEARS


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2025, 12, 29), IsoWeek(2026, 1)),
        (date(2021, 1, 3), IsoWeek(2020, 53)),
        (date(2026, 12, 28), IsoWeek(2026, 53)),
        (date(2027, 1, 3), IsoWeek(2026, 53)),
        (date(2021, 10, 25), IsoWeek(2021, 43)),
        (date(2021, 11, 21), IsoWeek(2021, 46)),
    ],
)
def test_known_days(day: date, week: IsoWeek) -> None:
    assert IsoWeek.of(day) == week


@given(WEEKS, st.sampled_from(WITH_YEAR))
def test_every_spelling_with_a_year(week: IsoWeek, spelling: str) -> None:
    assert parse_week(spelling.format(y=week.year, w=week.week)) == week


@given(WEEKS, st.sampled_from(WITHOUT_YEAR))
def test_every_spelling_without_a_year(week: IsoWeek, spelling: str) -> None:
    text = spelling.format(w=week.week)
    assert parse_week(text, week.year) == week
    with pytest.raises(WeekError) as fault:
        parse_week(text)
    assert fault.value.code == "week.no_year"


@given(DAYS, st.sampled_from(["{:%Y-%m-%d}", "{:%Y-%m-%d} 00:00:00", "{:%Y-%m-%dT%H:%M:%S}"]))
def test_any_day_of_the_week_means_the_week(day: date, spelling: str) -> None:
    moment = datetime.combine(day, datetime.min.time())
    assert parse_week(spelling.format(moment)) == parse_week(day) == parse_week(moment) == IsoWeek.of(day)


@given(WEEKS)
def test_a_number_is_a_week_of_the_given_year(week: IsoWeek) -> None:
    assert parse_week(week.week, week.year) == week
    assert parse_week(str(week)) == week


@given(WEEKS, st.integers(2000, 2040))
def test_the_year_in_the_text_wins(week: IsoWeek, other_year: int) -> None:
    assert parse_week(str(week), other_year) == week


@pytest.mark.parametrize("year", sorted(set(range(2000, 2041)) - LONG_YEARS))
def test_week_53_of_a_short_year_is_never_rolled_over(year: int) -> None:
    reads = (lambda: IsoWeek(year, 53), lambda: parse_week(f"{year}-W53"), lambda: parse_week("v53", year))
    for read in reads:
        with pytest.raises(WeekError) as fault:
            read()
        assert fault.value.code == "week.not_in_year"
        assert fault.value.values == {"week": 53, "year": year}


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "v", "vecka", "v. 43-46", "43-46", "2021", "januari", "v. 4.5", "v.-1", "1234567", "2021-W",
        "W43W44", "v 43 21", "2021-02-30", "2021-13-01", "43 st", "2021-43-46",
    ],
)  # fmt: skip
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(WeekError) as fault:
        parse_week(text, 2021)
    assert fault.value.code == "week.unreadable"


@pytest.mark.parametrize("text", ["v. 0", "v. 54", "99"])
def test_weeks_that_no_year_has(text: str) -> None:
    with pytest.raises(WeekError) as fault:
        parse_week(text, 2020)
    assert fault.value.code == "week.not_in_year"


def test_years_outside_reason_are_refused() -> None:
    with pytest.raises(WeekError) as fault:
        IsoWeek(21, 43)
    assert fault.value.code == "week.year_out_of_range"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_has_words(lang: str) -> None:
    for text in ("v. 43", "nej", "2021-W53"):
        with pytest.raises(WeekError) as fault:
            parse_week(text)
        assert "{" not in texts(lang)(fault.value.code, **fault.value.values)
