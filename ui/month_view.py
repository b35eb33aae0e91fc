"""The month's report as pieces of the screen: arranges what ``month_report`` says, phrases nothing."""

from __future__ import annotations

from crimestats.charts.sparkline import sparkline, swatch
from crimestats.i18n import texts
from crimestats.narrative.compose import Paragraph, Sentence
from crimestats.narrative.grammar import Run
from crimestats.periods import Period
from crimestats.reporting.model import MonthReport, Tile
from crimestats.reporting.month import month_report
from ui import cache
from ui.address import View
from ui.components import dark
from ui.html import svg_image, tag, text
from ui.origins import link


def report_of(view: View, period: Period) -> MonthReport:
    """The report of a period, built once per store version."""
    return cache.cached(month_report, view.area, period, as_of=view.as_of, lang=view.lang)


def notices(report: MonthReport) -> tuple[str, ...]:
    """What must be read before the figures; that they are samples (told last) the filter bar always says."""
    return report.notices[:-1] if report.sample else report.notices


def words(report: MonthReport, view: View) -> str:
    """The month in words; every number leads to the cells behind it."""
    say = texts(view.lang)
    paragraphs = "".join(_paragraph(paragraph, view) for paragraph in report.narrative.paragraphs)
    remarks = "".join(
        tag("p", _sentence(remark, view), class_="lb-quiet") for remark in report.narrative.remarks
    )
    help_ = tag("p", text(say("app.number_help")), class_="lb-quiet")
    return tag(
        "article", tag("h2", text(say("app.month_in_words"))), paragraphs, remarks, help_, class_="lb-words"
    )


def _paragraph(paragraph: Paragraph, view: View) -> str:
    heading = tag("h3", text(paragraph.heading)) if paragraph.heading else ""
    return heading + tag("p", " ".join(_sentence(sentence, view) for sentence in paragraph.sentences))


def _sentence(sentence: Sentence, view: View) -> str:
    return "".join(_run(run, link(run.fact or sentence.fact, view)) for run in sentence.runs)


def _run(run: Run, target: str) -> str:
    return tag("a", text(run.text), href=target, class_="lb-number") if run.number else text(run.text)


def tiles(report: MonthReport) -> str:
    """One tile per category: count, usual range, verdict in words, small chart."""
    return tag("div", *(_tile(tile) for tile in report.tiles), class_="lb-tiles")


def _tile(tile: Tile) -> str:
    lines = [
        tag("h2", svg_image(swatch(tile.code), "", dark=dark(), class_="lb-sample"), text(tile.name)),
        tag("p", text(tile.count_text), class_="lb-figure"),
        tag("p", text(tile.range_text), class_="lb-quiet"),
        tag("p", text(tile.verdict), class_=f"lb-verdict lb-level-{int(tile.level)}"),
        tag("p", text(tile.sub_text), class_="lb-quiet") if tile.sub_text else "",
    ]
    return tag("section", *lines, _small_chart(tile), class_="lb-tile")


def _small_chart(tile: Tile) -> str:
    band = tile.band
    drawn = sparkline(tile.values, band.lower, band.upper, tile.code, label=tile.sentence, marks=tile.marks)
    return svg_image(drawn, tile.sentence, dark=dark(), class_="lb-spark")
