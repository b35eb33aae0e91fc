"""Månaden: the weekly total with its expected band beside the month's text, and a tile per category."""

import streamlit as st

from ui import meeting_list, month_view
from ui.charts import chart_card
from ui.components import headline, show
from ui.origins import open_asked
from ui.shell import guard_with_counts

view, period = guard_with_counts()
report = month_view.report_of(view, period)

show(headline(report.headline, report.subtitle, month_view.notices(report)))
chart, words = st.columns([5, 3], gap="medium")
with chart:
    chart_card(report.chart, view.lang)
    show(month_view.tiles(report))
with words, st.container(key="card-words"):
    show(month_view.words(report, view))
meeting_list.of_the_month(view, period)
open_asked(report, view)
