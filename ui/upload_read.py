"""Reading and loading chosen files through etl's command line, with the officer's answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from subprocess import TimeoutExpired
from typing import Any

import streamlit as st

from crimestats.store import open_store
from ui.etl_process import REFUSED, EtlAnswer, Told, run_etl

_READINGS, _MOST_READINGS = "upload_readings", 40


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file as the browser sent it, and what is said about it from outside.

    ``typed``: counts typed by hand; cell → name of the field it was typed in. ``handed_in`` tells two
    choices of the same file apart.
    """

    name: str
    data: bytes = field(repr=False)
    year: str = ""
    area: str = ""
    by: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    handed_in: str = ""

    @property
    def id(self) -> str:
        """The same for the same name and bytes."""
        return sha256(self.name.encode("utf-8", "replace") + b"\0" + self.data).hexdigest()[:16]

    def options(self) -> list[str]:
        given = {"--year": self.year, "--area": self.area, "--by": self.by}
        return [f"{name}={value}" for name, value in given.items() if value]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A chosen file and what came of reading it: the answer, or ``trouble`` (the text that says why not)."""

    file: ChosenFile
    answer: EtlAnswer | None
    trouble: str = ""

    def problems(self, *levels: str) -> list[dict[str, Any]]:
        """The problems of these levels, in the order of the file."""
        found = self.answer.json["problems"] if self.answer else []
        return [problem for problem in found if problem["level"] in levels]

    @property
    def stops(self) -> list[dict[str, Any]]:
        """What has to be mended or answered first."""
        return self.problems("error", "question")

    @property
    def rows(self) -> list[dict[str, Any]]:
        return list(self.answer.json["rows"]) if self.answer else []

    @property
    def ready(self) -> bool:
        """Whether it can be loaded as it is."""
        return bool(self.rows) and not self.stops

    @property
    def markable(self) -> bool:
        """Whether the file can come back with its problems marked."""
        return bool(self.answer and self.answer.json["marked_name"] and self.stops and not self.file.typed)

    def shows(self, sheet: str, cell: str) -> bool:
        """Whether the cell is among those of the grid."""
        letters, digits = cell.rstrip("0123456789"), cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return digits.isdigit() and any(
            one["sheet"] == sheet and letters in one["columns"] and int(digits) in one["row_numbers"]
            for one in (self.answer.json.get("grid", ()) if self.answer else ())
        )

    @property
    def finding(self) -> str:
        """What there is to say of it, as the end of a text's key."""
        if not self.answer:
            return "trouble"
        errors, questions = self.problems("error"), self.problems("question")
        if errors and questions:
            return "both"
        return "errors" if errors else "questions" if questions else "ok" if self.rows else "empty"


def read(file: ChosenFile, answers: Mapping[str, str], lang: str, told: Told | None = None) -> ReadFile:
    """What would be read; kept for the session, so that a click elsewhere does not read it again."""
    kept: dict[Any, ReadFile] = st.session_state.setdefault(_READINGS, {})
    key = (file.id, *file.options(), *sorted(answers.items()), lang, open_store().version)
    if key in kept:
        return kept[key]
    found = _read(file, answers, lang, told)
    if found.answer:
        while len(kept) >= _MOST_READINGS:
            del kept[next(iter(kept))]
        kept[key] = found
    return found


def _read(file: ChosenFile, answers: Mapping[str, str], lang: str, told: Told | None) -> ReadFile:
    try:
        answer = _run("read", file, answers, "--grid", "--against-store", "--lang", lang, told=told)
    except TimeoutExpired:
        return ReadFile(file, None, "upload.too_slow")
    if not isinstance(answer.json, dict) or answer.code not in (0, REFUSED):
        return ReadFile(file, None, "upload.failed")
    return ReadFile(file, answer)


def load(file: ChosenFile, answers: Mapping[str, str], *, comment: str, lang: str) -> EtlAnswer:
    """Read, check and store: all or nothing.

    Raises:
        subprocess.TimeoutExpired: when that took too long; nothing is stored then.
    """
    return _run("load", file, answers, f"--comment={comment}", "--lang", lang)


def marked(file: ChosenFile, answers: Mapping[str, str], lang: str) -> EtlAnswer:
    """The same workbook with its problems marked, in the answer's ``content``."""
    return _run("mark", file, answers, "-o", "-", "--lang", lang)


def _run(
    command: str,
    file: ChosenFile,
    answers: Mapping[str, str],
    *arguments: str,
    told: Told | None = None,
) -> EtlAnswer:
    given = ["--answers", json.dumps(dict(answers))] if answers else []
    words = (command, "-", f"--name={file.name}", *file.options(), *given, *arguments, "--json")
    return run_etl(*words, data=file.data, told=told)
