"""The versions of a section: two of them compared word by word, and an earlier one put back as a new one."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.reporting.bulletin_view import BulletinView, signed
from crimestats.reporting.compare import compare
from crimestats.store import StoreError, open_store
from crimestats.store.bulletin_writing import save_section
from crimestats.store.bulletins import Version
from ui import bulletin_drafts as drafts
from ui.bulletin_both import changes_html
from ui.bulletin_said import done, say_why, tell
from ui.components import show
from ui.html import tag, text


def versions(view: BulletinView) -> None:
    """The card of versions; nothing while no section has any."""
    bulletin, lang = view.bulletin, view.bulletin.key.lang
    say = texts(lang)
    held = {one.code: one.title for one in view.sections if bulletin.history(one.code)}
    if not held:
        return
    with st.container(key="card-versions"):
        show(
            tag("h2", text(say("bulletin.history.title"))),
            tag("p", text(say("bulletin.history.lead")), class_="lb-quiet"),
        )
        tell("versions")
        code = st.selectbox(
            say("bulletin.history.section"), list(held), format_func=held.__getitem__, key="bulletin-history"
        )
        _compare(view, code)


def _compare(view: BulletinView, code: str) -> None:
    bulletin, lang = view.bulletin, view.bulletin.key.lang
    say, newest_first = texts(lang), tuple(reversed(bulletin.history(code)))
    labels = {one.id: _label(one, len(newest_first) - n, lang) for n, one in enumerate(newest_first)}
    by_id = {one.id: one for one in newest_first}
    if len(newest_first) == 1:
        show(tag("p", text(say("bulletin.history.one", label=labels[newest_first[0].id]))))
        return
    with st.container(horizontal=True, key="bulletin-which"):
        earlier = st.selectbox(
            say("bulletin.history.earlier"),
            list(labels),
            1,
            labels.__getitem__,
            key=f"bulletin-earlier-{code}",
        )
        later = st.selectbox(
            say("bulletin.history.later"), list(labels), 0, labels.__getitem__, key=f"bulletin-later-{code}"
        )
    show(changes_html(compare(by_id[earlier].body, by_id[later].body), lang))
    if earlier != newest_first[0].id and not view.locked:
        _restore(view, by_id[earlier], newest_first[0])


def _label(version: Version, number: int, lang: str) -> str:
    """``Version 2 · Skrivet av Ada 29 november 2021 kl. 10.12.``."""
    return (
        f"{texts(lang)('bulletin.history.version', n=Formats(lang).number(number))} · {signed(version, lang)}"
    )


def _restore(view: BulletinView, version: Version, current: Version) -> None:
    key, lang = view.bulletin.key, view.bulletin.key.lang
    say = texts(lang)
    if not st.button(say("bulletin.history.restore"), key="bulletin-restore"):
        return
    told = {"author": drafts.name(), "base": current.id, "origin": "restored"}
    try:
        save_section(
            open_store(), key, version.section, version.body, data_moment=version.data_moment, **told
        )
    except StoreError as fault:
        say_why(fault, lang)
        return
    done("versions", say("bulletin.history.restored"))
    st.rerun()
