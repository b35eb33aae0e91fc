"""The harness itself, on a page of Streamlit's own: a fault in it must not hide in the product's tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.browsing import settle
from scripts.serving import serve
from tests.browser.watching import Watch

PAGE = """
import streamlit as st
st.title("Rubrik")
st.write(st.selectbox("Val", ["ett", "två"]))
"""


@pytest.fixture(scope="module")
def plain_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("plain")
    (folder / "plain.py").write_text(PAGE, encoding="utf-8")
    # Streamlit as it comes sends usage figures to an outside host.
    env = {**os.environ, "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    with serve(folder / "plain.py", env, folder / "log") as url:
        yield url


def test_a_page_is_opened_used_and_found_clean(browser: Browser, plain_site: str):
    page = browser.new_page()
    watch = Watch(page)
    page.goto(plain_site)
    settle(page)
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="två").click()
    page.get_by_text("två", exact=True).last.wait_for()
    page.close()
    assert (watch.outside, watch.complaints) == ([], [])


def test_the_watch_sees_a_request_that_leaves_and_an_error(browser: Browser, plain_site: str):
    page = browser.new_page()
    watch = Watch(page)
    page.route("http://outside.invalid/*", lambda route: route.abort())
    page.goto(plain_site)
    page.evaluate("fetch('http://outside.invalid/x').catch(() => console.error('a fault'))")
    page.close()
    assert watch.outside == ["http://outside.invalid/x"]
    assert any("a fault" in text for text in watch.complaints)


def test_a_server_that_falls_over_is_told_with_its_last_words(tmp_path: Path):
    with (
        pytest.raises(RuntimeError, match="missing"),
        serve(tmp_path / "missing.py", os.environ, tmp_path / "log"),
    ):
        pass
