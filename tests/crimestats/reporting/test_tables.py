"""Tables as files that Swedish Excel opens rightly and that run no formula."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crimestats.charts.model import Table
from crimestats.reporting.csv import table_csv
from crimestats.reporting.xlsx import tables_xlsx

WICKED = ["=1+1", "+46", "-2", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0"]


def table(*rows: tuple[object, ...]) -> Table:
    written = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    return Table("Våld: v. 43/44?", ("Område", "Antal"), written, tuple(rows))


def test_csv_is_for_swedish_excel() -> None:
    data = table_csv(table(("Lysekil", 1234), ("Öckerö; norra", 2.5), ("Sotenäs", None)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Område;Antal", "Lysekil;1234", '"Öckerö; norra";2,5', "Sotenäs;", "",
    ]  # fmt: skip


@pytest.mark.parametrize("text", WICKED)
def test_no_text_becomes_a_formula(text: str) -> None:
    made = table((text, 1))
    cells = list(csv.reader(io.StringIO(table_csv(made).decode("utf-8-sig"), newline=""), delimiter=";"))[1]
    assert cells[0] == f"'{text}"
    sheet = openpyxl.load_workbook(io.BytesIO(tables_xlsx([made], [("Källa", text)])))
    assert sheet.worksheets[0]["A2"].data_type in ("s", "inlineStr")
    assert sheet.worksheets[1]["B1"].data_type in ("s", "inlineStr")


def test_negative_numbers_stay_numbers() -> None:
    made = table(("Lysekil", -2), ("Mora", -2.5))
    assert table_csv(made).decode("utf-8-sig").splitlines()[1:] == ["Lysekil;-2", "Mora;-2,5"]
    sheet = openpyxl.load_workbook(io.BytesIO(tables_xlsx([made], []))).worksheets[0]
    assert [sheet["B2"].value, sheet["B3"].value] == [-2, -2.5]


def test_a_workbook_says_what_it_is() -> None:
    about = [("Källa", "polisens anmälningar"), ("Obs", "Exempeldata")]
    book = openpyxl.load_workbook(io.BytesIO(tables_xlsx([table(("a", 1)), table(("b", None))], about)))
    assert book.sheetnames == ["Våld  v. 43 44", "Våld  v. 43 44 (2)", "Om uttaget"]
    assert [[cell.value for cell in row] for row in book["Om uttaget"].rows] == [list(row) for row in about]
    assert book.worksheets[1]["B2"].value is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), st.integers(0, 10**6) | st.none()), max_size=5))
def test_csv_reads_back(rows: list[tuple[str, int | None]]) -> None:
    text = table_csv(table(*rows)).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    assert [(name.removeprefix("'"), count) for name, count in read] == [
        (name.removeprefix("'"), "" if count is None else str(count)) for name, count in rows
    ]
