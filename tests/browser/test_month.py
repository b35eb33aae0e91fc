"""The start page: November 2021 as it was published, and the way from a number to its cell."""

from __future__ import annotations

import pytest

from scripts.browsing import settle
from tests.browser.acting import NOVEMBER, address, choose, figure, main
from tests.browser.conftest import Visit

TILES = {
    "sv": {"Våldsbrott": "15", "Skadegörelse": "7", "Tillgrepp/stöld": "23"},
    "en": {"Violence": "15", "Criminal damage": "7", "Theft": "23"},
}


def test_it_opens_with_the_published_month(site: str, visit: Visit):
    page = visit(site)
    assert {name: figure(page, name) for name in TILES["sv"]} == TILES["sv"]
    assert "167" in page.locator(".lb-subtitle").inner_text()
    assert "167 anmälningar" in main(page).inner_text().replace("\u00a0", " ")
    assert page.title().endswith("Lägesbild")


def test_the_same_in_english(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}&lang=en")
    assert {name: figure(page, name) for name in TILES["en"]} == TILES["en"]
    assert "167" in page.locator(".lb-subtitle").inner_text()


def test_it_says_that_the_data_are_a_sample(site: str, visit: Visit):
    assert "Exempeldata" in visit(site).inner_text("body")


def test_a_number_opens_its_origin_and_gives_the_focus_back(site: str, visit: Visit):
    page = visit(site)
    number = page.locator("a.lb-number", has_text="167").first
    number.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    marked = dialog.locator("td.lb-is-sought")
    marked.first.wait_for(state="visible")
    assert address(page)["origin"] == "total-total"
    words = dialog.inner_text()
    assert "Anmälda brott Lysekil 2021 v43-46.xlsx" in words
    assert "Summa av cellerna: 167." in words
    figures = [int(one.split()[0]) for one in marked.all_inner_texts()]
    assert sum(figures) == 167
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    settle(page)
    assert "origin" not in address(page)
    assert number.evaluate("one => one === document.activeElement")


def test_a_link_to_a_number_opens_it(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}&lang=en&origin=category-fraud_all")
    dialog = page.get_by_role("dialog")
    dialog.locator("td.lb-is-sought").first.wait_for(state="visible")
    assert "Sum of the cells: 58." in dialog.inner_text()


def test_the_chart_has_its_sentence_and_its_table(site: str, visit: Visit):
    page = visit(site)
    chart = page.get_by_role("figure").first
    assert len(chart.get_attribute("aria-label") or "") > 40
    page.locator("summary", has_text="Visa som tabell").first.click()
    table = page.locator("details[open] table").first
    table.wait_for(state="visible")
    assert "v.\u00a046" in table.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_screen_of_its_reader(site: str, visit: Visit, scheme: str):
    page = visit(site, scheme=scheme)
    red = int(page.evaluate("getComputedStyle(document.body).backgroundColor").split("(")[1].split(",")[0])
    assert (red < 80) == (scheme == "dark")


def test_another_period_redraws_chart_and_figures(site: str, visit: Visit):
    page = visit(site)
    shape = ".trace path"
    before = page.locator(shape).first.get_attribute("d"), page.locator(".lb-subtitle").inner_text()
    choose(page, "app.period", "oktober 2021")
    after = page.locator(shape).first.get_attribute("d"), page.locator(".lb-subtitle").inner_text()
    assert before[0] != after[0]
    assert before[1] != after[1]
