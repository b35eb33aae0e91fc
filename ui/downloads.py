"""Files to take away. A file is made when it is asked for, not on every run of the page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from crimestats.charts.image import png, svg
from crimestats.charts.model import Chart, Table
from crimestats.i18n import texts
from crimestats.reporting.csv import table_csv


def chart_downloads(chart: Chart, lang: str) -> None:
    """Image and figures of one chart, as two quiet links."""
    say = texts(lang)
    with st.container(horizontal=True, key=f"links-{chart.id}"):
        image_button(chart, "png", say("app.download_image"))
        csv_button(chart.table, chart.id, say("app.download_csv"))


def image_button(chart: Chart, kind: str, label: str, *, name: str = "") -> None:
    """The chart as PNG or SVG."""
    if kind == "png":
        button(label, lambda: png(chart), f"{name or chart.id}.png", "image/png")
    else:
        button(label, lambda: svg(chart).encode(), f"{name or chart.id}.svg", "image/svg+xml")


def csv_button(table: Table, name: str, label: str) -> None:
    """A table as CSV that Swedish Excel opens."""
    button(label, lambda: table_csv(table), f"{name}.csv", "text/csv")


def button(label: str, make: Callable[[], bytes | str], file_name: str, mime: str) -> None:
    """One file behind a quiet link; pressing it does not run the page again."""
    st.download_button(
        label, make, file_name, mime, key=f"file-{file_name}", type="tertiary", on_click="ignore"
    )
