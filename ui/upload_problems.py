"""What is wrong with a file and what is asked about it: what to do, and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from crimestats.i18n import texts
from ui import upload_read
from ui.components import show
from ui.etl_process import EtlAnswer
from ui.html import tag, text

ANSWERS = "upload_answers"
# More answers than this go into a list.
_MOST_BUTTONS = 4


def answers() -> Mapping[str, str]:
    """What has been answered about the chosen file so far."""
    given: Mapping[str, str] = st.session_state.get(ANSWERS, {})
    return given


def problem_list(answer: EtlAnswer, lang: str) -> str:
    """Each problem with its place and what to do."""
    say = texts(lang)
    found = upload_read.problems(answer, "error", "question", "warning")
    if not found:
        return tag("h2", text(say("screens.upload.problems"))) + tag(
            "p", text(say("screens.upload.no_problems"))
        )
    mend = tag("p", text(say("screens.upload.mend")), class_="lb-quiet")
    errors = upload_read.problems(answer, "error")
    items = (_problem(problem, lang) for problem in found)
    return tag("h2", text(say("screens.upload.problems"))) + "".join(items) + (mend if errors else "")


def _problem(problem: Mapping[str, Any], lang: str) -> str:
    say = texts(lang)
    level = {"error": "fault", "question": "question"}.get(problem["level"], "info")
    heading = tag("h3", text(" · ".join([say(f"screens.upload.{problem['level']}"), *_place(problem, lang)])))
    return tag("div", heading, tag("p", text(problem["message"])), class_=f"lb-problem lb-{level}")


def _place(problem: Mapping[str, Any], lang: str) -> list[str]:
    say = texts(lang)
    sheet = [say("screens.upload.where_sheet", sheet=problem["sheet"])] if problem["sheet"] else []
    return sheet + ([say("screens.upload.where_cell", cell=problem["cell"])] if problem["cell"] else [])


def questions(answer: EtlAnswer, lang: str) -> None:
    """A choice per question that can be answered here; an answer reads the file again."""
    say = texts(lang)
    asked = {
        one["key"]: one for one in upload_read.problems(answer, "question", "warning") if one.get("answers")
    }
    for number, (key, problem) in enumerate(asked.items()):
        place = ", ".join(_place(problem, lang)) or say("screens.upload.question")
        labels = {one["answer"]: one["label"] for one in problem["answers"]}
        with st.container(horizontal=True, key=f"answer-{number}"):
            show(tag("p", text(say("screens.upload.answer", place=place)), class_="lb-quiet"))
            _choices(key, labels, lang)


def _choices(key: str, labels: Mapping[str, str], lang: str) -> None:
    """A button each; of many, the likeliest (etl puts it first) as a button and the rest in a list."""
    buttons = list(labels) if len(labels) <= _MOST_BUTTONS else list(labels)[:1]
    for value in buttons:
        st.button(labels[value], key=f"{key}={value}", on_click=_answered, args=(key, value))
    if rest := [value for value in labels if value not in buttons]:
        other = texts(lang)("screens.upload.other_answer")
        field = f"{key}=other"
        st.selectbox(
            other, rest, None, labels.__getitem__, key=field, placeholder=other, label_visibility="collapsed",
            on_change=lambda: _answered(key, st.session_state[field]),
        )  # fmt: skip


def _answered(key: str, value: str) -> None:
    st.session_state[ANSWERS] = {**answers(), key: value}
