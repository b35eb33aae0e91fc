"""What the checker says of a text about November 2021: verdict, reason, figure, warning, proposal, place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crimestats.checking import CheckedText, Claim
from crimestats.periods import Period
from crimestats.reporting.checking import check_text
from crimestats.store import Store

Check = Callable[[str], CheckedText]


@pytest.fixture
def check(sample_store: Store, november: Period) -> Check:
    return lambda text: check_text(sample_store, text, area="Lysekil", period=november)


def only(found: CheckedText) -> Claim:
    assert len(found.claims) == 1, found.claims
    return found.claims[0]


def test_a_wrong_count_comes_with_the_right_one(check: Check) -> None:
    text = "Det anmäldes 17 våldsbrott under perioden."
    claim = only(check(text))
    assert claim.verdict == "contradicted"
    assert claim.reason == "Underlaget säger något annat: våldsbrott, vecka\u00a043–46 2021: 15."
    assert claim.proposal == "15 våldsbrott under perioden"
    assert claim.fact == {
        "kind": "count", "area": "Lysekil", "category": "violence",
        "from": "2021-W43", "to": "2021-W46", "value": 15,
    }  # fmt: skip
    assert text[claim.start : claim.end] == claim.text


def test_a_wrong_direction_is_turned(check: Check) -> None:
    claim = only(check("Antalet anmälningar har minskat med 21 procent jämfört med samma period förra året."))
    assert claim.verdict == "contradicted"
    assert claim.proposal is not None
    assert "ökat med 21\u00a0%" in claim.proposal.replace(" %", "\u00a0%")


def test_words_keep_being_words(check: Check) -> None:
    assert only(check("Sex skadegörelser anmäldes.")).proposal == "sju skadegörelser"


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "Våldsbrotten har minskat med 17 procent jämfört med samma period förra året.",
            "Procent på små tal",
        ),
        ("Våldsbrotten har minskat jämfört med samma period förra året.", "ryms inom slumpen"),
        ("Under perioden begicks 15 våldsbrott.", "inte när de begicks"),
        ("Vecka 45 begicks ovanligt många bedrägerier.", "inte när de begicks"),
        ("Det skedde 167 brott under perioden.", "räknar anmälningar, inte brott"),
        ("Stölderna har minskat från 46 till 23 jämfört med samma veckor 2019.", "längre tillbaka"),
        ("Anmälningarna är färre än i september.", "olika långa"),
    ],
)
def test_true_but_misleading(check: Check, text: str, warning: str) -> None:
    warned = [claim for claim in check(text).claims if claim.warning and warning in claim.warning]
    assert warned
    assert all(claim.verdict == "supported" for claim in warned)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 114 14, eller 112 om det är bråttom. Mötet hålls den 29 november kl. 18.30 på Kungsgatan 12.",
        "En 35-årig man greps för att ha stulit varor för 3 500 kronor.",
        "Polisen har 4 bilar och 12 poliser.",
        "Vid mötet deltog 25 personer.",
    ],
)
def test_other_numbers_are_no_claims(check: Check, text: str) -> None:
    assert check(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "I Sotenäs anmäldes 45 brott.",
        "I hela landet ökade våldsbrotten med 5 procent.",
        "Tre cykelstölder anmäldes.",
        "Under helgen anmäldes nio våldsbrott.",
        "Målet är att minska antalet våldsbrott till 10.",
        "Det gjordes 3,2 anmälningar per 1 000 invånare.",
    ],
)
def test_what_the_counts_cannot_tell_is_never_contradicted(check: Check, text: str) -> None:
    assert {claim.verdict for claim in check(text).claims} <= {"cannot_check"}


@pytest.mark.parametrize(
    "text",
    [
        "Det anmäldes 17 våldsbrott.",
        "Våldsbrotten uppgick till 17 under perioden.",
        "Våldsbrott: 17",
        "Våldsbrotten har minskat med 9 jämfört med samma period förra året.",
        "Det anmäldes 15 våldsbrott, jämfört med 35 samma period förra året.",
        "v. 43: 37 anmälningar, v. 44: 39",
        "Vecka 44 och 45 anmäldes 38 respektive 51 brott.",
    ],
)
def test_what_is_said_plainly_and_is_wrong_is_contradicted(check: Check, text: str) -> None:
    assert [c.verdict for c in check(text).claims].count("contradicted") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fjolårets 18 stölder har blivit 98.",  # the noun belongs to the first number
        "Den första veckan anmäldes 99 brott.",  # a word that no list knows
        "Stöld är vanligare än våld: 99 mot 98.",  # two categories compete
        "Skillnaden mot samma period i fjol är 99 stölder.",  # a difference, not a count
        "Bedrägerierna har minskat.",  # nothing to compare with is named
        "Stölderna ökade, våldsbrotten minskade, allt jämfört med oktober.",  # two words of change
    ],
)
def test_what_is_not_said_plainly_is_undecided_and_still_comes_with_the_figure(
    check: Check, text: str
) -> None:
    claims = [c for c in check(text).claims if c.verdict != "supported"]
    assert claims
    assert {c.verdict for c in claims} == {"cannot_check"}
    assert all("Underlaget säger: " in c.reason for c in claims if c.fact is not None)
    assert any(c.fact is not None for c in claims)


def test_sentences_refer_to_those_before(check: Check) -> None:
    text = "Totalt gjordes 167 anmälningar. Motsvarande siffra förra året var 138. Det är en ökning med 29."
    assert [claim.verdict for claim in check(text).claims] == ["supported"] * 3


def test_a_pasted_table_is_said_not_to_be_checked(check: Check) -> None:
    claim = only(check("Våld\t15\nStöld\t99\n"))
    assert (claim.verdict, claim.start, claim.end) == ("cannot_check", 0, 16)


def test_a_text_of_other_weeks_gets_a_notice(check: Check) -> None:
    found = check("Under vecka 10–13 anmäldes 999 brott.")
    assert found.claims[0].verdict == "contradicted"
    assert found.notices
    assert "vecka\u00a010–13 2021" in found.notices[0]


def test_what_was_known_then(store: Store, november: Period, add_counts: Callable[..., int]) -> None:
    from datetime import timedelta

    from tests.conftest import RECEIVED

    weeks = [str(week) for week in november.weeks]
    add_counts(store, [(week, "violence", 4) for week in weeks])
    add_counts(store, [(weeks[0], "violence", 5)], received_at=RECEIVED + timedelta(days=7))
    text = "Det anmäldes 16 våldsbrott."

    def verdict(as_of: object) -> str:
        return only(check_text(store, text, area="Lysekil", period=november, as_of=as_of)).verdict  # type: ignore[arg-type]

    assert (verdict(RECEIVED + timedelta(days=1)), verdict(None)) == ("supported", "contradicted")
