"""Counted nouns, words or figures, weeks and ranges, on small templates of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Name, Noun, Span, Words
from crimestats.narrative.sentences_en import ENGLISH
from crimestats.narrative.sentences_sv import SWEDISH
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

W43, W45, W46 = IsoWeek(2021, 43), IsoWeek(2021, 45), IsoWeek(2021, 46)
FACT = Fact("test", Period(W43, W46), {})


def written(words: Words, template: str, **values: object) -> str:
    own = replace(words, templates={"t": template, "item": "{n} {what:about}"})
    return "".join(run.text for run in own.render(Line("t", values, FACT)))


@pytest.mark.parametrize(
    ("n", "sv", "en"),
    [
        (0, "Det kom inga anmälningar.", "There came no reports."),
        (1, "Det kom en anmälan.", "There came one report."),
        (2, "Det kom två anmälningar.", "There came two reports."),
        (12, "Det kom tolv anmälningar.", "There came twelve reports."),
        (13, "Det kom 13 anmälningar.", "There came 13 reports."),
        (1234, "Det kom 1\u00a0234 anmälningar.", "There came 1,234 reports."),
    ],
)
def test_a_count_with_its_noun(n: int, sv: str, en: str) -> None:
    assert written(SWEDISH, "Det kom {n:anmälan|anmälningar}.", n=n) == sv
    assert written(ENGLISH, "There came {n:report|reports}.", n=n) == en


def test_like_things_in_a_sentence_are_written_in_one_style() -> None:
    items = tuple(
        Line("item", {"n": n, "what": Noun(code)}, FACT) for n, code in ((15, "violence"), (7, "theft"))
    )
    assert (
        written(SWEDISH, "Av dem gällde {items}.", items=items) == "Av dem gällde 15 våldsbrott och 7 stöld."
    )
    assert written(SWEDISH, "Nu {n}, vanligt {span}.", n=7, span=Span(2, 9)) == "Nu 7, vanligt 2–9."
    assert written(SWEDISH, "Nu {n}, då {m}.", n=7, m=3) == "Nu sju, då tre."


def test_weeks_are_no_like_things_of_counts() -> None:
    assert written(SWEDISH, "Av {n} på {w!w:vecka|veckor}.", n=40, w=3) == "Av 40 på tre veckor."


def test_zero_without_a_noun_and_a_mean() -> None:
    assert written(SWEDISH, "Av dem gällde {n} stöld.", n=0) == "Av dem gällde ingen stöld."
    assert written(SWEDISH, "Per vecka {n} mot {m}.", n=41.8, m=30.0) == "Per vecka 41,8 mot 30."


@pytest.mark.parametrize(
    ("weeks", "sv", "en"),
    [
        ((W45,), "Vecka\u00a045", "Week\u00a045"),
        ((W43, W45), "Vecka\u00a043 och 45", "Weeks\u00a043 and 45"),
        ((W45, W46), "Vecka\u00a045 och 46", "Weeks\u00a045 and 46"),
        ((W43, IsoWeek(2021, 44), W45), "Vecka\u00a043–45", "Weeks\u00a043–45"),
        (
            (IsoWeek(2020, 53), IsoWeek(2021, 2)),
            "Vecka\u00a053 2020 och vecka\u00a02 2021",
            "Week\u00a053 2020 and week\u00a02 2021",
        ),
    ],
)
def test_several_weeks(weeks: tuple[IsoWeek, ...], sv: str, en: str) -> None:
    assert written(SWEDISH, "{weeks}", weeks=weeks) == sv
    assert written(ENGLISH, "{weeks}", weeks=weeks) == en


def test_the_count_may_stand_inside_its_phrase_or_be_left_out() -> None:
    template = "Utan {n:den enda anmälan|de # anmälningarna}."
    assert written(SWEDISH, template, n=1) == "Utan den enda anmälan."
    assert written(SWEDISH, template, n=11) == "Utan de elva anmälningarna."
    assert written(SWEDISH, "Vecka 46 {n!a:är|var}.", n=2) == "Vecka 46 var."


def test_names_keep_their_spelling_but_common_nouns_lose_the_capital() -> None:
    assert (
        written(SWEDISH, "Då var {name}.", name=Name("Höstlov", "Autumn break", low=True))
        == "Då var höstlov."
    )
    assert (
        written(ENGLISH, "It was {name}.", name=Name("Höstlov", "Autumn break", low=True))
        == "It was Autumn break."
    )
    assert written(SWEDISH, "Då var {name}.", name=Name("EST-möte", low=True)) == "Då var EST-möte."
    assert written(SWEDISH, "I {name}.", name=Name("Lysekil")) == "I Lysekil."


def test_numbers_are_runs_of_their_own_with_their_fact() -> None:
    own = replace(SWEDISH, templates={"t": "Nu {n:anmälan|anmälningar}, vanligt {span}."})
    runs = own.render(Line("t", {"n": 61, "span": Span(24, 43)}, FACT))
    assert [(run.text, run.number) for run in runs] == [
        ("Nu ", False), ("61", True), (" anmälningar, vanligt ", False), ("24–43", True), (".", False),
    ]  # fmt: skip
    assert {run.fact is FACT for run in runs if run.number} == {True}
