"""Builds spreadsheets for tests, each as an xlsx and a csv twin; as a program it writes them into a folder.

``python tests/etl/make_fixtures.py FOLDER``
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[object]]

ACROSS: Rows = [
    ["Anmälningar, Lysekils kommun 2021"],
    [],
    ["Brottstyp", "v.43", "v.44", "v.45", "v.46", "Summa"],
    ["Våldsbrott", 4, 5, 3, 3, 15],
    ["Skadegörelse", 2, 1, 3, 1, 7],
    ["Tillgrepp/stöld", 6, 5, 7, 5, 23],
    ["Totalt", 37, 38, 61, 31, 167],
    ["* preliminära siffror"],
]
DOWN: Rows = [
    ["Anmälningar 2021"],
    ["Vecka", "Våldsbrott", "Skadegörelse", "Tillgrepp/stöld", "Totalt"],
    [43, 4, 2, 6, 37],
    [44, 5, 1, 5, 38],
    [45, 3, 3, 7, 61],
    [46, 3, 1, 5, 31],
    ["Summa", 15, 7, 23, 167],
]
LONG: Rows = [
    ["Område", "År", "Vecka", "Brottstyp", "Antal"],
    *[
        ["Lysekil", 2021, week, category, count]
        for week, counts in (
            (43, (4, 2, 6, 37)),
            (44, (5, 1, 5, 38)),
            (45, (3, 3, 7, 61)),
            (46, (3, 1, 5, 31)),
        )
        for category, count in zip(
            ("Våldsbrott", "Skadegörelse", "Tillgrepp/stöld", "Totalt"), counts, strict=True
        )
    ],
]
LAYOUTS = {"weeks_across": ACROSS, "weeks_down": DOWN, "long": LONG}
# What all three say: (week, category) → count.
TRUTH = {
    (week, category): count
    for category, counts in {
        "violence": (4, 5, 3, 3),
        "vandalism": (2, 1, 3, 1),
        "theft": (6, 5, 7, 5),
        "total": (37, 38, 61, 31),
    }.items()
    for week, count in zip((43, 44, 45, 46), counts, strict=True)
}


def book(sheets: Mapping[str, Rows]) -> openpyxl.Workbook:
    """An open workbook with one sheet per name, for tests that add to it."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook.properties.creator = None
    return workbook


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The workbook's bytes."""
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def xlsx(rows: Rows, name: str = "Blad1") -> bytes:
    """A workbook of one sheet."""
    return saved(book({name: rows}))


def text_file(
    rows: Rows, *, separator: str = ";", newline: str = "\r\n", encoding: str = "utf-8-sig"
) -> bytes:
    """The same cells as a text file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=newline)
    writer.writerows([[_typed(value) for value in row] for row in rows])
    return out.getvalue().encode(encoding)


def _typed(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def changed(rows: Rows, row: int, column: int, value: object) -> list[list[object]]:
    """The rows with one cell replaced; row and column from 0."""
    copy = [list(one) for one in rows]
    copy[row] += [None] * (column + 1 - len(copy[row]))
    copy[row][column] = value
    return copy


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for layout, table in LAYOUTS.items():
        (folder / f"{layout}.xlsx").write_bytes(xlsx(table))
        (folder / f"{layout}.csv").write_bytes(text_file(table))
