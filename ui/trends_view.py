"""Trender as pieces of the screen: the choice of categories, and the tables under the charts."""

from __future__ import annotations

import streamlit as st

from crimestats.categories import categories
from crimestats.counts import TOTAL
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.model import TrendsView
from crimestats.reporting.trends import trends_view
from ui import cache
from ui.address import View
from ui.components import card_title, paragraphs
from ui.html import data_table, tag

_KEY = "trend_codes"


def choose(view: View) -> tuple[str, ...]:
    """The categories to look at; the total when none is chosen."""
    record = cache.record_of(view.area, view.as_of)
    known = categories()
    codes = [code for code in known if code in record.series]
    say = texts(view.lang)
    with st.container(key="choices"):
        chosen = st.multiselect(
            say("screens.trends.categories"),
            codes,
            default=[TOTAL],
            format_func=lambda code: known[code].name(view.lang),
            key=_KEY,
            persist_state="session",
        )
    return tuple(code for code in codes if code in chosen) or (TOTAL,)


def view_of(view: View, period: Period, codes: tuple[str, ...]) -> TrendsView:
    """The trends of these categories, built once per store version."""
    return cache.cached(trends_view, view.area, period, codes, as_of=view.as_of, lang=view.lang)


def numbers(trends: TrendsView, lang: str) -> str:
    """Year to date, and the level of the latest weeks."""
    say = texts(lang)
    to_date = card_title(say("screens.trends.to_date")) + paragraphs(trends.to_date_sentences)
    level = card_title(say("screens.trends.level"))
    return tag(
        "div",
        tag("section", to_date, data_table(trends.to_date, lang), class_="lb-card"),
        tag("section", level, data_table(trends.level, lang), class_="lb-card"),
        class_="lb-pair",
    )
