"""The month as Markdown: for a mail, a wiki or a word processor."""

from __future__ import annotations

import re

from crimestats.charts.model import Table
from crimestats.i18n import texts
from crimestats.reporting.model import MonthReport

# What Markdown would take for markup; names of areas and files may hold any of it.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def to_markdown(report: MonthReport) -> str:
    """Headline, text, figures as a table, what to keep in mind, and the source."""
    say = texts(report.lang)
    blocks = [f"# {escape(report.headline)}", escape(report.subtitle)]
    blocks += [f"> {escape(notice)}" for notice in report.notices]
    for paragraph in report.narrative.paragraphs:
        blocks += [f"## {escape(paragraph.heading)}", escape(paragraph.plain)]
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
    return "\n\n".join(blocks) + "\n"


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
