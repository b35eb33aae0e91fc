"""What a person does on the screen, in the screen's own words."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlparse

from playwright.sync_api import Locator, Page

from crimestats.i18n import texts
from scripts.browsing import settle
from ui.pages import PAGES

# Addresses in the order of the navigation; the start page has the short one.
PATHS = ("", *PAGES[1:])
NOVEMBER = "area=Lysekil&period=2021-W43--2021-W46"


def choose(page: Page, label: str, option: str, *, lang: str = "sv") -> None:
    """Picks the first option that has ``option`` in it, in the select box whose label has that key."""
    page.bring_to_front()  # in a window behind another a list closes at once
    box = page.get_by_role("combobox", name=texts(lang)(label))
    box.evaluate("one => one.scrollIntoView({ block: 'center' })")  # and so it does when the page scrolls
    settle(page)
    box.click()
    page.get_by_role("option", name=option).first.click()
    settle(page)


def address(page: Page) -> dict[str, str]:
    """The query of the page's address."""
    return dict(parse_qsl(urlparse(page.url).query))


def main(page: Page) -> Locator:
    """The page's content."""
    return page.get_by_role("main")


def navigation(page: Page) -> Locator:
    """The links to the pages."""
    return page.locator("a[data-testid=stTopNavLink]")


def figure(page: Page, name: str) -> str:
    """The count on the tile of that name."""
    tile = page.locator(".lb-tile").filter(has=page.get_by_role("heading", name=name, exact=True))
    return tile.locator(".lb-figure").inner_text().strip()
