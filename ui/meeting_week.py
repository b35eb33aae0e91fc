"""The weekly picture on one page: the week, the decisions to follow up, and those taken now."""

from __future__ import annotations

import streamlit as st

from crimestats.reporting.meeting.model import MeetingView
from ui import meeting_decisions, meeting_pieces
from ui.address import View


def one_page(found: MeetingView, view: View) -> None:
    """Last week beside what is usual; beside it earlier decisions, what was revised, and the form."""
    week, *others = found.seen.slides
    left, right = st.columns([7, 5], gap="medium")
    with left:
        meeting_pieces.card(found, week)
    with right:
        for slide in others:
            meeting_pieces.card(found, slide)
        meeting_decisions.pinned(found, week, view)
