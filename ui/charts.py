"""A chart on screen: its finding as heading, its sentence for those who cannot see it, table and files."""

from __future__ import annotations

import streamlit as st

from crimestats.charts.model import Chart
from crimestats.charts.plotly_figure import CONFIG
from crimestats.i18n import texts
from ui import cache
from ui.components import card_title, dark, narrow, show
from ui.downloads import chart_downloads
from ui.html import data_table, details, tag, text


def chart_card(chart: Chart, lang: str) -> None:
    """One chart in a card of its own."""
    with st.container(key=f"card-{chart.id}"):
        show(card_title(chart.title, chart.subtitle))
        plot(chart)
        show(notes(chart), details(texts(lang)("app.as_table"), data_table(chart.table, lang)))
        chart_downloads(chart, lang)


def notes(chart: Chart) -> str:
    """Footnotes and source under a chart, in one quiet paragraph."""
    words = " ".join(note for note in (*chart.footnotes, chart.source_note) if note)
    return tag("p", text(words), class_="lb-quiet lb-notes") if words else ""


def plot(chart: Chart, *, stage: bool = False) -> None:
    """The drawing alone; ``chart.sentence`` is read aloud. ``stage``: large, for a projector."""
    figure = cache.figure(chart, dark=dark(), compact=narrow(), stage=stage)
    st.plotly_chart(
        figure, width="stretch", theme=None, config=CONFIG, key=f"plot-{chart.id}", alt=chart.sentence
    )
