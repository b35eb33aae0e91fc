"""axe-core finds no violation of WCAG 2 A and AA or of its best practices, on any page, in any look."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.acting import NOVEMBER, PATHS
from tests.browser.conftest import Visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """One line per violation: the rule, and where it is broken."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']} at {node['target']}: {node['html'][:150]}" for one in found for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(site: str, visit: Visit, path: str, lang: str, scheme: str):
    page = visit(f"{site}/{path}?{NOVEMBER}&lang={lang}", scheme=scheme)
    assert violations(page) == []
    # What opens on demand counts too.
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_a_phone(site: str, visit: Visit, path: str):
    assert violations(visit(f"{site}/{path}?{NOVEMBER}", size="phone")) == []


def test_the_check_can_fail(site: str, visit: Visit):
    page = visit(site)
    page.evaluate("document.querySelector('main, [role=main], body').append(new Image())")
    assert any("image-alt" in line for line in violations(page))


@pytest.mark.parametrize("path", PATHS)
def test_headings_come_in_order_and_every_chart_has_sentence_and_table(site: str, visit: Visit, path: str):
    page = visit(f"{site}/{path}?{NOVEMBER}")
    levels = page.eval_on_selector_all("h1,h2,h3,h4", "all => all.map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    plots = page.locator("[data-testid=stPlotlyChart]")
    labels = [plot.get_attribute("aria-label") for plot in page.get_by_role("figure").all()]
    assert len([label for label in labels if label and len(label) > 20]) >= plots.count()
    assert page.locator("details table").count() >= plots.count()
