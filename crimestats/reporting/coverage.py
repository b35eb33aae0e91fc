"""The coverage calendar: which weeks of which category are reported, missing, revised or preliminary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.model import CoverageCell, CoverageView, CoverageYear
from crimestats.reporting.reading import read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek, weeks_in_year

STATUSES = ("reported", "missing", "revised", "preliminary")
Counts = Mapping[tuple[str, int], tuple[int, bool]]


def coverage_view(
    store: Store, area: str, *, as_of: datetime | None = None, lang: str = "sv"
) -> CoverageView:
    """Every week of the record, category by category, newest year first.

    Raises:
        StoreError: when the store cannot be read.
    """
    record, say = read_area(store, area, as_of).record, texts(lang)
    rows = store.rows("coverage", area=area, as_of=as_of)
    counts = {(row["category"], row["week"]): (row["count"], row["revised"]) for row in rows}
    codes = [code for code in categories() if any(code == row["category"] for row in rows)]
    years = sorted({week.year for week in record.weeks}, reverse=True)
    found = tuple(_year(record, codes, counts, year, lang) for year in years)
    missing = sum(cell.status == "missing" for year in found for row in year.rows.values() for cell in row)
    whole = sum(len(row) for year in found for row in year.rows.values())
    formats = Formats(lang)
    sentence = say(
        "report.coverage.sentence" if found else "report.coverage.nothing",
        reported=formats.number(whole - missing),
        all=formats.number(whole),
    )
    return CoverageView(
        years=found,
        names={code: categories()[code].name(lang) for code in codes},
        legend={status: say(f"report.coverage.{status}") for status in STATUSES},
        sentence=sentence,
        table=_table(found, lang),
    )


def _year(record: WeeklyCounts, codes: list[str], counts: Counts, year: int, lang: str) -> CoverageYear:
    """The weeks of an ISO year that lie within the record."""
    first = max(IsoWeek(year, 1), record.weeks[0])
    weeks = Period(first, min(IsoWeek(year, weeks_in_year(year)), record.weeks[-1])).weeks
    begun = [code for code in codes if _first_week(counts, code) <= weeks[-1].ordinal]
    rows = {code: tuple(_cell(record, counts, code, week, lang) for week in weeks) for code in begun}
    return CoverageYear(year, weeks, rows)


def _first_week(counts: Counts, code: str) -> int:
    """The week of a category's first figure: before its year it was not expected, so it is not missing."""
    return min(week for held, week in counts if held == code)


def _cell(record: WeeklyCounts, counts: Counts, code: str, week: IsoWeek, lang: str) -> CoverageCell:
    found = counts.get((code, week.ordinal))
    place = record.index(week)
    open_week = place is not None and bool(record.preliminary[place])
    if found is None:
        status = "missing"
    else:
        status = "preliminary" if open_week else "revised" if found[1] else "reported"
    count = found[0] if found else None
    word = texts(lang)(f"report.coverage.{status}")
    text = word if count is None else f"{Formats(lang).number(count)}, {word}"
    return CoverageCell(week, status, count, text)


def _table(years: tuple[CoverageYear, ...], lang: str) -> Table:
    """One row per year and category: how many weeks of each status, and which are missing."""
    say, formats = texts(lang), Formats(lang)
    rows, numbers = [], []
    for year in years:
        for code, cells in year.rows.items():
            counts = [sum(cell.status == status for cell in cells) for status in STATUSES]
            absent = ", ".join(formats.week(cell.week) for cell in cells if cell.status == "missing")
            name = categories()[code].name(lang)
            rows.append((str(year.year), name, *(formats.number(n) for n in counts), absent))
            numbers.append((year.year, name, *counts, absent))
    heads = [say("report.coverage.year"), say("report.column.category")]
    heads += [say(f"report.coverage.{status}") for status in STATUSES]
    heads.append(say("report.coverage.which"))
    return Table(say("report.coverage.caption"), tuple(heads), tuple(rows), tuple(numbers))
