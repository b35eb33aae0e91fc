from __future__ import annotations

from datetime import date

import pytest

from crimestats.analysis.calendar import all_saints, easter_sunday, midsummer_eve, moved_holidays
from crimestats.periods import parse_period, year_before
from crimestats.weeks import IsoWeek

# Published by the Church of Sweden and in the almanac.
EASTERS = {
    2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2016: (3, 27), 2019: (4, 21), 2020: (4, 12),
    2021: (4, 4), 2022: (4, 17), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2038: (4, 25),
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_sunday(year: int, day: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *day)


@pytest.mark.parametrize("year", range(1990, 2060))
def test_where_the_holidays_can_lie(year: int) -> None:
    assert easter_sunday(year).isoweekday() == 7
    assert 12 <= IsoWeek.of(easter_sunday(year)).week <= 17
    assert midsummer_eve(year).isoweekday() == 5
    late = year in (2004, 2032)  # 25 June and 6 November of a leap year that begins on a Thursday
    assert IsoWeek.of(midsummer_eve(year)) == IsoWeek(year, 25 + late)
    assert all_saints(year).isoweekday() == 6
    assert IsoWeek.of(all_saints(year)) == IsoWeek(year, 44 + late)


@pytest.mark.parametrize(
    ("period", "moved"),
    [
        ("2021-W13--2021-W14", ("easter",)),  # W15-W16 in 2020
        ("2021-W12--2021-W15", ("easter",)),  # holds all of it, and all but Easter Monday in 2020
        ("2021-W12--2021-W16", ()),  # holds all of it in both years
        ("2021-W24--2021-W27", ()),
        ("2021-W43--2021-W46", ()),
        ("2032-W25--2032-W25", ("midsummer",)),
        (
            "2021-W51--2021-W51",
            ("christmas",),
        ),  # Christmas Eve fell on a Friday; on a Thursday of W52 in 2020
    ],
)
def test_moved_holidays_of_the_same_weeks_a_year_before(period: str, moved: tuple[str, ...]) -> None:
    here = parse_period(period)
    assert moved_holidays(here, year_before(here)) == moved


def test_a_period_has_moved_nothing_against_itself() -> None:
    spring = parse_period("2021-W10--2021-W20")
    assert moved_holidays(spring, spring) == ()
