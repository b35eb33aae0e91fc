"""Personal data: found before anything is stored or logged; the place is told, never the value (DOMAIN 7)."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.personal import SHORTEST, personal_data
from etl.grid import Sheet, Workbook, address, shown
from etl.problems import ERROR, Problem

__all__ = ["personal_data", "scan", "scan_name"]


def scan(book: Workbook) -> list[Problem]:
    """Every place of a workbook that seems to hold personal data, hidden sheets and comments included."""
    found = [
        *_around(book),
        *(problem for n, sheet in enumerate(book.sheets, 1) for problem in _sheet(sheet, n)),
    ]
    found += [problem for text in book.beside for problem in _beside(book, *text)]
    # Excel keeps every cell's text in one list, also texts that no cell shows any more: told when alone.
    shown_ones = [problem for problem in found if problem.cell != "leftover"]
    return list({(p.sheet, p.cell): p for p in reversed(shown_ones or found[:1])}.values())[::-1]


def scan_name(name: str) -> list[Problem]:
    """The same for a file's name."""
    kind = personal_data(name)
    return [Problem(ERROR, "personal_data_name", values={"kind": kind})] if kind else []


def _found(sheet: str, cell: str, text: str) -> Iterator[Problem]:
    if kind := personal_data(text):
        yield Problem(ERROR, "personal_data", sheet, cell, {"kind": kind})


def _around(book: Workbook) -> Iterator[Problem]:
    for place, text in book.texts.items():
        where, _, name = place.partition(":")
        # A defined name can itself be the datum, so only the kind of place is told.
        told = name if where == "property" and not personal_data(name) else ""
        yield from _found("", f"{where}{':' if told else ''}{told}", text)


def _beside(book: Workbook, sheet: str, place: str, text: str) -> Iterator[Problem]:
    number = next((n for n, one in enumerate(book.sheets, 1) if one.name == sheet), 0)
    yield from _found(_told(sheet, number) if number else "", place, text)


def _told(name: str, number: int) -> str:
    """A sheet's name, or its number where the name itself is the datum."""
    return f"({number})" if personal_data(name) else name


def _sheet(sheet: Sheet, number: int) -> Iterator[Problem]:
    name = _told(sheet.name, number)
    yield from _found(name, "", sheet.name)
    for text in sheet.edges:
        yield from _found(name, "edge", text)
    for cell, text in {**sheet.comments, **sheet.formulas}.items():
        yield from _found(name, cell, text)
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if isinstance(value, str):
                if len(value) >= SHORTEST:
                    yield from _found(name, address(row, column), value)
            elif isinstance(value, int | float) and abs(value) >= 1e9:
                yield from _found(name, address(row, column), shown(value))
