"""Exportera: what the buttons give. The buttons themselves are pressed in tests/browser."""

from __future__ import annotations

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from crimestats.periods import parse_period
from crimestats.reporting.month import month_report
from ui import export_view


@pytest.fixture
def report(filled):
    return month_report(filled, "Lysekil", parse_period("2021-W43--2021-W46"))


def test_every_file_has_a_button_of_its_own(filled, app):
    names = [button.proto.label for button in app("export").get("download_button")]
    assert len(names) == len(set(names)) == 9


def test_the_workbook_holds_month_weeks_and_every_count(report):
    book = load_workbook(io.BytesIO(export_view.workbook(report)))
    assert len(book.sheetnames) == 4
    values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "lysekil.xlsx" in values
    assert export_view.cite(report) in values


def test_every_count_has_its_cell(report):
    table = export_view.counts(report)
    assert len(table.rows) == 4 * 6
    assert all(row[list(table.columns).index("cell")].startswith("B") for row in table.rows)


def test_the_citation_names_area_weeks_and_moment(report):
    assert export_view.cite(report) == (
        "Lägesbild Lysekil: anmälningar november 2021, vecka\u00a043–46 2021. "
        "Polisens anmälningar, som de var kända 29 november 2021."
    )


def test_a_files_name_can_be_saved_anywhere(filled):
    odd = month_report(filled, "Sotenäs", parse_period("2021-W43--2021-W46"))
    name = export_view.file_name(odd)
    assert name == "lagesbild-Sotenäs-2021-W43-2021-W46"
    assert not set(name) & set('/\\:*?"<>|')


@pytest.mark.parametrize("form", ["csv", "json"])
def test_machine_forms_can_be_read_back(report, form):
    from crimestats.reporting.csv import table_csv
    from crimestats.reporting.json import to_json

    if form == "json":
        assert json.loads(to_json(report))["area"] == "Lysekil"
    else:
        text = table_csv(report.chart.table).decode("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text), delimiter=";"))) > 40
