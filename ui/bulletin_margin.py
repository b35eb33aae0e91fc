"""Beside the desk: who writes, how far the text has come, files to take away, other months."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from crimestats.checking import Claim
from crimestats.config import ROOT
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.bulletin import bulletin_document, file_name
from crimestats.reporting.bulletin_view import BulletinView
from crimestats.reporting.document import Document
from crimestats.reporting.document_html import document_html
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.docx import to_docx
from crimestats.store import Store, StoreError, open_store
from crimestats.store.bulletin_writing import note_export, set_status
from crimestats.store.bulletins import CHECKED, DRAFT, PUBLISHED, Status
from crimestats.weeks import IsoWeek
from ui import bulletin_check, cache
from ui import bulletin_drafts as drafts
from ui.address import View as Address
from ui.bulletin_said import done, say_why, tell
from ui.components import bullets, show
from ui.downloads import button
from ui.html import details, tag, text

_STEPS = (DRAFT, CHECKED, PUBLISHED)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def newest_period(view: Address) -> Period | None:
    """The weeks chosen; in an area without counts those of its newest text, None where there is none."""
    if view.period:
        return view.period
    rows = cache.cached(_areas_with_text)
    found = next((row for row in rows if row["area"] == view.area), None)
    return (
        Period(*(IsoWeek.from_ordinal(found[name]) for name in ("first_week", "last_week")))
        if found
        else None
    )


def _areas_with_text(store: Store) -> list[dict[str, Any]]:
    return store.rows("bulletin_areas")


def who(lang: str) -> None:
    """The name that every version and step is signed with; asked for once per session."""
    st.session_state.setdefault("bulletin-who", drafts.name())
    drafts.set_name(st.text_input(texts(lang)("bulletin.your_name"), key="bulletin-who", max_chars=100))


def steps(view: BulletinView) -> None:
    """Where the text is, the one step that comes next, and what has happened."""
    bulletin, lang = view.bulletin, view.bulletin.key.lang
    say = texts(lang)
    show(tag("h2", text(say("bulletin.step.title"))), _where(bulletin.status, lang))
    tell("steps")
    if not bulletin.empty and not (view.locked and bulletin.status != PUBLISHED):
        wrong = bulletin_check.contradicted(
            bulletin.key, {code: version.body for code, version in bulletin.sections().items()}
        )
        if bulletin.status != PUBLISHED:
            show(_wrong(view, wrong))
        _next(view, sum(map(len, wrong.values())))
    if view.steps:
        show(details(say("bulletin.step.happened"), bullets(view.steps)))


def _where(status: str, lang: str) -> str:
    say, now = texts(lang), _STEPS.index(status)
    items = []
    for n, name in enumerate(_STEPS):
        reached = n < now or status == PUBLISHED
        mark = tag("span", "✓" if reached else str(n + 1), class_="lb-step", aria_hidden="true")
        state = "now" if n == now else "done" if n < now else "later"
        here = "step" if n == now else None
        words = text(say(f"bulletin.step.{name}"))
        items.append(tag("li", mark, " ", words, class_=f"lb-{state}", aria_current=here))
    return tag("ol", *items, class_="lb-steps lb-steps-down")


def _wrong(view: BulletinView, wrong: Mapping[str, tuple[Claim, ...]]) -> str:
    """The claims that the data contradict, by section; that there are none is said too."""
    lang = view.bulletin.key.lang
    say, titles = texts(lang), {one.code: one.title for one in view.sections}
    if lang != "sv":
        return tag("p", text(say("bulletin.check.swedish_only")), class_="lb-quiet")
    if not wrong:
        return tag("p", text(say("bulletin.check.none_wrong")), class_="lb-quiet")
    told = [
        f"{titles[code]}: ”{claim.text}”. {claim.reason}"
        for code, claims in wrong.items()
        for claim in claims
    ]
    return tag("p", tag("strong", text(say("bulletin.check.wrong")))) + bullets(told)


def _next(view: BulletinView, n_wrong: int) -> None:
    """The step that can be taken now; publishing what is contradicted, and correcting, ask for a reason."""
    bulletin, lang = view.bulletin, view.bulletin.key.lang
    say = texts(lang)
    status = _STEPS[(_STEPS.index(bulletin.status) + 1) % 3]
    waiting = [one.title for one in view.sections if drafts.unsaved(bulletin, one.code)]
    if waiting:
        show(tag("p", text(say("bulletin.step.unsaved", sections=", ".join(waiting))), class_="lb-unsaved"))
        return
    reason = ""
    if status == DRAFT or (status == PUBLISHED and n_wrong):
        label = say(f"bulletin.step.reason_{'correct' if status == DRAFT else 'anyway'}")
        reason = st.text_input(label, key=f"bulletin-reason-{status}", max_chars=300)
    kind = "secondary" if status == DRAFT else "primary"
    pressed = st.button(say(f"bulletin.step.to_{status}"), key="bulletin-step", type=kind)
    if pressed:
        told = {"actor": drafts.name(), "upto": bulletin.newest, "reason": reason}
        try:
            counted = n_wrong if status == PUBLISHED else 0
            set_status(open_store(), bulletin.key, status, contradicted=counted, **told)
        except StoreError as fault:
            say_why(fault, lang)
            return
        done("steps", say(f"bulletin.step.done_{status}"))
        st.rerun()


def files(view: BulletinView) -> None:
    """The text as Word, web page and Markdown: the published edition, and the draft while there is one."""
    bulletin, lang = view.bulletin, view.bulletin.key.lang
    if bulletin.empty:
        return
    say = texts(lang)
    show(tag("h2", text(say("bulletin.files.title"))))
    if bulletin.status != PUBLISHED:
        _forms(view, None, say("bulletin.files.draft"))
    if bulletin.published:
        _forms(view, bulletin.published, say("bulletin.files.edition", n=bulletin.published.edition))


def _forms(view: BulletinView, edition: Status | None, heading: str) -> None:
    bulletin, say = view.bulletin, texts(view.bulletin.key.lang)
    show(tag("p", text(heading), class_="lb-quiet"))
    makers = {
        "docx": (to_docx, _DOCX),
        "html": (document_html, "text/html"),
        "md": (document_markdown, "text/markdown"),
    }
    with st.container(horizontal=True, key=f"links-bulletin-{edition.edition if edition else 0}"):
        for form, (make, mime) in makers.items():
            button(
                say(f"bulletin.files.{form}"),
                lambda make=make, form=form: _exported(
                    view, bulletin_document(bulletin, edition), make, form
                ),
                file_name(bulletin, form, edition),
                mime,
            )


def _exported(view: BulletinView, document: Document, make, form: str) -> bytes | str:  # type: ignore[no-untyped-def]
    """Made when it is asked for, and put on the record."""
    made: bytes | str = make(document)
    note_export(open_store(), view.bulletin.key, form, actor=drafts.name())
    return made


def months(view: BulletinView, address: Address) -> None:
    """The months that have a text, each with how far it has come; the one on the desk is marked."""
    say = texts(address.lang)
    show(tag("h2", text(say("bulletin.months.title"))))
    if view.other_language:
        show(tag("p", text(view.other_language), class_="lb-quiet"))
    if not view.months:
        show(tag("p", text(say("bulletin.months.none")), class_="lb-quiet"))
    for one in view.months:
        here = one.period.key == view.bulletin.key.period.key
        label = f"{one.name} · {one.status}"
        if here:
            show(tag("p", tag("strong", text(label)), class_="lb-month", aria_current="true"))
        else:
            to = Address(address.area, one.period, None, address.lang).address()
            st.page_link(str(ROOT / "pages" / "bulletin.py"), label=label, query_params=to)
        show(tag("p", text(one.signed), class_="lb-quiet"))
