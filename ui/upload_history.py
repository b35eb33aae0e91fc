"""The loaded files, newest first, and taking one back or putting it back again. Nothing is deleted."""

from __future__ import annotations

from mimetypes import guess_type

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.reporting.model import UploadRow, UploadsView
from crimestats.reporting.upload_detail import UploadDetail, upload_detail
from crimestats.reporting.uploads import uploads_view
from crimestats.store import StoreError, open_store
from crimestats.store.uploads import reinstate, withdraw
from ui import cache, upload_choose
from ui.address import View
from ui.components import bullets, notice, show
from ui.etl_process import run_etl
from ui.html import data_table, tag, text

_DONE, _TOLD = "upload_history_done", "upload_history_told"
_REASON, _BY = "history_reason", "history_by"


def uploads_of(view: View) -> UploadsView:
    """The history in words, built once per store version."""
    return cache.cached(uploads_view, view.area, as_of=view.as_of, lang=view.lang)


def history(view: View) -> None:
    """The table of files, and one of them in full."""
    say, uploads = texts(view.lang), uploads_of(view)
    with st.container(key="card-history"):
        show(tag("h2", text(say("upload.history"))))
        if done := st.session_state.pop(_DONE, None):
            show(notice(done, "done"))
        if not uploads.rows:
            show(tag("p", text(say("upload.history_empty"))))
            return
        show(data_table(uploads.table, view.lang))
        if any(row.sample and not row.withdrawn for row in uploads.rows):
            _sample(view.lang)
        with st.expander(say("upload.one")):
            _one({row.id: row for row in uploads.rows}, view)


def _sample(lang: str) -> None:
    """The way from sample data to one's own figures, in one press."""
    say = texts(lang)
    show(tag("p", text(say("upload.sample"))))
    if not st.button(say("upload.sample_remove"), key="sample_remove"):
        return
    done = run_etl("sample", "--remove")
    if not done.done:
        show(notice(done.message or say("app.our_fault"), "fault"))
        return
    st.session_state[_DONE] = say("upload.sample_removed")
    st.rerun()


# --- one file


def _one(rows: dict[int, UploadRow], view: View) -> None:
    lang = view.lang
    # Labels that are unique and never change, and a new field when a file has come: the browser remembers a
    # choice by its label, and the file on screen has to be the one that the button takes back.
    label = {id: f"{id} · {row.file_name} · {row.received_text}" for id, row in rows.items()}
    which = st.selectbox(
        texts(lang)("upload.which"),
        list(rows),
        format_func=label.__getitem__,
        key=f"history_file_{max(rows)}",
    )
    row = rows[which]
    show(tag("p", text(f"{row.file_name}: {row.status_text}")))
    _detail(cache.cached(upload_detail, which, lang=lang), lang)
    _original(row, lang)
    if view.as_of:
        words = texts(lang)("upload.as_of_note", moment=Formats(lang).moment(view.as_of))
        show(notice(words, "question"))
    else:
        _form(row, lang)


def _detail(detail: UploadDetail, lang: str) -> None:
    say = texts(lang)
    told = [(say("upload.one_changes"), tag("p", text(detail.summary)))]
    if detail.changed.rows:
        told[0] = (told[0][0], told[0][1] + data_table(detail.changed, lang))
    if detail.answers:
        told.append((say("upload.one_answers"), bullets(detail.answers)))
    if detail.actions:
        told.append((say("upload.one_actions"), bullets(detail.actions)))
    show("".join(tag("h3", text(title)) + html for title, html in told))


def _original(row: UploadRow, lang: str) -> None:
    """The bytes as they are kept. The kind is what the name says; a browser saves it and runs nothing."""
    say = texts(lang)
    kind = guess_type(row.file_name)[0] or "application/octet-stream"
    st.download_button(
        say("upload.original"), lambda: _bytes(row.id), row.file_name, kind,
        key=f"original-{row.id}", type="tertiary", on_click="ignore",
    )  # fmt: skip


def _bytes(upload: int) -> bytes:
    store = open_store()
    (sha256,) = (row["sha256"] for row in store.rows("uploads") if row["id"] == upload)
    return store.get_bytes(sha256)


def _form(row: UploadRow, lang: str) -> None:
    """Why, who, and the button; below it, what came of it."""
    say = texts(lang)
    action = "reinstate" if row.withdrawn else "withdraw"
    show(tag("p", text(say(f"upload.{action}_lead"))))
    with st.container(horizontal=True, key="history-why"):
        st.text_input(say("upload.reason"), key=_REASON, max_chars=500)
        upload_choose.who(_BY, lang)
    st.button(say(f"upload.{action}"), key=f"history_{action}", on_click=_act, args=(row, action, lang))
    if told := st.session_state.pop(_TOLD, None):
        show(notice(*told))


def _act(row: UploadRow, action: str, lang: str) -> None:
    """Take the file back, or put it back; another may have done it already, or no reason been given."""
    say, reason = texts(lang), st.session_state[_REASON]
    act, past = (withdraw, "withdrawn") if action == "withdraw" else (reinstate, "reinstated")
    try:
        act(open_store(), row.id, st.session_state[_BY], reason)
    except StoreError as fault:
        words = say("upload.no_reason") if not reason.strip() else say(fault.code, **fault.values)
        st.session_state[_TOLD] = (words, "fault")
        return
    st.session_state[_REASON] = ""
    st.session_state[_TOLD] = (say(f"upload.{past}", file=row.file_name), "done")
