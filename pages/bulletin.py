"""Månadsbrev: the month's public text, in sections, checked against the data, published and locked."""

import streamlit as st

from crimestats.reporting.bulletin_view import bulletin_view
from ui import bulletin_editor, bulletin_history, bulletin_margin, cache
from ui.components import headline, show
from ui.shell import guard, guard_with_counts

view = guard()
# A text outlives the counts it was written on: where these were taken back, the newest text is shown.
period = bulletin_margin.newest_period(view) or guard_with_counts()[1]
desk = cache.cached(bulletin_view, view.area, period, as_of=view.as_of, lang=view.lang)

show(headline(desk.title, desk.subtitle, [desk.correction] if desk.correction else []))
if desk.outdated:
    bulletin_editor.changed(desk.outdated_words, desk.outdated, view.lang)
paper, margin = st.columns([2, 1], gap="medium")
with paper, st.container(key="card-paper"):
    bulletin_editor.published(desk)
    for section in desk.sections:
        bulletin_editor.section(desk, section)
    bulletin_editor.notes(desk)
with margin:
    with st.container(key="card-steps"):
        bulletin_margin.who(view.lang)
        bulletin_margin.steps(desk)
        bulletin_margin.files(desk)
    with st.container(key="card-months"):
        bulletin_margin.months(desk, view)
bulletin_history.versions(desk)
