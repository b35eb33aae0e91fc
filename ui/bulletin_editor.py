"""The writing desk: sections as they will be read; the open one is written, and checked meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.personal import personal_data
from crimestats.reporting.bulletin import SectionText, bulletin_document, read_body
from crimestats.reporting.bulletin_changes import DataChanges
from crimestats.reporting.bulletin_statistics import bulletin_statistics, hidden_before
from crimestats.reporting.bulletin_view import BulletinView
from crimestats.reporting.document import Notes
from crimestats.reporting.document_html import blocks_html, notes_html
from crimestats.reporting.markup import without_notes
from crimestats.store import StoreError, open_store
from crimestats.store.bulletin_writing import save_section
from crimestats.store.bulletins import GENERATED
from ui import bulletin_check
from ui import bulletin_drafts as drafts
from ui.bulletin_both import two_texts
from ui.bulletin_said import done, say_why, tell
from ui.components import notice, show
from ui.html import data_table, details, tag, text


def section(view: BulletinView, one: SectionText) -> None:
    """One section: to be read, or open on the desk."""
    key = view.bulletin.key
    if view.locked and not one.blocks:
        return  # as in the files: what says nothing is left out
    with st.container(key=f"section-{one.code}"):
        if not view.locked and drafts.open_section(key) == one.code and one.code != GENERATED:
            _write(view, one)
        else:
            _read(view, one)


def _read(view: BulletinView, one: SectionText) -> None:
    key = view.bulletin.key
    say = texts(key.lang)
    inside = blocks_html(one.blocks, key.lang)
    if not inside and not view.locked:
        inside = tag("p", text(say(f"bulletin.hint.{one.code}")), class_="lb-hint")
    by = tag("p", text(view.signed.get(one.code, "")), class_="lb-quiet lb-signed") if one.blocks else ""
    show(tag("section", tag("h2", text(one.title)), inside, by, class_="lb-letter"))
    tell(one.code)
    if view.locked:
        return
    if one.code == GENERATED:
        _statistics(view, one)
        return
    with st.container(horizontal=True, key=f"tools-{one.code}"):
        label = say("bulletin.editor.change" if one.blocks else "bulletin.editor.write", section=one.title)
        st.button(label, key=f"open-{one.code}", type="tertiary", on_click=drafts.open_, args=(key, one.code))
        if drafts.unsaved(view.bulletin, one.code):
            show(_unsaved(key.lang))
        if drafts.dropped(key, one.code):
            st.button(
                say("bulletin.editor.undo"),
                key=f"undo-{one.code}",
                type="tertiary",
                on_click=drafts.take_back,
            )


def changed(words: str, changes: DataChanges, lang: str) -> None:
    """That the data have changed, by which file, and which figures are not what they were."""
    table = tag("div", data_table(changes.table, lang), class_="lb-changed")
    show(notice(" ".join([words, *changes.causes]), "question"), table)


def _unsaved(lang: str) -> str:
    sign = tag("span", "●", aria_hidden="true")
    return tag(
        "p", sign, " ", text(texts(lang)("bulletin.editor.unsaved")), class_="lb-unsaved", role="status"
    )


def _statistics(view: BulletinView, one: SectionText) -> None:
    """Taken from the data on demand; what has changed since is told before it is taken anew."""
    key, say = view.bulletin.key, texts(view.bulletin.key.lang)
    if view.stale:
        words = say("bulletin.changed.draft", moment=Formats(key.lang).moment(one.version.data_moment))  # type: ignore[union-attr]
        changed(words, view.stale, key.lang)
    held = one.version is not None
    label = say("bulletin.editor.refresh" if held else "bulletin.editor.fetch")
    if st.button(label, key="statistics", type="tertiary" if held and not view.stale else "primary"):
        _fetch(view, one)


def _fetch(view: BulletinView, one: SectionText) -> None:
    key, store = view.bulletin.key, open_store()
    if view.newest_data is None:
        return
    base = one.version.id if one.version else 0

    def work() -> None:
        earlier = hidden_before(store, key.area, key.period)
        made = bulletin_statistics(store, key.area, key.period, key.lang, view.newest_data, earlier=earlier)
        told = {"author": drafts.name(), "base": base, "origin": "generated"}
        save_section(store, key, GENERATED, made.body, data_moment=made.data_moment, **told)

    _try(work, one.code, key.lang, "bulletin.editor.fetched")


def _try(work: Callable[[], object], section: str, lang: str, said: str) -> None:
    """Write, or say why not; then show the page anew."""
    try:
        work()
    except StoreError as fault:
        say_why(fault, lang)
        return
    done(section, texts(lang)(said))
    st.rerun()


def _write(view: BulletinView, one: SectionText) -> None:
    bulletin, key = view.bulletin, view.bulletin.key
    say, title = texts(key.lang), f"desk-title-{one.code}"
    show(
        tag("h2", text(one.title), id=title),
        tag("p", text(say(f"bulletin.hint.{one.code}")), class_="lb-hint"),
    )
    if other := drafts.theirs(bulletin, one.code):
        two_texts(view, one.code, other)
    draft = drafts.draft_of(bulletin, one.code)
    field = drafts.field_key(key, one.code)
    # Not as the field's default: one that changes would make a new field under the writer's hands.
    st.session_state.setdefault(field, draft.body)
    body = st.text_area(
        say("bulletin.editor.field", section=one.title),
        height="content",
        key=field,
        label_visibility="collapsed",
        placeholder=say("bulletin.editor.placeholder"),
        on_change=lambda: drafts.keep(bulletin, one.code, st.session_state[field]),
    )
    show(tag("p", text(say("bulletin.editor.help")), class_="lb-quiet"), _contacts(body, key.lang))
    _tools(view, one, body)
    _below(view, one, body)


def _contacts(body: str, lang: str) -> str:
    """Telephone numbers and addresses may stand in a public text, but not those of a person."""
    say = texts(lang)
    lines = [
        number
        for number, line in enumerate(body.splitlines(), 1)
        if personal_data(line) in ("phone", "email")
    ]
    if not lines:
        return ""
    told = Formats(lang).listing([str(number) for number in lines])
    return notice(say("bulletin.editor.contacts", lines=told), "question")


def published(view: BulletinView) -> None:
    """While a correction is written: the edition that stands, to be read."""
    bulletin, edition = view.bulletin, view.bulletin.published
    if edition is None or view.locked:
        return
    document = bulletin_document(bulletin, edition)
    blocks = tuple(without_notes(block) for block in document.blocks if not isinstance(block, Notes))
    title = texts(document.lang)("bulletin.editor.published", n=edition.edition)
    show(details(title, tag("div", blocks_html(blocks, document.lang), class_="lb-letter")))


def notes(view: BulletinView) -> None:
    """Where the figures come from, note by note."""
    found = tuple(note for one in view.sections for note in one.notes)
    if found:
        say, lang = texts(view.bulletin.key.lang), view.bulletin.key.lang
        show(tag("div", details(say("bulletin.notes"), notes_html(found, lang)), class_="lb-letter"))


def _tools(view: BulletinView, one: SectionText, body: str) -> None:
    bulletin, key = view.bulletin, view.bulletin.key
    say = texts(key.lang)
    with st.container(horizontal=True, vertical_alignment="center", key=f"tools-{one.code}"):
        saved = st.button(say("bulletin.editor.save"), key="bulletin-save", type="primary")
        st.button(say("bulletin.editor.close"), key="bulletin-close", on_click=drafts.open_, args=(key, ""))
        if drafts.unsaved(bulletin, one.code):
            st.button(
                say("bulletin.editor.drop"),
                key="bulletin-drop",
                type="tertiary",
                on_click=_drop,
                args=(view, one.code),
            )
            show(_unsaved(key.lang))
        elif before := _last_month(view, one.code, body):
            st.button(
                say("bulletin.editor.from_before"),
                key="bulletin-before",
                type="tertiary",
                on_click=drafts.replace_text,
                args=(bulletin, one.code, before),
            )
    if saved:
        _save(view, one.code)


def _drop(view: BulletinView, section: str) -> None:
    drafts.drop(view.bulletin.key, section)
    drafts.open_(view.bulletin.key, "")


def _last_month(view: BulletinView, section: str, body: str) -> str:
    """Last month's text of a section, to begin from while this month's is empty."""
    held = view.before.sections().get(section) if view.before and not body.strip() else None
    return held.body if held else ""


def _save(view: BulletinView, section: str) -> None:
    bulletin, key = view.bulletin, view.bulletin.key
    draft = drafts.draft_of(bulletin, section)
    told = {"author": drafts.name(), "base": draft.base, "origin": "merged" if draft.merged else "written"}

    def work() -> None:
        save_section(open_store(), key, section, draft.body, **told)
        drafts.forget(key, section)
        drafts.open_(key, "")

    _try(work, section, key.lang, "bulletin.editor.saved")


def _below(view: BulletinView, one: SectionText, body: str) -> None:
    """What the text says against the data, or how it will be read."""
    key, say = view.bulletin.key, texts(view.bulletin.key.lang)
    ways = {"check": say("bulletin.editor.check"), "preview": say("bulletin.editor.preview")}
    way = st.segmented_control(
        say("bulletin.editor.look"),
        list(ways),
        format_func=ways.__getitem__,
        default="check",
        required=True,
        key="bulletin-look",
        label_visibility="collapsed",
    )
    if way == "preview":
        inside = blocks_html(read_body(body, key.lang).blocks, key.lang)
        show(
            tag(
                "div",
                inside or tag("p", text(say("bulletin.editor.empty")), class_="lb-quiet"),
                class_="lb-letter",
            )
        )
    else:
        bulletin_check.desk(key, body, lambda new: drafts.replace_text(view.bulletin, one.code, new))
