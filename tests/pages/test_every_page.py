from __future__ import annotations

import re
from itertools import pairwise

import pytest

from crimestats.i18n import texts
from tests.pages.conftest import html
from ui.pages import PAGES


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_starts_in_both_languages(filled, app, page, lang):
    at = app("" if page == "month" else page, lang=lang)
    shown = html(at)
    assert not at.exception
    assert shown.count("<h1") == 1
    assert f'data-lang="{lang}"' in shown
    assert "lb-fault" not in shown


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("page", ["", "trends", "peaks", "fraud", "export"])
def test_without_counts_a_page_says_what_to_do(empty, app, page, lang):
    at = app(page, lang=lang)
    assert not at.exception
    assert texts(lang)("app.empty.title") in html(at)
    assert [link.proto.label for link in at.get("page_link")] == [texts(lang)("app.empty.action")]


@pytest.mark.parametrize("page", ["upload", "data_methods"])
def test_without_counts_the_other_pages_work(empty, app, page):
    assert not app(page).exception


@pytest.mark.parametrize("page", PAGES)
def test_headings_come_in_order(filled, app, page):
    shown = html(app("" if page == "month" else page))
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_words_and_a_table(filled, app, page):
    at = app("" if page == "month" else page)
    charts = at.get("plotly_chart")
    assert all(len(chart.proto.alt) > 20 for chart in charts)
    assert html(at).count("<details") >= len(charts)


def test_the_start_page_draws_one_chart_and_few_widgets(filled, app):
    """What keeps it fast in the browser (docs/performance.md)."""
    at = app()
    assert len(at.get("plotly_chart")) == 1
    assert len(at.selectbox) == 3
    assert len(at.get("html")) <= 8
