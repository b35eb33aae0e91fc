"""Ticks: whole counts from zero, the same weeks every year, never more than there is room for."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from crimestats.charts.scales import count_ticks, text_width, week_ticks
from crimestats.weeks import IsoWeek

WEEKS = st.builds(IsoWeek, st.integers(2000, 2040), st.integers(1, 52))


@given(st.floats(1, 1e6))
def test_counts_are_ticked_in_even_whole_steps_from_zero(top: float) -> None:
    ticks = count_ticks(top)
    assert ticks[0] == 0
    assert 2 <= len(ticks) <= 6
    assert ticks[-1] <= top
    assert len({b - a for a, b in itertools.pairwise(ticks)}) == 1
    assert str(ticks[1]).rstrip("0") in ("1", "2", "5")


@settings(max_examples=80)
@given(WEEKS, st.integers(1, 700), st.integers(1, 16))
def test_ticks_fit_and_name_their_week(first: IsoWeek, n: int, room: int) -> None:
    weeks = [first + k for k in range(n)]
    ticks = week_ticks(weeks, "sv", room)
    assert len(ticks) <= max(room, 1)
    for tick in ticks:
        week = weeks[tick.position]
        assert tick.text in (f"v.\u00a0{week.week}", str(week.year))
        assert tick.year in ("", str(week.year))


@settings(max_examples=50)
@given(WEEKS, st.integers(4, 120))
def test_each_year_is_named_once_at_its_first_tick(first: IsoWeek, n: int) -> None:
    weeks = [first + k for k in range(n)]
    ticks = week_ticks(weeks, "sv", 12)
    years = [weeks[tick.position].year for tick in ticks]
    named = [tick.year for tick in ticks if tick.year]
    assert named == [str(year) for year in dict.fromkeys(years)]


def test_a_year_over_week_53_ticks_the_same_weeks_in_both_years() -> None:
    weeks = [IsoWeek(2020, 40) + n for n in range(30)]
    ticks = week_ticks(weeks, "sv", 8)
    assert [t.text.split("\u00a0")[1] for t in ticks] == ["41", "45", "49", "1", "5", "9", "13"]


def test_a_few_weeks_are_all_ticked_also_53() -> None:
    weeks = [IsoWeek(2020, 52) + n for n in range(3)]
    assert [t.text for t in week_ticks(weeks, "en", 12)] == ["W52", "W53", "W01"]


def test_bold_and_wide_letters_take_more_room() -> None:
    assert text_width("mmm", 10) > text_width("iii", 10)
    assert text_width("abc", 10, bold=True) > text_width("abc", 10)
