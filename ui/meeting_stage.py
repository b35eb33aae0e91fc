"""The projector view: one slide over the whole screen, keys, and the decision written on the spot.

Keys and full screen are ``ui/static/meeting.js``; it presses the buttons that stand here.
"""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.reporting.meeting.model import MeetingView, Slide
from ui import meeting_decisions, meeting_pieces, meeting_state
from ui.address import View
from ui.components import show
from ui.html import tag, text


def stage(found: MeetingView, slide: Slide, view: View) -> None:
    """One finding, one chart, its sentence; decisions beside it; where one is below."""
    n = meeting_state.position(found)
    with st.container(key="stage"):
        show(meeting_pieces.heading(slide, "h1", n + 1))
        left, right = st.columns([17, 8], gap="large")
        with left, st.container(key="stage-picture"):
            meeting_pieces.picture(slide, view.lang, stage=True)
        with right, st.container(key="stage-side"):
            if known := meeting_pieces.known(found, slide):
                show(known)
            show(meeting_pieces.pinned(found, slide))
            if not found.meeting.closed:
                meeting_decisions.write(found, slide, view, on_stage=True)
        _foot(found, n, view)


def _foot(found: MeetingView, n: int, view: View) -> None:
    """Whose figures, which slide, and the buttons that the keys press."""
    say, slides = texts(view.lang), found.seen.slides
    last = len(slides) - 1
    where = say("meeting.of", n=n + 1, all=len(slides))
    moment = Formats(view.lang).moment(found.seen.moment)
    about = say("meeting.stage_source", area=found.meeting.area, title=found.meeting.title, moment=moment)
    about += f" · {say('meeting.sample')}" if found.seen.sample else ""
    with st.container(horizontal=True, vertical_alignment="center", key="stage-foot"):
        show(tag("p", text(about), class_="lb-stage-source"))
        for name, to in (("first", 0), ("previous", n - 1)):
            _turn(name, found, to, n, last, view.lang)
        show(tag("p", text(where), class_="lb-stage-where", aria_live="polite"))
        for name, to in (("next", n + 1), ("last", last)):
            _turn(name, found, to, n, last, view.lang)
        st.button(say("meeting.leave"), on_click=meeting_state.full_screen, args=(False,), key="stage_leave")


def _turn(name: str, found: MeetingView, to: int, n: int, last: int, lang: str) -> None:
    there = 0 <= to <= last and to != n
    st.button(
        texts(lang)(f"meeting.{name}"),
        key=f"stage_{name}",
        disabled=not there,
        on_click=meeting_state.go,
        args=(found.seen.slides[to].key if there else "",),
    )
