"""A small store of two and a half years with one fraud peak, and a meeting about its last four weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crimestats.periods import parse_period
from crimestats.store import Store
from crimestats.store.meetings import make_meeting
from crimestats.weeks import IsoWeek, week_range
from tests.conftest import append_counts

NOVEMBER = parse_period("2021-W43--2021-W46")
LAST = IsoWeek(2021, 46)
RECEIVED = datetime(2021, 11, 29, 7, tzinfo=UTC)


def rows(first: IsoWeek, last: IsoWeek) -> list[tuple]:
    """Weekly counts with a little variation; week 45 of 2021 has many frauds."""
    found: list[tuple] = []
    for n, week in enumerate(week_range(first, last)):
        parts = {"violence": 3 + n % 3, "vandalism": 6 + n % 2, "theft": 6 + n % 4, "fraud": 4 + n % 3}
        parts["fraud"] += 25 if week == IsoWeek(2021, 45) else 0
        found += [(week, code, count) for code, count in parts.items()]
        found.append((week, "total", sum(parts.values()) + 12 + n % 5))
    return found


@pytest.fixture
def filled(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    append_counts(store, rows(IsoWeek(2019, 20), LAST), file_name="lysekil.xlsx", received_at=RECEIVED)
    return store


@pytest.fixture
def meeting(filled: Store) -> int:
    return make_meeting(filled, "Lysekil", "month", NOVEMBER, date(2021, 11, 29))
