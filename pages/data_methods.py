"""Data & metod: what is reported, what changed, how it is computed, what the municipality edits itself."""

import streamlit as st

from crimestats.i18n import texts
from ui import data_view, reference_forms
from ui.components import headline, show
from ui.shell import guard

view = guard()
say = texts(view.lang)

show(headline(say("screens.data.title"), say("screens.data.lead")))
with st.container(key="card-coverage"):
    show(data_view.coverage(view))
show(data_view.budget(view), data_view.methods(view.lang), data_view.uploads_and_revisions(view))
reference_forms.periods(view)
reference_forms.events(view)
