"""Bedrägerier: with and without benefit fraud, by kind and by injured party; batches told from waves."""

from ui import fraud_view, peaks_view
from ui.charts import chart_card
from ui.components import headline, show
from ui.shell import guard_with_counts

view, period = guard_with_counts()
fraud = fraud_view.view_of(view, period)

show(headline(fraud.title, " ".join(fraud.sentences), fraud.notices))
if fraud.chart:
    chart_card(fraud.chart, view.lang)
if told := fraud_view.spikes(fraud, view.lang):
    show(told)
if fraud.kinds_chart:
    chart_card(fraud.kinds_chart, view.lang)
if below := fraud_view.tables(fraud, view.lang) + peaks_view.weeks(fraud.peaks, "", view.lang):
    show(below)
if fraud.peaks:
    fraud_view.link_to_peaks(view.lang)
