from __future__ import annotations

import numpy as np

from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek


def test_values_and_index_outside_the_record() -> None:
    week = IsoWeek(2021, 43)
    record = WeeklyCounts("A", (week, week + 1), {"total": np.array([1.0, 2.0])})
    assert (record.index(week - 1), record.index(week + 1), record.index(week + 2)) == (None, 1, None)
    nan = np.nan
    found = record.values("total", Period(week - 1, week + 2))
    assert np.array_equal(found, [nan, 1, 2, nan], equal_nan=True)
    assert np.isnan(record.values("theft", Period(week, week))).all()
    assert record.ordinals.tolist() == [week.ordinal, week.ordinal + 1]
