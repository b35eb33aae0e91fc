"""Which meeting is open, which slide, and whether it is shown full screen; and writing with a polite no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.meeting.model import Meeting, MeetingView, Slide
from crimestats.reporting.meeting.view import meeting_view, meetings_of
from crimestats.store import Store, StoreError, open_store
from ui import cache, edited, state
from ui.address import View
from ui.components import notice, show

PICK = "meeting_pick"
_SHOWN, _DONE = "meeting_shown", "meeting_done"


def listed(view: View) -> tuple[Meeting, ...]:
    """The meetings of the area, the latest first."""
    return cache.cached(meetings_of, view.area, lang=view.lang)


def opened(view: View) -> MeetingView | None:
    """The meeting that the address or a press has opened; None = the list, and why when it is not there."""
    number = state.own("meeting")
    if not number:
        return None
    if any(str(one.id) == number for one in listed(view)):
        return cache.cached(meeting_view, view.area, int(number), lang=view.lang)
    state.keep(meeting="", slide="")
    st.session_state[_DONE] = texts(view.lang)("meeting.unknown_address", area=view.area)
    return None


def enter(number: int | str, slide: str = "") -> None:
    """Open a meeting, or with "" the list; its first slide unless another is named."""
    state.keep(meeting=number, slide=slide)
    st.session_state.pop(PICK, None)
    st.session_state[_SHOWN] = False


def position(found: MeetingView) -> int:
    """The place of the current slide on the agenda, 0 where it is not there any more."""
    keys = [slide.key for slide in found.seen.slides]
    return keys.index(state.own("slide")) if state.own("slide") in keys else 0


def current(found: MeetingView) -> Slide | None:
    """The slide that is looked at; None while the agenda is empty."""
    slides = found.seen.slides
    return slides[position(found)] if slides else None


def go(slide: str) -> None:
    """Turn to a slide, here and in the agenda's list."""
    state.keep(slide=slide)
    st.session_state[PICK] = slide


def picked() -> None:
    """A slide was chosen in the agenda's list."""
    state.keep(slide=st.session_state[PICK])


def full_screen(on: bool) -> None:
    st.session_state[_SHOWN] = on


def is_full_screen() -> bool:
    return bool(st.session_state.get(_SHOWN))


def done(words: str) -> None:
    """To be said once, above, on the next run."""
    st.session_state[_DONE] = words


def say_done() -> None:
    if words := st.session_state.pop(_DONE, None):
        show(notice(words, "done"))


def write(
    work: Callable[[Store], object], lang: str, *, said: str = "", group: str = "", edit: int = 0
) -> bool:
    """Write and show the page anew, or say in place why not; what was typed stays.

    Args:
        said: what is told when it went well. group, edit: of the fields (``edited``) that were written, and
            the newest edit, which the refusal tells of.
    """
    say = texts(lang)
    try:
        work(open_store())
    except StoreError as fault:
        if group and fault.code == "meeting.edited_meanwhile":
            edited.caught_up(group, edit)
        show(notice(say(fault.code, **fault.values), "fault"))
        return False
    if group:
        edited.forget(group)
    done(said or say("meeting.saved"))
    return True


def day_of(words: str, lang: str) -> date | None:
    """A day as typed; says in place what is wrong with it."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        show(notice(texts(lang)("meeting.bad_day", value=words.strip()[:30]), "fault"))
        return None
