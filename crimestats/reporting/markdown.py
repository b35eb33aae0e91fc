"""The month as Markdown: for a mail, a wiki or a word processor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crimestats.charts.model import Table
from crimestats.i18n import texts
from crimestats.narrative.compose import Sentence
from crimestats.reporting.model import MonthReport
from crimestats.reporting.notes import Notes

# What Markdown would take for markup; names of areas and files may hold any of it.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def to_markdown(report: MonthReport) -> str:
    """Headline, text with notes, figures as a table, what to keep in mind, and the source."""
    say = texts(report.lang)
    notes = Notes(report.lang)
    blocks = [f"# {escape(report.headline)}", escape(report.subtitle)]
    blocks += [f"> {escape(notice)}" for notice in report.notices]
    for paragraph in report.narrative.paragraphs:
        told = " ".join(noted(sentence, notes) for sentence in paragraph.sentences)
        blocks += [f"## {escape(paragraph.heading)}", told]
    blocks += [f"## {say('report.heading.figures')}", markdown_table(report.table)]
    blocks += [
        f"## {say('report.heading.chart')}",
        f"**{escape(report.chart.title)}**",
        markdown_table(report.chart.table),
    ]
    if report.narrative.remarks:
        blocks.append(f"## {say('report.heading.remarks')}")
        blocks.append("\n".join(f"- {escape(remark.plain)}" for remark in report.narrative.remarks))
    blocks.append(f"*{escape(report.source)}*")
    blocks += note_lines(notes)
    return "\n\n".join(blocks) + "\n"


def brief_markdown(sentences: Sequence[Sentence], lang: str) -> str:
    """A shorter text of the month, its numbers with their notes."""
    notes = Notes(lang)
    told = " ".join(noted(sentence, notes) for sentence in sentences)
    return "\n\n".join([told, *note_lines(notes)]) + "\n"


def noted(sentence: Sentence, notes: Notes) -> str:
    """A sentence with the mark of a note behind each number that has one."""
    return "".join(escape(run.text) + (f"[^{note}]" if note else "") for run, note in notes.marked(sentence))


def note_lines(notes: Notes) -> list[str]:
    """The notes themselves as one block; none where there are none."""
    lines = [f"[^{number}]: {escape(words)}" for number, words in notes.texts.items()]
    return ["\n".join(lines)] if lines else []


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", text)


def markdown_table(table: Table) -> str:
    """A table with pipes, columns of numbers to the right."""
    numeric = [
        all(not isinstance(row[n], str) for row in table.numbers) if table.numbers else False
        for n in range(len(table.columns))
    ]
    lines = [_row(table.columns), _row(tuple("---:" if right else "---" for right in numeric), marks=True)]
    return "\n".join(lines + [_row(row) for row in table.rows])


def _row(cells: tuple[str, ...], *, marks: bool = False) -> str:
    return f"| {' | '.join(cell if marks else escape(cell) for cell in cells)} |"
