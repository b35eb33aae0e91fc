"""Insatser: what was reported during a measure against what was expected without it."""

from crimestats.i18n import texts
from ui import measures_view
from ui.components import headline, show
from ui.shell import guard_with_counts

view, _ = guard_with_counts()
say = texts(view.lang)
measures = measures_view.view_of(view)

show(headline(say("measures.title"), say("measures.lead"), measures.notices))
if not measures.items:
    show(measures_view.none_yet(view.lang))
for item in measures.items:
    measures_view.card(item, view.lang)
measures_view.form(measures.items, view)
