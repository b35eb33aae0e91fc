"""Step one of Ladda upp: who one is, the files, or the latest week typed by hand."""

from __future__ import annotations

import streamlit as st

from crimestats.config import settings
from crimestats.i18n import texts
from ui import upload_giving_back, upload_memory, upload_typed
from ui.address import View
from ui.components import show
from ui.html import tag, text
from ui.upload_read import ChosenFile

_ROUND, _LOADED, _NAME = "upload_round", "upload_loaded", "upload_by"
# The name outlives a visit to another page, which a field's own value does not.
_KEPT_NAME = "upload_name"
_KINDS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"]


def choose(view: View) -> list[ChosenFile]:
    """The fields, and the files that are to be read now: chosen ones, or the one typed by hand."""
    by = _who(view.lang)
    if st.session_state.get(_uploader()):
        with st.container(key="card-choose"):
            return _chosen(by, view, bare=False)
    files, form = st.columns([3, 2], gap="medium")
    with files, st.container(key="card-choose"):
        _chosen(by, view, bare=True)
    with form, st.container(key="card-typed"):
        upload_typed.form(view, turn())
    typed = upload_typed.waiting()
    return [upload_typed.signed(typed, by)] if typed else []


def turn() -> int:
    """Counts the times one has started over: fields of an earlier time are empty again."""
    count: int = st.session_state.setdefault(_ROUND, 0)
    return count


def _uploader() -> str:
    return f"upload_file_{turn()}"


def who(key: str, lang: str) -> str:
    """A field for one's name, filled with what was written last."""
    st.session_state.setdefault(key, st.session_state.get(_KEPT_NAME, ""))
    name = st.text_input(texts(lang)("upload.who"), key=key, max_chars=100).strip()
    if name:
        st.session_state[_KEPT_NAME] = name
    return name


def _who(lang: str) -> str:
    with st.container(horizontal=True, key="upload-who", vertical_alignment="bottom"):
        name = who(_NAME, lang)
        show(tag("p", text(texts(lang)("upload.who_help")), class_="lb-quiet"))
    return name


def _chosen(by: str, view: View, *, bare: bool) -> list[ChosenFile]:
    say, lang = texts(view.lang), view.lang
    if bare:
        show(tag("h2", text(say("upload.choose_title"))))
    found = st.file_uploader(
        say("upload.choose"), _KINDS, accept_multiple_files=True, key=_uploader(),
        max_upload_size=settings().upload.max_file_mb,
    )  # fmt: skip
    year, area = _outside(lang)
    if bare:
        upload_giving_back.template(view.area, lang)
    loaded = st.session_state.get(_LOADED, set())
    return [
        ChosenFile(one.name, one.getvalue(), year, area, by, handed_in=one.file_id)
        for one in found
        if one.file_id not in loaded
    ]


def _outside(lang: str) -> tuple[str, str]:
    say = texts(lang)
    with st.expander(say("upload.outside")):
        show(tag("p", text(say("upload.outside_help")), class_="lb-quiet"))
        with st.container(horizontal=True):
            year = st.text_input(say("upload.year"), key=f"upload_year_{turn()}", max_chars=4)
            area = st.text_input(say("upload.area"), key=f"upload_area_{turn()}", max_chars=100)
    return year.strip(), area.strip()


def loaded(files: list[ChosenFile], *, all_of_them: bool) -> None:
    """Files that are loaded leave the screen; when none is left, everything is as at the beginning."""
    if not all_of_them:
        st.session_state.setdefault(_LOADED, set()).update(one.handed_in for one in files)
        return
    st.session_state[_ROUND] = turn() + 1
    st.session_state.pop(_LOADED, None)
    upload_typed.leave()
    upload_memory.forget()
