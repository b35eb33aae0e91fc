"""A period beside the one before and the same weeks a year earlier, as lying bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crimestats.charts.model import Bar, Chart, Table
from crimestats.i18n import Formats, texts
from crimestats.narrative.facts import Fact
from crimestats.narrative.values import span_of
from crimestats.reporting.model import MonthReport

Row = tuple[str, float]


def compared_chart(facts: Sequence[Fact], report: MonthReport) -> Chart:
    """Bars of ``change_before`` and ``change_year`` under the period's own; per week where lengths differ."""
    say, formats = texts(report.lang), Formats(report.lang)
    title = say("meeting.chart.compared_title")
    rates = any("rate" in fact.numbers for fact in facts)
    rows = list(_rows(facts, report, rates=rates))
    decimals = 1 if rates else 0
    bars = tuple(
        Bar(name, "total" if n == 0 else "rest", value, formats.number(value, decimals))
        for n, (name, value) in enumerate(rows)
    )
    heads = (say("meeting.chart.period"), say("meeting.chart.per_week" if rates else "charts.count"))
    written = tuple((bar.name, bar.label) for bar in bars)
    return Chart(
        id="meeting-change",
        title=title,
        subtitle="",
        sentence=say("meeting.chart.compared", items=formats.listing([f"{b.name}: {b.label}" for b in bars])),
        weeks=(),
        week_labels=(),
        lines=(),
        table=Table(title, heads, written, tuple(rows)),
        lang=report.lang,
        kind="hbars",
        bars=bars,
    )


def _rows(facts: Sequence[Fact], report: MonthReport, *, rates: bool) -> Iterator[Row]:
    """The period, then what it is compared with; all as counts, or all per week."""
    formats = Formats(report.lang)
    first = facts[0].numbers
    weeks, count = int(first["weeks"]), int(first["count"])
    yield report.period_name, round(count / weeks, 1) if rates else count
    for fact in facts:
        n = fact.numbers
        name = formats.weeks(span_of(fact), year=True, short=True)
        before, length = int(n["before"]), int(n["weeks_before"])
        yield name, round(before / length, 1) if rates else before
