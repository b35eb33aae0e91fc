"""The headline's rule: every case it can give, and that headline, title, tiles and text never contradict."""

from __future__ import annotations

import re
from itertools import product

import pytest

from crimestats.narrative.compose import Narrative, compose, say
from crimestats.narrative.facts import Fact
from crimestats.narrative.headline import headline
from crimestats.narrative.sentences_headline_sv import HEADLINES
from crimestats.narrative.titles import month_title
from crimestats.narrative.view import MonthView
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

FIRST = IsoWeek(2021, 43)
MONTH = Period(FIRST, FIRST + 3)
Month = tuple[Period, list[Fact], MonthView]
CALM = {
    "span": "month", "count": 167, "missing": "", "reported": 4, "level": "usual", "weeks": "", "driver": "",
    "told": "", "all_total": True, "most": False, "lead": "", "behind": False, "total_weeks": "",
    "total_driver": "",
}  # fmt: skip
FRAUD = {"told": "weeks_of", "driver": "fraud_all", "weeks": "2021-W45"}


def fact(period: Period = MONTH, **numbers: object) -> Fact:
    return Fact("headline", period, CALM | numbers)


def plain(found: Fact, lang: str = "sv") -> str:
    return say([headline(found)], lang)[0].plain.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("numbers", "sv", "en"),
    [
        ({}, "En vanlig månad", "An ordinary month"),
        (
            FRAUD,
            "En vanlig månad, utom vecka 45 då bedrägerierna var ovanligt många",
            "An ordinary month, except week 45 when there were unusually many fraud reports",
        ),
        (
            FRAUD | {"level": "watch", "lead": "fraud_all", "behind": True},
            "Fler anmälningar än vanligt: bedrägerierna vecka 45 ligger bakom",
            "More reports than usual: the fraud reports of week 45 lie behind it",
        ),
        (
            FRAUD | {"level": "alarm", "lead": "fraud_all"},
            "Ovanligt många anmälningar, särskilt bedrägerier vecka 45",
            "Unusually many reports, in particular fraud reports in week 45",
        ),
        (
            FRAUD | {"level": "watch", "lead": "theft"},
            "Fler anmälningar än vanligt; bedrägerierna var ovanligt många vecka 45",
            "More reports than usual; there were unusually many fraud reports in week 45",
        ),
        (
            {"level": "below", "told": "mixed", "weeks": "2021-W44,2021-W45"},
            "Färre anmälningar än vanligt; enskilda brottstyper sticker ut vecka 44 och 45",
            "Fewer reports than usual; single types of crime stand out in weeks 44 and 45",
        ),
        (
            FRAUD | {"missing": "2021-W43", "reported": 3},
            "Uppgifter saknas för vecka 43; bedrägerierna var ovanligt många vecka 45",
            "Figures are missing for week 43; there were unusually many fraud reports in week 45",
        ),
    ],
)
def test_what_is_said(numbers: dict[str, object], sv: str, en: str) -> None:
    # The period's turn decides the wording; the first one is asked for by trying three months.
    told = {(plain(fact(m, **numbers)), plain(fact(m, **numbers), "en")) for m in months_in_a_row()}
    assert (sv, en) in told


def months_in_a_row() -> list[Period]:
    return [Period(MONTH.first + 4 * n, MONTH.first + (4 * n + 3)) for n in range(3)]


def cases() -> list[Fact]:
    """Every combination that the facts can hold."""
    found = []
    levels = ("none", "below", "usual", "watch", "alarm")
    tolds = (
        {"told": ""},
        FRAUD,
        FRAUD | {"told": "weeks", "driver": ""},
        FRAUD | {"told": "mixed", "driver": ""},
    )
    more = (
        {},
        {"standing": "theft", "standing_level": "watch"},
        {"standing": "theft", "standing_level": "alarm"},
    )
    whole = ({}, {"missing": "2021-W43", "reported": 3}, {"missing": "2021-W43", "reported": 0})
    flags = product((True, False), (True, False), ("", "fraud_all", "theft"))
    for level, told, stands, missing, (most, behind, lead) in product(
        levels, tolds, more, whole, list(flags)
    ):
        behind = behind and lead == told.get("driver") != ""
        numbers = {"level": level, **told, **stands, **missing, "most": most, "behind": behind, "lead": lead}
        found += [fact(period, **numbers) for period in months_in_a_row()]
    return found


def test_every_headline_is_reached_and_says_the_total_s_verdict() -> None:
    used = set()
    words = {
        "below": "färre anmälningar",
        "watch": "fler anmälningar än vanligt",
        "alarm": "ovanligt många anm",
    }
    for one in cases():
        line = headline(one)
        used.add(line.key)
        told, n = plain(one).lower(), one.numbers
        assert plain(one, "en")
        if not n["missing"] and n["level"] in words:
            assert told.startswith(words[str(n["level"])])
        if not n["missing"] and n["level"] == "usual":
            assert re.match(r"en vanlig|antalet anmälningar var|ungefär|vanligt antal", told)
    assert used == {key for key in HEADLINES if key.startswith("headline") and "~" not in key}


def test_headline_tiles_and_text_never_contradict(months: list[Month]) -> None:
    verdicts = {
        "below": "färre än vanligt", "usual": "inom det vanliga", "watch": "fler än vanligt",
        "alarm": "ovanligt många",
    }  # fmt: skip
    for period, facts, view in months:
        narrative = compose(facts, "sv")
        top = narrative.headline.plain
        total = next(one for one in facts if one.kind == "total").numbers
        level, missing = str(total["level"]), total["reported"] != total["weeks"]
        if level in verdicts:
            assert verdicts[level] in _paragraph(narrative, "total"), top
        if level in ("watch", "alarm", "below") and not missing:
            assert "vanlig " not in top.lower(), top
            assert level != "watch" or top.startswith("Fler anmälningar än vanligt"), top
            assert level != "alarm" or top.startswith("Ovanligt många anmälningar"), top
        _weeks_named_are_told(narrative, facts, period)
        _verdicts_are_the_tiles_own(narrative, facts, view)


def _paragraph(narrative: Narrative, key: str) -> str:
    return next((one.plain for one in narrative.paragraphs if one.key == key), "")


def _weeks_named_are_told(narrative: Narrative, facts: list[Fact], period: Period) -> None:
    """Each week that headline or title names is told below; the title's are the total's own."""
    peaks = [one for one in facts if one.kind == "peak" and one.numbers["level"] == "alarm"]
    number = next(one for one in facts if one.kind == "headline").numbers
    assert set(str(number["weeks"]).split(",")) == ({str(one.numbers["week"]) for one in peaks} or {""})
    of_total = {str(one.numbers["week"]) for one in peaks if one.subject == "total"}
    assert set(str(number["total_weeks"]).split(",")) == (of_total or {""})
    title = month_title(facts, "sv")
    assert ("topp" in title) == bool(of_total), title
    if len(period) > 1:
        for one in peaks:
            assert f"ecka\u00a0{one.period.first.week} " in _paragraph(narrative, "peaks")


def _verdicts_are_the_tiles_own(narrative: Narrative, facts: list[Fact], view: MonthView) -> None:
    """What is said of a category is the verdict on its tile; "all usual" only where all are."""
    levels = {one.subject: one.numbers["level"] for one in facts if one.kind == "category"}
    told = _paragraph(narrative, "categories")
    for code, level in levels.items():
        band = view.band(code)
        assert band is not None
        assert band.level.name.lower() == level
    if set(levels.values()) - {"usual"}:
        assert "Varje brottstyp" not in told
        assert "Ingen brottstyp" not in told
        assert "Ingen av brottstyperna" not in told
