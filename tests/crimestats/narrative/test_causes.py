"""What is said of causes, fraud spikes and measures, in both languages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from crimestats.analysis.detection import detect
from crimestats.analysis.fraud_spikes import fraud_spikes
from crimestats.analysis.measures import Measure, evaluate
from crimestats.analysis.peaks import peaks
from crimestats.counts import WeeklyCounts
from crimestats.narrative.causes import cause_fact, cause_lines, question_line
from crimestats.narrative.compose import say
from crimestats.narrative.facts import Fact
from crimestats.narrative.measures import measure_fact, measure_lines, measure_title
from crimestats.narrative.spikes import spike_fact, spike_lines
from crimestats.narrative.view import MonthView
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

FIRST, T = IsoWeek(2016, 1), 300
NBSP = "\u00a0"


def record(**more: int) -> WeeklyCounts:
    """Even counts with an extra number in the last week but one, of the parts named."""
    base = {"violence": 4, "theft": 8, "fraud": 5, "benefit_fraud": 0, "rest": 12}
    series = {code: np.array([value + n % 3 for n in range(T)], float) for code, value in base.items()}
    series["benefit_fraud"] -= series["benefit_fraud"].clip(max=1)
    for code, extra in more.items():
        series[code][T - 2] += extra
    series["fraud_all"] = series["fraud"] + series["benefit_fraud"]
    series["total"] = np.sum([series[code] for code in base], axis=0)
    weeks = tuple(FIRST + n for n in range(T))
    return WeeklyCounts("Lysekil", weeks, series)


def with_parties(made: WeeklyCounts) -> WeeklyCounts:
    parties = {("fraud", "private"): made.series["fraud"] - 1, ("fraud", "company"): np.ones(T)}
    return replace(made, by_party=parties | {("benefit_fraud", "authority"): made.series["benefit_fraud"]})


def plain(lines: list, lang: str) -> str:
    return " ".join(line.plain for line in say(lines, lang, together=True)).replace(NBSP, " ")


def told_peak(made: WeeklyCounts, code: str = "total") -> Fact:
    week = Period(made.weeks[T - 2], made.weeks[T - 2])
    [peak] = peaks(made, detect(made), week, code)
    return cause_fact(MonthView(made, detect(made), week), peak)


def told_spike(made: WeeklyCounts) -> Fact:
    week = Period(made.weeks[T - 2], made.weeks[T - 2])
    [spike] = fraud_spikes(made, detect(made), week)
    return spike_fact(MonthView(made, detect(made), week), spike)


def test_a_named_cause_has_its_interval_and_the_week_without_it() -> None:
    fact = told_peak(record(theft=30))
    low, high = fact.numbers["low"], fact.numbers["high"]
    swedish, english = plain(cause_lines(fact), "sv"), plain(cause_lines(fact), "en")
    assert f"Av stölderna kom troligen {low}–{high} utöver det som ändå hade kommit." in swedish
    assert f"Of the theft reports, {low}–{high} probably came on top" in english
    assert "Utan stölderna hade veckan varit vanlig:" in swedish
    assert "Without the theft reports the week would have been an ordinary one:" in english
    assert "Underlaget delar inte upp stölderna på slag." in swedish


def test_what_the_file_does_not_tell_is_asked_in_one_question() -> None:
    line = question_line(told_peak(record(fraud=30)))
    assert line is not None
    week = (FIRST + (T - 2)).week
    assert plain([line], "sv") == f"Vad låg bakom bedrägerierna vecka {week}?"
    assert plain([line], "en") == f"What was behind the fraud reports of week {week}?"


def test_a_category_s_own_peak_is_asked_about_by_name() -> None:
    fact = told_peak(record(theft=30), "theft")
    assert plain(cause_lines(fact), "sv") == "Underlaget delar inte upp stölderna på slag."
    line = question_line(fact)
    assert line is not None
    assert plain([line], "sv").startswith("Vad låg bakom stölderna vecka")


def test_a_total_alone_cannot_tell_what_rose() -> None:
    made = record(theft=30)
    only = replace(made, series={"total": made.series["total"]})
    fact = told_peak(only)
    assert plain(cause_lines(fact), "sv").startswith("Underlaget är inte uppdelat på brottstyp")
    line = question_line(fact)
    assert line is not None
    assert plain([line], "sv").startswith("Vad låg bakom de många anmälningarna vecka")


def test_reports_spread_over_everything_have_no_cause_and_no_question() -> None:
    fact = told_peak(record(violence=9, theft=9, fraud=9, rest=9))
    assert plain(cause_lines(fact), "sv") == (
        "Det som kom utöver det väntade är spritt: ingen del för sig förklarar veckan."
    )
    assert question_line(fact) is None


def test_a_wave_and_a_batch_are_told_with_different_words() -> None:
    wave, batch = (
        told_spike(with_parties(record(fraud=30))),
        told_spike(with_parties(record(benefit_fraud=30))),
    )
    assert ": en våg. Av de" in plain(spike_lines(wave), "sv")
    assert ": a wave. Of the" in plain(spike_lines(wave), "en")
    told = plain(spike_lines(batch), "sv")
    assert ": en samlad anmälan. En myndighet stod för" in told
    assert "Utan bidragsbrotten var bedrägerierna inom det vanliga." in told
    assert "våg" not in told


def test_both_at_once_and_neither_known() -> None:
    both = told_spike(with_parties(record(fraud=20, benefit_fraud=18)))
    assert "både en samlad anmälan och annat" in plain(spike_lines(both), "sv")
    assert "Också utan bidragsbrotten var bedrägerierna ovanligt många." in plain(spike_lines(both), "sv")
    unsplit = told_spike(record(fraud=20, benefit_fraud=18))
    assert "vem som är målsägande i de övriga säger underlaget inte" in plain(spike_lines(unsplit), "sv")
    unknown = told_spike(record(fraud=30))
    assert "Det syns inte om det är en våg eller en samlad anmälan." in plain(spike_lines(unknown), "sv")


def told_measure(made: WeeklyCounts, *categories: str, first: int = 270, weeks: int = 12) -> Fact:
    span = Period(FIRST + first, FIRST + (first + weeks - 1))
    return measure_fact(
        evaluate(made, Measure("Ordningsvakter", span, "Lysekil", categories, "Guard patrol"))
    )


def halved(factor: float) -> WeeklyCounts:
    made = record()
    made.series["theft"][270:282] = np.round(made.series["theft"][270:282] * factor)
    return made


@pytest.mark.parametrize(
    ("factor", "sv", "en"),
    [
        (0.3, "Ordningsvakter: färre anmälningar än väntat", "Guard patrol: fewer reports than expected"),
        (1.0, "Ordningsvakter: ingen säker skillnad", "Guard patrol: no certain difference"),
        (2.0, "Ordningsvakter: fler anmälningar än väntat", "Guard patrol: more reports than expected"),
    ],
)
def test_the_finding_about_a_measure(factor: float, sv: str, en: str) -> None:
    fact = told_measure(halved(factor), "theft")
    assert plain([measure_title(fact)], "sv") == sv
    assert plain([measure_title(fact)], "en") == en
    n = fact.numbers
    count = f"Under insatsen gjordes {n['own_observed']} anmälningar; utan den väntades omkring "
    assert f"{count}{n['own_expected']} ({n['own_lower']}–{n['own_upper']})." in plain(
        measure_lines(fact, "sv"), "sv"
    )


def test_no_difference_does_not_rule_out_an_effect() -> None:
    told = plain(measure_lines(told_measure(record(), "theft"), "sv"), "sv")
    assert "Det utesluter inte en verkan: en minskning med 30 procent hade synts i minst" in told


def test_too_early_says_why() -> None:
    small = plain(measure_lines(told_measure(record(), "violence", weeks=1), "sv"), "sv")
    assert "Det är för tidigt att säga om insatsen har haft någon verkan" in small
    assert "hade synts i högst" in small
    later = plain(measure_lines(told_measure(record(), "theft", first=T + 10), "sv"), "sv")
    assert "det finns inga färdiga uppgifter för insatsens veckor" in later
    made = record()
    cut = replace(made, weeks=made.weeks[-90:], series={c: v[-90:] for c, v in made.series.items()})
    short = told_measure(cut, "theft")
    assert "krävs minst 104 veckor med uppgifter, och 78 finns." in plain(measure_lines(short, "sv"), "sv")
    assert "at least 104 weeks with figures are needed, and there are 78." in plain(
        measure_lines(short, "en"), "en"
    )


def test_weeks_that_do_not_count_yet_are_told() -> None:
    early = np.zeros(T, bool)
    early[281:] = True
    fact = told_measure(replace(record(), preliminary=early), "theft", weeks=40)
    told = plain(measure_lines(fact, "sv"), "sv")
    assert "Av insatsens veckor är 19 preliminära och räknas inte ännu." in told
    assert "För tio veckor av insatsen saknas uppgifter." in told


def test_comparison_areas_are_named_and_said_to_carry_or_not() -> None:
    made = halved(0.3)
    span = Period(FIRST + 270, FIRST + 281)
    measure = Measure("Ordningsvakter", span, "Lysekil", ("theft",))
    others = {"Orust": record(), "Sotenäs": record()}
    told = plain(measure_lines(measure_fact(evaluate(made, measure, others)), "sv"), "sv")
    assert "Som det gick i Orust och Sotenäs väntades omkring" in told
    tiny = record()
    tiny.series["theft"][:] = np.arange(T) % 12 == 0
    weak = plain(measure_lines(measure_fact(evaluate(made, measure, {"Ön": tiny})), "en"), "en")
    assert "is too uncertain to rest on" in weak
