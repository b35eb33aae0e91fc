"""Bedrägerier as pieces of the screen."""

from __future__ import annotations

import streamlit as st

from crimestats.config import ROOT
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.fraud import fraud_view
from crimestats.reporting.model import FraudView
from ui import cache
from ui.address import View
from ui.html import data_table, tag, text


def view_of(view: View, period: Period) -> FraudView:
    """Fraud in a period, built once per store version."""
    return cache.cached(fraud_view, view.area, period, as_of=view.as_of, lang=view.lang)


def link_to_peaks(lang: str) -> None:
    """Where the weeks are explained: a note written there is shown here too."""
    st.page_link(str(ROOT / "pages" / "peaks.py"), label=texts(lang)("notes.elsewhere"))


def spikes(fraud: FraudView, lang: str) -> str:
    """Each run of unusual weeks as a wave, a batch or neither; nothing when there are none."""
    if not fraud.spikes:
        return ""
    heading = tag("h2", text(texts(lang)("causes.spikes")))
    return tag("section", heading, *(tag("p", text(one)) for one in fraud.spikes), class_="lb-card")


def tables(fraud: FraudView, lang: str) -> str:
    """By kind (where no chart shows it already) and by injured party, where the files say so."""
    kinds = None if fraud.kinds_chart else fraud.kinds
    shown = [table for table in (kinds, fraud.parties) if table]
    cards = (
        tag("section", tag("h2", text(table.caption)), data_table(table, lang), class_="lb-card")
        for table in shown
    )
    return tag("div", *cards, class_="lb-pair") if shown else ""
