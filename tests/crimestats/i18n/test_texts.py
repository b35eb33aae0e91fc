"""Every label exists in both languages with the same placeholders, and none is a hollow copy."""

from __future__ import annotations

import re
import string

import pytest

from crimestats.i18n import LANGUAGES, MissingText, texts

SV, EN = texts("sv").labels, texts("en").labels
MARKUP = re.compile(r"<script|javascript:|https?://", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_languages_have_the_same_keys() -> None:
    assert set(SV) - set(EN) == set()
    assert set(EN) - set(SV) == set()


def test_the_languages_have_the_same_placeholders() -> None:
    differ = {key for key in SV.keys() & EN.keys() if placeholders(SV[key]) != placeholders(EN[key])}
    assert differ == set()


def test_placeholders_have_names() -> None:
    for labels in (SV, EN):
        assert {key for key, text in labels.items() if "" in placeholders(text)} == set()


def test_every_label_says_something() -> None:
    for labels in (SV, EN):
        assert {key for key, text in labels.items() if not str(text).strip()} == set()
        assert {key for key, text in labels.items() if not isinstance(text, str)} == set()


def test_labels_call_no_outside_host() -> None:
    for labels in (SV, EN):
        assert {key for key, text in labels.items() if MARKUP.search(text)} == set()


def test_swedish_writes_ranges_and_quotes_the_swedish_way() -> None:
    straight = {
        key for key, text in SV.items() if '"' in text and "=" not in text and "python -m" not in text
    }
    assert straight == set()
    ranges = re.compile(r"(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])")
    assert {key for key, text in SV.items() if ranges.search(text)} == set()


def test_a_label_is_looked_up_and_filled_in() -> None:
    assert texts("sv")("week.not_in_year", week=53, year=2021) == "Vecka 53 finns inte år 2021."
    assert texts("en")("week.not_in_year", week=53, year=2021) == "Week 53 does not exist in 2021."
    assert "week.no_year" in texts("sv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_missing_label_is_a_fault(lang: str) -> None:
    with pytest.raises(MissingText):
        texts(lang)("week.there_is_no_such_label")


def test_an_unknown_language_gets_swedish() -> None:
    assert texts("fi").labels == SV
