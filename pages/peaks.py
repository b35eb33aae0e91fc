"""Toppar: the unusual weeks, newest first: how rare, what drove them, and what is known about them."""

from ui import peaks_view
from ui.charts import chart_card
from ui.components import headline, show
from ui.shell import guard_with_counts

view, period = guard_with_counts()
peaks = peaks_view.view_of(view, period)

show(headline(peaks.title, peaks.sentence, peaks.notices))
chart_card(peaks.chart, view.lang)
newest, earlier = peaks.items[:1], peaks.items[1:]
show(peaks_view.weeks(newest, peaks.empty, view.lang))
if newest and newest[0].drivers_chart:
    chart_card(newest[0].drivers_chart, view.lang)
if earlier:
    show(peaks_view.weeks(earlier, "", view.lang))
peaks_view.note_form(peaks.items, view)
