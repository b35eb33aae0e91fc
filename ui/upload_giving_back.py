"""What Ladda upp gives back: the officer's own workbook with its faults marked, and a template to fill in."""

from __future__ import annotations

import base64
from collections.abc import Mapping

import streamlit as st

from crimestats import clock
from crimestats.i18n import texts
from crimestats.weeks import IsoWeek
from ui import downloads, upload_read
from ui.etl_process import EtlAnswer, run_etl
from ui.upload_read import ReadFile

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def marked_copy(found: ReadFile, answers: Mapping[str, str], lang: str) -> None:
    """The same workbook with the cells coloured and a first sheet of corrections."""
    assert found.answer
    given = dict(answers)
    st.download_button(
        texts(lang)("upload.marked"),
        lambda: _content(upload_read.marked(found.file, given, lang)),
        found.answer.json["marked_name"],
        _XLSX,
        key=f"marked-{found.file.id}",
        type="primary",
        on_click="ignore",
    )


def template(area: str, lang: str) -> None:
    """This year's weeks and our categories as an empty sheet that is read back without questions."""
    say, year = texts(lang), str(IsoWeek.of(clock.today()).year)
    place = [f"--area={area}"] if area else []
    words = ("template", "-o", "-", "--json", f"--year={year}", "--lang", lang, *place)
    name = say("template.file", year=year, area=area)
    downloads.button(say("upload.template", year=year), lambda: _content(run_etl(*words)), name, _XLSX)


def _content(answer: EtlAnswer) -> bytes:
    """The file in the command's answer.

    Raises:
        RuntimeError: when it could not be made; the screen then says that something went wrong.
    """
    if not answer.done:
        raise RuntimeError(answer.message)
    return base64.b64decode(answer.json["content"])
