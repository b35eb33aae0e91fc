from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from crimestats.analysis.measures import Evaluation, Measure, evaluate
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from tests.crimestats.analysis.records import noisy, record

T = 300
FIRST, LENGTH = 270, 12


def town(seed: int = 1, *, factor: float = 1.0, mean: float = 12.0, weeks: int = T) -> WeeklyCounts:
    """Two categories; during the measure the first one is multiplied by ``factor``."""
    violence, theft = noisy(weeks, mean, seed, 1.3), noisy(weeks, mean, seed + 1, 1.3)
    during = slice(weeks - T + FIRST, weeks - T + FIRST + LENGTH)
    violence[during] = np.round(violence[during] * factor)
    return record({"violence": violence, "theft": theft, "total": violence + theft})


def patrol(made: WeeklyCounts, *categories: str, length: int = LENGTH) -> Measure:
    first = made.weeks[len(made.weeks) - T + FIRST]
    return Measure("Ordningsvakter", Period(first, first + (length - 1)), "Made up", categories)


def judged(made: WeeklyCounts, *categories: str) -> Evaluation:
    return evaluate(made, patrol(made, *categories))


def test_a_clear_reduction_is_told_as_fewer() -> None:
    found = judged(town(factor=0.5), "violence")
    assert found.verdict == "fewer"
    assert found.effect is not None
    assert found.effect.observed < found.effect.lower < found.effect.expected < found.effect.upper
    assert found.effect.p_value < 0.05
    assert -0.65 < found.effect.change < -0.35


def test_a_clear_increase_is_told_as_more() -> None:
    assert judged(town(factor=1.6), "violence").verdict == "more"


def test_without_an_effect_the_count_is_as_expected() -> None:
    found = judged(town(), "violence")
    assert found.verdict == "as_expected"
    assert found.reason == ""
    assert found.effect is not None
    assert found.effect.power >= 0.5


@given(st.integers(0, 200), st.floats(0.1, 1.6))
@hypothesis(max_examples=20, deadline=None)
def test_nothing_is_claimed_of_numbers_too_small_to_carry_it(seed: int, factor: float) -> None:
    found = judged(town(seed, factor=factor, mean=0.6), "violence")
    assert found.verdict == "too_early"
    assert found.reason == "power"
    assert found.effect is not None
    assert found.effect.power < 0.5


@given(st.integers(0, 200))
@hypothesis(max_examples=15, deadline=None)
def test_the_range_holds_the_expected_count_and_follows_the_observed_nowhere(seed: int) -> None:
    less, more = (judged(town(seed, factor=factor), "violence").own for factor in (0.5, 1.5))
    assert less is not None
    assert more is not None
    assert less.lower <= less.expected <= less.upper
    assert (less.lower, less.upper) == (more.lower, more.upper)
    assert less.expected == pytest.approx(more.expected)


def test_categories_together_are_their_sum_and_none_means_all() -> None:
    made = town()
    both, whole = judged(made, "violence", "theft"), judged(made)
    assert both.effect is not None
    assert whole.effect is not None
    assert both.effect.observed == whole.effect.observed
    assert both.effect.expected == pytest.approx(whole.effect.expected)
    one = evaluate(made, patrol(made, "violence", "theft"), codes=["theft"])
    assert one.codes == ("theft",)
    assert one.effect is not None
    assert one.effect.observed == made.series["theft"][FIRST : FIRST + LENGTH].sum()


def test_before_during_and_after_are_equally_long_as_far_as_the_record_goes() -> None:
    made = town()
    before, during, after = judged(made, "violence").phases
    assert [phase.name for phase in (before, during, after)] == ["before", "during", "after"]
    assert (len(before.weeks), len(during.weeks), len(after.weeks)) == (LENGTH, LENGTH, LENGTH)
    assert before.weeks.last + 1 == during.weeks.first
    assert after.observed == made.series["violence"][FIRST + LENGTH : FIRST + 2 * LENGTH].sum()
    assert after.expected is not None


def test_a_measure_under_way_has_no_after_and_counts_the_weeks_there_are() -> None:
    made = town()
    found = evaluate(made, patrol(made, "violence", length=60))
    assert [phase.name for phase in found.phases] == ["before", "during"]
    assert found.phases[1].n_missing == 60 - (T - FIRST)
    assert found.effect is not None
    assert found.effect.observed == made.series["violence"][FIRST:].sum()


def test_missing_weeks_are_left_out_on_both_sides() -> None:
    made = town()
    made.series["violence"][FIRST + 2 : FIRST + 5] = np.nan
    made.series["violence"][50:60] = np.nan
    found, whole = judged(made, "violence"), judged(town(), "violence")
    assert found.effect is not None
    assert whole.effect is not None
    assert found.phases[1].n_missing == 3
    assert found.effect.expected == pytest.approx(whole.effect.expected * 9 / 12, rel=0.1)


def test_preliminary_weeks_may_grow_and_are_not_judged() -> None:
    made = town(factor=0.2)
    early = np.zeros(T, dtype=bool)
    early[FIRST + 4 :] = True
    found = judged(replace(made, preliminary=early), "violence")
    assert found.n_preliminary == LENGTH - 4
    assert found.effect is not None
    assert found.effect.observed == made.series["violence"][FIRST : FIRST + 4].sum()


def test_a_measure_outside_the_record_or_against_what_is_not_reported_is_not_judged() -> None:
    made = town()
    later = Measure("Later", Period(made.weeks[-1] + 1, made.weeks[-1] + 5), "Made up")
    assert evaluate(made, later).reason == "not_reported"
    found = judged(made, "vandalism")
    assert (found.reason, found.verdict, found.effect) == ("not_reported", "too_early", None)
    empty = evaluate(WeeklyCounts("Nowhere", (), {}), later)
    assert (empty.reason, [phase.observed for phase in empty.phases]) == ("not_reported", [None, None])


def test_two_years_besides_the_measure_are_needed() -> None:
    short = town(weeks=T)
    cut = replace(
        short, weeks=short.weeks[-110:], series={code: v[-110:] for code, v in short.series.items()}
    )
    found = evaluate(cut, patrol(short, "violence"))
    assert (found.reason, found.verdict) == ("too_short", "too_early")
    assert found.phases[1].observed is not None
    assert found.phases[1].expected is None
    assert np.isnan(found.expected).all()


def test_a_series_of_zeros_says_nothing() -> None:
    assert evaluate(record({"violence": np.zeros(T)}), patrol(town(), "violence")).verdict == "too_early"


def test_weeks_of_another_measure_are_not_learnt_from() -> None:
    made = town()
    made.series["violence"][200:220] *= 4
    busy = [Period(made.weeks[200], made.weeks[219])]
    alone, told = judged(made, "violence"), evaluate(made, patrol(made, "violence"), busy=busy)
    assert alone.effect is not None
    assert told.effect is not None
    assert told.effect.dispersion < alone.effect.dispersion
    assert told.effect.weeks_used == alone.effect.weeks_used - 20


def neighbours(seed: int, dip: float = 1.0) -> dict[str, WeeklyCounts]:
    """Two comparison areas; ``dip`` is what also happened to them in the measure's weeks."""
    return {f"Area {n}": town(seed + 10 * n, factor=dip, mean=20.0) for n in (1, 2)}


def test_what_happened_in_the_comparison_areas_too_is_no_effect() -> None:
    made = town(factor=0.6)
    found = evaluate(made, patrol(made, "violence"), neighbours(5, dip=0.6))
    assert found.own is not None
    assert found.own.verdict == "fewer"
    assert found.compared is not None
    assert found.compared.areas == ("Area 1", "Area 2")
    assert found.compared.verdict == "as_expected"
    assert found.verdict == "as_expected"


def test_what_happened_here_alone_is() -> None:
    made = town(factor=0.5)
    found = evaluate(made, patrol(made, "violence"), neighbours(5))
    assert found.compared is not None
    assert found.verdict == found.compared.verdict == "fewer"


def test_areas_that_tell_too_little_are_not_compared_with() -> None:
    made, others = town(), neighbours(5)
    others["Area 1"].series["violence"][FIRST] = np.nan
    del others["Area 2"].series["violence"]
    assert evaluate(made, patrol(made, "violence"), others).compared is None


def test_a_comparison_that_cannot_carry_it_leaves_the_word_to_the_own_series() -> None:
    made = town(factor=0.5)
    tiny = {"Hamlet": town(7, mean=0.3)}
    found = evaluate(made, patrol(made, "violence"), tiny)
    assert found.compared is not None
    assert found.compared.verdict == "too_early"
    assert found.verdict == "fewer"
