"""Senaste veckan: counts typed by hand become a small file, and from there on an upload like any other."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.weeks import IsoWeek

# The column of the counts and the first row of them, below title, blank line and headings.
_COUNT, _FIRST_ROW = "D", 4
_BYTE_ORDER_MARK = "\ufeff"
_PLAIN = re.compile(r"[\w\s.,<*]|-\d|[-–](?=$)")


def typed_file(
    week: IsoWeek, counts: Mapping[str, str], area: str, lang: str = "sv", now: str = ""
) -> tuple[str, str]:
    """The file's name, and its text with a byte-order mark in front.

    Args:
        counts: category code → what was typed, as it was typed: the reader judges it, and names its cell. An
            empty text is a missing count.
        now: the moment in words for the file's name, so that two uploads of a week can be told apart.

    Raises:
        KeyError: for a category that is not in the list, or is derived.
    """
    say, label = texts(lang), Formats(lang).week(week, year=True)
    rows = [[say("typed.title", week=label, area=area)], [], _headings(lang)]
    for code, typed in counts.items():
        category = categories()[code]
        if category.derived:
            raise KeyError(code)
        rows.append([area, label, category.name(lang), _harmless(typed.strip())])
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    name = say("typed.file", week=label.replace("\u00a0", " "), area=area, now=now).strip().rstrip(",")
    return f"{name}.csv", _BYTE_ORDER_MARK + out.getvalue()


def cells_of(counts: Iterable[str]) -> dict[str, str]:
    """Category code → the cell of its count in the file, in the order in which they were typed."""
    return {code: f"{_COUNT}{row}" for row, code in enumerate(counts, _FIRST_ROW)}


def _headings(lang: str) -> list[str]:
    return [texts(lang)(f"typed.{name}") for name in ("area", "week", "category", "count")]


def _harmless(text: str) -> str:
    """What a spreadsheet programme would take for a formula gets an apostrophe in front."""
    return text if not text or _PLAIN.match(text) else f"'{text}"
