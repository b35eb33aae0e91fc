"""Ladda upp: choose files, see how they are read and what changes, confirm; below, the history."""

import streamlit as st

from ui import upload_choose, upload_confirm, upload_history, upload_view
from ui.components import show
from ui.shell import guard

view = guard()
top = st.container()
files = upload_choose.choose(view)
found = upload_view.read(files, view.lang)
with top:
    upload_confirm.receipt(view, reading=bool(found))
    show(upload_view.head(found, view.lang))
with upload_view.bodies(found, view.lang):
    upload_confirm.confirm(found, view)
upload_history.history(view)
