"""Toppar: the unusual weeks, newest first: how rare, what drove them, and what is known about them."""

from ui import peaks_view
from ui.charts import chart_card
from ui.components import headline, notice, show
from ui.shell import guard_with_counts

view, period = guard_with_counts()
peaks = peaks_view.view_of(view, period)

show(headline(peaks.title, peaks.sentence, peaks.notices))
chart_card(peaks.chart, view.lang)
if peaks.empty:
    show(notice(peaks.empty))
peaks_view.cards(peaks.items, view)
if peaks.asides:
    show(peaks_view.asides(peaks.asides, view.lang))
