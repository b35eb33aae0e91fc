"""Numbers in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.checking.numerals import figures_at, words_at
from crimestats.i18n import Formats


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 234", 1234, "count"),
        ("12,5 procent", 12.5, "percent"),
        ("21 %", 21, "percent"),
        ("3 procentenheter", 3, "points"),
        ("15st", 15, "count"),
    ],
)
def test_figures(text: str, value: float, unit: str) -> None:
    found = figures_at(text, 0)
    assert found is not None
    assert (found[0], found[1].value, found[1].unit) == (len(text), value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("tjugotre", 23, "count"),
        ("etthundrasextiosju", 167, "count"),
        ("tolv procent", 12, "percent"),
        ("ett femtiotal", 50, "count"),
        ("två tredjedelar", 2 / 3, "share"),
        ("var fjärde", 1 / 4, "share"),
        ("åtta av tio", 0.8, "share"),
    ],
)
def test_words(text: str, value: float, unit: str) -> None:
    found = words_at(text, 0)
    assert found is not None
    assert (found[0], found[1].value, found[1].unit) == (len(text), value, unit)


@given(st.integers(0, 9_999_999))
def test_a_number_as_we_write_it_is_read_back(number: int) -> None:
    text = Formats("sv").number(number)
    assert figures_at(text, 0) is not None
    assert figures_at(text, 0)[1].value == number


def test_en_and_ett_are_marked_as_articles() -> None:
    found = words_at("en ökning", 0)
    assert found is not None
    assert found[1].article
