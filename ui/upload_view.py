"""Ladda upp as pieces of the screen: choose → read → what changes → confirm → receipt."""

from __future__ import annotations

from subprocess import TimeoutExpired

import streamlit as st

from crimestats.config import ROOT, settings
from crimestats.i18n import Formats, texts
from crimestats.weeks import parse_week
from ui import choices, upload_read
from ui.address import View
from ui.components import headline, notice, show
from ui.etl_process import REFUSED, EtlAnswer
from ui.html import tag, text
from ui.upload_changes import described
from ui.upload_grid import grid
from ui.upload_problems import ANSWERS, answers
from ui.upload_read import ChosenFile

_STEPS = ("choose", "read", "changes", "confirm")
_ROUND, _RECEIPT = "upload_round", "upload_receipt"


def choose(lang: str) -> ChosenFile | None:
    """The file field, and what may be said about a file that does not say it itself."""
    say = texts(lang)
    turn = st.session_state.setdefault(_ROUND, 0)
    found = st.file_uploader(
        say("screens.upload.choose"),
        type=["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"],
        key=f"upload_file_{turn}",
        max_upload_size=settings().upload.max_file_mb,
    )
    with st.expander(say("screens.upload.outside")), st.container(horizontal=True):
        year = st.text_input(say("screens.upload.year"), key=f"upload_year_{turn}", max_chars=4)
        area = st.text_input(say("screens.upload.area"), key=f"upload_area_{turn}", max_chars=100)
    if found:
        st.session_state.pop(_RECEIPT, None)
    return ChosenFile(found.name, found.getvalue(), year.strip(), area.strip()) if found else None


def steps(current: int, lang: str) -> str:
    """Where one is; the steps before it are done."""
    say = texts(lang)
    items = []
    for number, name in enumerate(_STEPS, 1):
        mark = tag("span", "✓" if number < current else str(number), class_="lb-step", aria_hidden="true")
        state = "done" if number < current else "now" if number == current else "later"
        here = "step" if number == current else None
        items.append(
            tag(
                "li",
                mark,
                " ",
                text(say(f"screens.upload.step_{name}")),
                class_=f"lb-{state}",
                aria_current=here,
            )
        )
    return tag("ol", *items, class_="lb-steps")


def read(file: ChosenFile, lang: str) -> EtlAnswer | None:
    """Read the file; None, and the reason on screen, when that could not be done at all."""
    say = texts(lang)
    try:
        with st.spinner(say("screens.upload.reading")):
            answer = upload_read.read(file, answers(), lang)
    except TimeoutExpired:
        show(notice(say("screens.upload.too_slow"), "fault"))
        return None
    if not isinstance(answer.json, dict) or answer.code not in (0, REFUSED):
        show(notice(say("screens.upload.failed"), "fault"))
        return None
    return answer


def reading_headline(answer: EtlAnswer, lang: str) -> str:
    """The finding about the file, and how far one has come."""
    say, write = texts(lang), Formats(lang)
    stops = upload_read.problems(answer, "error", "question")
    title = say("screens.upload.read_ok") if not stops else say("screens.upload.read_one_problem")
    if len(stops) > 1:
        title = say("screens.upload.read_problems", n=write.word(len(stops)))
    summary = say(
        "screens.upload.summary", file=answer.json["file"], n=write.number(len(answer.json["rows"]))
    )
    return headline(title, summary) + steps(2 if stops else 4, lang)


def sheet_card(answer: EtlAnswer, lang: str) -> str:
    """The officer's grid with our reading."""
    title = tag("h2", text(texts(lang)("screens.upload.grid")))
    return title + grid(answer.json.get("grid", ()), answer.json["problems"], lang)


def confirm(file: ChosenFile, answer: EtlAnswer, lang: str) -> None:
    """What changes, and the one button that stores anything."""
    say, write = texts(lang), Formats(lang)
    with st.container(key="card-confirm"):
        show(tag("h2", text(say("screens.upload.changes"))), described(answer.json["changes"], lang))
        with st.form(f"confirm_{st.session_state[_ROUND]}", border=False):
            by = st.text_input(say("screens.who"), key="upload_by", max_chars=100)
            comment = st.text_input(say("screens.upload.comment"), max_chars=500)
            label = say("screens.upload.confirm", n=write.number(len(answer.json["rows"])))
            sent = st.form_submit_button(label, type="primary")
    if sent:
        _load(file, by, comment, lang)


def _load(file: ChosenFile, by: str, comment: str, lang: str) -> None:
    say = texts(lang)
    try:
        with st.spinner(say("screens.upload.loading")):
            done = upload_read.load(file, answers(), by=by, comment=comment, lang=lang)
    except TimeoutExpired:
        show(notice(say("screens.upload.too_slow"), "fault"))
        return
    if not done.done or not isinstance(done.json, list):
        show(notice(_why_not(done, lang), "fault"))
        return
    st.session_state[_RECEIPT] = done.json[0]
    start_over()
    st.rerun()


def _why_not(answer: EtlAnswer, lang: str) -> str:
    """The load's own sentence; ours where that one names a command instead of what is on the screen."""
    say = texts(lang)
    if not isinstance(answer.json, list) or not answer.json:
        return answer.message if answer.code == REFUSED and answer.message else say("screens.upload.failed")
    done = answer.json[0]
    own = f"screens.upload.load_{done['status']}"
    return say(own, file=done["file"]) if own in say else str(done["message"])


def start_over() -> None:
    """Empty the file field, forget the answers; the list below begins with the new file."""
    st.session_state[_ROUND] += 1
    for key in (ANSWERS, "history_file"):
        st.session_state.pop(key, None)


def receipt(view: View) -> None:
    """What was stored, and the way to its last weeks."""
    done = st.session_state.get(_RECEIPT)
    if not done:
        return
    say = texts(view.lang)
    show(notice(f"{say('screens.upload.receipt', id=done['upload'])} {done['message']}", "done"))
    about = done["summary"]
    if not about["last_week"]:
        return
    first, last = parse_week(about["first_week"]), parse_week(about["last_week"])
    period = choices.newest_period(first, last)
    address = View(about["areas"][0], period, None, view.lang).address()
    month = str(ROOT / "pages" / "month.py")
    st.page_link(month, label=say("screens.upload.to_month"), query_params=address)
