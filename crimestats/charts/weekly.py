"""Counts per week as lines: one category with its range, several together, or a panel each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from crimestats.charts.build import Words, band_columns, weekly
from crimestats.charts.model import Chart, Line
from crimestats.charts.series import Expectation, band_of, line_of, name_of
from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period


def weekly_chart(
    record: WeeklyCounts, detection: Expectation | None, code: str, weeks: Period, **words: Unpack[Words]
) -> Chart:
    """One category over ``weeks`` with what is usual for each; its last value is told at the line's end."""
    lang = words.get("lang", "sv")
    line = line_of(record, code, weeks, name_of(code, lang))
    line = replace(line, end_label=_last_words(line, weeks, lang))
    band = band_of(detection, record, code, weeks, lang)
    return weekly(weeks, [line], [(line.name, line.values), *band_columns(band, lang)], words, band=band)


def categories_chart(
    record: WeeklyCounts, codes: Sequence[str], weeks: Period, **words: Unpack[Words]
) -> Chart:
    """Several categories on one scale, each named at its end. From five upwards, panels read better."""
    lang = words.get("lang", "sv")
    names = {code: name_of(code, lang) for code in codes}
    lines = [line_of(record, code, weeks, name, name) for code, name in names.items()]
    return weekly(weeks, lines, [(line.name, line.values) for line in lines], words, id="categories")


def category_panels(
    record: WeeklyCounts,
    detection: Expectation | None,
    texts_of: Mapping[str, Words],
    weeks: Period,
    *,
    same_scale: bool = True,
) -> tuple[Chart, ...]:
    """A small chart per category code, in the order of ``texts_of``, on one scale unless told otherwise."""
    panels = []
    for code, words in texts_of.items():
        panel = weekly_chart(record, detection, code, weeks, **words)
        panels.append(replace(panel, id=f"panel-{code}".replace(".", "-")))
    highest = max((v for panel in panels for v in _drawn(panel) if v is not None), default=0.0)
    return tuple(replace(panel, y_max=highest) if same_scale else panel for panel in panels)


def _drawn(chart: Chart) -> list[float | None]:
    return [*(v for line in chart.lines for v in line.values), *(chart.band.upper if chart.band else ())]


def _last_words(line: Line, weeks: Period, lang: str) -> str:
    """ "31 i v. 46", and on the next line that it is preliminary where it is."""
    last = next((n for n in reversed(range(len(weeks))) if line.values[n] is not None), None)
    if last is None:
        return ""
    say, formats = texts(lang), Formats(lang)
    count, week = formats.number(line.values[last] or 0), formats.week(weeks.first + last)
    told = say("charts.in_week", count=count, week=week)
    is_open = bool(line.preliminary) and line.preliminary[last]
    return f"{told}\n{say('charts.preliminary')}" if is_open else told
