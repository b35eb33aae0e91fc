"""The quiet line under the header: area, period, as known at, language; and how fresh the data are."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from crimestats.clock import today
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.i18n import LANGUAGES, Formats, texts
from crimestats.weeks import parse_week
from ui import cache, state
from ui.address import View
from ui.choices import Choices, period_label
from ui.components import brand, show
from ui.html import tag, text


def draw(offered: Choices) -> View:
    """Draw the line and return the view it says."""
    lang = state.language()
    with st.container(horizontal=True, key="filterbar", vertical_alignment="center"):
        place = st.empty()
        _area(offered, lang)
        _period(offered, lang)
        _as_of(offered, lang)
        view = state.current(offered)
        record = cache.record_of(view.area, view.as_of)
        show(brand(view.area, view.lang), freshness(record, view.lang))
        _language(lang)
    place.empty()
    return view


def _area(offered: Choices, lang: str) -> None:
    if len(offered.areas) > 1:
        st.selectbox(texts(lang)("app.area"), offered.areas, key=state.AREA)


def _period(offered: Choices, lang: str) -> None:
    if not offered.periods:
        return
    say = texts(lang)
    labels = {period.key: period_label(period, lang) for period in offered.periods}
    labels[state.CUSTOM] = say("app.other_weeks")
    st.selectbox(say("app.period"), list(labels), format_func=labels.__getitem__, key=state.PERIOD)
    if st.session_state[state.PERIOD] == state.CUSTOM:
        _weeks(offered, lang)


def _weeks(offered: Choices, lang: str) -> None:
    """From and to; a week from the address that the record does not reach is offered too."""
    say, write = texts(lang), Formats(lang)
    asked = {parse_week(st.session_state[name]) for name in (state.FIRST, state.LAST)}
    weeks = sorted(asked.union(offered.weeks), reverse=True)
    labels = {str(week): write.week(week, year=True) for week in weeks}
    for key, label in ((state.FIRST, "app.from_week"), (state.LAST, "app.to_week")):
        st.selectbox(say(label), list(labels), format_func=labels.__getitem__, key=key)


def _as_of(offered: Choices, lang: str) -> None:
    say, write = texts(lang), Formats(lang)
    asked = st.session_state.get(state.AS_OF, state.NOW)
    moments = {state.NOW: say("app.today")}
    moments |= {moment.isoformat(): write.moment(moment) for moment in offered.moments}
    if asked not in moments:
        moments[asked] = write.moment(datetime.fromisoformat(asked))
    if len(moments) > 1:
        st.selectbox(say("app.as_known"), list(moments), format_func=moments.__getitem__, key=state.AS_OF)


def _language(lang: str) -> None:
    st.segmented_control(
        texts(lang)("app.language"),
        LANGUAGES,
        format_func=str.upper,
        key=state.LANG,
        required=True,
        label_visibility="collapsed",
    )


def freshness(record: WeeklyCounts, lang: str) -> str:
    """``Senaste vecka: v. 46 2021 · uppladdad 22 november 2021 kl. 08.14``; says it when that is long ago."""
    say, write = texts(lang), Formats(lang)
    if record.empty or record.received_at is None:
        return tag("div", text(say("app.no_weeks")), class_="lb-fresh")
    week = write.week(record.weeks[-1], year=True)
    parts = [say("app.fresh", week=week, moment=write.moment(record.received_at))]
    age = (today() - record.weeks[-1].sunday).days
    old = age > settings().weeks.stale_days
    if old:
        parts.append(say("app.stale", days=write.number(age)))
    if record.as_of:
        parts.append(say("app.seen_as_of", moment=write.moment(record.as_of)))
    words = text(" · ".join(parts))
    return tag(
        "div", _sample(lang) if record.sample else "", words, class_="lb-fresh lb-old" if old else "lb-fresh"
    )


def _sample(lang: str) -> str:
    """The badge of sample data; it opens and says how to start with one's own."""
    say = texts(lang)
    summary = tag("summary", text(say("app.sample_badge")), class_="lb-badge")
    return tag("details", summary, tag("p", text(say("app.sample_text"))), class_="lb-about") + " "
