"""Files to take away. A file is made when it is asked for, not on every run of the page."""

from __future__ import annotations

import streamlit as st
from crimestats.charts.image import png, svg
from crimestats.reporting.csv import table_csv

from crimestats.charts.model import Chart, Table
from crimestats.i18n import texts


def chart_downloads(chart: Chart, lang: str) -> None:
    """Image and figures of one chart, as two quiet links."""
    say = texts(lang)
    with st.container(horizontal=True, key=f"links-{chart.id}"):
        image_button(chart, "png", say("app.download_image"))
        csv_button(chart.table, chart.id, say("app.download_csv"))


def image_button(chart: Chart, kind: str, label: str) -> None:
    """The chart as PNG or SVG."""
    make, mime = (
        (lambda: png(chart), "image/png") if kind == "png" else (lambda: svg(chart).encode(), "image/svg+xml")
    )
    st.download_button(
        label, make, f"{chart.id}.{kind}", mime, key=f"{kind}-{chart.id}", type="tertiary", on_click="ignore"
    )


def csv_button(table: Table, name: str, label: str) -> None:
    """A table as CSV that Swedish Excel opens."""
    st.download_button(
        label,
        lambda: table_csv(table),
        f"{name}.csv",
        "text/csv",
        key=f"csv-{name}",
        type="tertiary",
        on_click="ignore",
    )
