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
from ui.origins import anchor, origin_table


def report_of(view: View, period: Period) -> MonthReport:
    """The report of a period, built once per store version."""
    return cache.cached(month_report, view.area, period, as_of=view.as_of, lang=view.lang)


def words(report: MonthReport, view: View) -> str:
    """The month in words; every number leads to the cells behind it."""
    say = texts(view.lang)
    paragraphs = "".join(_paragraph(paragraph) for paragraph in report.narrative.paragraphs)
    remarks = "".join(tag("p", _sentence(remark), class_="lb-quiet") for remark in report.narrative.remarks)
    help_ = tag("p", text(say("app.number_help")), class_="lb-quiet")
    return tag(
        "article", tag("h2", text(say("app.month_in_words"))), paragraphs, remarks, help_, class_="lb-words"
    )


def _paragraph(paragraph: Paragraph) -> str:
    heading = tag("h3", text(paragraph.heading)) if paragraph.heading else ""
    return heading + tag("p", " ".join(_sentence(sentence) for sentence in paragraph.sentences))


def _sentence(sentence: Sentence) -> str:
    return "".join(_run(run, anchor(run.fact or sentence.fact)) for run in sentence.runs)


def _run(run: Run, target: str) -> str:
    if not run.number or not target:
        return text(run.text)
    return tag("a", text(run.text), href=f"#{target}", class_="lb-number")


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


def origins(report: MonthReport, view: View) -> str:
    """File, sheet and cell behind every number on the page."""
    return origin_table(report.facts, view.lang)
