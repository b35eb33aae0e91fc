"""Ladda upp: choose, see, confirm, see the month, take back. And a file that is refused."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from crimestats.i18n import texts
from scripts.browsing import settle
from scripts.serving import ROOT
from tests.browser.acting import NOVEMBER, choose, figure, main
from tests.browser.conftest import Visit

SAY = texts("sv")
NOVEMBERS_FILE = ROOT / "data" / "sample" / "Anmälda brott Lysekil 2021 v43-46.xlsx"


def edited(folder: Path, name: str, cells: Mapping[str, object]) -> Path:
    """November's file with other values in some cells, as someone would mend it in Excel."""
    book = load_workbook(io.BytesIO(NOVEMBERS_FILE.read_bytes()))
    for cell, value in cells.items():
        book.active[cell] = value
    book.save(folder / name)
    return folder / name


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """One violent crime more in week 46: 168 in total, 16 violence."""
    return edited(tmp_path, "rättad november.xlsx", {"F5": 4, "G5": 16, "F20": 32, "G20": 168})


def hand_in(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".lb-grid").first.wait_for()
    settle(page)


def test_a_corrected_file_reaches_the_month_and_can_be_taken_back(
    own_site: str, visit: Visit, corrected: Path
):
    page = visit(f"{own_site}/upload?{NOVEMBER}")
    hand_in(page, corrected)
    assert "32" in page.locator(".lb-grid").first.inner_text()

    page.get_by_role("button", name=re.compile("Läs in")).click()
    page.get_by_text(re.compile("Kvitto")).wait_for()
    settle(page)
    month = visit(f"{own_site}/?{NOVEMBER}")
    assert figure(month, "Våldsbrott") == "16"
    assert "168" in month.locator(".lb-subtitle").inner_text()

    page.get_by_text(SAY("upload.take_back")).click()
    choose(page, "upload.which", corrected.name)
    page.get_by_label(SAY("upload.reason")).fill("fel fil")
    page.get_by_role("button", name=SAY("upload.withdraw")).click()
    page.get_by_text(SAY("upload.withdrawn", file=corrected.name)).wait_for()
    month = visit(f"{own_site}/?{NOVEMBER}")
    assert figure(month, "Våldsbrott") == "15"
    assert "167" in month.locator(".lb-subtitle").inner_text()


def test_the_same_file_again_brings_nothing_new_and_says_so(own_site: str, visit: Visit):
    page = visit(f"{own_site}/upload?{NOVEMBER}")
    hand_in(page, NOVEMBERS_FILE)
    page.get_by_role("button", name=re.compile("Läs in")).click()
    page.get_by_text(re.compile("redan")).first.wait_for()


def test_a_refused_file_shows_sheet_and_cell_and_cannot_be_confirmed(
    own_site: str, visit: Visit, tmp_path: Path
):
    page = visit(f"{own_site}/upload?{NOVEMBER}")
    hand_in(page, edited(tmp_path, "ungefär.xlsx", {"D7": "ca 5"}))
    words = page.locator(".lb-problem").first.inner_text()
    assert "2021" in words
    assert "D7" in words
    assert page.locator(".lb-grid .lb-is-fault").count() == 1
    assert page.get_by_role("button", name=re.compile("Läs in")).count() == 0


def test_something_that_is_no_spreadsheet_gets_a_plain_answer(own_site: str, visit: Visit, tmp_path: Path):
    (tmp_path / "bild.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    page = visit(f"{own_site}/upload?{NOVEMBER}")
    page.locator("input[type=file]").set_input_files(tmp_path / "bild.xlsx")
    page.locator(".lb-problem, .lb-notice.lb-fault").first.wait_for()
    assert "Traceback" not in main(page).inner_text()
    assert page.get_by_role("button", name=re.compile("Läs in")).count() == 0


def test_nothing_is_stored_before_it_is_confirmed(own_site: str, visit: Visit, corrected: Path):
    before = main(visit(f"{own_site}/?{NOVEMBER}")).inner_text()
    hand_in(visit(f"{own_site}/upload?{NOVEMBER}"), corrected)
    assert main(visit(f"{own_site}/?{NOVEMBER}")).inner_text() == before
