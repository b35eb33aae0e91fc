"""Toppar as pieces of the screen: one article per unusual week, and the form that explains one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.model import PeakItem, PeaksView
from crimestats.reporting.peaks import peaks_view
from crimestats.store import StoreError, open_store
from crimestats.store.reference import NOTE_STATUSES, save_note
from ui import cache
from ui.address import View
from ui.components import bullets, notice, show
from ui.html import data_table, details, tag, text

_SAVED = "peaks_saved"


def view_of(view: View, period: Period) -> PeaksView:
    """The unusual weeks of an area, built once per store version."""
    return cache.cached(peaks_view, view.area, period, as_of=view.as_of, lang=view.lang)


def weeks(items: Sequence[PeakItem], empty: str, lang: str) -> str:
    """Every unusual week as an article, newest first; the reason when there are none."""
    if not items:
        return notice(empty) if empty else ""
    articles = (tag("article", *_inside(item, lang), class_="lb-card") for item in items)
    return tag("div", *articles, class_="lb-stack")


def cards(items: Sequence[PeakItem], view: View) -> None:
    """The same, each with a form that answers its question or explains it."""
    if saved := st.session_state.pop(_SAVED, ""):
        show(notice(texts(view.lang)("notes.saved", title=saved)))
    for item in items:
        with st.container(key=f"card-peak-{_key(item)}"):
            show(tag("article", *_inside(item, view.lang), class_="lb-stack-tight"))
            _note_form(item, view)


def asides(sentences: Sequence[str], lang: str) -> str:
    """Late batches and new levels; nothing when there are none."""
    if not sentences:
        return ""
    head = tag("h2", text(texts(lang)("notes.aside.heading")))
    return tag("section", head, bullets(sentences), class_="lb-card")


def _inside(item: PeakItem, lang: str) -> Iterator[str]:
    """What an unusual week is told by: heading, first line, cause, note or question, split, evidence."""
    say = texts(lang)
    status = tag("span", text(item.status_text), class_=f"lb-badge lb-status-{item.status}")
    spike = tag("span", text(item.spike), class_="lb-badge") if item.spike else ""
    yield tag("h2", text(item.title), " ", status, " ", spike)
    yield tag(
        "p",
        tag("strong", text(item.observed_text)),
        text(f" · {item.range_text} · "),
        tag("strong", text(item.verdict)),
        text(f" · {item.rarity}" if item.rarity else ""),
        class_="lb-line",
    )
    if item.sentences:
        yield tag("p", text(" ".join(item.sentences)))
    if item.note:
        who = tag("span", text(f" ({item.note_from})"), class_="lb-quiet")
        yield tag("p", tag("strong", text(say("screens.peaks.note"))), " ", text(item.note), who)
    if item.question:
        yield tag("p", tag("strong", text(say("causes.asked"))), " ", text(item.question), class_="lb-aside")
    if item.drivers:
        yield details(say("screens.peaks.drivers"), data_table(item.drivers, lang))
    evidence = bullets([f"{label}: {words}" for label, words in item.evidence])
    yield details(say("screens.peaks.evidence"), evidence)


def _note_form(item: PeakItem, view: View) -> None:
    say, key = texts(view.lang), _key(item)
    label = "answer" if item.question else "change" if item.note else "write"
    with st.expander(say(f"notes.{label}")), st.form(f"note-{key}", border=False):
        words = st.text_area(
            say("notes.words"), max_chars=2000, key=f"note_words_{key}", help=say("notes.help")
        )
        status = st.radio(
            say("notes.status"), NOTE_STATUSES, index=1, key=f"note_status_{key}",
            format_func=lambda one: say(f"notes.is.{one}"),
        )  # fmt: skip
        author = st.text_input(say("notes.who"), key=f"note_author_{key}", max_chars=100)
        sent = st.form_submit_button(say("notes.save"), type="primary")
    if sent:
        _save(item, words, status, author, view)


def _save(item: PeakItem, words: str, status: str, author: str, view: View) -> None:
    """Write, or say why not and leave the words where they are."""
    try:
        save_note(open_store(), view.area, item.code, item.week, words, status=status, author=author)
    except StoreError as fault:
        show(notice(texts(view.lang)(fault.code, **fault.values), "fault"))
        return
    st.session_state[_SAVED] = item.title
    del st.session_state[f"note_words_{_key(item)}"]
    st.rerun()


def _key(item: PeakItem) -> str:
    return f"{item.code.replace('.', '-')}-{item.week}"
