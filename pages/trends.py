"""Trender: chosen categories over weeks, this year over earlier years, level and year to date."""

import streamlit as st

from ui import trends_view
from ui.charts import chart_card
from ui.components import headline, show
from ui.shell import guard_with_counts

view, period = guard_with_counts()
top = st.container()
trends = trends_view.view_of(view, period, trends_view.choose(view))

with top:
    show(headline(trends.title, trends.sentence, trends.notices))
chart_card(trends.chart, view.lang)
chart_card(trends.year_chart, view.lang)
show(trends_view.numbers(trends, view.lang))
