"""Ladda upp, the whole way: refused, mended, confirmed, seen in the month, taken back, put back."""

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
from tests.browser.acting import NOVEMBER, figure, main
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations

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


def take_away(page: Page, file: Path) -> None:
    page.get_by_role("button", name=f"Ta bort {file.name}").click()
    page.locator(".lb-grid").first.wait_for(state="detached")
    settle(page)


def act(page: Page, action: str, file: Path, reason: str) -> None:
    """Take the newest file back, or put it back, with a reason; waits for the words that say it is done."""
    page.get_by_label(SAY("upload.reason")).fill(reason)
    page.get_by_role("button", name=SAY(f"upload.{action}"), exact=True).click()
    done = {"withdraw": "withdrawn", "reinstate": "reinstated"}[action]
    page.get_by_text(SAY(f"upload.{done}", file=file.name)).wait_for()


def november(visit: Visit, site: str, more: str = "") -> tuple[str, str]:
    """The month's violent crimes, and the line with its total."""
    month = visit(f"{site}/?{NOVEMBER}{more}")
    return figure(month, "Våldsbrott"), month.locator(".lb-subtitle").inner_text()


def test_refused_marked_mended_confirmed_taken_back_and_put_back(own_site: str, visit: Visit, tmp_path: Path):
    violence, total = november(visit, own_site)
    assert violence == "15"
    assert "167" in total

    # Refused: the cell is named, nothing can be confirmed, the workbook comes back with its marks.
    page = visit(f"{own_site}/upload?{NOVEMBER}")
    more = {"F5": 4, "G5": 16, "F20": 32, "G20": 168}  # one violent crime more in week 46
    refused = edited(tmp_path, "november.xlsx", {**more, "D7": "ca 5"})
    hand_in(page, refused)
    assert "D7" in page.locator(".lb-problem.lb-fault").inner_text()
    assert page.get_by_role("button", name=re.compile("Läs in")).count() == 0
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name=SAY("upload.marked")).click()
    marked = tmp_path / download.value.suggested_filename
    assert marked.name == "november, rättningar.xlsx"
    download.value.save_as(marked)

    # Mended in the marked workbook, as in Excel; what was mended is said.
    book = load_workbook(marked)
    assert book.sheetnames[0] == "Rättningar"
    assert book["2021"]["D7"].comment.text.startswith("FEL: ”ca 5”")
    book["2021"]["D7"] = 5
    book.save(marked)
    take_away(page, refused)
    hand_in(page, marked)
    page.get_by_text("Rättade: 1. Kvar: 0. Nya: 0.").wait_for()
    assert page.locator("td.lb-changed").all_inner_texts() == ["31 → 32", "3 → 4"]

    assert violations(page) == []

    # Confirmed: the receipt leads to the month, and the month has changed.
    page.get_by_role("button", name=re.compile("Läs in 64")).click()
    page.locator(".st-key-receipt").get_by_text(re.compile("kvitto nummer 8")).wait_for()
    settle(page)
    assert page.locator(".lb-arrived").bounding_box()["y"] > 0  # in sight, although the button was far below
    assert page.get_by_role("link", name="Visa november 2021 i Lysekil").count() == 1
    violence, total = november(visit, own_site)
    assert violence == "16"
    assert "168" in total

    # Taken back, the month is as it was; put back, it counts again; taken back for good.
    page.get_by_text(SAY("upload.one")).click()
    settle(page)
    assert violations(page) == []
    act(page, "withdraw", marked, "fel fil")
    violence, total = november(visit, own_site)
    assert violence == "15"
    assert "167" in total
    settle(page)
    act(page, "reinstate", marked, "rätt fil ändå")
    assert november(visit, own_site)[0] == "16"
    assert november(visit, own_site, "&asof=2021-11-23T12:00:00%2B00:00")[0] == "15"
    settle(page)
    act(page, "withdraw", marked, "bara ett prov")
    assert november(visit, own_site)[0] == "15"


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
