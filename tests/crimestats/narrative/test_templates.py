"""The two wordings hold the same templates, and neither breaks the rules of writing."""

from __future__ import annotations

import re
import string

import pytest

from crimestats.narrative.grammar import Words
from crimestats.narrative.sentences_en import ENGLISH
from crimestats.narrative.sentences_sv import SWEDISH

BOTH = pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_the_languages_have_the_same_templates_and_nouns() -> None:
    assert SWEDISH.templates.keys() == ENGLISH.templates.keys()
    assert SWEDISH.nouns.keys() == ENGLISH.nouns.keys()


@pytest.mark.parametrize("key", SWEDISH.templates)
def test_a_translation_tells_the_same_numbers(key: str) -> None:
    only_grammar = {"n"} if key == "preliminary" else set()
    assert fields(SWEDISH.templates[key]) - only_grammar == fields(ENGLISH.templates[key]) - only_grammar


@BOTH
def test_no_forbidden_word_stands_in_a_template(words: Words) -> None:
    forbidden = re.compile(
        r"begick|begås|committed|signifikant|significant|tyvärr|glädjande|unfortunately|%", re.I
    )
    assert {key for key, text in words.templates.items() if forbidden.search(text)} == set()


@BOTH
def test_no_number_is_written_into_a_template(words: Words) -> None:
    for key, template in words.templates.items():
        literal = "".join(text for text, *_ in string.Formatter().parse(template))
        assert not re.search(r"\d", literal), key


@BOTH
def test_no_sentence_starts_with_a_figure(words: Words) -> None:
    """A template's first field, and one after a full stop, is never a bare count; weeks begin with a word."""
    start = re.compile(r"(?:^|[.!?] )\{(count|n|all|before|excess|left|rate|observed|range)(?![!:])\}")
    told = {key: text for key, text in words.templates.items() if not key.startswith("item.")}
    assert {key for key, text in told.items() if start.search(text)} == set()
