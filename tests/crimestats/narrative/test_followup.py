"""What is said of a decision's outcome and of a slide, whole sentences in both languages."""

from __future__ import annotations

import pytest

from crimestats.narrative.compose import say
from crimestats.narrative.facts import Fact
from crimestats.narrative.followup import followup_lines
from crimestats.narrative.sentences_meeting_sv import MEETING
from crimestats.narrative.slides import (
    categories_title,
    category_title,
    change_title,
    counted_title,
    peak_title,
    shift_title,
)
from crimestats.periods import parse_period

WEEKS = parse_period("2021-W47--2021-W50")
NUMBERS = {
    "effect": 30, "need": 104, "held": 90, "own_observed": 12, "own_expected": 19, "own_lower": 11,
    "own_upper": 28, "own_seen": 4,
}  # fmt: skip


def outcome(lang: str, subject: str = "vandalism", **numbers: object) -> str:
    fact = Fact("followup", WEEKS, {**NUMBERS, **numbers}, subject)
    return " ".join(line.plain for line in say(followup_lines(fact), lang, together=True))


@pytest.mark.parametrize(
    ("verdict", "reason", "told"),
    [
        ("fewer", "", "Det är färre än vad slumpen brukar ge. Siffrorna säger inte varför."),
        ("more", "", "Det är fler än vad slumpen brukar ge. Siffrorna säger inte varför."),
        ("as_expected", "", "Skillnaden är inte större än vad slumpen brukar ge; en minskning med 30 procent "
         "hade synts i minst 4 av 10 fall."),
        ("too_early", "power", "Det är för tidigt att säga: en minskning med 30 procent hade synts i högst 4 "
         "av 10 fall."),
        ("too_early", "too_short", "Det är för tidigt att säga: det krävs 104 veckor med uppgifter att "
         "jämföra med, och 90 finns."),
        ("too_early", "not_reported", "Det är för tidigt att säga: inga färdiga uppgifter har kommit in "
         "efter beslutet."),
    ],
)  # fmt: skip
def test_the_outcome_of_a_decision(verdict: str, reason: str, told: str) -> None:
    start = (
        "Efter beslutet, vecka\u00a047–50 2021, gjordes 12 anmälningar om skadegörelse; väntat var 11–28. "
    )
    assert outcome("sv", verdict=verdict, reason=reason) == start + told


def test_all_reports_and_english() -> None:
    assert outcome("sv", "total", verdict="fewer", reason="").startswith(
        "Efter beslutet, vecka\u00a047–50 2021, gjordes 12 anmälningar; väntat var 11–28."
    )
    assert outcome("en", verdict="too_early", reason="power") == (
        "After the decision, weeks\u00a047–50 2021, 12 reports about criminal damage were made; 11–28 were "
        "expected. It is too early to say: a reduction by 30 per cent would have been seen in at most 4 of "
        "10 cases."
    )


def title(line: object) -> str:
    return say([line], "sv")[0].plain  # type: ignore[list-item]


def test_titles_of_slides() -> None:
    def level(word: str, code: str = "theft") -> Fact:
        return Fact("category", WEEKS, {"level": word}, code)

    def peak(driver: str, subject: str = "total") -> Fact:
        return Fact("peak", WEEKS, {"week": "2021-W47", "driver": driver}, subject)

    def change(verdict: str) -> Fact:
        return Fact("change_before", WEEKS, {"verdict": verdict})

    assert title(peak_title(peak("fraud_all"))) == "Toppen i vecka\u00a047 var bedrägerier"
    assert title(peak_title(peak(""))) == "En topp i vecka\u00a047 som ingen brottstyp för sig förklarar"
    assert title(peak_title(peak("theft", "theft"))) == "Stölderna var ovanligt många vecka\u00a047"
    assert title(categories_title([level("usual")])) == "Alla brottstyper var inom det vanliga"
    assert title(categories_title([level("none")])) == "Så fördelar sig anmälningarna"
    unusual = [level("watch"), level("usual", "violence"), level("below", "vandalism")]
    assert title(categories_title(unusual)) == "Utanför det vanliga: stölder och skadegörelser"
    assert title(category_title(level("below"))) == "Stölderna var färre än vanligt"
    assert title(change_title([change("same"), change("same")])).startswith("Ingen säker skillnad")
    assert title(change_title([change("same"), change("more")])).startswith("Jämfört med")
    for more, word in ((True, "högre"), (False, "lägre")):
        told = title(shift_title("theft", WEEKS.first, more=more))
        assert told == f"Stölderna ligger på en {word} nivå sedan vecka\u00a047 2021"
    assert title(counted_title("decisions", 1, WEEKS)) == "Att följa upp: ett beslut"
    assert title(counted_title("decisions", 3, WEEKS)) == "Att följa upp: tre beslut"
    assert title(counted_title("revised", 14, WEEKS)) == "Ändrat sedan förra mötet: 14 siffror"


def test_every_template_of_the_meeting_is_told_here() -> None:
    """What this file names by its verdicts, and nothing else."""
    verdicts = {"fewer", "more", "as_expected"} | {
        f"too_early.{r}" for r in ("power", "too_short", "not_reported")
    }
    followups = {f"followup.{one}" for one in verdicts} | {"followup.count", "followup.count.all"}
    assert {key for key in MEETING if key.startswith("followup.")} == followups
