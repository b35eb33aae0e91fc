"""Exportera: figures, charts and the month's text as files, and how to cite them."""

import streamlit as st

from crimestats.i18n import texts
from ui import export_view, month_view
from ui.components import headline, show
from ui.shell import guard_with_counts

view, period = guard_with_counts()
say = texts(view.lang)
report = month_view.report_of(view, period)

show(headline(say("screens.export.title"), export_view.lead(report)))
figures, pictures, words = st.columns(3, gap="medium")
with figures, st.container(key="card-figures"):
    export_view.figures(report)
with pictures, st.container(key="card-pictures"):
    export_view.pictures(report)
with words, st.container(key="card-text"):
    export_view.documents(report)
show(export_view.citation(report))
