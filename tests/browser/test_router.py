"""Every page has an address of its own, and no address leads past the router."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from crimestats.i18n import texts
from scripts.browsing import settle
from scripts.serving import ROOT, environment, serve
from tests.browser.acting import PATHS, navigation
from tests.browser.conftest import Visit

NAMES = ("month", *PATHS[1:])


@pytest.mark.parametrize(("path", "name"), list(zip(PATHS, NAMES, strict=True)))
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_deep_link_opens_its_page(site: str, visit: Visit, path: str, name: str, lang: str):
    page = visit(f"{site}/{path}?lang={lang}")
    title = texts(lang)(f"app.page.{name}")
    assert page.locator("a[data-testid=stTopNavLink][aria-current=page]").inner_text() == title
    assert page.title().startswith(title)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == lang


def test_every_page_is_reached_from_the_navigation(site: str, visit: Visit):
    page = visit(site)
    titles = [texts("sv")(f"app.page.{name}") for name in NAMES]
    assert navigation(page).all_inner_texts() == titles
    for title in titles:
        navigation(page).filter(has_text=title).click()
        page.wait_for_function("title => document.title.startsWith(title)", arg=title)
        settle(page)
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", ["trends", "upload"])
def test_the_first_visit_of_all_cannot_pass_by_the_router(
    browser: Browser, sample_store: Path, tmp_path: Path, path: str
):
    """Until a session has met the router, Streamlit would run a file of ``pages/`` on its own."""
    with serve(ROOT / "dashboard.py", environment(sample_store), tmp_path / "log") as url:
        page = browser.new_page()
        page.goto(f"{url}/{path}")
        settle(page)
        assert navigation(page).count() == len(PATHS)
        assert page.get_by_role("combobox", name=texts("sv")("app.period")).is_visible()
        page.close()


def test_an_address_of_no_page_leads_to_the_start_and_says_so(site: str, visit: Visit):
    page = visit(f"{site}/finns-inte")
    assert navigation(page).count() == len(PATHS)
    words = page.inner_text("body")
    assert "Page not found" not in words
