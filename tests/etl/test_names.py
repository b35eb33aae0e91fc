"""Labels become categories by exact spelling; near ones are offered, never taken."""

from __future__ import annotations

import pytest

from crimestats.categories import categories
from etl.names import category


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Våldsbrott", "violence"), ("VÅLD", "violence"), ("Anmälda våldsbrott", "violence"),
        ("8 kap.", "theft"),
        ("Skadegörelse (inkl. mordbrand)", "vandalism"), ("Stöld- och tillgreppsbrott", "theft"),
        ("Totalt antal brott", "total"), ("Totalsumma", "total"), ("Övriga bedrägerier", "fraud.other"),
        ("Bidragsbrott", "benefit_fraud"), ("Tillgrepp\u00a0/ stöld", "theft"), ("Vishing", "fraud.phone"),
    ],
)  # fmt: skip
def test_spellings(label: str, code: str) -> None:
    assert category(label).code == code


@pytest.mark.parametrize("label", ["Våldsbrott*", "Våldsbrott¹", "Våldsbrott 2)", "Våldsbrott **"])
def test_footnote_marks_are_taken_off(label: str) -> None:
    name = category(label)
    assert (name.code, name.footnote) == ("violence", True)


@pytest.mark.parametrize(
    ("label", "suggestion"),
    [("Skadegörlse", "vandalism"), ("Valdsbrott", "violence"), ("Telefonbedrägri", "fraud.phone")],
)
def test_a_near_label_is_a_suggestion_only(label: str, suggestion: str) -> None:
    name = category(label)
    assert (name.code, name.suggestion) == ("", suggestion)


@pytest.mark.parametrize(
    "label", ["Stald", "7 kap", "10 kap", "Vapenbrott", "Rån", "Narkotika", "Skadgorlsebro"]
)
def test_short_labels_chapters_and_far_ones_have_no_suggestion(label: str) -> None:
    name = category(label)
    assert (name.code, name.suggestion) == ("", "")


def test_a_part_of_the_one_above_is_known_as_such() -> None:
    assert category("varav bidragsbrott").within
    assert not category("Bidragsbrott").within


def test_derived_categories_are_never_read() -> None:
    assert category("Bedrägeri inkl. bidragsbrott").code == ""
    assert not any(categories()[category(one.sv).code or "total"].derived for one in categories().values())
