"""The loaded files, newest first, and taking one back or putting it back again. Nothing is deleted."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.model import UploadRow, UploadsView
from crimestats.reporting.uploads import uploads_view
from crimestats.store import open_store
from crimestats.store.uploads import reinstate, withdraw
from ui import cache
from ui.address import View
from ui.components import notice, show
from ui.etl_process import run_etl
from ui.html import data_table, tag, text

_DONE = "upload_history_done"


def uploads_of(view: View) -> UploadsView:
    """The history in words, built once per store version."""
    return cache.cached(uploads_view, view.area, as_of=view.as_of, lang=view.lang)


def history(view: View) -> None:
    """The table of files and the one form that changes which of them count."""
    say, uploads = texts(view.lang), uploads_of(view)
    with st.container(key="card-history"):
        show(tag("h2", text(say("screens.upload.history"))))
        if done := st.session_state.pop(_DONE, None):
            show(notice(done, "done"))
        if not uploads.rows:
            show(tag("p", text(say("screens.upload.history_empty"))))
            return
        show(data_table(uploads.table, view.lang))
        if any(row.sample and not row.withdrawn for row in uploads.rows):
            _sample(view.lang)
        with st.expander(say("screens.upload.take_back")):
            _form({row.id: row for row in uploads.rows}, view.lang)


def _sample(lang: str) -> None:
    """The way from sample data to one's own figures, in one press."""
    say = texts(lang)
    show(tag("p", text(say("screens.upload.sample"))))
    if not st.button(say("screens.upload.sample_remove"), key="sample_remove"):
        return
    done = run_etl("sample", "--remove")
    if not done.done:
        show(notice(done.message or say("app.our_fault"), "fault"))
        return
    st.session_state[_DONE] = say("screens.upload.sample_removed")
    st.rerun()


def _form(rows: dict[int, UploadRow], lang: str) -> None:
    say = texts(lang)
    label = {id: f"{row.file_name} · {row.received_text} · {row.status_text}" for id, row in rows.items()}
    which = st.selectbox(
        say("screens.upload.which"), list(rows), format_func=label.__getitem__, key="history_file"
    )
    reason = st.text_input(say("screens.upload.reason"), key="history_reason", max_chars=500)
    actor = st.text_input(say("screens.who"), key="history_by", max_chars=100)
    row = rows[which]
    action = "reinstate" if row.withdrawn else "withdraw"
    if st.button(say(f"screens.upload.{action}"), key="history_button"):
        if not reason.strip():
            show(notice(say("screens.upload.no_reason"), "fault"))
            return
        (reinstate if row.withdrawn else withdraw)(open_store(), row.id, actor, reason)
        past = "reinstated" if row.withdrawn else "withdrawn"
        st.session_state[_DONE] = say(f"screens.upload.{past}", file=row.file_name)
        st.session_state.pop("history_reason", None)
        st.rerun()
