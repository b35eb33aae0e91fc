"""What Ladda upp gives back: the officer's own workbook with its faults marked, and a template to fill in."""

from __future__ import annotations

import base64
from pathlib import PurePath

from crimestats import clock
from crimestats.i18n import texts
from crimestats.weeks import IsoWeek
from ui import downloads, upload_read
from ui.etl_process import EtlAnswer, run_etl
from ui.upload_read import ChosenFile

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def marked_copy(file: ChosenFile, answer: EtlAnswer, lang: str) -> None:
    """The same workbook with the cells coloured and a first sheet of corrections; nothing without faults."""
    if not upload_read.problems(answer, "error", "question"):
        return
    words = ("mark", "-", f"--name={file.name}", "-o", "-", "--json", "--lang", lang, *file.options())
    name = f"{PurePath(file.name).stem} rättningar.xlsx"
    label = texts(lang)("screens.upload.marked")
    downloads.button(label, lambda: _content(run_etl(*words, data=file.data)), name, _XLSX)


def template(area: str, lang: str) -> None:
    """This year's weeks and our categories as an empty sheet that is read back without questions."""
    year = str(IsoWeek.of(clock.today()).year)
    words = ("template", "-o", "-", "--json", f"--year={year}", *([f"--area={area}"] if area else []))
    name = f"Anmälda brott {area} {year} mall.xlsx".replace("  ", " ")
    label = texts(lang)("screens.upload.template", year=year)
    downloads.button(label, lambda: _content(run_etl(*words)), name, _XLSX)


def _content(answer: EtlAnswer) -> bytes:
    """The file in the command's answer.

    Raises:
        RuntimeError: when it could not be made; the screen then says that something went wrong.
    """
    if not answer.done:
        raise RuntimeError(answer.message)
    return base64.b64decode(answer.json["content"])
