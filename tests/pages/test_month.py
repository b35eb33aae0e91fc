from __future__ import annotations

import re

from tests.pages.conftest import html


def test_five_tiles_add_up_to_the_total(filled, app):
    shown = html(app("", area="Lysekil", period="2021-W43--2021-W46"))
    figures = [int(figure) for figure in re.findall(r'class="lb-figure">(\d+)<', shown)]
    total = re.search(r'class="lb-subtitle">[^<]*?(\d+) anm', shown)
    assert len(figures) == 5
    assert total
    assert sum(figures) == int(total[1])


def test_every_linked_number_has_its_cells_on_the_page(filled, app):
    shown = html(app("", area="Lysekil", period="2021-W43--2021-W46"))
    targets = set(re.findall(r'href="#([\w-]+)" class="lb-number"', shown))
    assert targets
    assert targets <= set(re.findall(r'<tbody id="([\w-]+)"', shown))
    assert "lysekil.xlsx" in shown


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
