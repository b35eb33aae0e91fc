"""The weekly check-in on one page: last week beside what is usual, in all and by category."""

from __future__ import annotations

from crimestats.charts.shares import kinds_chart
from crimestats.counts import TILES, TOTAL
from crimestats.i18n import Formats, texts
from crimestats.narrative.choose import lines
from crimestats.narrative.view import tiles_of
from crimestats.reporting.meeting.model import Slide
from crimestats.reporting.meeting.read import Month, grounds


def week_slide(month: Month) -> Slide:
    """One week as one slide; ``month`` is a period of one week."""
    record, say = month.reading.record, texts(month.lang)
    week = Formats(month.lang).week_word(month.period.last, year=True)
    chart = kinds_chart(
        record,
        month.reading.detection,
        [TOTAL, *(code for code in TILES if code in tiles_of(record))],
        month.period,
        title=say("meeting.chart.week", week=week),
        subtitle=say("report.fraud.kinds_band"),
        sentence=say("meeting.chart.week_sentence", week=week),
        lang=month.lang,
        id="meeting-week",
    )
    peaks = month.told(line for fact in month.facts("peak", "peak_kind") for line in lines(fact))
    quality = month.told(line for fact in month.facts("missing", "preliminary") for line in lines(fact))
    slide = Slide(
        "week",
        "week",
        month.report.headline,
        month.report.subtitle,
        (*peaks[:2], *quality[:1]),
        chart,
        rank=1,
    )
    return grounds(slide, month)
