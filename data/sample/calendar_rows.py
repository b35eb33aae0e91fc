"""The sample's calendar: school breaks, holidays, the guard patrol and the months, by rule, as TOML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crimestats.i18n import Formats
from crimestats.periods import month_of, month_periods
from crimestats.weeks import IsoWeek
from data.sample.simulate import FIRST, LAST, easter

HEADER = """\
# Written by data/sample/make_sample.py: school breaks (sportlov in week 7 as in western Sweden), holidays,
# the guard patrol and the named months of the sample. Loaded with the sample files, taken away with them.
"""
Event = tuple[str, str, str, IsoWeek, IsoWeek]


def calendar_toml() -> str:
    """The whole file."""
    events = sorted((event for year in range(FIRST.year, LAST.year + 1) for event in _year(year)), key=_order)
    blocks = [_event(*event) for event in (*events, *SINGLE) if event[3] <= LAST]
    blocks += [_period(period.first, period.last) for period in month_periods(IsoWeek(2020, 1), LAST)]
    return HEADER + "".join(blocks)


# What the guard patrol was meant against: violence and damage in the streets.
AGAINST = "violence,vandalism"
SINGLE: tuple[Event, ...] = (
    ("event", "Halloween", "Halloween", IsoWeek(2021, 43), IsoWeek(2021, 44)),
    ("measure", "Ordningsvakter", "Guard patrol", IsoWeek(2021, 28), IsoWeek(2021, 37)),
)


def _year(year: int) -> Iterator[Event]:
    sunday = easter(year)
    saints = date(year, 10, 31) + timedelta(days=(5 - date(year, 10, 31).weekday()) % 7)
    christmas = IsoWeek.of(date(year, 12, 24))
    yield "break", "Sportlov", "Winter break", IsoWeek(year, 7), IsoWeek(year, 7)
    yield "break", "Påsklov", "Easter break", IsoWeek.of(sunday), IsoWeek.of(sunday)
    yield "break", "Sommarlov", "Summer break", IsoWeek(year, 24), IsoWeek(year, 32)
    yield "break", "Höstlov", "Autumn break", IsoWeek(year, 44), IsoWeek(year, 44)
    yield "break", "Jullov", "Christmas break", christmas, christmas + 1
    yield "holiday", "Påsk", "Easter", IsoWeek.of(sunday), IsoWeek.of(sunday + timedelta(days=1))
    yield "holiday", "Midsommar", "Midsummer", IsoWeek(year, 25), IsoWeek(year, 25)
    yield "holiday", "Alla helgons dag", "All Saints’ Day", IsoWeek.of(saints), IsoWeek.of(saints)
    yield "holiday", "Jul och nyår", "Christmas and New Year", christmas, IsoWeek.of(date(year + 1, 1, 1))


def _order(event: Event) -> tuple[IsoWeek, str]:
    return event[3], event[1]


def _event(kind: str, name: str, name_en: str, first: IsoWeek, last: IsoWeek) -> str:
    against = f'categories = "{AGAINST}"\n' if kind == "measure" else ""
    return f"""
[[event]]
kind = "{kind}"
name = "{name}"
name_en = "{name_en}"
{against}first = "{first}"
last = "{last}"
"""


def _period(first: IsoWeek, last: IsoWeek) -> str:
    return f"""
[[period]]
name = "{Formats("sv").month(*month_of(first))}"
first = "{first}"
last = "{last}"
"""
