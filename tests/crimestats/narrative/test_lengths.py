"""Three lengths, wordings that change from month to month, and how easily they read."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from crimestats.analysis.detection import detect
from crimestats.narrative.compose import Narrative, compose
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import variant
from crimestats.narrative.lengths import one_line, one_paragraph
from crimestats.narrative.month import month_facts
from crimestats.narrative.readability import lix
from crimestats.narrative.sentences_en import ENGLISH
from crimestats.narrative.sentences_sv import SWEDISH
from crimestats.narrative.view import MonthView
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

Month = tuple[Period, list[Fact], MonthView]
# Weeks 40-42 … of 2021: months as the municipality cuts them, four or five weeks.
CUTS = (4, 4, 5, 4, 4, 5)


def in_a_row(first: IsoWeek) -> list[Period]:
    found = []
    for length in CUTS:
        found.append(Period(first, first + (length - 1)))
        first = first + length
    return found


def body(narrative: Narrative) -> str:
    return " ".join(paragraph.plain for paragraph in narrative.paragraphs)


def skeleton(text: str) -> str:
    """The wording without its numbers and words for numbers."""
    return re.sub(
        r"\d[\d\u00a0,–]*|\b(en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ingen|inga)\b", "#", text
    )


def test_lix_is_words_per_sentence_and_the_percentage_of_long_words() -> None:
    assert lix("") == 0.0
    # Seven words in two sentences, two of them long.
    assert lix("Hunden skällde högt. Katten jamade inte alls.") == pytest.approx(7 / 2 + 100 * 1 / 7)
    assert lix("Det var 15 anmälningar.") == pytest.approx(4 + 25)


def test_an_ordinary_month_reads_as_easily_as_a_newspaper(months: list[Month]) -> None:
    read = [lix(body(compose(facts, "sv"))) for _, facts, _ in months if _ordinary(facts)]
    assert len(read) > 60
    assert max(read) <= 45


def _ordinary(facts: list[Fact]) -> bool:
    total = next(fact for fact in facts if fact.kind == "total").numbers
    is_month = total["weeks"] in (4, 5)
    return is_month and total["level"] == "usual" and not any(fact.kind == "peak" for fact in facts)


def test_shorter_is_shorter_and_says_the_same(months: list[Month]) -> None:
    for _, facts, _ in months[::7]:
        for lang in ("sv", "en"):
            narrative = compose(facts, lang)
            line = one_line(facts, lang).plain
            paragraph = " ".join(sentence.plain for sentence in one_paragraph(facts, lang))
            assert line.startswith(narrative.headline.plain)
            assert len(line) < 150
            assert len(paragraph) <= len(body(narrative)) + sum(len(one.plain) for one in narrative.remarks)
            assert narrative.paragraphs[0].sentences[0].plain[:10] == paragraph[:10]


def test_the_published_month_in_one_line(november_sv, november_en) -> None:
    told = one_line(november_sv.facts).plain.replace("\u00a0", " ")
    assert told.startswith(
        "Fler anmälningar än vanligt: bedrägerierna vecka 45 ligger bakom (167 anmälningar, vanligt 108–"
    )
    assert (
        one_line(november_en.facts, "en")
        .plain.replace("\u00a0", " ")
        .startswith(
            "More reports than usual: the fraud reports of week 45 lie behind it (167 reports, usually 108–"
        )
    )


def test_three_months_in_a_row_do_not_read_alike(make_record) -> None:
    first = IsoWeek(2018, 1)
    level = {"violence": 4, "vandalism": 4, "theft": 9, "fraud": 5, "benefit_fraud": 1, "total": 33}
    record = make_record(first, {code: [float(n)] * 200 for code, n in level.items()})
    detection = detect(record)
    told = [compose(month_facts(record, detection, period)) for period in in_a_row(first + 160)]
    again = [compose(month_facts(record, detection, period)) for period in in_a_row(first + 160)]
    assert [body(one) for one in told] == [body(one) for one in again]
    texts = [skeleton(body(one)) for one in told]
    for three in zip(texts, texts[1:], texts[2:], strict=False):
        assert len(set(three)) == 3
    openings = [skeleton(one.paragraphs[0].sentences[0].plain) for one in told]
    assert all(one != other for one, other in pairwise(openings))


@pytest.mark.parametrize("words", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_a_wording_comes_round_month_by_month(words) -> None:
    periods = in_a_row(IsoWeek(2021, 1))
    used = [variant("total.whole.range", words.templates, period) for period in periods]
    assert set(used) == {"total.whole.range", "total.whole.range~2", "total.whole.range~3"}
    assert used[:3] == used[3:]
