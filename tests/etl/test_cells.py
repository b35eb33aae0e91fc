"""The table "What a cell can say" of the domain, row by row."""

from __future__ import annotations

from datetime import date

import pytest

from etl.cells import Mention, read_count, read_day, read_week, read_year
from etl.grid import address, place


@pytest.mark.parametrize("value", [None, "", "  ", "..", ".", "…", "\u00a0"])
def test_blank_and_dots_are_missing_never_zero(value: object) -> None:
    read = read_count(value)
    assert (read.missing, read.count, read.fault) == (True, None, "")


@pytest.mark.parametrize("value", ["-", "–", "—", " - ", "\u2212"])
def test_a_dash_is_unclear(value: str) -> None:
    assert read_count(value).fault == "count_unclear"


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (0, 0), (12, 12), (12.0, 12), ("0", 0), ("1 234", 1234), ("1\u00a0234", 1234), ("1\u202f234", 1234),
        ("1\u2009234", 1234), ("12 345 ", 12345), ("'12", 12), ("12,0", 12), ("12.00", 12), ("15 st", 15),
        ("15st.", 15), ("sju (7)", 7), ("7 (sju)", 7), ("ett (1)", 1), ("43*", 43), ("43 *", 43), ("43¹", 43),
        ("43 1)", 43), ("007", 7),
    ],
)  # fmt: skip
def test_counts_in_the_styles_people_type(value: object, count: int) -> None:
    assert read_count(value).count == count


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("x", "count_text"), ("<5", "count_masked"), ("<15", "count_masked"),
        ("färre än fem", "count_masked"),
        ("ca 5", "count_rough"), ("~5", "count_rough"), ("2,5", "count_fraction"), (2.5, "count_fraction"),
        ("-3", "count_negative"), (-1, "count_negative"), ("\u22123", "count_negative"),
        ("#REF!", "count_error"),
        ("#VÄRDEFEL!", "count_error"), ("1,234", "count_fraction"), ("12,000", "count_fraction"),
        ("1 23", "count_text"), ("sju (8)", "count_text"), ("12 %", "count_text"), (True, "count_text"),
        (date(2021, 10, 25), "count_date"), ("2021-10-25", "count_date"), (10**9, "count_too_large"),
        (float("nan"), "count_text"), (float("inf"), "count_text"),
    ],
)  # fmt: skip
def test_what_is_no_count_says_why(value: object, fault: str) -> None:
    read = read_count(value)
    assert (read.fault, read.count, read.missing) == (fault, None, False)


def test_a_footnote_mark_is_taken_off_and_known() -> None:
    assert read_count("43*").marked
    assert not read_count("43").marked


@pytest.mark.parametrize(
    ("value", "week", "year"),
    [
        ("v43", 43, None), ("v.43", 43, None), ("v. 43", 43, None), ("Vecka 43", 43, None), ("43", 43, None),
        (43, 43, None), (43.0, 43, None), ("2021-W43", 43, 2021), ("2021W43", 43, 2021), (202143, 43, 2021),
        ("43/2021", 43, 2021), ("2021 v 43", 43, 2021), ("v.43*", 43, None), ("2021-10-25", 43, 2021),
        ("20211025", 43, 2021), (date(2021, 10, 31), 43, 2021), (date(2021, 1, 3), 53, 2020),
    ],
)  # fmt: skip
def test_weeks_in_every_accepted_spelling(value: object, week: int, year: int | None) -> None:
    mention = read_week(value)
    assert mention is not None
    assert (mention.week, mention.year) == (week, year)


@pytest.mark.parametrize("value", ["Vecka", "2021", 2021, None, "", "abc", True, 4.5, "v.43-46"])
def test_what_is_no_week(value: object) -> None:
    assert read_week(value) is None


def test_a_week_number_is_not_yet_held_against_the_calendar() -> None:
    assert read_week("2021-W53") == Mention(53, 2021)


def test_years_and_days() -> None:
    assert [read_year(v) for v in ("2021", 2021.0, "År 2021", "21", None, 12021)] == [
        2021,
        2021,
        2021,
        None,
        None,
        None,
    ]
    assert [read_day(v) for v in ("2021-02-30", "2021/10/25", "25 oktober")] == [
        None,
        date(2021, 10, 25),
        None,
    ]


@pytest.mark.parametrize("where", [(0, 0), (4, 2), (9, 25), (0, 26), (99, 701), (1048575, 16383)])
def test_addresses_there_and_back(where: tuple[int, int]) -> None:
    assert place(address(*where)) == where


def test_addresses_as_excel_writes_them() -> None:
    assert [address(4, 2), address(0, 26), address(1048575, 16383)] == ["C5", "AA1", "XFD1048576"]
