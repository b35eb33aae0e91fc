"""What the municipality edits itself: named periods, breaks, events, measures. Every edit is a new row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from crimestats.i18n import Formats, texts
from crimestats.periods import Period, seams
from crimestats.store import Store, StoreError, open_store
from crimestats.store.reference import EVENT_KINDS, remove_event, remove_period, save_event, save_period
from crimestats.weeks import IsoWeek, WeekError, parse_week
from ui import cache
from ui.address import View
from ui.components import notice, show
from ui.html import table, tag, text

_NEW = 0
Rows = Sequence[Mapping[str, Any]]


def periods(view: View) -> None:
    """The named periods, gaps and overlaps between them, and their form."""
    say = texts(view.lang)
    rows = cache.cached(_rows, "periods", view.area)
    with st.container(key="card-periods"):
        show(tag("h2", text(say("screens.data.periods"))), tag("p", text(say("screens.data.periods_lead"))))
        show(
            _table(list(reversed(rows)), say("screens.data.periods"), view.lang),
            *map(notice, _seam_words(rows, view.lang)),
        )
        with st.expander(say("screens.data.add_period")):
            _period_form(rows, view)


def events(view: View) -> None:
    """Breaks, holidays, events and measures, and their form."""
    say = texts(view.lang)
    rows = cache.cached(_rows, "calendar_events", view.area)
    with st.container(key="card-events"):
        show(tag("h2", text(say("screens.data.events"))), tag("p", text(say("screens.data.events_lead"))))
        show(_table(list(reversed(rows)), say("screens.data.events"), view.lang))
        with st.expander(say("screens.data.add_event")):
            _event_form(rows, view)


def _rows(store: Store, question: str, area: str) -> list[dict[str, Any]]:
    return store.rows(question, area=area)


def _weeks(row: Mapping[str, Any]) -> Period:
    first, last = (IsoWeek.from_ordinal(row[name]) for name in ("first_week", "last_week"))
    return Period(first, last, row["name"])


def _name(row: Mapping[str, Any], lang: str) -> str:
    return str((row.get("name_en") if lang == "en" else "") or row["name"])


def _table(rows: Rows, caption: str, lang: str) -> str:
    say, write = texts(lang), Formats(lang)
    if not rows:
        return tag("p", text(say("screens.data.none")), class_="lb-quiet")
    heads = [say("screens.data.name"), say("screens.data.weeks")]
    with_kind = "kind" in rows[0]
    body = (
        [text(_name(row, lang)), text(write.weeks(_weeks(row), short=True, year=True))]
        + ([text(say(f"screens.data.kind_{row['kind']}"))] if with_kind else [])
        for row in rows
    )
    return table(caption, [*heads, say("screens.data.kind")] if with_kind else heads, body)


def _seam_words(rows: Rows, lang: str) -> list[str]:
    say, write = texts(lang), Formats(lang)
    return [
        say(
            f"screens.data.{seam.kind}",
            before=seam.before.name,
            after=seam.after.name,
            weeks=write.weeks(Period(seam.weeks[0], seam.weeks[-1]), year=True),
        )
        for seam in seams([_weeks(row) for row in rows])
    ]


def _choose(rows: Rows, key: str, lang: str) -> Mapping[str, Any]:
    """The row to change; an empty one stands for a new row."""
    say = texts(lang)
    labels = {_NEW: say("screens.data.new")} | {row["id"]: _name(row, lang) for row in reversed(rows)}
    which = st.selectbox(
        say("screens.data.which"), list(labels), format_func=labels.__getitem__, key=f"{key}_which"
    )
    return next((row for row in rows if row["id"] == which), {})


def _week_fields(row: Mapping[str, Any], key: str, lang: str) -> tuple[str, str]:
    say = texts(lang)
    written = [str(week) for week in (_weeks(row).first, _weeks(row).last)] if row else ["", ""]
    number = row.get("id", _NEW)
    first = st.text_input(say("screens.data.first"), written[0], key=f"{key}_first_{number}")
    last = st.text_input(say("screens.data.last"), written[1], key=f"{key}_last_{number}")
    show(tag("p", text(say("screens.data.week_help")), class_="lb-quiet"))
    return first, last


def _period_form(rows: Rows, view: View) -> None:
    say, row = texts(view.lang), _choose(rows, "period", view.lang)
    number = row.get("id", _NEW)
    with st.form(f"period_{number}", border=False):
        name = st.text_input(
            say("screens.data.name"), row.get("name", ""), key=f"period_name_{number}", max_chars=80
        )
        first, last = _week_fields(row, "period", view.lang)
        actor = st.text_input(say("screens.who"), key="period_by", max_chars=100)
        saved = st.form_submit_button(say("screens.data.save"), type="primary")
        removed = bool(row) and st.form_submit_button(say("screens.data.remove"))
    if saved:
        who: dict[str, Any] = {"area": view.area, "actor": actor, "id": row.get("id")}
        _edit(view.lang, lambda store: save_period(store, _read_weeks(first, last, name), **who))
    elif removed:
        _edit(view.lang, lambda store: remove_period(store, row["id"], actor=actor))


def _event_form(rows: Rows, view: View) -> None:
    say, row = texts(view.lang), _choose(rows, "event", view.lang)
    number = row.get("id", _NEW)
    kinds = {kind: say(f"screens.data.kind_{kind}") for kind in EVENT_KINDS}
    with st.form(f"event_{number}", border=False):
        index = EVENT_KINDS.index(row["kind"]) if row else 0
        kind = st.selectbox(
            say("screens.data.kind"), EVENT_KINDS, index, kinds.__getitem__, key=f"event_kind_{number}"
        )
        name = st.text_input(
            say("screens.data.name"), row.get("name", ""), key=f"event_name_{number}", max_chars=80
        )
        english = st.text_input(
            say("screens.data.name_en"), row.get("name_en", ""), key=f"event_en_{number}", max_chars=80
        )
        first, last = _week_fields(row, "event", view.lang)
        actor = st.text_input(say("screens.who"), key="event_by", max_chars=100)
        saved = st.form_submit_button(say("screens.data.save"), type="primary")
        removed = bool(row) and st.form_submit_button(say("screens.data.remove"))
    if saved:
        who = {"name_en": english, "area": view.area, "actor": actor, "id": row.get("id")}
        weeks = (first, last, name)
        _edit(view.lang, lambda store: save_event(store, kind, name, _read_weeks(*weeks), **who))
    elif removed:
        _edit(view.lang, lambda store: remove_event(store, row["id"], actor=actor))


def _read_weeks(first: str, last: str, name: str) -> Period:
    return Period(parse_week(first), parse_week(last or first), name.strip())


def _edit(lang: str, work: Any) -> None:
    """Write, or say why not; then show the page anew."""
    try:
        work(open_store())
    except (WeekError, StoreError) as fault:
        show(notice(texts(lang)(fault.code, **fault.values), "fault"))
        return
    st.rerun()
