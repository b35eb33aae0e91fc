from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs

import pytest

from crimestats.i18n import texts
from tests.pages.conftest import html


def test_five_tiles_add_up_to_the_total(filled, app):
    shown = html(app("", area="Lysekil", period="2021-W43--2021-W46"))
    figures = [int(figure) for figure in re.findall(r'class="lb-figure">(\d+)<', shown)]
    total = re.search(r'class="lb-subtitle">[^<]*?(\d+) anm', shown)
    assert len(figures) == 5
    assert total
    assert sum(figures) == int(total[1])


NOVEMBER = {"area": "Lysekil", "period": "2021-W43--2021-W46"}


def test_every_number_in_the_text_opens_its_origin(filled, app):
    shown = html(app("", **NOVEMBER))
    links = [parse_qs(unescape(one)[1:]) for one in re.findall(r'href="([^"]*)" class="lb-number"', shown)]
    assert len(links) > 10
    for link in links:
        assert {"area", "period", "lang", "origin"} <= link.keys()
        assert link["area"] == ["Lysekil"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_origin_shows_rule_cells_history_and_question(filled, app, lang):
    at = app("", **NOVEMBER, origin="category-theft", lang=lang)
    assert not at.exception
    shown = html(at)
    assert "lysekil.xlsx" in shown
    assert "FROM current_count($as_of)" in unescape(shown)
    for key in ("origin.how", "origin.cells", "origin.history", "origin.sheet"):
        assert texts(lang)(key) in shown
    # The bytes of this made-up upload were never kept: it says so instead of failing.
    assert texts(lang)("origin.sheet_failed", file="lysekil.xlsx") in shown


def test_a_link_to_a_number_that_is_not_there_says_so(filled, app):
    at = app("", **NOVEMBER, origin="peak-theft-1999-W01")
    assert not at.exception
    assert texts("sv")("origin.gone") in html(at)


def test_a_link_stays_in_the_address_until_it_is_closed(filled, app):
    assert app("", **NOVEMBER, origin="total-total").query_params["origin"] in (
        "total-total",
        ["total-total"],
    )


def test_two_areas_are_never_mixed(filled, app):
    shown = html(app("", area="Sotenäs"))
    assert "Sotenäs" in shown
    assert "lysekil.xlsx" not in shown


def test_what_a_file_calls_itself_stays_text(store, add_counts, app, monkeypatch):
    from tests.pages.conftest import use

    bad = '<img src=x onerror="alert(1)">.xlsx'
    add_counts(store, [("2021-W46", "total", 7), ("2021-W45", "total", 9)], file_name=bad)
    use(monkeypatch, store)
    for page in ("", "upload", "data_methods"):
        assert "<img src=x" not in html(app(page))
