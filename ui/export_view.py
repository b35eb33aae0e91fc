"""Exportera as pieces of the screen: files of what the month shows, and how to cite it."""

from __future__ import annotations

from crimestats.charts.model import Table
from crimestats.clock import today
from crimestats.i18n import Formats, texts
from crimestats.reporting.about import about_rows
from crimestats.reporting.counts_table import as_table, counts_rows
from crimestats.reporting.csv import table_csv
from crimestats.reporting.html import to_html
from crimestats.reporting.json import to_json
from crimestats.reporting.markdown import to_markdown
from crimestats.reporting.model import MonthReport
from crimestats.reporting.xlsx import tables_xlsx
from crimestats.store import open_store
from ui.components import show
from ui.downloads import button, csv_button, image_button
from ui.html import tag, text

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def lead(report: MonthReport) -> str:
    """Which figures these are."""
    return texts(report.lang)("screens.export.lead", area=report.area, period=_period(report))


def _period(report: MonthReport) -> str:
    return f"{report.period_name}, {Formats(report.lang).weeks(report.period, year=True)}"


def file_name(report: MonthReport) -> str:
    """The start of every file's name: area and weeks, nothing a file system refuses."""
    area = "".join(letter if letter.isalnum() else "-" for letter in report.area)
    return f"lagesbild-{area}-{report.period.first}-{report.period.last}"


def figures(report: MonthReport) -> None:
    """The weeks of the chart and the month's table, as CSV and as a workbook."""
    say, name = texts(report.lang), file_name(report)
    show(tag("h2", text(say("screens.export.figures"))))
    csv_button(report.chart.table, f"{name}-veckor", say("screens.export.weeks_csv"))
    button(
        say("screens.export.counts_csv"), lambda: table_csv(counts(report)), f"{name}-antal.csv", "text/csv"
    )
    csv_button(report.table, f"{name}-manad", say("screens.export.month_csv"))
    button(say("screens.export.xlsx"), lambda: workbook(report), f"{name}.xlsx", _XLSX)
    show(tag("p", text(say("screens.export.formats")), class_="lb-quiet"))


def workbook(report: MonthReport) -> bytes:
    """The month, its weeks and every count in one workbook, with a sheet that says what it is."""
    tables = [report.table, report.chart.table, counts(report)]
    about = about_rows(open_store(), report.area, report.period, report.as_of, report.lang)
    label = texts(report.lang)("screens.export.cite")
    return tables_xlsx(tables, [*about, (label, cite(report))], report.lang)


def counts(report: MonthReport) -> Table:
    """Every count of the period with its file, sheet and cell."""
    rows = counts_rows(open_store(), report.area, report.period, as_of=report.as_of)
    return as_table(rows, report.lang)


def pictures(report: MonthReport) -> None:
    """The chart as files for text and for slides."""
    say = texts(report.lang)
    show(tag("h2", text(say("screens.export.pictures"))), tag("p", text(report.chart.title)))
    for kind in ("svg", "png"):
        image_button(report.chart, kind, say(f"screens.export.{kind}"), name=file_name(report))


def documents(report: MonthReport) -> None:
    """The month in words, for other programs to take further."""
    say, name = texts(report.lang), file_name(report)
    show(tag("h2", text(say("screens.export.report"))))
    button(say("screens.export.html"), lambda: to_html(report), f"{name}.html", "text/html")
    button(say("screens.export.md"), lambda: to_markdown(report), f"{name}.md", "text/markdown")
    button(say("screens.export.json"), lambda: to_json(report), f"{name}.json", "application/json")


def cite(report: MonthReport) -> str:
    """One sentence that says whose figures, of which weeks, as known when."""
    say, write = texts(report.lang), Formats(report.lang)
    known = write.moment(report.as_of) if report.as_of else write.day(today())
    key = "screens.export.citation_sample" if report.sample else "screens.export.citation"
    return say(key, area=report.area, period=_period(report), moment=known)


def citation(report: MonthReport) -> str:
    """The citation, ready to be copied."""
    say = texts(report.lang)
    quote = tag("blockquote", text(cite(report)))
    copy = tag(
        "button",
        text(say("screens.export.copy")),
        type="button",
        class_="lb-copy",
        data_done=say("screens.export.copied"),
    )
    title = tag("h2", text(say("screens.export.cite")))
    return tag("section", title, tag("div", quote, copy, class_="lb-cite"), class_="lb-card")
