"""The parties at the table: who takes part, what each tells, and its own weekly counts, shown apart."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.reporting.meeting.model import MeetingView, Party
from crimestats.store.meetings import save_attendance
from crimestats.store.parties import SOURCES, save_party_counts
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek
from ui import edited, meeting_state
from ui.address import View
from ui.components import show
from ui.edited import field
from ui.html import data_table, tag, text

# Categories that one form takes besides those that the party has counted before.
_NEW = 2


def parties(found: MeetingView, view: View) -> None:
    """A section for each party that takes part or has told anything; below, the forms."""
    say = texts(view.lang)
    told = [one for one in found.seen.parties if one.present or one.note or one.table]
    with st.container(key="card-parties"):
        show(tag("h2", text(say("meeting.party.title"))))
        none = tag("p", text(say("meeting.party.none_present")), class_="lb-quiet")
        sections = (_section(one, view.lang) for one in told)
        show(tag("div", *sections, class_="lb-pair") if told else none)
        if not found.meeting.closed:
            with st.expander(say("meeting.party.write")):
                _attendance(found, view)
            with st.expander(say("meeting.party.count_title")):
                _counts(found, view)


def _section(party: Party, lang: str) -> str:
    say = texts(lang)
    own = party.table
    return tag(
        "section",
        tag("h3", text(party.name)),
        tag("p", text(party.note)) if party.note else "",
        tag("p", text(say("meeting.party.own")), class_="lb-quiet") + data_table(own, lang) if own else "",
        class_="lb-party",
    )


def _attendance(found: MeetingView, view: View) -> None:
    say, held = texts(view.lang), {one.code: one for one in found.seen.parties}
    code = st.selectbox(
        say("meeting.party.which"), list(held), format_func=lambda one: held[one].name, key="party_which"
    )
    party, group = held[code], f"party_{found.meeting.id}_{code}"
    # Whoever is written about takes part, until the tick is taken away.
    values = {"present": party.present or not party.edit, "note": party.note}
    seen = edited.fill(group, values, party.edit)
    show(tag("p", text(say("meeting.party.help")), class_="lb-quiet"))
    with st.form(f"form_{group}", border=False):
        st.checkbox(say("meeting.party.present"), key=field(group, "present"))
        st.text_area(say("meeting.party.note"), key=field(group, "note"), max_chars=4000, height=110)
        saved = st.form_submit_button(say("meeting.save"), type="primary")
    note, present = (st.session_state[field(group, name)] for name in ("note", "present"))
    if saved and meeting_state.write(
        lambda store: save_attendance(store, found.meeting.id, code, note, present=present, seen=seen),
        view.lang,
        group=group,
        edit=party.edit,
    ):
        st.rerun()


def _counts(found: MeetingView, view: View) -> None:
    """A field per category the party has counted before, and some for new ones; empty = not told."""
    say, week = texts(view.lang), found.meeting.weeks.last
    held = {one.code: one for one in found.seen.parties if one.code in SOURCES}
    show(tag("p", text(say("meeting.party.own_help")), class_="lb-quiet"))
    code = st.selectbox(
        say("meeting.party.which"), list(held), format_func=lambda one: held[one].name, key="counts_which"
    )
    party = held[code]
    this_week = Formats(view.lang).week(week, year=True)
    label = {"week": this_week, "name": party.name}
    known = list(dict.fromkeys(one.category for one in party.counts))
    current = {one.category: one.count for one in party.counts if one.week == week}
    edition = f"{code}_{party.newest_upload}"
    with st.form(f"counts_{edition}", border=False):
        show(tag("p", text(f"{party.name}, {this_week}")))
        typed: dict[str, int | None] = {
            name: st.number_input(name, 0, None, current.get(name), key=f"count_{edition}_{name}")
            for name in known
        }
        for n in range(_NEW):
            with st.container(horizontal=True, key=f"count-new-{n}"):
                name = st.text_input(say("meeting.party.category"), key=f"name_{edition}_{n}", max_chars=80)
                count = st.number_input(say("meeting.party.count"), 0, None, None, key=f"new_{edition}_{n}")
            if name.strip():
                typed[name.strip()] = count
        saved = st.form_submit_button(say("meeting.party.counts_save"), type="primary")
    if saved:
        _save(code, week, typed, say("meeting.party.file_name", **label), view)
    if party.newest_upload and st.button(say("meeting.party.counts_undo"), key=f"counts_undo_{code}"):
        _undo(party.newest_upload, view)


def _save(code: str, week: IsoWeek, typed: dict[str, int | None], file_name: str, view: View) -> None:
    counts = {name: int(count) for name, count in typed.items() if count is not None}
    if meeting_state.write(
        lambda store: save_party_counts(store, view.area, code, week, counts, file_name=file_name), view.lang
    ):
        st.rerun()


def _undo(upload: int, view: View) -> None:
    say = texts(view.lang)
    said, reason = say("meeting.party.counts_undone"), say("meeting.party.undo_reason")
    if meeting_state.write(lambda store: withdraw(store, upload, "", reason), view.lang, said=said):
        st.rerun()
