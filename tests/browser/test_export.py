"""Exportera: what one sees, as files that Swedish Excel opens."""

from __future__ import annotations

import csv
import io

from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.browser.acting import NOVEMBER
from tests.browser.conftest import Visit


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    """Presses the button whose name has ``name`` in it; file name and content."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).first.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_csv_for_swedish_excel(site: str, visit: Visit):
    page = visit(f"{site}/export?{NOVEMBER}")
    name, data = downloaded(page, "CSV")
    assert name.endswith(".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert all(len(row) == len(rows[0]) for row in rows if row)
    cells = [cell for row in rows for cell in row]
    assert any(cell in ("2021-W43", "202143", "43") for cell in cells)


def test_a_workbook_that_holds_the_month(site: str, visit: Visit):
    page = visit(f"{site}/export?{NOVEMBER}")
    name, data = downloaded(page, "Excel")
    assert name.endswith(".xlsx")
    book = load_workbook(io.BytesIO(data))
    values = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert all(not str(value).startswith("=") for value in values)
    assert any(isinstance(value, int | float) for value in values)


def test_the_chart_as_an_image(site: str, visit: Visit):
    name, data = downloaded(visit(f"{site}/?{NOVEMBER}"), "Ladda ner bild")
    assert name.endswith(".png")
    assert data.startswith(b"\x89PNG")
