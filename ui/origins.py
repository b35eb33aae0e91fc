"""Every number has an address: the link on it, and what opens there: rule, cells, original sheet, history.

The number's name (:attr:`Fact.key`) stands in the page's address, so a link to it can be shared. Pressing a
number changes the address without loading the page anew (ui/static/app.js); closing takes it away again.
"""

from __future__ import annotations

from collections.abc import Mapping
from subprocess import TimeoutExpired
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from crimestats.i18n import texts
from crimestats.narrative.facts import Fact
from crimestats.reporting.model import MonthReport
from crimestats.reporting.origin import Origin, SourceFile, origin_of
from crimestats.store import StoreError, open_store
from ui.address import ORIGIN, View
from ui.components import notice, show
from ui.etl_process import run_etl
from ui.html import data_table, details, table, tag, text
from ui.upload_grid import grid

_MOST_SHEETS = 64


def link(fact: Fact | None, view: View) -> str:
    """The address that opens a fact's origin; "" for none."""
    return "?" + urlencode(view.address() | {ORIGIN: fact.key}) if fact else ""


def open_asked(report: MonthReport, view: View) -> None:
    """The origin that the address asks for, over the page; a sentence where the month has no such number."""
    key = st.query_params.get(ORIGIN, "")
    if not key:
        return
    found = origin_of(open_store(), report, key)
    if found is None:
        show(notice(texts(view.lang)("origin.gone"), "question"))
        return
    say = texts(view.lang)
    st.dialog(say("origin.dialog"), width="large", on_dismiss=_close)(_dialog)(found, view.lang)


def _close() -> None:
    st.query_params.pop(ORIGIN, None)


def _dialog(found: Origin, lang: str) -> None:
    say = texts(lang)
    show(
        tag("h3", text(found.title)),
        tag("p", text(found.statement), class_="lb-quote") if found.statement else "",
        tag("h4", text(say("origin.how"))),
        tag("dl", *(tag("dt", text(a)) + tag("dd", text(b)) for a, b in found.evidence), class_="lb-pairs"),
        tag("h4", text(say("origin.cells"))),
        data_table(found.cells, lang) if found.cells else tag("p", text(say("origin.no_cells"))),
        tag("p", text(found.sum), class_="lb-quiet") if found.sum else "",
        _history(found, lang),
    )
    if found.files:
        _sheet(found, lang)
    values = table(
        say("origin.value"), ["$", say("origin.value")], ([text(a), text(b)] for a, b in found.values)
    )
    asked = tag("p", text(say("origin.question_text", name=found.name)), class_="lb-quiet")
    sql = tag("pre", tag("code", text(found.sql)), tabindex="0", class_="lb-sql")
    show(
        details(say("origin.question"), asked, sql, values),
        tag("p", text(say("origin.link_text")), class_="lb-quiet"),
    )


def _history(found: Origin, lang: str) -> str:
    say = texts(lang)
    heading = tag("h4", text(say("origin.history")))
    if found.cells is None:
        return ""
    if found.revisions is None:
        return heading + tag("p", text(say("origin.unchanged")))
    n = len(found.revisions.rows)
    told = say("origin.changed_once") if n == 1 else say("origin.changed", n=n)
    return heading + tag("p", text(told)) + data_table(found.revisions, lang)


def _sheet(found: Origin, lang: str) -> None:
    """The original sheet of one file, in the reader's colours, with the cells marked."""
    say = texts(lang)
    show(tag("h4", text(say("origin.sheet"))))
    chosen = found.files[0]
    if len(found.files) > 1:
        chosen = st.selectbox(
            say("origin.which_file"), found.files, format_func=lambda one: one.name, key="origin_file"
        )
    with st.spinner(say("origin.reading_sheet", file=chosen.name)):
        sheets = _read(chosen, lang)
    if not sheets:
        show(notice(say("origin.sheet_failed", file=chosen.name), "question"))
        return
    show(grid([one for one in sheets if one["sheet"] in chosen.cells], (), lang, sought=chosen.cells))


def _read(file: SourceFile, lang: str) -> list[Mapping[str, Any]]:
    """The sheets as etl reads them, in a child process; [] where the file is not kept or cannot be read."""
    try:
        return _sheets(file.sha256, tuple(sorted(_places(file))), lang, file)
    except (StoreError, TimeoutExpired, _Unread):
        return []


class _Unread(Exception):
    """Not kept in the cache: another time it may work."""


@st.cache_resource(max_entries=_MOST_SHEETS, show_spinner=False)
def _sheets(sha256: str, places: tuple[str, ...], lang: str, _file: SourceFile) -> list[Mapping[str, Any]]:
    data = open_store().get_bytes(sha256)
    named = [f"--name={_file.name}", *(f"--around={place}" for place in places)]
    answer = run_etl("read", "-", "--grid", "--json", f"--lang={lang}", *named, data=data)
    if not answer.json or "grid" not in answer.json:
        raise _Unread
    return list(answer.json["grid"])


def _places(file: SourceFile) -> list[str]:
    return [f"{sheet}!{cell}" for sheet, cells in file.cells.items() for cell in cells]
