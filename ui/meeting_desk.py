"""The presenter's desk: the agenda, the slide with its note, the minutes, closing and opening again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.document_html import document_html
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.docx import to_docx
from crimestats.reporting.meeting.minutes import file_name, minutes
from crimestats.reporting.meeting.model import MeetingView, Slide
from crimestats.reporting.meeting.view import close
from crimestats.store import Store
from crimestats.store.meetings import (
    arrange,
    move_meeting,
    remove_meeting,
    reopen_meeting,
    save_note,
)
from ui import edited, meeting_decisions, meeting_pieces, meeting_state, state
from ui.address import View
from ui.components import card_title, headline, show
from ui.downloads import button
from ui.edited import field
from ui.html import tag, text

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def top(found: MeetingView, view: View) -> None:
    """Which meeting, how it stands, what must be read first; then showing it and going back."""
    say, meeting = texts(view.lang), found.meeting
    lead = say("meeting.state_line", day=meeting.day_text, state=meeting.state_text)
    remarks = [*found.notices]
    if found.known:
        lead = f"{lead}. {say('meeting.closed_lead')}"
        remarks.append(found.known.summary)
    remarks += [say("meeting.as_of_ignored")] if view.as_of else []
    show(headline(meeting.title, lead, remarks))
    meeting_state.say_done()
    with st.container(horizontal=True, vertical_alignment="center", key="meeting-actions"):
        if found.seen.slides:
            st.button(
                say("meeting.show"),
                type="primary",
                on_click=meeting_state.full_screen,
                args=(True,),
                key="stage_show",
            )
        st.button(say("meeting.back"), on_click=meeting_state.enter, args=("",), key="meeting_back")
        show(tag("span", text(say("meeting.minutes.title")), class_="lb-quiet"))
        _minutes(found)
    if found.seen.slides:
        show(tag("p", text(say("meeting.show_help")), class_="lb-quiet"))


def _minutes(found: MeetingView) -> None:
    """The minutes as files, made when asked for."""
    say, name = texts(found.lang), file_name(found)
    button(say("meeting.minutes.docx"), lambda: to_docx(minutes(found)), f"{name}.docx", _DOCX)
    button(say("meeting.minutes.html"), lambda: document_html(minutes(found)), f"{name}.html", "text/html")
    button(
        say("meeting.minutes.md"), lambda: document_markdown(minutes(found)), f"{name}.md", "text/markdown"
    )


def slides(found: MeetingView, slide: Slide | None, view: View) -> None:
    """The agenda and the note beside the slide and its decisions."""
    left, right = st.columns([4, 7], gap="medium")
    with left:
        agenda(found, view)
        if slide:
            note(found, slide, view)
    if slide:
        with right:
            meeting_pieces.card(found, slide)
            meeting_decisions.pinned(found, slide, view)


def agenda(found: MeetingView, view: View) -> None:
    """The slides in their order; moving, dropping and adding."""
    say, slides = texts(view.lang), found.seen.slides
    with st.container(key="card-agenda"):
        show(tag("h2", text(say("meeting.agenda"))))
        if not slides:
            show(tag("p", text(say("meeting.nothing_shown"))))
        else:
            titles = {slide.key: slide.title for slide in slides}
            here = slides[meeting_state.position(found)].key
            if st.session_state.get(meeting_state.PICK) != here:
                st.session_state[meeting_state.PICK] = here
            st.radio(
                say("meeting.agenda_pick"),
                list(titles),
                format_func=lambda key: titles.get(key, key),
                key=meeting_state.PICK,
                on_change=meeting_state.picked,
                label_visibility="collapsed",
            )
            if not found.meeting.closed:
                _moves(found, here, view)
        if found.others:
            _add(found, view)


def _moves(found: MeetingView, here: str, view: View) -> None:
    say, keys = texts(view.lang), [slide.key for slide in found.seen.slides]
    n = keys.index(here)
    with st.container(horizontal=True, key="agenda-moves"):
        up = st.button(say("meeting.up"), disabled=n == 0, key="agenda_up")
        down = st.button(say("meeting.down"), disabled=n == len(keys) - 1, key="agenda_down")
        drop = st.button(say("meeting.drop"), key="agenda_drop")
    if up or down:
        state.keep(slide=here)
        other = n + (1 if down else -1)
        keys[n], keys[other] = keys[other], keys[n]
        _arrange(found, keys, {}, view)
    if drop:
        left = [key for key in keys if key != here]
        meeting_state.enter(found.meeting.id, left[max(n - 1, 0)] if left else "")
        _arrange(found, left, {here: False}, view)


def _add(found: MeetingView, view: View) -> None:
    say, labels = texts(view.lang), {slide.key: slide.title for slide in found.others}
    with st.container(horizontal=True, vertical_alignment="bottom", key="agenda-add"):
        which = st.selectbox(
            say("meeting.add_which"),
            list(labels),
            format_func=lambda key: labels.get(key, key),
            key="agenda_which",
        )
        if st.button(say("meeting.add"), key="agenda_add"):
            keys = [slide.key for slide in found.seen.slides]
            meeting_state.enter(found.meeting.id, which)
            _arrange(found, [*keys, which], {which: True}, view)


def _arrange(found: MeetingView, keys: Sequence[str], shown: dict[str, bool], view: View) -> None:
    _write(lambda store: arrange(store, found.meeting.id, keys, shown=shown), view)


def note(found: MeetingView, slide: Slide, view: View) -> None:
    """The presenter's note of a slide. It is never on the projector."""
    say = texts(view.lang)
    words, edit = found.note(slide.key)
    with st.container(key="card-note"):
        show(card_title(say("meeting.note"), say("meeting.note_help")))
        if found.meeting.closed:
            show(tag("p", text(words or "–")))
            return
        group = f"note_{found.meeting.id}_{slide.key}"
        seen = edited.fill(group, {"note": words}, edit)
        with st.form(f"form_{group}", border=False):
            st.text_area(
                say("meeting.note"),
                key=field(group, "note"),
                max_chars=4000,
                height=110,
                label_visibility="collapsed",
            )
            saved = st.form_submit_button(say("meeting.note_save"))
        typed = str(st.session_state[field(group, "note")])
        if saved and meeting_state.write(
            lambda store: save_note(store, found.meeting.id, slide.key, typed, seen=seen),
            view.lang,
            group=group,
            edit=edit,
        ):
            st.rerun()


def ending(found: MeetingView, view: View) -> None:
    """Closing, or opening again; another day; taking it off the list."""
    say, meeting = texts(view.lang), found.meeting
    what = "reopen" if meeting.closed else "title"
    why = "reopen_text" if meeting.closed else "text"
    with st.container(key="card-close"):
        show(card_title(say(f"meeting.close.{what}"), say(f"meeting.close.{why}")))
        if meeting.closed:
            if st.button(say("meeting.close.reopen"), key="meeting_reopen"):
                _write(lambda store: reopen_meeting(store, meeting.id), view)
            return
        if st.button(say("meeting.close.button"), type="primary", key="meeting_close"):
            _write(lambda store: close(store, view.area, meeting.id), view)
        _day(found, view)


def _day(found: MeetingView, view: View) -> None:
    """Another day for an open meeting, or off the list with it."""
    say, meeting = texts(view.lang), found.meeting
    with st.container(horizontal=True, vertical_alignment="bottom", key="meeting-ending"):
        held_on = meeting.held_on.isoformat()
        day = st.text_input(say("meeting.day"), held_on, key=f"day_{meeting.id}", max_chars=10)
        moved = st.button(say("meeting.close.move"), key="meeting_move")
        removed = st.button(say("meeting.close.remove"), key="meeting_remove")
    if moved and (wanted := meeting_state.day_of(day, view.lang)):
        _write(lambda store: move_meeting(store, meeting.id, wanted), view)
    if removed:
        said = say("meeting.removed")
        if meeting_state.write(lambda store: remove_meeting(store, meeting.id), view.lang, said=said):
            meeting_state.enter("")
            st.rerun()


def _write(work: Callable[[Store], object], view: View) -> None:
    if meeting_state.write(work, view.lang):
        st.rerun()
