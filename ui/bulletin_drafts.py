"""What is being written on Månadsbrev and not saved yet: kept for the session, whatever page one goes to."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from crimestats.store.bulletins import Bulletin, BulletinKey, Version

_DRAFTS, _OPEN, _DROPPED, _NAME, _ROUND = (
    "bulletin_drafts",
    "bulletin_open",
    "bulletin_dropped",
    "bulletin_name",
    "bulletin_round",
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved text. ``base`` is the version it was begun on; ``merged``: put together of two."""

    body: str
    base: int
    merged: bool = False


def place(key: BulletinKey, section: str) -> str:
    """Which text: the same section of two months never meets."""
    return f"{key.area}|{key.period.key}|{key.lang}|{section}"


def drafts() -> dict[str, Draft]:
    """Every unsaved text of the session."""
    found: dict[str, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return found


def draft_of(bulletin: Bulletin, section: str) -> Draft:
    """The unsaved text, or the one that stands."""
    current = bulletin.sections().get(section)
    held = Draft(current.body if current else "", current.id if current else 0)
    return drafts().get(place(bulletin.key, section), held)


def keep(
    bulletin: Bulletin, section: str, body: str, *, merged: bool | None = None, base: int | None = None
) -> None:
    """Remember what is written; a text that says what stands is no draft."""
    before = draft_of(bulletin, section)
    draft = Draft(body, before.base if base is None else base, before.merged if merged is None else merged)
    current = bulletin.sections().get(section)
    if draft == Draft(current.body if current else "", current.id if current else 0):
        drafts().pop(place(bulletin.key, section), None)
    else:
        drafts()[place(bulletin.key, section)] = draft


def unsaved(bulletin: Bulletin, section: str) -> bool:
    """Whether something is written that is not saved."""
    return place(bulletin.key, section) in drafts()


def theirs(bulletin: Bulletin, section: str) -> Version | None:
    """The version that someone else saved since the draft was begun; None while nobody has."""
    current = bulletin.sections().get(section)
    draft = drafts().get(place(bulletin.key, section))
    return current if draft and current and current.id != draft.base else None


def forget(key: BulletinKey, section: str) -> None:
    """The draft is saved."""
    drafts().pop(place(key, section), None)
    _new_field()


def drop(key: BulletinKey, section: str) -> None:
    """Leave a draft; it can be taken back until the next one is left."""
    if held := drafts().pop(place(key, section), None):
        st.session_state[_DROPPED] = (place(key, section), held)
    _new_field()


def dropped(key: BulletinKey, section: str) -> bool:
    """Whether a draft of this section was just left."""
    return bool(st.session_state.get(_DROPPED, ("",))[0] == place(key, section))


def take_back() -> None:
    """Undo :func:`drop`."""
    where, held = st.session_state.pop(_DROPPED)
    drafts()[where] = held
    _new_field()


def field_key(key: BulletinKey, section: str) -> str:
    """The key of the text field; a new one when its text is to be set anew."""
    return f"bulletin-text-{place(key, section)}-{st.session_state.get(_ROUND, 0)}"


def _new_field() -> None:
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def replace_text(
    bulletin: Bulletin, section: str, body: str, *, merged: bool | None = None, base: int | None = None
) -> None:
    """Put another text into the field."""
    keep(bulletin, section, body, merged=merged, base=base)
    _new_field()


def open_section(key: BulletinKey) -> str:
    """The section that is being written, "" for none."""
    where: str = st.session_state.get(_OPEN, "")
    return where.rpartition("|")[2] if where == place(key, where.rpartition("|")[2]) else ""


def open_(key: BulletinKey, section: str) -> None:
    """Begin to write a section; "" closes the one that is open."""
    st.session_state[_OPEN] = place(key, section) if section else ""


def name() -> str:
    """Who is writing, as given once per session."""
    return str(st.session_state.get(_NAME, ""))


def set_name(given: str) -> None:
    st.session_state[_NAME] = given.strip()
