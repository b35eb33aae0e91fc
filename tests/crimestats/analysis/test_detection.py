from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from crimestats.analysis.detection import Basis, Level, WeekBand, detect
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from tests.crimestats.analysis.records import START, noisy, record

FIELDS = ("expected", "lower", "upper", "alarm_limit", "p_value", "level", "basis", "weeks_used")

counts = st.lists(st.one_of(st.integers(0, 60), st.just(float("nan"))), min_size=1, max_size=40)
lengths = st.integers(20, 330)


@st.composite
def series(draw: st.DrawFn) -> np.ndarray:
    """Counts with gaps, of any length around the limits where the method changes."""
    pattern = np.array(draw(counts), dtype=float)
    return np.resize(pattern, draw(lengths)) + draw(st.integers(0, 5))


def same(one: WeekBand, two: WeekBand, upto: int | None = None) -> None:
    for name in FIELDS:
        np.testing.assert_allclose(
            np.asarray(getattr(one, name))[:upto],
            np.asarray(getattr(two, name))[:upto],
            rtol=1e-9,
            err_msg=name,
        )


@given(series(), st.data())
@hypothesis(max_examples=40, deadline=None)
def test_a_week_is_judged_by_earlier_weeks_alone(values: np.ndarray, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(values)))
    known = detect(record({"total": values[:cut]})).bands["total"]
    same(detect(record({"total": values})).bands["total"], known, cut)


@given(series(), st.integers(0, 500), st.data())
@hypothesis(max_examples=40, deadline=None)
def test_a_count_never_moves_its_own_range(values: np.ndarray, other: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(values) - 1))
    before = detect(record({"total": values})).bands["total"]
    values[at] = other
    after = detect(record({"total": values})).bands["total"]
    for name in ("expected", "lower", "upper", "alarm_limit", "basis"):
        np.testing.assert_array_equal(getattr(before, name)[at], getattr(after, name)[at])


@given(st.lists(series(), min_size=2, max_size=4))
@hypothesis(max_examples=25, deadline=None)
def test_many_series_at_once_are_judged_as_one_at_a_time(many: list[np.ndarray]) -> None:
    length = min(map(len, many))
    together = {str(n): values[:length] for n, values in enumerate(many)}
    bands = detect(record(together)).bands
    for code, values in together.items():
        same(bands[code], detect(record({code: values})).bands[code])


@given(series(), st.integers(-400, 1000))
@hypothesis(max_examples=25, deadline=None)
def test_without_a_known_season_dates_change_no_verdict(values: np.ndarray, shift: int) -> None:
    moved = record({"total": values}, start=START + shift)
    upto = settings().detection.season_weeks
    same(detect(moved).bands["total"], detect(record({"total": values})).bands["total"], upto)


@given(series())
@hypothesis(max_examples=40, deadline=None)
def test_ranges_are_ordered_and_verdicts_follow_them(values: np.ndarray) -> None:
    band = detect(record({"total": values})).bands["total"]
    known = np.isfinite(band.expected)
    assert (known == (band.basis > Basis.TOO_SHORT)).all()
    assert (band.lower[known] <= band.upper[known]).all()
    assert (band.upper[known] <= band.alarm_limit[known]).all()
    assert (band.expected[known] > 0).all()
    p_values = band.p_value[known & np.isfinite(values)]
    assert ((p_values >= 0) & (p_values <= 1)).all()
    assert (band.level[~known | np.isnan(values)] == Level.NONE).all()
    high = known & (values > band.alarm_limit)
    assert ((band.level == Level.ALARM) <= high).all()
    assert ((band.level[high] == Level.ALARM) | np.isin(band.pattern[high], ("batch", "shift"))).all()
    assert (values[band.level == Level.BELOW] < band.lower[band.level == Level.BELOW]).all()
    assert (values[band.level >= Level.WATCH] >= 3).all()


def test_more_reports_never_lower_the_verdict() -> None:
    past = noisy(280, 8, seed=1)
    levels = [detect(record({"total": [*past, n]})).bands["total"].level[-1] for n in range(40)]
    assert levels == sorted(levels)
    assert levels[0] == Level.BELOW
    assert levels[-1] == Level.ALARM


def test_a_preliminary_week_may_alarm_but_is_never_below() -> None:
    past = [*noisy(280, 12, seed=2)]
    for last, now, later in ((0, Level.NONE, Level.BELOW), (60, Level.ALARM, Level.ALARM)):
        flags = np.zeros(281, bool)
        final = record({"total": [*past, last]}, preliminary=flags.copy())
        flags[-1] = True
        early = replace(final, preliminary=flags)
        assert detect(early).bands["total"].level[-1] == now
        assert detect(final).bands["total"].level[-1] == later


def test_the_rate_of_false_alarms_is_what_the_settings_say() -> None:
    """Half a per cent of alarms asked for, and watch at most 5 %, over 40 clean series of many levels."""
    clean = {str(n): noisy(330, (1, 5, 20, 60)[n % 4], seed=n) for n in range(40)}
    late = np.stack([band.level[220:] for band in detect(record(clean), alpha=0.005).bands.values()])
    assert 0.001 < (late == Level.ALARM).mean() < 0.01
    assert 0.015 < (late >= Level.WATCH).mean() < 0.06


def test_only_the_series_asked_for_are_judged() -> None:
    both = record({"total": noisy(60, 9, 1), "theft": noisy(60, 3, 2)})
    assert set(detect(both).bands) == {"total", "theft"}
    assert set(detect(both, ["theft"]).bands) == {"theft"}
    with pytest.raises(KeyError):
        detect(both, ["arson"])


def test_an_empty_record_is_judged_without_fuss() -> None:
    found = detect(WeeklyCounts("Nowhere", (), {}))
    assert found.weeks == ()
    assert found.bands == {}


class TestOver:
    def test_a_period_of_one_week_is_that_week(self) -> None:
        made = record({"total": noisy(300, 15, seed=3)})
        detection, week = detect(made), made.weeks[290]
        band, over = detection.bands["total"], detection.over("total", Period(week, week))
        for name in FIELDS[:3] + FIELDS[4:7]:
            assert float(getattr(over, name)) == pytest.approx(float(getattr(band, name)[290]))
        assert over.observed == band.observed[290]
        assert over.n_missing == 0

    def test_means_add_and_the_range_is_narrower_than_the_sum_of_ranges(self) -> None:
        made = record({"total": noisy(300, 15, seed=3)})
        detection, period = detect(made), Period(made.weeks[296], made.weeks[299])
        band, over = detection.bands["total"], detection.over("total", period)
        assert over.expected == pytest.approx(band.expected[296:].sum())
        assert over.observed == made.series["total"][296:].sum()
        assert band.lower[296:].sum() < over.lower < over.expected < over.upper < band.upper[296:].sum()

    def test_missing_weeks_are_left_out_on_both_sides(self) -> None:
        values = noisy(300, 15, seed=3)
        values[297] = np.nan
        made = record({"total": values})
        detection, period = detect(made), Period(made.weeks[296], made.weeks[299])
        over, band = detection.over("total", period), detection.bands["total"]
        assert over.n_missing == 1
        assert over.observed == np.nansum(values[296:])
        assert over.expected == pytest.approx(band.expected[[296, 298, 299]].sum())

    def test_weeks_outside_the_record_are_missing(self) -> None:
        made = record({"total": noisy(300, 15, seed=3)})
        over = detect(made).over("total", Period(made.weeks[298], made.weeks[299] + 2))
        assert over.n_missing == 2
        assert over.observed == made.series["total"][298:].sum()

    @pytest.mark.parametrize("offset", [-10, 305])
    def test_a_period_without_any_count_is_not_judged(self, offset: int) -> None:
        detection = detect(record({"total": noisy(300, 15, seed=3)}))
        over = detection.over("total", Period(START + offset, START + offset + 3))
        assert (over.observed, over.level, over.n_missing) == (None, Level.NONE, 4)
        assert np.isnan(over.upper)

    def test_one_week_with_too_short_a_record_leaves_the_period_unjudged(self) -> None:
        made = record({"total": noisy(60, 15, seed=3)})
        over = detect(made).over("total", Period(made.weeks[24], made.weeks[27]))
        assert (over.level, over.basis) == (Level.NONE, Basis.TOO_SHORT)
        assert np.isnan(over.lower)

    def test_raised_weeks_can_be_unusual_together(self) -> None:
        """Six weeks of which no three are: three weeks together are judged week by week already."""
        past = noisy(300, 15, seed=4)
        past[294:] = 21
        made = record({"total": past})
        detection = detect(made)
        assert (detection.bands["total"].level[294:] < Level.ALARM).all()
        assert detection.over("total", Period(made.weeks[294], made.weeks[299])).level == Level.ALARM
