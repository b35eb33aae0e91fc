"""The month as a workbook: figures, weeks, text, facts, and the cells that every number came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crimestats.charts.model import Table
from crimestats.i18n import texts
from crimestats.narrative.compose import Sentence
from crimestats.narrative.facts import Fact
from crimestats.reporting.model import MonthReport
from crimestats.reporting.origin import cells_table
from crimestats.reporting.xlsx import tables_xlsx


def month_xlsx(report: MonthReport, about: Sequence[tuple[str, str]]) -> bytes:
    """The workbook; ``about`` is what ``reporting.about`` tells. A number in the text has its fact's name."""
    cells = {cell for fact in report.facts for cell in fact.addresses}
    tables = [report.table, report.chart.table, _text(report), _facts(report)]
    sources = [cells_table(tuple(cells), report.lang)] if cells else []
    return tables_xlsx([*tables, *sources], about, report.lang)


def _text(report: MonthReport) -> Table:
    say, story = texts(report.lang), report.narrative
    rows = [("", report.headline, ""), ("", report.subtitle, "")]
    rows += [_row(paragraph.heading, one) for paragraph in story.paragraphs for one in paragraph.sentences]
    rows += [_row(say("report.heading.remarks"), remark) for remark in story.remarks]
    heads = tuple(say(f"origin.column.{name}") for name in ("heading", "sentence", "facts"))
    return Table(say("report.heading.words"), heads, tuple(rows))


def _row(heading: str, sentence: Sentence) -> tuple[str, str, str]:
    facts = {run.fact.key: None for run in sentence.runs if run.fact}
    return heading, sentence.plain, ", ".join(facts)


def _facts(report: MonthReport) -> Table:
    say = texts(report.lang)
    rows = tuple(
        (fact.key, str(fact.period.first), str(fact.period.last), name, value)
        for fact in report.facts
        for name, value in _values(fact)
    )
    heads = tuple(say(f"origin.column.{name}") for name in ("fact", "from", "to", "name", "value"))
    return Table(say("origin.facts"), heads, rows)


def _values(fact: Fact) -> Iterator[tuple[str, str]]:
    for name, value in [*fact.numbers.items(), *fact.evidence.items()]:
        yield name, str(value)
