"""Mötet: the month as slides, decisions and their outcome, the weekly picture; frozen when closed."""

import streamlit as st

from ui import meeting_decisions, meeting_desk, meeting_list, meeting_parties, meeting_pieces, meeting_state
from ui.components import show
from ui.meeting_stage import stage
from ui.shell import guard_with_counts

view, period = guard_with_counts()
found = meeting_state.opened(view)
slide = meeting_state.current(found) if found else None

if found is None:
    meeting_list.top(view)
    meeting_list.meetings(view)
    meeting_list.make(view, period)
elif slide and meeting_state.is_full_screen():
    stage(found, slide, view)
else:
    meeting_desk.top(found, view)
    left, right = st.columns([4, 7], gap="medium")
    with left:
        meeting_desk.agenda(found, view)
        if slide:
            meeting_desk.note(found, slide, view)
    if slide:
        with right:
            meeting_pieces.card(found, slide)
            with st.container(key="card-pinned"):
                show(meeting_pieces.pinned(found, slide))
                if not found.meeting.closed:
                    meeting_decisions.write(found, slide, view)
    meeting_parties.parties(found, view)
    meeting_decisions.overview(found, view)
    meeting_desk.ending(found, view)
