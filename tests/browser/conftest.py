"""A real server on sample data and a real Chromium. Every page that a test opens is watched for two faults:
requests that leave the machine, and errors in the console.

The tests are skipped, with the reason, where there is no Chromium; under CI that is a failure instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.browsing import SIZES, chromium_path, launch, settle
from scripts.serving import ROOT, environment, load_sample, serve
from tests.browser.watching import Watch

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> None:
    """Skips, or under CI fails, where there is no Chromium."""
    if chromium_path() is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: under CI the browser tests have to run")
        pytest.skip("Chromium is missing (make test installs it where it may)")


@pytest.fixture(scope="module")
def browser(chromium: None) -> Iterator[Browser]:
    """One per file: while it lives, no other test of the process can run an event loop of its own."""
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample data, made through the command line. To be read only: copy it to change it."""
    place = tmp_path_factory.mktemp("sample") / "store"
    load_sample(place)
    return place


@pytest.fixture(scope="session")
def site(chromium: None, sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product on sample data; tests that change the data take ``own_site``."""
    log = tmp_path_factory.mktemp("server") / "log"
    with serve(ROOT / "dashboard.py", environment(sample_store), log) as url:
        yield url


@pytest.fixture(scope="module")
def own_site(chromium: None, sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product on a copy of the sample data that one test file may change."""
    place = tmp_path_factory.mktemp("own")
    shutil.copytree(sample_store, place / "store")
    with serve(ROOT / "dashboard.py", environment(place / "store"), place / "log") as url:
        yield url


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[Callable[[str, str], BrowserContext]]:
    """One browser context per size and colour scheme, so that Streamlit's files are fetched once for each."""
    made: dict[tuple[str, str], BrowserContext] = {}

    def context(size: str, scheme: str) -> BrowserContext:
        if (size, scheme) not in made:
            width, height = SIZES[size]
            made[size, scheme] = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="sv-SE"
            )
        return made[size, scheme]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def visit(contexts: Callable[[str, str], BrowserContext]) -> Iterator[Visit]:
    """Opens an address, waits until the screen is drawn, and gives the page.

    After the test, each page must have asked only this machine and must have raised no error in its console.
    """
    opened: list[tuple[Page, Watch]] = []

    def visited(url: str, *, size: str = "wide", scheme: str = "light") -> Page:
        page = contexts(size, scheme).new_page()
        opened.append((page, Watch(page)))
        page.goto(url)
        settle(page)
        return page

    yield visited
    for page, _ in opened:
        page.close()
    assert [url for _, watch in opened for url in watch.outside] == [], (
        "a host outside this machine was asked"
    )
    assert [text for _, watch in opened for text in watch.complaints] == [], "errors in the browser's console"
