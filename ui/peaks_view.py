"""Toppar as pieces of the screen: one article per unusual week, and the form that explains one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.model import PeakItem, PeaksView
from crimestats.reporting.peaks import peaks_view
from crimestats.store import open_store
from crimestats.store.reference import NOTE_STATUSES, save_note
from ui import cache
from ui.address import View
from ui.components import bullets, notice, show
from ui.html import data_table, details, tag, text


def view_of(view: View, period: Period) -> PeaksView:
    """The unusual weeks of an area, built once per store version."""
    return cache.cached(peaks_view, view.area, period, as_of=view.as_of, lang=view.lang)


def weeks(items: Sequence[PeakItem], empty: str, lang: str) -> str:
    """Every unusual week as an article, newest first; the reason when there are none."""
    if not items:
        return notice(empty) if empty else ""
    return tag("div", *(_article(item, lang) for item in items), class_="lb-stack")


def _article(item: PeakItem, lang: str) -> str:
    say = texts(lang)
    facts = tag(
        "p",
        tag("strong", text(item.observed_text)),
        text(f" · {item.range_text} · "),
        tag("strong", text(item.verdict)),
        text(f" · {item.rarity}" if item.rarity else ""),
        class_="lb-line",
    )
    drivers = data_table(item.drivers, lang) if item.drivers else ""
    status = tag("span", text(item.status_text), class_=f"lb-badge lb-status-{item.status}")
    note = tag("p", tag("strong", text(say("screens.peaks.note"))), " ", text(item.note)) if item.note else ""
    spike = tag("span", text(item.spike), class_="lb-badge") if item.spike else ""
    asked = (
        tag("strong", text(say("causes.asked"))),
        " ",
        text(f"{item.question} {say('causes.answer_below')}"),
    )
    return tag(
        "article",
        tag("h2", text(item.title), " ", status, " ", spike),
        facts,
        tag("p", text(" ".join(item.sentences))) if item.sentences else "",
        note,
        tag("p", *asked, class_="lb-aside") if item.question else "",
        details(say("screens.peaks.drivers"), drivers) if drivers else "",
        details(
            say("screens.peaks.evidence"), bullets([f"{label}: {words}" for label, words in item.evidence])
        ),
        class_="lb-card",
    )


def note_form(items: Sequence[PeakItem], view: View) -> None:
    """One form for explaining any of the weeks shown."""
    if not items:
        return
    say = texts(view.lang)
    labels = {f"{item.code} {item.week}": item for item in items}
    with st.form("note", clear_on_submit=True):
        show(tag("h2", text(say("screens.peaks.form"))))
        which = st.selectbox(
            say("screens.peaks.week"), list(labels), format_func=lambda key: labels[key].title
        )
        words = st.text_area(say("screens.peaks.words"), max_chars=2000)
        status = st.radio(
            say("screens.peaks.status"),
            NOTE_STATUSES,
            index=1,
            format_func=lambda one: say(f"screens.peaks.is_{one}"),
            horizontal=True,
        )
        author = st.text_input(say("screens.who"), key="note_author")
        sent = st.form_submit_button(say("screens.peaks.save"), type="primary")
    if sent:
        item = labels[which]
        save_note(open_store(), view.area, item.code, item.week, words, status=status, author=author)
        st.rerun()
