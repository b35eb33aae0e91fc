"""The category list: each spelling leads to one code, and the list is whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.categories import categories, fold, kinds_of, spellings, top_level

# DOMAIN section 3, column by column.
ACCEPTED = {
    "total": "totalt, summa, samtliga, alla brott, antal anmälningar, total, Totalsumma, totalt antal brott",
    "violence": "våld, våldsbrott, våld mot person, våldsbrott totalt, violence, violent crime",
    "vandalism": "skadegörelse, skadegörelsebrott, klotter, 12 kap, vandalism, criminal damage",
    "theft": "tillgrepp, stöld, stölder, tillgrepp/stöld, stöld/tillgrepp, tillgreppsbrott, stöldbrott, "
    "stöld- och tillgreppsbrott, 8 kap, theft",
    "fraud": "bedrägeri, bedrägerier, bedrägeribrott, 9 kap, bedrägeri och annan oredlighet, fraud",
    "fraud.phone": "telefonbedrägeri, vishing, befogenhetsbedrägeri, bedrägeri genom social manipulation",
    "fraud.card": "kortbedrägeri",
    "fraud.invoice": "fakturabedrägeri, bluffaktura",
    "fraud.ad": "annonsbedrägeri",
    "fraud.identity": "identitetsbedrägeri",
    "fraud.romance": "romansbedrägeri",
    "fraud.investment": "investeringsbedrägeri",
    "fraud.insurance": "försäkringsbedrägeri",
    "fraud.other": "övriga bedrägeribrott, Övriga bedrägerier",
    "benefit_fraud": "bidragsbrott, bidragsbedrägeri, bidragsfusk",
    "identity_misuse": "olovlig identitetsanvändning, identitetsintrång, id-kapning",
    "other": "övrigt, övriga brott",
}
PAIRS = [(code, spelling.strip()) for code, line in ACCEPTED.items() for spelling in line.split(",")]


@pytest.mark.parametrize(("code", "spelling"), PAIRS)
def test_every_spelling_of_the_domain(code: str, spelling: str) -> None:
    assert spellings()[fold(spelling)] == code


@given(
    st.sampled_from(PAIRS),
    st.sampled_from(["{}", " {} ", "{}:", "Anmälda {}", "Antal {}", "anmälda\u00a0{}."]),
)
def test_dress_does_not_matter(pair: tuple[str, str], dress: str) -> None:
    code, spelling = pair
    for label in (spelling, spelling.upper(), spelling.capitalize()):
        assert spellings()[fold(dress.format(label))] == code


def test_the_names_on_screen_are_spellings_too() -> None:
    for category in categories().values():
        if not category.derived:
            assert spellings()[fold(category.sv)] == spellings()[fold(category.en)] == category.code


def test_brott_om_is_taken_off() -> None:
    assert spellings()[fold("Brott om skadegörelse")] == "vandalism"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(label: str) -> None:
    assert fold(fold(label)) == fold(label)


def test_an_unknown_label_is_not_guessed() -> None:
    assert fold("Skadegörlse") not in spellings()
    assert fold("trafikbrott") not in spellings()


def test_the_list_hangs_together() -> None:
    listed = categories()
    assert next(iter(listed)) == "total"
    for category in listed.values():
        assert category.sv
        assert category.en
        assert category.name("sv") == category.sv
        assert category.name("en") == category.en
        assert not category.parent or category.parent in top_level()
        assert not (category.top and category.derived)
    assert set(kinds_of("fraud")) == {code for code in listed if code.startswith("fraud.")}
    assert {"violence", "vandalism", "theft", "fraud", "benefit_fraud", "other"} <= set(top_level())
    assert "total" not in top_level()
