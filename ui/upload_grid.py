"""The officer's own sheet, coloured with what each cell was taken for, and its problems marked in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crimestats.i18n import texts
from ui.html import scroll, tag, text

# What a screen can show; the rest of a large sheet is read, not shown.
MOST_ROWS = 80
_KEYS = ("week", "category", "count", "ignored", "question", "fault")
Sheet = Mapping[str, Any]
Problem = Mapping[str, Any]


def grid(sheets: Sequence[Sheet], problems: Sequence[Problem], lang: str) -> str:
    """Every sheet as a table with row numbers and column letters, under one key of colours.

    ``sheets``: each with ``sheet`` (name), ``columns`` (letters), ``truncated`` and ``rows`` of cells with
    ``text`` and ``role``; as ``python -m etl read --grid --json`` gives them.
    """
    shown = [sheet for sheet in sheets if sheet["rows"]]
    return "".join(_sheet(sheet, problems, lang) for sheet in shown) + (_key(lang) if shown else "")


def _sheet(sheet: Sheet, problems: Sequence[Problem], lang: str) -> str:
    say = texts(lang)
    marks = {one["cell"]: one["message"] for one in reversed(problems) if one["sheet"] == sheet["sheet"]}
    rows = sheet["rows"]
    head = tag("tr", tag("td"), *(tag("th", text(letter), scope="col") for letter in sheet["columns"]))
    body = (_row(n, row, sheet["columns"], marks) for n, row in enumerate(rows[:MOST_ROWS], 1))
    title = say("screens.upload.sheet", name=sheet["sheet"]) if sheet["sheet"] else say("screens.upload.grid")
    table = tag(
        "table", tag("caption", text(title)), tag("thead", head), tag("tbody", *body), class_="lb-grid"
    )
    cut = sheet["truncated"] or len(rows) > MOST_ROWS
    return scroll(table, title) + (
        tag("p", text(say("screens.upload.grid_cut")), class_="lb-quiet") if cut else ""
    )


def _row(
    number: int, cells: Sequence[Mapping[str, str]], letters: Sequence[str], marks: Mapping[str, str]
) -> str:
    shown = (
        tag(
            "td",
            text(cell["text"]),
            class_=f"lb-is-{cell['role'] or 'blank'}" + _aligned(cell["text"]),
            title=marks.get(f"{letter}{number}"),
        )
        for letter, cell in zip(letters, cells, strict=True)
    )
    return tag("tr", tag("th", str(number), scope="row"), *shown)


def _aligned(words: str) -> str:
    """Figures stand to the right, as in the officer's sheet."""
    return " number" if "".join(words.split()).isdigit() else ""


def _key(lang: str) -> str:
    say = texts(lang)
    items = (
        tag("li", tag("span", class_=f"lb-swatch lb-is-{name}"), " ", text(say(f"screens.upload.key_{name}")))
        for name in _KEYS
    )
    return tag("ul", *items, class_="lb-key")
