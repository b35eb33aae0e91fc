"""The one button of Ladda upp that stores anything, and the receipt afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from subprocess import TimeoutExpired
from typing import Any

import streamlit as st

from crimestats.config import ROOT
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.weeks import parse_week
from ui import cache, choices, upload_choose, upload_memory, upload_read
from ui.address import View
from ui.components import bullets, notice, show
from ui.etl_process import REFUSED, EtlAnswer
from ui.html import table, tag, text
from ui.upload_read import ReadFile

_RECEIPT = "upload_receipt"
_DONE = ("loaded", "already")
# A file that changes at least so many counts, and most of those that are known, may be the wrong one.
_MANY = 10
_COUNTED = ("new", "changed", "unchanged")


def confirm(found: Sequence[ReadFile], view: View) -> None:
    """Where the figures go, what is not loaded, a comment, and the button."""
    ready = [one for one in found if one.ready]
    if not ready:
        return
    say, write = texts(view.lang), Formats(view.lang)
    with st.container(key="card-confirm"):
        show(tag("h2", text(say("upload.confirm_title"))), bullets([_place(one, view.lang) for one in ready]))
        for words in _doubts(ready, view):
            show(notice(words, "question"))
        by = ready[0].file.by
        show(tag("p", text(say("upload.confirm_by", by=by) if by else say("upload.confirm_nobody"))))
        if left := [one.file.name for one in found if not one.ready]:
            show(notice(say("upload.confirm_left", files=write.listing(left)), "question"))
        with st.form(f"confirm-{upload_choose.turn()}", border=False):
            comment = st.text_input(say("upload.comment"), max_chars=500)
            values = write.number(sum(len(one.rows) for one in ready))
            key = "upload.confirm_many" if len(ready) > 1 else "upload.confirm"
            sent = st.form_submit_button(say(key, n=values, files=write.word(len(ready))), type="primary")
    if sent:
        _load(found, ready, comment, view.lang)


def _place(one: ReadFile, lang: str) -> str:
    """``siffror.xlsx läses in för Lysekil, vecka 43–46 2021. Nya värden: 4. …``"""
    say, write = texts(lang), Formats(lang)
    assert one.answer
    about = one.answer.json["summary"]
    span = Period(parse_week(about["first_week"]), parse_week(about["last_week"]))
    areas = about["areas"]
    name = say("upload.typed_name") if one.file.typed else one.file.name
    words = {"file": name, "area": areas[0], "n": write.number(len(areas))}
    key = "upload.confirm_place" if len(areas) == 1 else "upload.confirm_place_many"
    changes = {kind: write.number(one.answer.json["changes"][kind]) for kind in _COUNTED}
    place = say(key, **words, weeks=write.weeks(span, year=True))
    return f"{place} {say('upload.changes_lead', **changes)}"


def _doubts(ready: Sequence[ReadFile], view: View) -> list[str]:
    """Another area than the one on screen, or an unknown one; a file that changes most of what is known."""
    say, write = texts(view.lang), Formats(view.lang)
    stated = {area for one in ready if one.answer for area in one.answer.json["summary"]["areas"]}
    known = cache.area_names()
    doubts = []
    if known and len(stated) == 1 and view.area not in stated:
        doubts.append(say("upload.confirm_area", area=next(iter(stated)), chosen=view.area))
    unknown = sorted(stated - set(known)) if known else []
    if len(unknown) == 1:
        doubts.append(say("upload.confirm_new_area", area=unknown[0]))
    for one in ready:
        assert one.answer
        changes = one.answer.json["changes"]
        known_before = changes["changed"] + changes["unchanged"]
        if changes["changed"] >= _MANY and 2 * changes["changed"] > known_before:
            numbers = {"n": write.number(changes["changed"]), "all": write.number(known_before)}
            doubts.append(say("upload.confirm_much", file=one.file.name, **numbers))
    return doubts


# --- loading


def _load(found: Sequence[ReadFile], ready: Sequence[ReadFile], comment: str, lang: str) -> None:
    say = texts(lang)
    # Nothing is drawn until all is on record: a click elsewhere meanwhile ends a script where it draws.
    with st.spinner(say("upload.loading")):
        results = [_load_one(one, comment, lang) for one in ready]
        done = [one.file for one, result in zip(ready, results, strict=True) if result["status"] in _DONE]
        if done:
            left = [{"file": one.file.name, "status": "left"} for one in found if not one.ready]
            st.session_state[_RECEIPT] = [*results, *left]
            upload_choose.loaded(done, all_of_them=len(done) == len(found))
    if done:
        st.rerun()
    show(*(notice(result["message"], "fault") for result in results))


def _load_one(one: ReadFile, comment: str, lang: str) -> dict[str, Any]:
    say, known = texts(lang), upload_memory.known(one.file, alone=False)
    failed = {"file": one.file.name, "status": "failed"}
    try:
        answer = upload_read.load(one.file, known.answers, comment=comment, lang=lang)
    except TimeoutExpired:
        return {**failed, "message": say("upload.too_slow")}
    if not isinstance(answer.json, list) or not answer.json:
        return {**failed, "message": _why_not(answer, lang)}
    result: dict[str, Any] = answer.json[0]
    if result["status"] == "refused":
        stops = [problem["message"] for problem in result["problems"] if problem["level"] != "warning"]
        return {**result, "message": f"{one.file.name}: {' '.join(stops[:1])}"}
    own = f"upload.load_{result['status']}"
    numbers = {kind: Formats(lang).number(result["changes"][kind]) for kind in _COUNTED}
    words = say(own, file=one.file.name, id=result["upload"] or "", **numbers)
    return {**result, "message": words}


def _why_not(answer: EtlAnswer, lang: str) -> str:
    return answer.message if answer.code == REFUSED and answer.message else texts(lang)("upload.failed")


# --- the receipt


def receipt(view: View, *, reading: bool) -> None:
    """What was stored, and the way to its last weeks; gone when the next file is chosen."""
    results: list[dict[str, Any]] = st.session_state.get(_RECEIPT, [])
    if reading and all(result["status"] != "left" for result in results):
        st.session_state.pop(_RECEIPT, None)
        return
    if not results:
        return
    with st.container(key="receipt"):
        alone = results[0]["message"] if len(results) == 1 else ""
        told = notice(alone or texts(view.lang)("upload.receipt_title"), "done")
        show(tag("div", told, "" if alone else _summary(results, view.lang), class_="lb-arrived"))
        _months(results, view.lang)


def _summary(results: Sequence[Mapping[str, Any]], lang: str) -> str:
    say = texts(lang)
    columns = [say(f"upload.receipt_{name}") for name in ("file", "outcome", *_COUNTED)]
    body = ([text(word) for word in _line(result, lang)] for result in results)
    return table(say("upload.receipt_caption"), columns, body)


def _line(result: Mapping[str, Any], lang: str) -> list[str]:
    say, write = texts(lang), Formats(lang)
    if result["status"] not in _DONE:
        told = say("upload.receipt_left") if result["status"] == "left" else result["message"]
        return [result["file"], told, "", "", ""]
    numbers = [write.number(result["changes"][kind]) for kind in _COUNTED]
    outcome = say(f"upload.receipt_{result['status']}", id=result["upload"])
    return [result["file"], outcome, *(numbers if result["status"] == "loaded" else ["", "", ""])]


def _months(results: Sequence[Mapping[str, Any]], lang: str) -> None:
    """A link to the last month of every file, each once."""
    addresses: dict[str, tuple[View, Period]] = {}
    for result in results:
        about = result.get("summary") or {}
        if result["status"] in _DONE and about.get("last_week"):
            first, last = parse_week(about["first_week"]), parse_week(about["last_week"])
            month = choices.newest_period(first, last)
            seen = View(about["areas"][0], month, None, lang)
            addresses.setdefault(f"{seen.area} {month.key}", (seen, month))
    for seen, month in list(addresses.values())[:_MOST_LINKS]:
        words = texts(lang)("upload.to_month", period=choices.month_name(month, lang), area=seen.area)
        st.page_link(str(ROOT / "pages" / "month.py"), label=words, query_params=seen.address())


_MOST_LINKS = 6
