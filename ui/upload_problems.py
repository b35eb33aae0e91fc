"""What is wrong with a file and what is asked about it: what to do, and the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from crimestats.i18n import Formats, texts
from ui import upload_giving_back, upload_memory
from ui.components import notice, show
from ui.html import details, tag, text
from ui.upload_grid import anchor
from ui.upload_memory import Known
from ui.upload_read import ReadFile

# More answers than this go into a list; more problems of a kind open on demand.
_MOST_BUTTONS, _MOST_ALIKE, _MOST_CELLS = 4, 5, 30
_LOOKS = {"error": "fault", "question": "question", "warning": "info"}
# Remarks on an answer that was given, now or earlier: it can be changed, but needs nothing.
_ANSWERED = ("category_mapped", "category_left_out")
Told = Mapping[str, Any]


def card(found: ReadFile, known: Known, lang: str, number: int) -> None:
    """All there is to mend, to answer and to know, gravest first; and the file back with its marks."""
    say = texts(lang)
    show(tag("h2", text(say("upload.problems" if found.stops else "upload.warnings"))))
    _mended(known, lang)
    if not found.problems("error", "question", "warning"):
        show(tag("p", text(say("upload.no_problems"))))
    _groups(found, found.problems("error"), known, lang, number)
    _groups(found, found.problems("question"), known, lang, number)
    _given(known, lang, number)
    if found.stops:
        _what_to_do(found, known, lang)
    _groups(found, found.problems("warning"), known, lang, number)


def _what_to_do(found: ReadFile, known: Known, lang: str) -> None:
    say = texts(lang)
    key = "mark_lead" if found.markable else "mend"
    words = say(f"upload.{key}")
    if found.file.typed:
        words = say("upload.typed_again", button=say("upload.typed_show"))
    show(tag("p", text(words), class_="lb-quiet"))
    if found.markable:
        upload_giving_back.marked_copy(found, known.answers, lang)


# --- what was mended since the last version


def _mended(known: Known, lang: str) -> None:
    say = texts(lang)
    if known.unchanged:
        show(notice(say("upload.mended_same"), "question"))
    compared = upload_memory.mended(known, lang)
    if not compared:
        return
    done = [f"{_place(one, {}, lang)}: {one['message']}" for one in compared["mended"]]
    listed = tag("ul", *(tag("li", tag("s", text(line))) for line in done), class_="lb-list")
    show(
        notice(f"{say('upload.mended_title')}. {compared['message']}", "done"),
        details(say("upload.mended_list"), listed) if done else "",
    )


# --- problems, those of a kind together


def _groups(found: ReadFile, problems: Sequence[Told], known: Known, lang: str, number: int) -> None:
    groups: dict[tuple[Any, ...], list[Told]] = {}
    for problem in problems:
        groups.setdefault(_kind(problem), []).append(problem)
    for n, alike in enumerate(groups.values()):
        _group(found, alike, known, lang, f"{number}-{alike[0]['level']}-{n}")


def _kind(problem: Told) -> tuple[Any, ...]:
    """Problems that one answer can hold for are of a kind, and those that only a person can mend."""
    answers = tuple(one["answer"] for one in problem.get("answers", ()))
    own = problem["key"] if answers and not _by_cell(problem) else ""
    return problem["level"], problem["code"], problem["sheet"], answers, own


def _by_cell(problem: Told) -> bool:
    """Whether the answer is about the cell, and not about a name that may stand in many."""
    return bool(problem["cell"]) and str(problem["key"]).endswith(f"|{problem['cell']}")


def _group(found: ReadFile, alike: Sequence[Told], known: Known, lang: str, key: str) -> None:
    say, write = texts(lang), Formats(lang)
    if len({problem["message"] for problem in alike}) == 1 < len(alike):
        told = [_problem_of_many(alike, found, lang)]
    else:
        told = [_problem(problem, found, known, lang) for problem in alike]
    more = say("upload.more_alike", n=write.number(len(told) - _MOST_ALIKE))
    rest = details(more, *told[_MOST_ALIKE:]) if len(told) > _MOST_ALIKE else ""
    show(*told[:_MOST_ALIKE], rest)
    if not alike[0].get("answers"):
        return
    with st.container(horizontal=True, key=f"answer-{key}", vertical_alignment="center"):
        if len(alike) > 1:
            words = say("upload.answer_all", n=write.number(len(alike)))
            show(tag("p", text(words), class_="lb-quiet"))
        _choices(alike, known, lang, key)
    if 1 < len(alike) <= _MOST_ALIKE:
        with st.expander(say("upload.answer_one")):
            _one_by_one(alike, known, lang, key)


def _one_by_one(alike: Iterable[Told], known: Known, lang: str, key: str) -> None:
    for n, problem in enumerate(alike):
        with st.container(horizontal=True, key=f"answer-{key}-{n}", vertical_alignment="center"):
            show(tag("p", text(_place(problem, {}, lang)), class_="lb-quiet"))
            _choices([problem], known, lang, f"{key}-{n}")


def _problem(problem: Told, found: ReadFile, known: Known, lang: str) -> str:
    say, fields = texts(lang), dict(found.file.typed)
    words = [say(f"upload.{problem['level']}"), _place(problem, fields, lang)]
    if known.before and problem["level"] != "warning":
        was = any(all(one[name] == problem[name] for name in ("code", "cell")) for one in known.before)
        words.append(say(f"upload.mended_{'still' if was else 'new'}"))
    heading = tag("h3", text(" · ".join(word for word in words if word)))
    link = "" if fields else _link(problem, found, say("upload.to_cell"))
    return _told(problem, heading, tag("p", text(problem["message"]), " ", link))


def _problem_of_many(alike: Sequence[Told], found: ReadFile, lang: str) -> str:
    """One sentence for many cells, and the cells."""
    say, write, first = texts(lang), Formats(lang), alike[0]
    sheet = [say("upload.where_sheet", sheet=first["sheet"])] if first["sheet"] else []
    words = [say(f"upload.{first['level']}"), *sheet, say("upload.where_cells", n=write.number(len(alike)))]
    cells = [_link(one, found, one["cell"]) or text(one["cell"]) for one in alike[:_MOST_CELLS]]
    more = len(alike) - _MOST_CELLS
    rest = [text(say("upload.more_cells", n=write.number(more)))] if more > 0 else []
    heading = tag("h3", text(" · ".join(words)))
    return _told(first, heading, tag("p", text(first["message"])), tag("p", ", ".join([*cells, *rest])))


def _told(problem: Told, *parts: str) -> str:
    return tag("div", *parts, class_=f"lb-problem lb-{_LOOKS[problem['level']]}")


def _link(problem: Told, found: ReadFile, words: str) -> str:
    """The way to the cell in the grid; nothing where it is not shown."""
    if not found.shows(problem["sheet"], problem["cell"]):
        return ""
    return tag("a", text(words), href=f"#{anchor(problem['sheet'], problem['cell'])}")


def _place(problem: Told, fields: Mapping[str, str], lang: str) -> str:
    """Sheet and cell; of counts typed by hand the name of the field."""
    say = texts(lang)
    if problem["cell"] in fields:
        return fields[problem["cell"]]
    kind, _, detail = str(problem["cell"]).partition(":")
    cell = say("upload.where_cell", cell=problem["cell"]) if problem["cell"] else ""
    if f"etl.place.{kind}" in say:
        cell = f"{say(f'etl.place.{kind}')} {detail}".strip()
    sheet = say("upload.where_sheet", sheet=problem["sheet"]) if problem["sheet"] else ""
    return " · ".join(part for part in (sheet, cell) if part)


# --- answers


def _choices(alike: Sequence[Told], known: Known, lang: str, key: str) -> None:
    """A button each; of many, the likeliest (etl puts it first) as a button and the rest in a list."""
    labels = {one["answer"]: one["label"] for one in alike[0]["answers"]}
    keys = [problem["key"] for problem in alike]
    guess = len(labels) > _MOST_BUTTONS
    answered = alike[0]["code"] in _ANSWERED
    buttons = [] if answered else list(labels)[:1] if guess else list(labels)
    for value in buttons:
        likely = guess and alike[0]["code"] == "category_near"
        words = texts(lang)("upload.answer_yes", label=labels[value]) if likely else labels[value]
        st.button(words, key=f"{key}={value}", on_click=_answered, args=(known, keys, value))
    if rest := [value for value in labels if value not in buttons]:
        other, field = texts(lang)(f"upload.{'change' if answered else 'other'}_answer"), f"{key}=other"
        st.selectbox(
            other, rest, None, labels.__getitem__, key=field, placeholder=other, label_visibility="collapsed",
            on_change=lambda: _answered(known, keys, st.session_state[field]),
        )  # fmt: skip


def _answered(known: Known, keys: Sequence[str], value: str) -> None:
    upload_memory.answer(known, *keys, value=value)


def _given(known: Known, lang: str, number: int) -> None:
    """That answers have been given, and the way to take them back."""
    if not known.answers:
        return
    say = texts(lang)
    with st.container(horizontal=True, key=f"answer-{number}-given", vertical_alignment="center"):
        words = say("upload.answered", n=Formats(lang).number(len(known.answers)))
        show(tag("p", text(words), class_="lb-quiet"))
        st.button(say("upload.answered_undo"), key=f"undo-{number}", on_click=known.answers.clear)
