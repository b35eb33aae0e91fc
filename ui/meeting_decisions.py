"""Writing a decision down on its slide, and changing one or how far it has come."""

from __future__ import annotations

from datetime import date

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.meeting.decisions import decisions_table
from crimestats.reporting.meeting.model import Decision, MeetingView, Slide
from crimestats.store.decisions import (
    STATUSES,
    DecisionWords,
    Ground,
    edit_decision,
    take_decision,
    undo_decision,
)
from ui import edited, meeting_pieces, meeting_state
from ui.address import View
from ui.components import show
from ui.edited import field
from ui.html import data_table, tag, text

_ROUND = "decision_round"


def pinned(found: MeetingView, slide: Slide, view: View) -> None:
    """What was decided on a slide, and writing one more."""
    with st.container(key="card-pinned"):
        show(meeting_pieces.pinned(found, slide))
        if not found.meeting.closed:
            write(found, slide, view)


def write(found: MeetingView, slide: Slide, view: View, *, on_stage: bool = False) -> None:
    """The form for a new decision, pinned to the slide and its data."""
    say = texts(view.lang)
    # A decision that was saved leaves empty fields behind; a refused one keeps its words.
    turn = st.session_state.setdefault(_ROUND, 0)
    with st.expander(say("meeting.decision.write"), key=f"decision_write_{on_stage}"):
        with st.form(f"decision_new_{turn}", border=False):
            body = st.text_area(
                say("meeting.decision.body"), key=f"decision_body_{turn}", max_chars=4000, height=90
            )
            responsible = st.text_input(
                say("meeting.decision.responsible"), key=f"decision_responsible_{turn}", max_chars=120
            )
            due = st.text_input(say("meeting.decision.due"), key=f"decision_due_{turn}", max_chars=10)
            sent = st.form_submit_button(say("meeting.decision.save"), type="primary")
        if sent:
            _take(found, slide, (body, responsible, due), view)


def _take(found: MeetingView, slide: Slide, typed: tuple[str, str, str], view: View) -> None:
    body, responsible, due = typed
    day = meeting_state.day_of(due, view.lang) if due.strip() else None
    if due.strip() and day is None:
        return
    ground = Ground(view.area, found.meeting.id, slide.key, slide.category, found.meeting.data_moment)
    words = DecisionWords(body, responsible, day)
    if meeting_state.write(lambda store: take_decision(store, words, ground), view.lang):
        st.session_state[_ROUND] += 1
        st.rerun()


def overview(found: MeetingView, view: View) -> None:
    """Every decision one may change here: the meeting's own and those it follows up."""
    say, own = texts(view.lang), found.seen.decisions
    earlier = [one for slide in found.seen.slides for one in slide.decisions]
    with st.container(key="card-decisions"):
        show(tag("h2", text(say("meeting.decision.all"))))
        table = decisions_table(own, say("meeting.decision.all"), view.lang)
        show(data_table(table, view.lang) if own else tag("p", text(say("meeting.decision.none_at_all"))))
        if (own or earlier) and not found.meeting.closed:
            with st.expander(say("meeting.decision.edit")):
                _change({one.id: one for one in (*own, *earlier)}, view)


def _change(held: dict[int, Decision], view: View) -> None:
    say = texts(view.lang)
    number = st.selectbox(
        say("meeting.decision.which"), list(held), format_func=lambda id: held[id].body, key="decision_which"
    )
    decision = held[number]
    group = f"decision_{number}"
    due = decision.due.isoformat() if decision.due else ""
    values = {"body": decision.body, "responsible": decision.responsible, "due": due}
    values |= {"status": decision.status, "reason": decision.reason}
    seen = edited.fill(group, values, decision.edit)
    show(tag("p", text(decision.ground), class_="lb-quiet"))
    with st.form(f"form_{group}", border=False):
        st.text_area(say("meeting.decision.body"), key=field(group, "body"), max_chars=4000, height=90)
        st.text_input(say("meeting.decision.responsible"), key=field(group, "responsible"), max_chars=120)
        st.text_input(say("meeting.decision.due"), key=field(group, "due"), max_chars=10)
        st.radio(
            say("meeting.decision.status"),
            STATUSES,
            format_func=lambda one: say(f"meeting.status.{one}"),
            key=field(group, "status"),
            horizontal=True,
        )
        st.text_input(say("meeting.decision.reason"), key=field(group, "reason"), max_chars=500)
        saved = st.form_submit_button(say("meeting.decision.save"), type="primary")
        undone = st.form_submit_button(say("meeting.decision.undo"))
    if saved:
        _save(decision, group, seen, view)
    elif undone:
        said = say("meeting.decision.undone")
        if meeting_state.write(
            lambda store: undo_decision(store, decision.id), view.lang, said=said, group=group
        ):
            st.rerun()


def _save(decision: Decision, group: str, seen: int, view: View) -> None:
    typed = {name: str(st.session_state[field(group, name)]) for name in ("body", "responsible", "due")}
    day: date | None = meeting_state.day_of(typed["due"], view.lang) if typed["due"].strip() else None
    if typed["due"].strip() and day is None:
        return
    status, reason = (st.session_state[field(group, name)] for name in ("status", "reason"))
    words = DecisionWords(typed["body"], typed["responsible"], day, status, reason)
    if meeting_state.write(
        lambda store: edit_decision(store, decision.id, words, seen=seen),
        view.lang,
        group=group,
        edit=decision.edit,
    ):
        st.rerun()
