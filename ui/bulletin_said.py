"""What Månadsbrev answers to a press of a button, said once and in its place."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import texts
from crimestats.store import StoreError
from ui.components import notice, show

_SAID = "bulletin_said"


def done(place: str, words: str) -> None:
    """To be said at a place when the page is shown again."""
    st.session_state[_SAID] = (place, words)


def tell(place: str) -> None:
    """Say what waits for this place."""
    where, words = st.session_state.get(_SAID, ("", ""))
    if where == place:
        st.session_state.pop(_SAID)
        show(notice(words, "done"))


def say_why(fault: StoreError, lang: str) -> None:
    """Why something was not stored, in words that say what to do."""
    show(notice(texts(lang)(fault.code, **fault.values), "fault"))
