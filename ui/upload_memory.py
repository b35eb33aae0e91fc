"""What a session remembers of the files on screen: answers, and what was wrong with an earlier version."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import PurePath
from typing import Any

import streamlit as st

from crimestats.i18n import LANGUAGES, texts
from ui.etl_process import run_etl
from ui.upload_read import ChosenFile, ReadFile

_FILES, _COMPARED = "upload_files", "upload_compared"
# "siffror (2).xlsx", as a browser names the second file of a name.
_COPY = re.compile(r"\s*\(\d+\)$")
_NUMBERS, _LIKENESS = re.compile(r"\d+"), 0.6
Told = Sequence[Mapping[str, Any]]


@dataclass
class Known:
    """One file through its corrections. ``before``: what stopped the version before the one on screen."""

    id: str = ""
    handed_in: str = ""
    before: Told = ()
    stops: Told = ()
    unchanged: bool = False
    answers: dict[str, str] = field(default_factory=dict)


def known(file: ChosenFile, *, alone: bool) -> Known:
    """What is known of a file: by its name, or where one file follows another, by a name much like it."""
    files: dict[str, Known] = st.session_state.setdefault(_FILES, {})
    family = _family(file.name)
    if family not in files and alone and len(files) == 1:
        (earlier,) = files
        if files[earlier].stops and _alike(earlier, family):
            files[family] = files.pop(earlier)
    return files.setdefault(family, Known())


def seen(one: Known, found: ReadFile) -> None:
    """Take note of a reading; a new version makes the version before it the earlier one."""
    file = found.file
    if one.handed_in != file.handed_in or one.id != file.id:
        one.unchanged = one.id == file.id and bool(one.stops)
        if one.id != file.id:
            one.before = one.stops
        one.id, one.handed_in = file.id, file.handed_in
    one.stops = [{name: problem[name] for name in _TOLD} for problem in found.stops]


_TOLD = ("level", "code", "sheet", "cell", "message")


def answer(one: Known, *keys: str, value: str) -> None:
    """Give an answer to one or several questions."""
    one.answers |= dict.fromkeys(keys, value)


def forget() -> None:
    """Start over: nothing of the files that were on screen is needed any more."""
    for key in (_FILES, _COMPARED):
        st.session_state.pop(key, None)


def mended(one: Known, lang: str) -> Mapping[str, Any] | None:
    """What has been mended since the version before, what remains and what is new; None without one."""
    if not one.before:
        return None
    asked = json.dumps({"before": list(one.before), "after": list(one.stops)})
    kept: dict[Any, Any] = st.session_state.setdefault(_COMPARED, {})
    if (asked, lang) not in kept:
        kept[asked, lang] = run_etl("mended", "-", "--json", "--lang", lang, data=asked.encode()).json
    found: Mapping[str, Any] | None = kept[asked, lang]
    return found


def _family(name: str) -> str:
    """A file's name without what tells its versions apart."""
    stem = _COPY.sub("", PurePath(name).stem).casefold()
    for word in _words():
        stem = stem.removesuffix(word).rstrip(" ,")
    return stem


def _alike(one: str, other: str) -> bool:
    """``november`` and ``november rättad``, but not the files of two different weeks."""
    if _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _LIKENESS


@cache
def _words() -> tuple[str, ...]:
    return tuple(texts(lang)("mark.name_word") for lang in LANGUAGES)
