"""Numbers, dates and weeks as people read them: DOMAIN section 9, and the same in English."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.i18n import Formats
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

SV, EN = Formats("sv"), Formats("en")
NB, MINUS, DASH = "\u00a0", "\u2212", "\u2013"
NOVEMBER = Period(IsoWeek(2021, 43), IsoWeek(2021, 46))


@pytest.mark.parametrize(
    ("value", "decimals", "sv", "en"),
    [
        (167, 0, "167", "167"),
        (1234, 0, f"1{NB}234", "1,234"),
        (1234567.89, 1, f"1{NB}234{NB}567,9", "1,234,567.9"),
        (-2.5, 1, f"{MINUS}2,5", f"{MINUS}2.5"),
        (-0.04, 1, "0,0", "0.0"),
        (0, 0, "0", "0"),
    ],
)
def test_numbers(value: float, decimals: int, sv: str, en: str) -> None:
    assert SV.number(value, decimals) == sv
    assert EN.number(value, decimals) == en


@given(st.integers(-(10**9), 10**9))
def test_numbers_read_back(value: int) -> None:
    for formats in (SV, EN):
        plain = formats.number(value).replace(NB, "").replace(",", "").replace(MINUS, "-")
        assert int(plain) == value


def test_signs() -> None:
    assert [SV.signed(v) for v in (7, 0, -7)] == ["+7", "0", f"{MINUS}7"]


@pytest.mark.parametrize(
    ("value", "sv", "en"), [(0, "noll", "zero"), (1, "en", "one"), (12, "tolv", "twelve"), (13, "13", "13")]
)
def test_words_up_to_twelve_and_figures_from_13(value: int, sv: str, en: str) -> None:
    assert SV.word(value) == sv
    assert EN.word(value) == en


def test_ett_is_one_of_neuter_gender() -> None:
    assert (SV.word(1, "neuter"), EN.word(1, "neuter")) == ("ett", "one")


def test_percent() -> None:
    assert SV.percent(0.12) == f"12{NB}%"
    assert SV.percent(0.125, 1) == f"12,5{NB}%"
    assert EN.percent(0.12) == "12%"


def test_ranges_use_an_unspaced_en_dash() -> None:
    assert SV.span(24, 43) == f"24{DASH}43"
    assert SV.span(24.2, 24.4) == "24"
    assert SV.span(990, 1043) == f"990{DASH}1{NB}043"


def test_weeks() -> None:
    week = IsoWeek(2021, 43)
    assert (SV.week(week), SV.week(week, year=True)) == (f"v.{NB}43", f"v.{NB}43 2021")
    assert (EN.week(week), EN.week(week, year=True)) == ("W43", "W43 2021")
    assert (SV.week_word(week), EN.week_word(week)) == (f"vecka{NB}43", f"week{NB}43")


def test_runs_of_weeks() -> None:
    assert SV.weeks(NOVEMBER) == f"vecka{NB}43{DASH}46"
    assert SV.weeks(NOVEMBER, year=True) == f"vecka{NB}43{DASH}46 2021"
    assert SV.weeks(NOVEMBER, short=True) == f"v.{NB}43{DASH}46"
    assert EN.weeks(NOVEMBER) == f"weeks{NB}43{DASH}46"
    assert EN.weeks(NOVEMBER, short=True) == f"W43{DASH}46"
    over = Period(IsoWeek(2020, 53), IsoWeek(2021, 2))
    assert SV.weeks(over) == f"vecka{NB}53 2020 {DASH} vecka{NB}2 2021"
    one = Period(IsoWeek(2021, 45), IsoWeek(2021, 45))
    assert (SV.weeks(one), SV.weeks(one, short=True)) == (f"vecka{NB}45", f"v.{NB}45")


def test_dates() -> None:
    day = date(2021, 11, 29)
    assert (SV.day(day), EN.day(day)) == ("29 november 2021", "29 November 2021")
    assert SV.day(day, year=False) == "29 november"
    assert SV.iso_day(day) == "2021-11-29"
    assert SV.month(2021, 11) == "november 2021"
    assert EN.month(2021, 11) == "November 2021"


def test_dates_of_a_period() -> None:
    assert SV.days(NOVEMBER) == f"25 oktober{DASH}21 november 2021"
    assert EN.days(NOVEMBER) == f"25 October{DASH}21 November 2021"
    assert SV.days(Period(IsoWeek(2021, 45), IsoWeek(2021, 46))) == f"8{DASH}21 november 2021"
    turn = Period(IsoWeek(2020, 53), IsoWeek(2020, 53))
    assert SV.days(turn) == f"28 december 2020{DASH}3 januari 2021"


def test_moments_are_told_in_swedish_time() -> None:
    moment = datetime(2021, 11, 22, 7, 14, tzinfo=UTC)
    assert SV.moment(moment) == f"22 november 2021 kl.{NB}08.14"
    assert EN.moment(moment) == "22 November 2021, 08:14"
    assert SV.moment(datetime(2021, 7, 1, 22, 30, tzinfo=UTC)) == f"2 juli 2021 kl.{NB}00.30"


def test_listings() -> None:
    assert SV.listing([]) == ""
    assert SV.listing(["våld"]) == "våld"
    assert SV.listing(["våld", "stöld", "bedrägeri"]) == "våld, stöld och bedrägeri"
    assert EN.listing(["a", "b", "c"]) == "a, b and c"


def test_an_unknown_language_gets_swedish() -> None:
    assert Formats("fi").number(1.5, 1) == "1,5"
