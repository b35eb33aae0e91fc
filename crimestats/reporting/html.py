"""The month as one HTML page that stands alone: no scripts, no other hosts, made to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from crimestats.narrative.grammar import Run
from crimestats.reporting.model import MonthReport
from crimestats.reporting.notes import Notes

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
    notes = Notes(report.lang)
    body = "\n".join(
        [
            _tag("p", f"{report.area} · {report.period_name}", "quiet"),
            _tag("h1", report.headline),
            f'<p class="lead">{_whole(report.narrative.subtitle.runs)}</p>',
            *(_tag("p", notice, "notice") for notice in report.notices),
            _words(report, notes),
            _tag("h2", say("report.heading.chart")),
            f'<figure tabindex="0">{svg(report.chart)}</figure>',
            _details(report.chart.title, report.chart.table, report.lang),
            _tag("h2", say("report.heading.figures")),
            _scroll(html_table(report.table, lang=report.lang)),
            _remarks(report.narrative.remarks, say("report.heading.remarks")),
            _tag("h2", say("report.heading.origin")),
            _notes(notes),
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


def _words(report: MonthReport, notes: Notes) -> str:
    """The paragraphs, each under its heading."""
    parts = [_tag("h2", texts(report.lang)("report.heading.words"))]
    for paragraph in report.narrative.paragraphs:
        told = " ".join(_noted(sentence, notes) for sentence in paragraph.sentences)
        parts += [_tag("h3", paragraph.heading), f"<p>{told}</p>"]
    return "\n".join(parts)


def brief_html(sentences: Sequence[Sentence], title: str, lang: str) -> str:
    """A shorter text of the month as a page that stands alone, its numbers with their notes."""
    notes = Notes(lang)
    told = " ".join(_noted(sentence, notes) for sentence in sentences)
    heading = _tag("h2", texts(lang)("report.heading.origin"))
    origin = heading + _notes(notes) if notes.texts else ""
    return page(title, f'{_tag("h1", title)}<p class="lead">{told}</p>{origin}', lang)


def _noted(sentence: Sentence, notes: Notes) -> str:
    """A sentence whose numbers are kept whole at the end of a line and lead to their notes."""
    return "".join(_whole([run]) + (_mark(note) if note else "") for run, note in notes.marked(sentence))


def _whole(runs: Iterable[Run]) -> str:
    return "".join(
        f'<span class="n">{escape(run.text)}</span>' if run.number else escape(run.text) for run in runs
    )


def _mark(note: int) -> str:
    return f'<sup><a href="#note-{note}">{note}</a></sup>'


def _notes(notes: Notes) -> str:
    items = "".join(f'<li id="note-{n}">{escape(words)}</li>' for n, words in notes.texts.items())
    return f"<ol>{items}</ol>" if items else ""


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
