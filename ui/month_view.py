"""The month's report as pieces of the screen: arranges what ``month_report`` says, phrases nothing."""

from __future__ import annotations

from crimestats.charts.sparkline import sparkline
from crimestats.charts.table import html_table
from crimestats.narrative.compose import Paragraph, Sentence
from crimestats.reporting.monthly import MonthReport, Tile, month_report

from crimestats.i18n import texts
from crimestats.periods import Period
from ui import cache
from ui.address import View
from ui.components import card_title, chart_notes, dark, notice, plot, show
from ui.downloads import chart_downloads
from ui.html import details, svg_image, tag, text
from ui.origins import anchor, origin_table


def report_of(view: View, period: Period) -> MonthReport:
    """The report of a period, built once per store version."""
    return cache.cached(month_report, view.area, period, as_of=view.as_of, lang=view.lang)


def notices(report: MonthReport) -> str:
    """What must be known before anything is read."""
    return "".join(notice(words) for words in report.notices)


def chart_card(report: MonthReport, view: View) -> None:
    """The chart under its finding, with table and files below."""
    chart = report.chart
    show(card_title(chart.title, chart.subtitle))
    plot(chart, cache.figure(chart, dark=dark()), key=chart.id)
    show(chart_notes(chart), details(texts(view.lang)("app.as_table"), html_table(chart.table)))
    chart_downloads(chart, view.lang)


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
    target = anchor(sentence.fact)
    return "".join(
        tag("a", text(run.text), href=f"#{target}", class_="lb-number")
        if run.number and target
        else text(run.text)
        for run in sentence.runs
    )


def tiles(report: MonthReport) -> str:
    """One tile per category: count, usual range, verdict in words, small chart."""
    return tag("div", *(_tile(tile) for tile in report.tiles), class_="lb-tiles")


def _tile(tile: Tile) -> str:
    lines = [
        tag("h2", text(tile.name)),
        tag("p", text(tile.count_text), class_="lb-figure"),
        tag("p", text(tile.range_text), class_="lb-quiet"),
        tag("p", text(tile.verdict), class_=f"lb-verdict lb-level-{int(tile.level)}"),
        tag("p", text(tile.sub_text), class_="lb-quiet") if tile.sub_text else "",
    ]
    return tag("section", *lines, _small_chart(tile), class_="lb-tile")


def _small_chart(tile: Tile) -> str:
    lower, upper = tile.band
    return svg_image(
        sparkline(tile.values, lower, upper, tile.code, label=tile.sentence),
        tile.sentence,
        dark=dark(),
        class_="lb-spark",
    )


def origins(report: MonthReport, view: View) -> str:
    """File, sheet and cell behind every number on the page."""
    return origin_table(report.facts, view.lang)
