"""Senaste veckan typed by hand: four fields that become a small file, and then an upload like any other."""

from __future__ import annotations

import base64
from dataclasses import replace

import streamlit as st

from crimestats import clock
from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek
from ui.address import View
from ui.components import notice, show
from ui.etl_process import run_etl
from ui.html import tag, text
from ui.upload_read import ChosenFile

# The four numbers of the monthly text.
FIELDS = ("total", "violence", "vandalism", "theft")
_WAITING = "upload_typed"
_WEEKS_BACK = 12


def waiting() -> ChosenFile | None:
    """What has been typed and not yet loaded."""
    typed: ChosenFile | None = st.session_state.get(_WAITING)
    return typed


def signed(file: ChosenFile, by: str) -> ChosenFile:
    """The same, from somebody."""
    return replace(file, by=by)


def leave() -> None:
    """Forget what was typed."""
    st.session_state.pop(_WAITING, None)


def form(view: View, turn: int) -> None:
    """The week, the four numbers, and the button that shows what they change."""
    say = texts(view.lang)
    if f"typed_week_{turn}" not in st.session_state:  # the fields are empty: another page was shown meanwhile
        leave()
    show(tag("h2", text(say("upload.typed_title"))))
    show(tag("p", text(say("upload.typed_lead", area=view.area)), class_="lb-quiet"))
    with st.form(f"typed-{turn}", border=False):
        weeks = _weeks(view.lang)
        week = st.selectbox(
            say("upload.typed_week"), list(weeks), format_func=weeks.__getitem__, key=f"typed_week_{turn}"
        )
        with st.container(horizontal=True, key="typed-counts"):
            counts = {
                code: st.text_input(
                    categories()[code].name(view.lang), key=f"typed_{code}_{turn}", max_chars=20
                )
                for code in FIELDS
            }
        sent = st.form_submit_button(say("upload.typed_show"), type="primary")
    if not sent:
        return
    leave()
    if any(count.strip() for count in counts.values()):
        _type(week, counts, view)
    else:
        show(notice(say("upload.typed_empty"), "fault"))


def _weeks(lang: str) -> dict[str, str]:
    """The weeks that have ended, newest first, with their days."""
    say, write = texts(lang), Formats(lang)
    last = IsoWeek.of(clock.today()) - 1
    weeks = [last - n for n in range(_WEEKS_BACK)]
    return {
        str(week): say(
            "upload.typed_option", week=write.week(week, year=True), days=write.days(Period(week, week))
        )
        for week in weeks
    }


def _type(week: str, counts: dict[str, str], view: View) -> None:
    """The counts as a file, by the command that everyone else has too."""
    pairs = [f"{code}={count.strip()}" for code, count in counts.items()]
    made = run_etl("typed", f"--week={week}", f"--area={view.area}", "--json", "--lang", view.lang, *pairs)
    if not made.done:
        show(notice(made.message or texts(view.lang)("upload.failed"), "fault"))
        return
    cells = made.json["cells"]
    names = tuple((cell, categories()[code].name(view.lang)) for code, cell in cells.items())
    data = base64.b64decode(made.json["content"])
    st.session_state[_WAITING] = ChosenFile(made.json["name"], data, typed=names, handed_in=made.json["name"])
