"""Phone, projector and keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.acting import NOVEMBER, PATHS
from tests.browser.conftest import Visit

# Wider than the window, or a child that sticks out of it to the right and can be scrolled to.
_OVERFLOW = """() => {
  const roots = document.querySelectorAll("html, body, [data-testid=stMain]");
  return Math.max(...[...roots].map((root) => root.scrollWidth - root.clientWidth));
}"""


@pytest.mark.parametrize("size", ["phone", "projector"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways(site: str, visit: Visit, path: str, size: str):
    assert visit(f"{site}/{path}?{NOVEMBER}", size=size).evaluate(_OVERFLOW) <= 0


_FOCUSED = """() => {
  const { tagName, dataset, textContent } = document.activeElement;
  const role = document.activeElement.getAttribute("role");
  return [tagName, dataset.testid || "", role || "", textContent.slice(0, 40)].join("|");
}"""


def focused_by_tab(page: Page, steps: int) -> list[str]:
    """What the Tab key reaches, one line per step, with enough to know it by."""
    reached = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(_FOCUSED))
    return reached


def test_tab_reaches_navigation_filters_text_and_table(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}")
    reached = focused_by_tab(page, 60)
    for wanted in ("A|stTopNavLink", "|combobox|", "A|||167", "SUMMARY|||Visa som tabell"):
        assert any(wanted in line for line in reached), f"{wanted} was not reached:\n" + "\n".join(reached)


def test_enter_on_a_navigation_link_opens_its_page(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}")
    page.locator("a[data-testid=stTopNavLink]").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/trends*")


def test_a_period_is_chosen_by_keyboard(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}")
    page.get_by_role("combobox", name="Period").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.search.includes('2021-W43--2021-W46')")


def test_the_table_opens_by_keyboard(site: str, visit: Visit):
    page = visit(f"{site}/?{NOVEMBER}")
    page.locator("summary", has_text="Visa som tabell").first.focus()
    page.keyboard.press("Enter")
    page.locator("details[open] table").first.wait_for(state="visible")
