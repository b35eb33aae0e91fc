"""What pages are made of: headline, cards, notices, tables, tiles. HTML in, one Streamlit element out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from crimestats.charts.model import Chart
from crimestats.i18n import texts
from ui.html import details, tag, text


def show(*html: str) -> None:
    """Put pieces of HTML on screen as one element."""
    st.html("".join(html))


def dark() -> bool:
    """Whether the reader's screen is in dark mode."""
    return st.context.theme.type == "dark"


def brand(area: str, lang: str) -> str:
    """The product's name and the area, in the header. Carries the language for the page's script."""
    name = tag("strong", text(texts(lang)("app.name")))
    return tag("p", name, " ", text(area), class_="lb-brand", data_lang=lang)


def headline(title: str, subtitle: str = "") -> str:
    """The page's one h1, a finding or a plain title, and a line below it."""
    below = tag("p", text(subtitle), class_="lb-subtitle") if subtitle else ""
    return tag("div", tag("h1", text(title)), below, class_="lb-headline")


def notice(words: str, kind: str = "info") -> str:
    """One sentence to be seen. ``kind``: info, question or fault; the words say it, the colour repeats it."""
    return tag("p", text(words), class_=f"lb-notice lb-{kind}", role="status")


def empty_state(title: str, words: str, *, busy: bool = False) -> str:
    """What will be here and what to do; ``busy`` while the product is at work."""
    bar = tag("div", class_="lb-busy", role="progressbar", aria_label=title) if busy else ""
    return tag(
        "section", tag("h1", text(title)), tag("p", text(words)), bar, class_="lb-empty", aria_live="polite"
    )


def card_title(title: str, subtitle: str = "") -> str:
    """The heading of a card: h2 and a quiet line."""
    return tag("h2", text(title)) + (tag("p", text(subtitle), class_="lb-quiet") if subtitle else "")


def bullets(items: Sequence[str]) -> str:
    """A list of plain sentences; nothing when there are none."""
    return tag("ul", *(tag("li", text(item)) for item in items), class_="lb-list") if items else ""


def chart_card(chart: Chart, figure: dict[str, Any], table_html: str, lang: str, *, key: str) -> None:
    """A chart with its finding above, its sentence for those who cannot see it, and its table below."""
    with st.container(key=f"card-{key}"):
        show(card_title(chart.title, chart.subtitle))
        plot(chart, figure, key=key)
        show(chart_notes(chart), details(texts(lang)("app.as_table"), table_html))


def chart_notes(chart: Chart) -> str:
    """Footnotes and source under a chart, in one quiet paragraph."""
    notes = " ".join(note for note in (*chart.footnotes, chart.source_note) if note)
    return tag("p", text(notes), class_="lb-quiet lb-notes") if notes else ""


def plot(chart: Chart, figure: dict[str, Any], *, key: str) -> None:
    """The drawing alone; ``chart.sentence`` is what a screen reader says."""
    config = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
    st.plotly_chart(figure, width="stretch", theme=None, config=config, key=f"plot-{key}", alt=chart.sentence)
