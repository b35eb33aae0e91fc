"""The month as one HTML page that stands alone: no scripts, no other hosts, made to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from html import escape
from pathlib import Path

from crimestats.categories import categories
from crimestats.charts.image import svg
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.charts.table import html_table
from crimestats.charts.theme import FONT, LIGHT, SPACE, TYPE
from crimestats.counts import Address
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import Sentence
from crimestats.reporting.model import MonthReport

_SHEET = Path(__file__).with_name("report.css")


@cache
def _style() -> str:
    """The style sheet with the theme's colours and sizes as custom properties."""
    sizes = {name: f"{value}px" for name, value in {**TYPE, **SPACE}.items()}
    properties = {**asdict(LIGHT), **sizes, "font": FONT}
    root = "".join(f"--{name}:{value};" for name, value in properties.items())
    return f":root{{color-scheme:light;{root}}}\n{_SHEET.read_text(encoding='utf-8')}"


def to_html(report: MonthReport) -> str:
    """The page: finding, text, chart with its table, figures, remarks, and the cell behind every count."""
    say = texts(report.lang)
    title = f"{report.area}, {report.period_name}: {report.headline}"
    body = "\n".join(
        [
            _tag("p", f"{report.area} · {report.period_name}", "quiet"),
            _tag("h1", report.headline),
            f'<p class="lead">{_sentence(report.narrative.subtitle)}</p>',
            *(_tag("p", notice, "notice") for notice in report.notices),
            _words(report),
            _tag("h2", say("report.heading.chart")),
            f'<figure tabindex="0">{svg(report.chart)}</figure>',
            _details(report.chart.title, report.chart.table, report.lang),
            _tag("h2", say("report.heading.figures")),
            _scroll(html_table(report.table, lang=report.lang)),
            _remarks(report.narrative.remarks, say("report.heading.remarks")),
            _tag("h2", say("report.heading.origin")),
            _details(say("report.origin.show"), _origin(report), report.lang),
            _tag("p", report.source, "source"),
        ]
    )
    return page(title, body, report.lang)


def page(title: str, body: str, lang: str) -> str:
    """One HTML page around a body that is HTML already: the style sheet inside it, nothing outside it."""
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_style()}</style>"
    )
    inside = f'<html lang="{escape(lang)}"><head>{head}</head><body><main>\n{body}\n</main></body></html>'
    return f"<!doctype html>\n{inside}\n"


def _tag(name: str, text: str, style: str = "") -> str:
    attribute = f' class="{style}"' if style else ""
    return f"<{name}{attribute}>{escape(text)}</{name}>"


def _words(report: MonthReport) -> str:
    """The paragraphs, each under its heading."""
    parts = [_tag("h2", texts(report.lang)("report.heading.words"))]
    for paragraph in report.narrative.paragraphs:
        told = " ".join(_sentence(sentence) for sentence in paragraph.sentences)
        parts += [_tag("h3", paragraph.heading), f"<p>{told}</p>"]
    return "\n".join(parts)


def _sentence(sentence: Sentence) -> str:
    """A sentence whose numbers are kept whole at the end of a line."""
    return "".join(
        f'<span class="n">{escape(run.text)}</span>' if run.number else escape(run.text)
        for run in sentence.runs
    )


def _remarks(remarks: Iterable[Sentence], heading: str) -> str:
    items = "".join(_tag("li", remark.plain) for remark in remarks)
    return f"{_tag('h2', heading)}<ul>{items}</ul>" if items else ""


def _details(summary: str, table: Table, lang: str) -> str:
    """A table behind its name; a printer leaves it out unless opened."""
    told = texts(lang)("report.as_table", name=summary)
    return f"<details>{_tag('summary', told)}{_scroll(html_table(table, lang=lang))}</details>"


def _scroll(table: str) -> str:
    return f'<div class="scroll" tabindex="0">{table}</div>'


def _origin(report: MonthReport) -> Table:
    """Every cell that the month's facts rest on, once, in order of week."""
    say, formats = texts(report.lang), Formats(report.lang)
    cells = {cell for fact in report.facts for cell in fact.addresses if cell.week in report.period}
    rows = tuple(
        (formats.week(cell.week, year=True), *_cell(cell, report.lang))
        for cell in sorted(cells, key=lambda c: (c.week, c.upload_id, c.sheet, c.category, c.injured_party))
    )
    heads = tuple(
        say(f"report.column.{name}")
        for name in ("week", "category", "party", "count", "file", "sheet", "cell")
    )
    return Table(say("report.origin.caption"), heads, rows, rows)


def _cell(cell: Address, lang: str) -> tuple[str, ...]:
    known = categories().get(cell.category)
    name = known.name(lang) if known else cell.category
    party = party_name(cell.injured_party, lang) if cell.injured_party else ""
    return name, party, Formats(lang).number(cell.count), cell.file_name, cell.sheet, cell.cell
