from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from crimestats.analysis.detection import Level, detect
from crimestats.analysis.peaks import Peak, peaks
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from tests.crimestats.analysis.records import noisy, record

T = 300
MEANS = {"violence": 4.0, "vandalism": 3.0, "theft": 6.0, "fraud": 5.0, "benefit_fraud": 0.4, "rest": 12.0}


def town(seed: int = 1, *, at: int = T - 2, **extra: int) -> WeeklyCounts:
    """A record whose parts add up, with more reports in one week (``fraud__phone`` is ``fraud.phone``)."""
    series = {code: noisy(T, mean, seed + n, 1.2) for n, (code, mean) in enumerate(MEANS.items())}
    phone = np.minimum(series["fraud"], noisy(T, 2.0, seed + 50, 1.2))
    series |= {"fraud.phone": phone, "fraud.card": series["fraud"] - phone}
    for code, more in extra.items():
        series[code.replace("__", ".")][at] += more
        if code.startswith("fraud__"):
            series["fraud"][at] += more
    series["fraud_all"] = series["fraud"] + series["benefit_fraud"]
    series["total"] = np.sum([series[code] for code in MEANS], axis=0)
    return record(series)


def last_peak(made: WeeklyCounts, code: str = "total") -> Peak:
    return peaks(made, detect(made), code=code)[0]


@given(st.integers(0, 500), st.integers(0, 40), st.integers(0, 40), st.integers(15, 40))
@hypothesis(max_examples=20, deadline=None)
def test_the_parts_add_up_to_the_excess(seed: int, theft: int, phone: int, benefit: int) -> None:
    made = town(seed, theft=theft, fraud__phone=phone, benefit_fraud=benefit)
    for code in ("total", "fraud_all", "fraud", "theft"):
        for peak in peaks(made, detect(made), code=code, least=Level.WATCH):
            told = [driver.excess for driver in peak.drivers]
            assert sum(told) + peak.spread == pytest.approx(peak.excess)
            assert sum(d.share for d in peak.drivers) + peak.spread / peak.excess == pytest.approx(1)
            assert told == sorted(told, reverse=True)
    top = peaks(made, detect(made), least=Level.WATCH)[0].drivers
    assert sum(driver.observed for driver in top) == peaks(made, detect(made), least=Level.WATCH)[0].observed


def test_the_driver_is_the_category_that_rose() -> None:
    peak = last_peak(town(fraud__phone=30))
    assert peak.week == town().weeks[T - 2]
    assert peak.level == Level.ALARM
    assert peak.drivers[0].code == "fraud"
    assert 0.6 < peak.drivers[0].share < 1.4
    assert abs(peak.spread) < 0.2 * peak.excess


def test_within_fraud_the_kinds_are_split_too() -> None:
    peak = last_peak(town(fraud__phone=30))
    kinds = peak.drivers[0].kinds
    assert peak.kinds_reported
    assert [kind.code for kind in kinds] == ["fraud.phone", "fraud.card"]
    assert sum(kind.observed for kind in kinds) == peak.drivers[0].observed
    assert kinds[0].excess > 20
    assert last_peak(town(fraud__phone=30), "fraud").drivers[0].code == "fraud.phone"


def test_kinds_that_the_week_does_not_report_are_said_to_be_missing() -> None:
    made = town(fraud=30)
    for code in ("fraud.phone", "fraud.card"):
        made.series[code][T - 2] = np.nan
    peak = last_peak(made)
    assert not peak.kinds_reported
    assert peak.drivers[0].kinds == ()


def test_a_part_that_is_not_reported_is_left_to_the_spread() -> None:
    made = town(theft=40)
    for code in ("violence", "rest"):
        made.series[code][T - 2] = np.nan
    peak = last_peak(made)
    assert {driver.code for driver in peak.drivers} == {"vandalism", "theft", "fraud", "benefit_fraud"}
    assert sum(driver.excess for driver in peak.drivers) + peak.spread == pytest.approx(peak.excess)


def test_injured_parties_split_a_driver_even_where_their_own_record_is_too_short() -> None:
    made = town(benefit_fraud=30)
    by_authority = np.full(T, np.nan)
    by_authority[T - 2] = made.series["benefit_fraud"][T - 2]
    split = record(dict(made.series), by_party={("benefit_fraud", "authority"): by_authority})
    peak = last_peak(split)
    driver = peak.drivers[0]
    assert peak.parties_reported
    assert driver.code == "benefit_fraud"
    [part] = driver.parties
    assert (part.injured_party, part.observed) == ("authority", driver.observed)
    assert part.expected is None
    assert part.excess is None


@given(st.integers(0, 500), st.integers(0, 40), st.integers(0, 40))
@hypothesis(max_examples=15, deadline=None)
def test_kinds_and_parties_add_up_to_their_driver(seed: int, phone: int, more: int) -> None:
    made = town(seed, fraud__phone=phone, theft=30 + more)
    parts = {("fraud", "private"): made.series["fraud"] - 1, ("fraud", "company"): np.ones(T)}
    split = record(dict(made.series), by_party=parts)
    for peak in peaks(split, detect(split), least=Level.WATCH):
        fraud = next(driver for driver in peak.drivers if driver.code == "fraud")
        for told, spread in (
            (fraud.kinds, fraud.kinds_spread),
            (fraud.parties, fraud.parties_spread),
        ):
            assert sum(part.excess for part in told) + spread == pytest.approx(fraud.excess)


@given(st.integers(0, 500), st.integers(40, 60))
@hypothesis(max_examples=15, deadline=None)
def test_every_part_has_an_interval_around_what_it_had_extra(seed: int, theft: int) -> None:
    for peak in peaks(made := town(seed, theft=theft), detect(made), least=Level.WATCH):
        for part in (peak, *peak.drivers):
            assert part.extra.low <= round(part.extra.mean) <= part.extra.high <= part.observed
    [surge] = peaks(made, detect(made), Period(made.weeks[T - 2], made.weeks[T - 2]))
    assert surge.cause is not None
    assert surge.cause.code == "theft"
    assert surge.cause.extra.low > 0


def test_extra_in_every_part_alike_has_no_single_cause() -> None:
    peak = last_peak(town(violence=8, vandalism=8, theft=8, rest=8, fraud=8))
    assert peak.cause is None
    assert peak.asks == ()


def test_what_the_file_cannot_tell_is_asked_of_the_officer() -> None:
    assert last_peak(town(fraud__phone=30)).asks == ("parties",)
    assert last_peak(town(theft=40)).asks == ("kinds",)
    only_total = record({"total": town(theft=40).series["total"]})
    assert last_peak(only_total).asks == ("categories",)
    assert last_peak(town(theft=40), "theft").asks == ("kinds",)
    told = town(benefit_fraud=30)
    by_party = {("benefit_fraud", "authority"): told.series["benefit_fraud"]}
    assert last_peak(record(dict(told.series), by_party=by_party)).asks == ()


def test_without_its_named_cause_the_rest_of_the_week_is_judged() -> None:
    made = town(theft=40)
    made.series["benefit_fraud"][T - 2] = 0
    rest = last_peak(made).without
    assert (rest.code, rest.removed) == ("theft", made.series["theft"][T - 2])
    assert rest.observed == last_peak(made).observed - rest.removed
    assert rest.ordinary


def test_the_batch_is_told_as_the_authority_s_where_all_of_it_is() -> None:
    made = town(benefit_fraud=30)
    by_party = {("benefit_fraud", "authority"): made.series["benefit_fraud"]}
    assert last_peak(made).without.injured_party == ""
    assert last_peak(record(dict(made.series), by_party=by_party)).without.injured_party == "authority"


def test_without_the_batch_the_week_would_have_been_ordinary() -> None:
    made = town(benefit_fraud=30)
    peak = last_peak(made)
    assert peak.without_benefit == peak.observed - made.series["benefit_fraud"][T - 2]
    assert peak.without.lower <= peak.without_benefit <= peak.without.upper
    assert peak.without.level == Level.USUAL


def test_without_benefit_fraud_in_the_week_there_is_no_counterfactual() -> None:
    made = town(theft=40)
    made.series["benefit_fraud"][T - 2] = 0
    assert last_peak(made).without_benefit is None
    assert last_peak(made, "theft").without is None


def test_newest_first_within_the_period_asked_for() -> None:
    made = town(theft=40)
    made.series["total"][T - 20] = 90
    detection = detect(made)
    weeks = [peak.week for peak in peaks(made, detection)]
    assert weeks == sorted(weeks, reverse=True)
    assert {made.weeks[T - 20], made.weeks[T - 2]} <= set(weeks)
    only = peaks(made, detection, Period(made.weeks[T - 4], made.weeks[T - 1]))
    assert [peak.week for peak in only] == [made.weeks[T - 2]]


def test_a_peak_carries_its_evidence() -> None:
    made = town(theft=40)
    detection = detect(made)
    peak, band = last_peak(made), detection.bands["total"]
    assert peak.observed == made.series["total"][T - 2] > peak.alarm_limit == band.alarm_limit[T - 2]
    assert (peak.lower, peak.upper, peak.expected) == (
        *(band.lower[T - 2], band.upper[T - 2]),
        band.expected[T - 2],
    )
    assert peak.weeks_used == T - 2
    assert not peak.preliminary


def test_parts_outside_the_detection_are_judged_when_needed() -> None:
    made = town(theft=40)
    assert peaks(made, detect(made, ["total"])) == peaks(made, detect(made))


def test_a_series_that_is_not_there_has_no_peaks() -> None:
    assert peaks(town(), detect(town()), code="arson") == []
