"""From what was written to sentences; places are those of the text as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.checking import CheckError
from crimestats.checking.plain import MOST_WORDS, bare, sentences


@given(st.text(max_size=300))
def test_no_character_moves(text: str) -> None:
    assert len(bare(text)) == len(text)


def parts(text: str) -> list[str]:
    return [one.text.strip() for one in sentences(text)]


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Under v. 43 anmäldes ca. 20 brott, bl.a. stölder. Det var få."
    assert parts(text) == ["under v. 43 anmäldes ca. 20 brott, bl.a. stölder.", "det var få."]


def test_headings_and_lists_stand_alone() -> None:
    found = sentences("# Våldsbrott\n* 15 anmälningar\n* 3 färre\n")
    assert [(one.text.strip(), one.heading) for one in found] == [
        ("våldsbrott", True),
        ("15 anmälningar", False),
        ("3 färre", False),
    ]


def test_markup_and_scripts_are_not_read() -> None:
    text = "<p>15 <b>våldsbrott</b></p><script>var n = 99 våldsbrott;</script>"
    assert [part.split() for part in parts(text)] == [["15", "våldsbrott"]]


def test_a_pasted_table_is_one_sentence_of_its_own() -> None:
    found = sentences("Text först.\n\nVåld\t15\nStöld\t23\n")
    assert [one.table for one in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "code"), [(" \n", "checking.empty"), ("ord " * (MOST_WORDS + 1), "checking.too_long")]
)
def test_refusals(text: str, code: str) -> None:
    with pytest.raises(CheckError) as refused:
        sentences(text)
    assert refused.value.code == code
