"""Drawn months: what is said of each, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from crimestats.analysis.detection import detect
from crimestats.counts import WeeklyCounts
from crimestats.narrative.compose import Narrative, compose
from crimestats.narrative.events import CalendarEvent
from crimestats.narrative.facts import Fact
from crimestats.narrative.month import month_facts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

FIRST = IsoWeek(2018, 1)
MakeRecord = Callable[..., WeeklyCounts]
NAN = float("nan")


def told(record: WeeklyCounts, period: Period, lang: str = "sv", **more: Sequence[object]) -> Narrative:
    return compose(month_facts(record, detect(record), period, **more), lang)


def whole(narrative: Narrative) -> str:
    return " ".join(sentence.plain for sentence in narrative.sentences).replace("\u00a0", " ")


def kinds(facts: Sequence[Fact]) -> set[str]:
    return {fact.kind for fact in facts}


def steady(weeks: int = 200, **changes: dict[int, float]) -> dict[str, list[float]]:
    """Counts that wave gently around 30 a week, with ``changes`` per category at positions from the end."""
    series = {
        "violence": [4 + n % 2 for n in range(weeks)],
        "vandalism": [3 + n % 3 for n in range(weeks)],
        "theft": [8 + n % 3 for n in range(weeks)],
        "fraud": [5 + n % 2 for n in range(weeks)],
        "benefit_fraud": [n % 2 for n in range(weeks)],
    }
    for code, places in changes.items():
        for place, value in places.items():
            series[code][place] = value
    rest = [10 + n % 4 for n in range(weeks)]
    series["total"] = [sum(parts) for parts in zip(rest, *series.values(), strict=True)]
    return {code: [float(value) for value in values] for code, values in series.items()}


def last(weeks: int, length: int = 4) -> Period:
    end = FIRST + (weeks - 1)
    return Period(end - (length - 1), end)


def test_a_calm_month_is_told_as_calm_in_few_words(make_record: MakeRecord) -> None:
    narrative = told(make_record(FIRST, steady()), last(200))
    assert narrative.headline.plain == "En vanlig månad"
    assert "inom det vanliga." in narrative.paragraphs[0].plain
    assert "brottstyp" in narrative.paragraphs[1].plain
    assert "fler än vanligt" not in whole(narrative)
    assert [paragraph.key for paragraph in narrative.paragraphs] == ["total", "categories", "fraud"]
    assert len(whole(narrative).split()) < 130


def test_an_unusual_week_is_named_with_its_cause_and_numbers_that_add_up(make_record: MakeRecord) -> None:
    record = make_record(FIRST, steady(fraud={-2: 28}))
    facts = month_facts(record, detect(record), last(200))
    peak = next(fact for fact in facts if fact.kind == "peak")
    told_parts = sum(
        int(peak.numbers[f"driver_{n}_excess"]) for n in range(1, int(peak.numbers["drivers"]) + 1)
    )
    assert peak.subject == "total"
    assert told_parts + peak.numbers["others"] - peak.numbers["others_short"] == peak.numbers["excess"]
    week = (FIRST + 198).week
    headline = compose(facts).headline.plain
    assert headline == f"Fler anmälningar än vanligt: bedrägerierna vecka\u00a0{week} ligger bakom"


def test_a_month_far_above_what_is_usual_is_told_as_one(make_record: MakeRecord) -> None:
    narrative = told(make_record(FIRST, steady(fraud={-2: 50})), last(200))
    week = (FIRST + 198).week
    start = "Ovanligt många anmälningar: bedrägerierna"
    assert narrative.headline.plain == f"{start} vecka\u00a0{week} ligger bakom"
    assert "svarar bedrägerierna för det mesta" in whole(narrative)


def test_a_batch_of_benefit_fraud_has_its_counterfactual(make_record: MakeRecord) -> None:
    series = steady(benefit_fraud={-2: 34})
    parties = {("benefit_fraud", "authority"): series["benefit_fraud"]}
    text = whole(told(make_record(FIRST, series, parties), last(200)))
    assert "en samlad anmälan. En myndighet stod för 34 av 39 anmälningar" in text
    assert "Utan myndighetens 34 anmälningar om bidragsbrott hade veckan varit vanlig:" in text
    unsaid = whole(told(make_record(FIRST, series), last(200)))
    assert "Utan de 34 anmälningarna om bidragsbrott hade det blivit" in unsaid
    assert "vilket är inom det vanliga" in unsaid


def test_the_rest_is_the_total_less_what_is_named(make_record: MakeRecord) -> None:
    record = make_record(FIRST, steady())
    facts = month_facts(record, detect(record), last(200))
    rest = next(fact for fact in facts if fact.kind == "rest").numbers
    listed = rest["violence"] + rest["vandalism"] + rest["theft"]
    assert rest["left"] == rest["total"] - listed
    assert rest["left"] == rest["fraud_all"] + rest["rest"]


def test_without_fraud_in_the_record_the_rest_stays_unexplained(make_record: MakeRecord) -> None:
    series = {code: values for code, values in steady().items() if code not in ("fraud", "benefit_fraud")}
    text = whole(told(make_record(FIRST, series), last(200)))
    assert "anmälningar som inte är särredovisade." in text
    assert "bedrägeri" not in text


def test_a_missing_week_is_said_and_never_zero(make_record: MakeRecord) -> None:
    series = {code: [*values[:-2], NAN, values[-1]] for code, values in steady().items()}
    narrative = told(make_record(FIRST, series), last(200))
    week = (FIRST + 198).week
    assert narrative.headline.plain.startswith(f"Uppgifter saknas för vecka\u00a0{week}; i övrigt gjordes")
    assert "under de tre veckor av fyra som har uppgifter" in whole(narrative)
    assert f"Uppgifter saknas för vecka {week}; det betyder inte att antalet var noll" in whole(narrative)
    assert "slumpen" not in whole(narrative)


def test_a_category_that_lacks_a_week_is_told_so_and_the_rest_is_not_reckoned(
    make_record: MakeRecord,
) -> None:
    series = steady()
    series["violence"][-1] = NAN
    record = make_record(FIRST, series)
    facts = month_facts(record, detect(record), last(200))
    assert "rest" not in kinds(facts)
    assert f"Uppgifter om våldsbrott saknas för vecka {(FIRST + 199).week}." in whole(compose(facts))


def test_a_period_outside_the_record_has_no_figures(make_record: MakeRecord) -> None:
    narrative = told(make_record(FIRST, steady()), Period(FIRST + 300, FIRST + 303))
    assert narrative.headline.plain.startswith("Inga uppgifter för vecka")
    assert [paragraph.key for paragraph in narrative.paragraphs] == ["total"]


def test_an_empty_record_can_be_told() -> None:
    narrative = told(WeeklyCounts("Nyby", (), {}), last(200))
    assert "I Nyby finns inga uppgifter" in whole(narrative)


@pytest.mark.parametrize(("weeks", "kind"), [(20, "too_short"), (60, "level_only")])
def test_a_short_record_says_what_it_cannot(make_record: MakeRecord, weeks: int, kind: str) -> None:
    record = make_record(FIRST, steady(weeks))
    facts = month_facts(record, detect(record), last(weeks))
    assert kind in kinds(facts)
    if kind == "too_short":
        assert "vanligt är" not in whole(compose(facts))
        assert "Underlaget omfattar 16 veckor före perioden." in whole(compose(facts))


def test_periods_of_unequal_length_are_compared_per_week(make_record: MakeRecord) -> None:
    period = last(200)
    before = Period(period.first - 5, period.first - 1, "oktober")
    text = whole(told(make_record(FIRST, steady()), period, all_periods=[before]))
    assert "hade fem veckor, så jämförelsen görs per vecka:" in text


def test_small_numbers_are_given_without_a_word_about_them(make_record: MakeRecord) -> None:
    values = [3.0, 2.0, 4.0, 1.0] * 50
    text = whole(told(make_record(FIRST, {"total": values}), last(200)))
    assert "Perioden före, vecka" in text
    assert "gjordes 10 anmälningar." in text
    assert "skillnaden" not in text
    assert "Det finns ingen uppdelning på brottstyp." in text
    assert "Varje brottstyp" not in text


def test_week_53_is_compared_with_its_neighbours_and_told(make_record: MakeRecord) -> None:
    end = IsoWeek(2020, 53) - FIRST + 1
    text = whole(told(make_record(FIRST, steady(end)), Period(IsoWeek(2020, 50), IsoWeek(2020, 53))))
    assert (
        "Vecka 53 finns inte året före och jämförs med medelvärdet av vecka 52 2019 och vecka 1 2020." in text
    )


def test_a_moved_holiday_warns_the_comparison_of_years(make_record: MakeRecord) -> None:
    record = make_record(FIRST, steady())
    text = whole(told(record, Period(IsoWeek(2021, 11), IsoWeek(2021, 14))))
    assert "Påsken inföll vecka 13–14 2021 men vecka 15–16 2020" in text


def test_calendar_preliminary_revised_and_sample_are_remarks(make_record: MakeRecord) -> None:
    flags = np.zeros(200, bool)
    flags[-1] = True
    record = make_record(FIRST, steady(), preliminary=flags, revised=flags, sample=True, total_is_sum=True)
    period = last(200)
    events = [
        CalendarEvent("break", "Höstlov", "Autumn break", Period(period.first, period.first)),
        CalendarEvent("measure", "Ordningsvakter", "Guard patrol", period),
        CalendarEvent("event", "Båtens dag", "", Period(period.first - 9, period.first - 9)),
    ]
    remarks = " ".join(s.plain for s in told(record, period, events=events).remarks).replace("\u00a0", " ")
    week = (FIRST + 199).week
    assert f"Vecka {week} är preliminär: fler anmälningar kan tillkomma." in remarks
    assert f"Uppgifterna för vecka {week} har ändrats sedan de först lämnades." in remarks
    assert f"Perioden innehåller höstlov (vecka {period.first.week})." in remarks
    assert "Under perioden pågick ordningsvakter" in remarks
    assert "Båtens dag" not in remarks
    assert "exempeldata" in remarks
    assert "Totalen är summan" in remarks


def test_parts_above_the_total_are_told_as_a_fault(make_record: MakeRecord) -> None:
    series = steady()
    series["total"][-1] = 5.0
    text = whole(told(make_record(FIRST, series), Period(FIRST + 199, FIRST + 199)))
    assert "De redovisade brottstyperna är tillsammans" in text
    assert "Då återstår" not in text


def test_a_week_alone_is_told_once(make_record: MakeRecord) -> None:
    record = make_record(FIRST, steady(fraud={-1: 40}))
    week = FIRST + 199
    text = whole(told(record, Period(week, week)))
    assert text.count("gjordes 6") + text.count("gjordes 7") == 1
    assert "Samma vecka 2020" in text


def test_a_week_alone_is_no_exception_to_itself(make_record: MakeRecord) -> None:
    week = FIRST + 199
    one_sort = told(make_record(FIRST, steady(violence={-1: 12})), Period(week, week))
    assert one_sort.headline.plain == "En vanlig vecka, men våldsbrotten var ovanligt många"
    all_in_all = told(make_record(FIRST, steady(fraud={-1: 50})), Period(week, week))
    assert all_in_all.headline.plain == "Ovanligt många anmälningar, framför allt bedrägerier"


def test_the_same_facts_give_the_same_text(make_record: MakeRecord) -> None:
    record = make_record(FIRST, steady(theft={-3: 40}))
    assert whole(told(record, last(200))) == whole(told(record, last(200)))
