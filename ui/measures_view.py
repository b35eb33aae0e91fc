"""Insatser as pieces of the screen: a card per measure, and the form that adds or changes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from crimestats.analysis.measures import Measure
from crimestats.categories import categories
from crimestats.counts import REST, TOTAL
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.measures import MeasureItem, MeasuresView, measures_view
from crimestats.store import Store, StoreError, open_store
from crimestats.store.reference import remove_event, save_event
from crimestats.weeks import WeekError, parse_week
from ui import cache
from ui.address import View
from ui.charts import notes, plot
from ui.components import bullets, card_title, notice, paragraphs, show
from ui.downloads import chart_downloads
from ui.html import data_table, details, tag, text

_NEW = 0


def view_of(view: View) -> MeasuresView:
    """The measures of an area, judged once per store version."""
    return cache.cached(measures_view, view.area, as_of=view.as_of, lang=view.lang)


def none_yet(lang: str) -> str:
    """What to do while there is no measure. An h2: the page has its heading already."""
    say = texts(lang)
    words = tag("p", text(say("measures.empty_text")))
    return tag("section", tag("h2", text(say("measures.empty_title"))), words, class_="lb-card")


def card(item: MeasureItem, lang: str) -> None:
    """One measure: the finding in words and as a chart, its tables, and how it is known."""
    say, chart = texts(lang), item.chart
    with st.container(key=f"card-measure-{item.measure.id}"):
        show(card_title(item.title, chart.subtitle if chart else ""), paragraphs(item.sentences))
        if chart:
            plot(chart)
            show(notes(chart), details(say("app.as_table"), data_table(chart.table, lang)))
            chart_downloads(chart, lang)
        shown = [one for one in (item.phases, item.categories) if one]
        tables = (tag("section", tag("h3", text(one.caption)), data_table(one, lang)) for one in shown)
        show(tag("div", *tables, class_="lb-stack"))
        evidence = bullets([f"{label}: {words}" for label, words in item.evidence])
        show(details(say("measures.evidence.show"), evidence))


def form(items: Sequence[MeasureItem], view: View) -> None:
    """Adds a measure, or changes or takes away one; every edit is a new row."""
    say = texts(view.lang)
    held = {item.measure.id or _NEW: item.measure for item in items}
    with st.container(key="card-measure-form"):
        show(tag("h2", text(say("measures.form.title"))))
        labels = {_NEW: say("measures.form.new")} | {id_: one.name for id_, one in held.items()}
        which = st.selectbox(
            say("measures.form.which"), list(labels), format_func=labels.__getitem__, key="measure_which"
        )
        _fields(held.get(which), view)


def _fields(measure: Measure | None, view: View) -> None:
    say, number = texts(view.lang), measure.id if measure else _NEW
    with st.form(f"measure_{number}", border=False):
        name = st.text_input(
            say("measures.form.name"),
            measure.name if measure else "",
            key=f"measure_name_{number}",
            max_chars=80,
        )
        english = st.text_input(
            say("measures.form.name_en"),
            measure.name_en if measure else "",
            key=f"measure_en_{number}",
            max_chars=80,
        )
        first = _week("first", str(measure.weeks.first) if measure else "", number, view.lang)
        last = _week("last", str(measure.weeks.last) if measure else "", number, view.lang)
        show(tag("p", text(say("measures.form.week_help")), class_="lb-quiet"))
        codes = _categories(measure, number, view)
        actor = st.text_input(say("screens.who"), key="measure_by", max_chars=100)
        saved = st.form_submit_button(say("measures.form.save"), type="primary")
        removed = measure is not None and st.form_submit_button(say("measures.form.remove"))
        if measure:
            show(tag("p", text(say("measures.form.removed")), class_="lb-quiet"))
    given = {"area": view.area, "actor": actor, "name_en": english, "categories": codes}
    if saved:
        _edit(view.lang, lambda store: _save(store, name, (first, last), number or None, given))
    elif removed and measure is not None and measure.id is not None:
        gone = measure.id
        _edit(view.lang, lambda store: remove_event(store, gone, actor=actor))


def _week(which: str, held: str, number: int | None, lang: str) -> str:
    return st.text_input(texts(lang)(f"measures.form.{which}"), held, key=f"measure_{which}_{number}")


def _categories(measure: Measure | None, number: int | None, view: View) -> list[str]:
    """The categories that the area reports; the derived rest is no category to act against."""
    record, known = cache.record_of(view.area, view.as_of), categories()
    offered = [code for code in known if code in record.series and code not in (TOTAL, REST)]
    chosen = list(measure.categories) if measure else []
    offered += [code for code in chosen if code not in offered]
    return st.multiselect(
        texts(view.lang)("measures.form.categories"),
        offered,
        default=chosen,
        format_func=lambda code: known[code].name(view.lang),
        key=f"measure_categories_{number}",
    )


def _save(
    store: Store, name: str, weeks: tuple[str, str], number: int | None, given: Mapping[str, Any]
) -> None:
    first, last = weeks
    span = Period(parse_week(first), parse_week(last or first))
    save_event(store, "measure", name, span, id=number, **given)


def _edit(lang: str, work: Callable[[Store], object]) -> None:
    """Write, or say why not; then show the page anew."""
    try:
        work(open_store())
    except (WeekError, StoreError) as fault:
        show(notice(texts(lang)(fault.code, **fault.values), "fault"))
        return
    st.rerun()
