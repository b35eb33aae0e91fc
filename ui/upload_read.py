"""Reading and loading a chosen file through etl's command line, with the officer's answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from crimestats.store import open_store
from ui.etl_process import EtlAnswer, run_etl


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file as the browser sent it, and what is said about it from outside."""

    name: str
    data: bytes
    year: str = ""
    area: str = ""

    def options(self) -> list[str]:
        given = {"--year": self.year, "--area": self.area}
        return [f"{name}={value}" for name, value in given.items() if value]


def read(file: ChosenFile, answers: Mapping[str, str], lang: str) -> EtlAnswer:
    """What would be read; kept for the session so that a click elsewhere does not read it again."""
    return _read(file, tuple(sorted(answers.items())), lang, open_store().version)


@st.cache_data(max_entries=4, show_spinner=False, scope="session")
def _read(file: ChosenFile, answers: tuple[tuple[str, str], ...], lang: str, store_version: str) -> EtlAnswer:
    del store_version  # only part of the key: what would change depends on it
    return _run("read", file, dict(answers), "--grid", "--against-store", "--lang", lang)


def load(file: ChosenFile, answers: Mapping[str, str], *, by: str, comment: str, lang: str) -> EtlAnswer:
    """Read, check and store: all or nothing."""
    return _run("load", file, answers, f"--by={by}", f"--comment={comment}", "--lang", lang)


def _run(command: str, file: ChosenFile, answers: Mapping[str, str], *arguments: str) -> EtlAnswer:
    given = ["--answers", json.dumps(dict(answers))] if answers else []
    words = (command, "-", f"--name={file.name}", *file.options(), *given, *arguments, "--json")
    return run_etl(*words, data=file.data)


def problems(answer: EtlAnswer, *levels: str) -> list[dict[str, Any]]:
    """The problems of these levels, in the order of the file."""
    return [problem for problem in answer.json["problems"] if problem["level"] in levels]
