from __future__ import annotations

import numpy as np
import pytest

from crimestats.analysis.budget import WATCHED
from crimestats.analysis.detection import Level, detect
from crimestats.analysis.replay import replay
from crimestats.config import settings
from tests.crimestats.analysis.records import noisy, record

LENGTH = 365


def town(peaks: int = 0) -> dict[str, np.ndarray]:
    series = {code: noisy(LENGTH, 8.0 + 3 * n, seed=n) for n, code in enumerate(WATCHED)}
    for n in range(peaks):
        series["total"][200 + 12 * n] = 90
    return series


def test_every_alarm_of_a_watched_series_is_counted_once() -> None:
    found = detect(record(town(4)))
    told = replay(found)
    known = sum(int((found.bands[code].level == Level.ALARM).sum()) for code in WATCHED)
    early = sum(int((found.bands[code].level[:104] == Level.ALARM).sum()) for code in WATCHED)
    assert told.alarms == known - early
    assert told.alarms == sum(sum(year.by_series.values()) for year in told.years)


def test_kinds_of_fraud_are_not_watched() -> None:
    series = town()
    with_kind = {**series, "fraud.phone": np.where(np.arange(LENGTH) % 9 == 0, 60.0, 1.0)}
    assert replay(detect(record(with_kind))).years == replay(detect(record(series))).years


def test_the_budget_of_a_year_is_that_of_its_judged_weeks() -> None:
    told = replay(detect(record(town())))
    whole = [year for year in told.years if year.weeks >= 52]
    assert whole
    allowed = settings().detection.false_alarms_per_year
    assert [year.budget for year in whole] == pytest.approx([allowed] * len(whole), rel=0.02)
    assert sum(year.weeks for year in told.years) == LENGTH - settings().detection.season_weeks


def test_a_record_full_of_peaks_does_not_keep_the_budget() -> None:
    told = replay(detect(record(town(10))))
    assert not told.kept
    assert not all(year.kept for year in told.years)


def test_the_first_years_can_be_left_out() -> None:
    told = replay(detect(record(town())), after=300)
    assert sum(year.weeks for year in told.years) == LENGTH - 300


def test_a_short_record_has_no_years() -> None:
    told = replay(detect(record({"total": noisy(60, 9, seed=1)})))
    assert told.years == ()
    assert np.isnan(told.alarms_a_year)
