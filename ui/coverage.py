"""The coverage calendar: one strip per category and year, a cell per week; the same as a plain table."""

from __future__ import annotations

from collections.abc import Mapping

from crimestats.i18n import Formats, texts
from crimestats.reporting.model import CoverageCell, CoverageView, CoverageYear
from ui.html import data_table, details, scroll, tag, text

# Told apart without colour: each status has a sign of its own.
_SIGNS = {"reported": "", "missing": "–", "revised": "•", "preliminary": "/"}


def calendar(coverage: CoverageView, lang: str) -> str:
    """Legend, the years with the newest open, and the whole as text."""
    years = [_year(year, coverage.names, lang, opened=n == 0) for n, year in enumerate(coverage.years)]
    table = details(texts(lang)("app.as_table"), data_table(coverage.table, lang))
    return tag("p", text(coverage.sentence)) + _legend(coverage.legend) + "".join(years) + table


def _legend(legend: Mapping[str, str]) -> str:
    items = (
        tag(
            "li",
            tag("span", _SIGNS.get(status, ""), class_=f"lb-week lb-week-{status}", aria_hidden="true"),
            " ",
            text(word),
        )
        for status, word in legend.items()
    )
    return tag("ul", *items, class_="lb-key")


def _year(year: CoverageYear, names: Mapping[str, str], lang: str, *, opened: bool) -> str:
    weeks = tag("tr", tag("td"), *(tag("th", text(week.week), scope="col") for week in year.weeks))
    rows = (
        tag("tr", tag("th", text(names[code]), scope="row"), *(_cell(cell, lang) for cell in cells))
        for code, cells in year.rows.items()
    )
    caption = tag("caption", text(year.year), class_="lb-hidden")
    table = tag("table", caption, tag("thead", weeks), tag("tbody", *rows), class_="lb-coverage")
    summary = tag("summary", text(year.year))
    return tag("details", summary, scroll(table, str(year.year)), class_="lb-details", open=opened)


def _cell(cell: CoverageCell, lang: str) -> str:
    words = f"{Formats(lang).week(cell.week)}: {cell.text}"
    hidden = tag("span", text(cell.text), class_="lb-hidden")
    return tag(
        "td",
        tag("span", _SIGNS.get(cell.status, ""), aria_hidden="true"),
        hidden,
        class_=f"lb-week lb-week-{cell.status}",
        title=words,
    )
