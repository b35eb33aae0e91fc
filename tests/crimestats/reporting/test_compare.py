"""A comparison gives both texts back whole; a merge drops nobody's paragraph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crimestats.reporting.compare import Change, Merged, compare, merge

TEXTS = st.lists(st.sampled_from(["ett", "två", "tre ", "fyra\n", ". ", "\n\n"]), max_size=12).map("".join)
PARAGRAPHS = st.lists(st.sampled_from([f"stycke {n}" for n in range(6)]), max_size=5).map("\n\n".join)


def test_words_not_letters():
    assert compare("Det gjordes 167 anmälningar.", "Det gjordes 168 anmälningar.") == (
        Change("same", "Det gjordes "), Change("removed", "167"), Change("added", "168"),
        Change("same", " anmälningar."),
    )  # fmt: skip


def test_nothing_against_something():
    assert compare("", "ny") == (Change("added", "ny"),)
    assert compare("gammal", "") == (Change("removed", "gammal"),)
    assert compare("", "") == ()


def test_a_paragraph_of_ten_thousand_words_is_not_taken_apart():
    """Word against word it would take minutes, with the desk standing still."""
    old, new = "ord " * 10_000, "annat " * 10_000
    assert [change.kind for change in compare(old, new)] == ["removed", "added"]


@given(TEXTS, TEXTS)
def test_both_texts_come_back(old, new):
    found = compare(old, new)
    assert "".join(change.text for change in found if change.kind != "added") == old
    assert "".join(change.text for change in found if change.kind != "removed") == new


def test_changes_in_different_paragraphs_are_put_together():
    base = "Ett.\n\nTvå.\n\nTre."
    assert merge(base, "Ett!\n\nTvå.\n\nTre.", "Ett.\n\nTvå.\n\nTre.\n\nFyra.") == Merged(
        "Ett!\n\nTvå.\n\nTre.\n\nFyra.", True
    )


def test_changes_of_the_same_paragraph_stand_one_by_one():
    assert merge("Ett.", "Mitt ett.", "Ditt ett.") == Merged("Mitt ett.\n\nDitt ett.", False)


def test_the_same_change_twice_is_one():
    assert merge("Ett.", "Nytt.", "Nytt.") == Merged("Nytt.", True)


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_what_either_wrote_anew_is_in_the_merged_text(base, mine, theirs):
    merged = merge(base, mine, theirs).text.split("\n\n")
    old = set(base.split("\n\n"))
    for text in (mine, theirs):
        assert {part for part in text.split("\n\n") if part} - old <= set(merged)
    assert merge(base, mine, mine).text == mine
    assert merge(base, mine, base) == Merged(mine, True)
