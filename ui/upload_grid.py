"""The officer's own sheet, coloured with what each cell was taken for, and its problems marked in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from zlib import crc32

from crimestats.i18n import texts
from ui.html import scroll, tag, text

_KEYS = ("week", "category", "count", "ignored", "question", "fault")
# Told to a screen reader; the others are known by where they stand.
_SPOKEN = ("fault", "question", "ignored")
Sheet = Mapping[str, Any]
Problem = Mapping[str, Any]
Sought = Mapping[str, Collection[str]]


def anchor(sheet: str, cell: str) -> str:
    """Where a cell stands on the page."""
    return f"sheet-{crc32(sheet.encode()):08x}-{cell}"


def grid(
    sheets: Sequence[Sheet], problems: Sequence[Problem], lang: str, *, sought: Sought | None = None
) -> str:
    """Every sheet as a table with row numbers and column letters, under one key of colours.

    ``sheets``: each with ``sheet`` (name), ``columns`` (letters), ``row_numbers``, ``truncated`` and ``rows``
    of cells with ``text`` and ``role``; as ``python -m etl read --grid --json`` gives them. ``sought``: per
    sheet, the cells behind a number, to be marked.
    """
    shown = [sheet for sheet in sheets if sheet["rows"]]
    key = _key(lang, sought is not None) if shown else ""
    found = sought or {}
    return key + "".join(
        _sheet(sheet, problems, lang, found.get(sheet["sheet"], frozenset())) for sheet in shown
    )


def _sheet(sheet: Sheet, problems: Sequence[Problem], lang: str, sought: Collection[str]) -> str:
    say = texts(lang)
    marks = {one["cell"]: one["message"] for one in reversed(problems) if one["sheet"] == sheet["sheet"]}
    head = tag("tr", tag("td"), *(tag("th", text(letter), scope="col") for letter in sheet["columns"]))
    title = say("upload.sheet", name=sheet["sheet"]) if sheet["sheet"] else say("upload.grid")
    table = tag(
        "table",
        tag("caption", text(title)),
        tag("thead", head),
        tag("tbody", *_rows(sheet, marks, lang, sought)),
        class_="lb-grid",
    )
    cut = tag("p", text(say("upload.grid_cut")), class_="lb-quiet") if sheet["truncated"] else ""
    return scroll(table, title) + cut


def _rows(sheet: Sheet, marks: Mapping[str, str], lang: str, sought: Collection[str]) -> list[str]:
    """The rows; a broken line where some are left out between two."""
    made, before = [], 0
    for number, cells in zip(sheet["row_numbers"], sheet["rows"], strict=True):
        gap = "lb-gap" if number != before + 1 else None
        shown = (
            _sought(cell, lang)
            if f"{letter}{number}" in sought
            else _cell(
                cell, anchor(sheet["sheet"], f"{letter}{number}"), marks.get(f"{letter}{number}"), lang
            )
            for letter, cell in zip(sheet["columns"], cells, strict=True)
        )
        made.append(tag("tr", tag("th", str(number), scope="row"), *shown, class_=gap))
        before = number
    return made


def _sought(cell: Mapping[str, str], lang: str) -> str:
    """A cell behind the number that was asked about: told by its frame, and in words to a screen reader."""
    spoken = tag("span", text(f" ({texts(lang)('origin.sought')})"), class_="lb-hidden")
    return tag(
        "td", tag("strong", text(cell["text"])), spoken, class_="lb-is-sought" + _aligned(cell["text"])
    )


def _cell(cell: Mapping[str, str], target: str, mark: str | None, lang: str) -> str:
    role, words = cell["role"] or "blank", text(cell["text"])
    spoken = texts(lang)(f"upload.cell_{role}") if role in _SPOKEN else ""
    if mark:
        spoken = f"{spoken}: {mark}" if spoken else mark
    marked = role in ("fault", "question")
    return tag(
        "td",
        words,
        tag("span", text(f" ({spoken})"), class_="lb-hidden") if spoken and (cell["text"] or mark) else "",
        class_=f"lb-is-{role}" + _aligned(cell["text"]),
        title=mark or (cell["text"] if len(cell["text"]) > _LONG else None),
        id=target if marked or mark else None,
        tabindex="-1" if marked or mark else None,
    )


# Longer texts are cut short by the style sheet, and whole in a tip.
_LONG = 24


def _aligned(words: str) -> str:
    """Figures stand to the right, as in the officer's sheet."""
    return " number" if "".join(words.split()).isdigit() else ""


def _key(lang: str, sought: bool) -> str:
    say = texts(lang)
    mark = tag("span", class_="lb-swatch lb-is-sought")
    first = tag("li", mark, " ", text(say("origin.key_sought"))) if sought else ""
    items = (
        tag("li", tag("span", class_=f"lb-swatch lb-is-{name}"), " ", text(say(f"upload.key_{name}")))
        for name in _KEYS
    )
    return tag("ul", first, *items, class_="lb-key")
