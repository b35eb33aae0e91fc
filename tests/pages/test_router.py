"""No page without the router: two locks, tried one by one. A real server with deep links: tests/browser."""

from __future__ import annotations

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from crimestats.config import ROOT
from crimestats.i18n import texts
from tests.pages.conftest import html
from ui.pages import PAGES


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_its_own_shows_nothing(filled, page):
    """The second lock: the guard at the top of each page."""
    at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=60).run()
    assert not at.exception
    assert texts("sv")("app.not_through_router") in html(at)
    assert "<h1" not in html(at)
    assert not at.get("plotly_chart")
    assert not at.get("file_uploader")


def test_the_folder_is_off_before_the_first_visit(monkeypatch):
    """The first lock: importing the entry, as the server does, is enough."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    source = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    exec(
        compile(source, "dashboard.py", "exec"),
        {"__name__": "dashboard", "__file__": str(ROOT / "dashboard.py")},
    )
    assert PagesManager.uses_pages_directory is False


def test_every_file_of_the_folder_is_in_the_navigation():
    assert {file.stem for file in (ROOT / "pages").glob("*.py")} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_begins_with_the_guard(page):
    source = (ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8")
    code = [
        line for line in source.splitlines() if line and not line.startswith(('"""', "import", "from", "#"))
    ]
    assert "guard" in code[0]
