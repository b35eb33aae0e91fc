"""Fields of words that others may edit too: what its writer saw is remembered, and nobody's text is lost."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def fill(group: str, values: Mapping[str, object], edit: int) -> int:
    """Fill the fields ``group:name`` of a form and give the edit that their reader has before them.

    A field that its reader has changed keeps its words, also when somebody else saves a newer edit meanwhile;
    then the older number is given, and the store refuses to write over what was never seen.
    """
    base, seen = st.session_state.get(group, (None, 0))
    shown = {name: st.session_state.get(field(group, name)) for name in values}
    untouched = base is None or None in shown.values() or shown == base
    if untouched and (base != dict(values) or seen != edit or None in shown.values()):
        for name, value in values.items():
            st.session_state[field(group, name)] = value
        st.session_state[group] = (dict(values), edit)
        return edit
    return int(seen)


def field(group: str, name: str) -> str:
    """The key of a field's widget."""
    return f"{group}:{name}"


def caught_up(group: str, edit: int) -> None:
    """The reader has been told the newest words: what they save now replaces them knowingly."""
    base, _ = st.session_state[group]
    st.session_state[group] = (base, edit)


def forget(group: str) -> None:
    """Saved: the next run fills the fields from the store."""
    st.session_state.pop(group, None)
