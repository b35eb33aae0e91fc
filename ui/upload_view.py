"""Ladda upp as pieces of the screen: the finding on top, the files one by one, how far the work has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crimestats.i18n import Formats, texts
from ui import upload_changes, upload_memory, upload_problems, upload_read
from ui.components import headline, notice, show
from ui.etl_process import Told
from ui.html import tag, text, unmarked
from ui.upload_grid import grid
from ui.upload_read import ChosenFile, ReadFile

_STEPS = ("choose", "read", "changes", "confirm")


def read(files: Sequence[ChosenFile], lang: str) -> list[ReadFile]:
    """Read every chosen file, with the answers given about it, and take note of what was found."""
    found = []
    with progress(len(files), lang) as told:
        for n, file in enumerate(files, 1):
            known = upload_memory.known(file, alone=len(files) == 1)
            one = upload_read.read(file, known.answers, lang, told(n, file.name))
            upload_memory.seen(known, one)
            found.append(one)
    return found


@contextmanager
def progress(files: int, lang: str) -> Iterator[Callable[[int, str], Told]]:
    """A bar with the file, the stage and the seconds, gone when the work is done."""
    say, write, place = texts(lang), Formats(lang), st.empty()

    def of(number: int, name: str) -> Told:
        def told(stage: str, share: float, seconds: float) -> None:
            key = "upload.progress_many" if files > 1 else "upload.progress"
            about = {"n": number, "all": files, "file": unmarked(name)}
            words = say(key, **about, stage=say(f"upload.stage_{stage or 'start'}"))
            if seconds >= 1:
                words = say("upload.progress_seconds", text=words, seconds=write.number(int(seconds)))
            place.progress((number - 1 + share) / files, words)

        return told

    yield of
    place.empty()


# --- the finding


def head(found: Sequence[ReadFile], lang: str) -> str:
    """What came of it, and how far one has come."""
    say, write = texts(lang), Formats(lang)
    if not found:
        return headline(say("upload.title"), say("upload.lead")) + steps(1, lang)
    current = 4 if any(one.ready for one in found) else 2
    if len(found) == 1:
        return headline(_title(found[0], lang), _summary(found[0], lang)) + steps(current, lang)
    ready = [one for one in found if one.ready]
    kind = "ok" if len(ready) == len(found) else "some" if ready else "none"
    title = say(f"upload.many_{kind}", n=write.word(len(ready)), all=write.word(len(found)))
    values = write.number(sum(len(one.rows) for one in found))
    return headline(title, say("upload.many_summary", n=values)) + steps(current, lang)


def _title(one: ReadFile, lang: str) -> str:
    say, stops = texts(lang), len(one.stops)
    single = f"upload.read_one_{one.finding.removesuffix('s')}"
    if stops == 1 and single in say:
        return say(single)
    return say(f"upload.read_{one.finding}", n=Formats(lang).word(stops))


def _summary(one: ReadFile, lang: str) -> str:
    name = texts(lang)("upload.typed_name") if one.file.typed else one.file.name
    return texts(lang)("upload.summary", file=name, n=Formats(lang).number(len(one.rows)))


def steps(current: int, lang: str) -> str:
    """Where one is; the steps before it are done."""
    say = texts(lang)
    items = []
    for number, name in enumerate(_STEPS, 1):
        mark = tag("span", "✓" if number < current else str(number), class_="lb-step", aria_hidden="true")
        state = "done" if number < current else "now" if number == current else "later"
        here = "step" if number == current else None
        words = text(say(f"upload.step_{name}"))
        items.append(tag("li", mark, " ", words, class_=f"lb-{state}", aria_current=here))
    return tag("ol", *items, class_="lb-steps")


# --- the files


def bodies(found: Sequence[ReadFile], lang: str) -> DeltaGenerator:
    """Each file: its sheet, its problems, what it changes. Of several, each opens on its own.

    Gives the place of what follows: beside a single file, else below.
    """
    if len(found) == 1:
        return _file(found[0], lang, 0)
    for number, one in enumerate(found):
        with st.expander(unmarked(label(one, lang)), expanded=bool(one.stops) or not one.answer):
            _file(one, lang, number)
    return st.container()


def label(one: ReadFile, lang: str) -> str:
    """A file and what there is to say of it, in a line."""
    number = len(one.stops) or len(one.rows)
    return texts(lang)(f"upload.file_{one.finding}", file=one.file.name, n=Formats(lang).number(number))


def _file(one: ReadFile, lang: str, number: int) -> DeltaGenerator:
    """Sheet and changes to the left, problems to the right; gives the place below these."""
    if not one.answer:
        show(notice(texts(lang)(one.trouble), "fault"))
        return st.container()
    sheet = bool(one.answer.json["grid"]) and not one.file.typed
    left, right = st.columns([3, 2], gap="medium") if sheet or one.ready else (st.container(), st.container())
    with left:
        if sheet:
            with st.container(key=f"card-sheet-{number}"):
                show(_sheet(one, lang))
        if one.ready:
            with st.container(key=f"card-changes-{number}"):
                show(_changes(one, lang))
    with right:
        if sheet or one.problems("error", "question", "warning"):
            with st.container(key=f"card-problems-{number}"):
                upload_problems.card(one, upload_memory.known(one.file, alone=False), lang, number)
        return st.container()


def _changes(one: ReadFile, lang: str) -> str:
    assert one.answer
    counts = upload_changes.held(one.rows, one.answer.json["changes"]["old"])
    return tag("h2", text(texts(lang)("upload.changes"))) + upload_changes.described(counts, lang)


def _sheet(one: ReadFile, lang: str) -> str:
    """The officer's grid with our reading."""
    say = texts(lang)
    assert one.answer
    lead = tag("p", text(say("upload.grid_lead")), class_="lb-quiet")
    drawn = grid(one.answer.json["grid"], one.answer.json["problems"], lang)
    return tag("h2", text(say("upload.grid"))) + lead + drawn
