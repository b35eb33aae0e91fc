"""The template: empty it says nothing wrong, filled it reads back, and Excel guards its cells."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from crimestats.categories import categories
from crimestats.store import open_store
from crimestats.weeks import weeks_in_year
from etl.__main__ import run
from etl.read import read_file
from etl.template import template
from tests.etl.make_fixtures import saved
from tests.etl.reading import options

CODES = [category.code for category in categories().values() if not category.derived]


@pytest.mark.parametrize("year", [2021, 2026])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_empty_nothing_is_wrong(year: int, lang: str) -> None:
    reading = read_file(
        "mall.xlsx", template(year, "Lysekil", lang), options=options(today=date(year, 11, 29))
    )
    assert reading.problems == ()
    assert reading.rows == ()


@pytest.mark.parametrize("year", [2021, 2026])
def test_filled_every_cell_reads_back(year: int) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(template(year, "Orust")))
    sheet = workbook.worksheets[0]
    for row in range(5, 5 + weeks_in_year(year)):
        for column, code in enumerate(CODES, 4):
            sheet.cell(row, column).value = {"total": 1000, "fraud": 100}.get(code, row % 7)
    reading = read_file("mall.xlsx", saved(workbook), options=options(today=date(year + 1, 3, 1)))
    assert reading.problems == ()
    assert {row.area for row in reading.rows} == {"Orust"}
    assert len(reading.rows) == weeks_in_year(year) * len(CODES)
    assert {(row.iso_week, row.category): row.count for row in reading.rows} == {
        (week, code): {"total": 1000, "fraud": 100}.get(code, (week + 4) % 7)
        for week in range(1, weeks_in_year(year) + 1)
        for code in CODES
    }
    assert reading.unit_stated


def test_weeks_mondays_validation_and_print() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(template(2026, "Lysekil")))
    sheet, how = workbook.worksheets
    assert sheet.max_row == 57
    assert (sheet["B57"].value, sheet["C57"].value.date()) == ("v.\u00a053 2026", date(2026, 12, 28))
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.operator, rule.formula1, str(rule.sqref)) == (
        "whole", "greaterThanOrEqual", "0", f"D5:{sheet.cell(57, 3 + len(CODES)).coordinate}",
    )  # fmt: skip
    assert "helt tal" in rule.error
    assert sheet.freeze_panes == "D5"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$4:$4")
    assert how.title == "Så fyller du i mallen"


def test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-01-02")
    out = tmp_path / "mall.xlsx"
    assert run(["template", "-o", str(out)]) == 0
    assert openpyxl.load_workbook(out).sheetnames[0] == "Veckor 2020"
    assert run(["read", str(out)]) == 0
    assert run(["load", str(out)]) == 2
    assert "Fyll i antal för minst en vecka" in capsys.readouterr().err
    assert open_store().rows("uploads") == []
    assert run(["template", "-o", str(out), "--year", "tjugo"]) == 2
    assert run(["template", "-o", str(tmp_path / "finns" / "inte.xlsx")]) == 2
    assert "går inte att skriva" in capsys.readouterr().err
