"""Ladda upp: choose a file, see how it is read and what changes, confirm; below, the history."""

import streamlit as st

from crimestats.i18n import texts
from ui import upload_giving_back, upload_history, upload_problems, upload_view
from ui.components import headline, show
from ui.shell import guard
from ui.upload_read import problems

view = guard()
say = texts(view.lang)

top = st.container()
file = upload_view.choose(view.lang)
answer = upload_view.read(file, view.lang) if file else None
with top:
    upload_view.receipt(view)
    if answer is None:
        show(
            headline(say("screens.upload.title"), say("screens.upload.lead")), upload_view.steps(1, view.lang)
        )
    else:
        show(upload_view.reading_headline(answer, view.lang))
if not file:
    upload_giving_back.template(view.area, view.lang)
if file and answer:
    sheet, problem_card = st.columns([3, 2], gap="medium")
    with sheet, st.container(key="card-sheet"):
        show(upload_view.sheet_card(answer, view.lang))
    with problem_card, st.container(key="card-problems"):
        show(upload_problems.problem_list(answer, view.lang))
        upload_problems.questions(answer, view.lang)
        upload_giving_back.marked_copy(file, answer, view.lang)
    if not problems(answer, "error", "question"):
        upload_view.confirm(file, answer, view.lang)
upload_history.history(view)
