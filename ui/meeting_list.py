"""The list of meetings, and making a new one: of the month, or the weekly picture."""

from __future__ import annotations

from datetime import date

import streamlit as st

from crimestats.clock import today
from crimestats.config import ROOT
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import period_name
from crimestats.reporting.meeting.view import meetings_table
from crimestats.store import open_store
from crimestats.store.meetings import make_meeting
from crimestats.weeks import IsoWeek
from ui import cache, meeting_state
from ui.address import View
from ui.components import headline, show
from ui.html import data_table, tag, text


def top(view: View) -> None:
    """The page's heading while no meeting is open."""
    say = texts(view.lang)
    remarks = (say("meeting.as_of_ignored"),) if view.as_of else ()
    show(headline(say("meeting.list.title"), say("meeting.lead"), remarks))
    meeting_state.say_done()


def meetings(view: View) -> None:
    """Past and planned meetings, and opening one; what to do while there is none."""
    say, found = texts(view.lang), meeting_state.listed(view)
    with st.container(key="card-meetings"):
        if not found:
            show(
                tag("h2", text(say("meeting.list.empty_title"))),
                tag("p", text(say("meeting.list.empty_text"))),
            )
            return
        show(
            tag("h2", text(say("meeting.list.caption"))),
            data_table(meetings_table(found, view.lang), view.lang),
        )
        with st.container(horizontal=True, vertical_alignment="bottom", key="meeting-open-row"):
            labels = {one.id: say("meeting.full_day", title=one.title, day=one.day_text) for one in found}
            which = st.selectbox(
                say("meeting.list.which"), list(labels), format_func=labels.__getitem__, key="meeting_which"
            )
            st.button(say("meeting.open"), on_click=meeting_state.enter, args=(which,), key="meeting_open")


def make(view: View, period: Period) -> None:
    """A new meeting of the chosen period, or the weekly picture of its last reported week."""
    say, formats = texts(view.lang), Formats(view.lang)
    week = _last_week(view, period)
    with st.container(key="card-meeting-make"):
        show(tag("h2", text(say("meeting.make_title"))), tag("p", text(say("meeting.make_text"))))
        day = st.text_input(say("meeting.day"), today().isoformat(), key="meeting_day", max_chars=10)
        with st.container(horizontal=True, key="meeting-make-row"):
            month = st.button(
                say("meeting.make_period", name=period_name(period, view.lang)),
                type="primary",
                key="meeting_make",
            )
            weekly = st.button(
                say("meeting.make_week", week=formats.week_word(week, year=True)), key="meeting_make_week"
            )
        if (month or weekly) and (held_on := meeting_state.day_of(day, view.lang)):
            weeks = period if month else Period(week, week)
            _make(view, "month" if month else "week", weeks, held_on)
            st.rerun()


def of_the_month(view: View, period: Period) -> None:
    """One press on Månaden: the meeting is made, today, and opened."""
    with st.container(horizontal=True, key="meeting-of-the-month"):
        pressed = st.button(texts(view.lang)("meeting.make_month"), key="make_meeting")
    if pressed:
        number = make_meeting(open_store(), view.area, "month", period, today())
        # The whole view goes with it: a page opened without an address would begin at the defaults.
        address = view.address() | {"meeting": str(number)}
        st.switch_page(str(ROOT / "pages" / "meeting.py"), query_params=address)


def _make(view: View, kind: str, weeks: Period, held_on: date) -> None:
    meeting_state.enter(make_meeting(open_store(), view.area, kind, weeks, held_on))


def _last_week(view: View, period: Period) -> IsoWeek:
    record = cache.record_of(view.area, None)
    return min(period.last, record.weeks[-1]) if record.weeks else period.last
