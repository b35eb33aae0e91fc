"""A measure's weeks: what was reported over what was expected without it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from crimestats.charts.build import Column, Words, weekly
from crimestats.charts.model import Band, Chart, Line
from crimestats.charts.series import Values
from crimestats.i18n import texts
from crimestats.periods import Period


def measure_chart(
    weeks: Period,
    observed: Values,
    expected: Values,
    band: tuple[Values, Values],
    codes: Sequence[str],
    preliminary: tuple[bool, ...] = (),
    **words: Unpack[Words],
) -> Chart:
    """Counts per week as a line over the range expected without the measure.

    Args:
        observed, expected: one value per week, None where there is none.
        band: lowest and highest count expected in single weeks.
        preliminary: weeks whose count may still grow; empty = none.
        codes: the categories added up; one alone lends the line its style.
    """
    say = texts(words.get("lang", "sv"))
    style = codes[0] if len(codes) == 1 else "total"
    lines = [
        Line(say("measures.chart.observed"), style, observed, preliminary, say("measures.chart.observed")),
        Line(say("measures.chart.expected"), "level", expected, (), say("measures.chart.expected")),
    ]
    low, high = band
    columns: list[Column] = [(line.name, line.values) for line in lines]
    columns += [(say("measures.chart.from"), low), (say("measures.chart.to"), high)]
    return weekly(weeks, lines, columns, words, band=Band(say("measures.chart.range"), low, high))
