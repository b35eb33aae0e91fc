"""Was the alarm budget kept? The record replayed week by week, beside the budget of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crimestats.analysis.replay import Replay, ReplayYear, replay
from crimestats.charts.model import Table
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.reporting.labels import series_name
from crimestats.reporting.peaks import notes_of
from crimestats.reporting.reading import read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """One year as a row of dots: explained alarms, others within the budget, and those beyond it."""

    year: str
    explained: int
    within: int
    beyond: int
    unused: int
    text: str


@dataclass(frozen=True)
class BudgetView:
    """The finding as a sentence, what it means, the years newest first, and the same as a table.

    ``years`` is empty where no year can be judged; then the finding says so.
    """

    title: str
    sentence: str
    years: tuple[BudgetYear, ...]
    table: Table


def budget_view(store: Store, area: str, *, as_of: datetime | None = None, lang: str = "sv") -> BudgetView:
    """Replay an area's record.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading, say = read_area(store, area, as_of), texts(lang)
    noted = notes_of(store, area)
    known = {
        (code, IsoWeek.from_ordinal(week)) for (code, week), row in noted.items() if row["status"] != "new"
    }
    found = replay(reading.detection, known=known)
    allowed = Formats(lang).word(round(settings().detection.false_alarms_per_year))
    years = tuple(_year(year, lang) for year in reversed(found.years))
    title = _title(found, allowed, lang)
    sentence = say("budget.sentence", budget=allowed) if years else ""
    return BudgetView(title, sentence, years, _table(reading.record, found, lang))


def _title(found: Replay, allowed: str, lang: str) -> str:
    say, formats = texts(lang), Formats(lang)
    if not found.years:
        return say("budget.too_short")
    rate = formats.number(found.alarms_a_year, 1)
    explained = ""
    if found.explained:
        explained = say(
            "budget.explained", n=formats.number(found.explained), all=formats.number(found.alarms)
        )
    told = {"rate": rate, "budget": allowed, "explained": explained, "all": formats.number(found.alarms)}
    left = formats.number(found.alarms - found.explained)
    return say("budget.kept", **told) if found.kept else say("budget.over", **told, left=left)


def _year(year: ReplayYear, lang: str) -> BudgetYear:
    budget, left = round(year.budget), year.alarms - year.explained
    within = min(left, budget)
    text = texts(lang)("budget.alarms", n=Formats(lang).number(year.alarms))
    return BudgetYear(str(year.year), year.explained, within, left - within, budget - within, text)


def _table(record: WeeklyCounts, found: Replay, lang: str) -> Table:
    say, newest = texts(lang), found.years[::-1]
    heads = ("year", "weeks", "alarms", "explained", "budget", "kept", "series")
    rows = tuple(_row(record, year, lang) for year in newest)
    numbers = tuple(
        (year.year, year.weeks, year.alarms, year.explained, round(year.budget, 1), *row[-2:])
        for year, row in zip(newest, rows, strict=True)
    )
    return Table(say("budget.caption"), tuple(say(f"budget.column.{head}") for head in heads), rows, numbers)


def _row(record: WeeklyCounts, year: ReplayYear, lang: str) -> tuple[str, ...]:
    say, formats = texts(lang), Formats(lang)
    which = [(series_name(record, code, lang), n) for code, n in year.by_series.items() if n]
    named = ", ".join(f"{name} {formats.number(n)}" for name, n in which)
    told = (formats.number(n) for n in (year.weeks, year.alarms, year.explained))
    kept = say("budget.yes" if year.kept else "budget.no")
    return (str(year.year), *told, formats.number(year.budget, 1), kept, named or "–")
