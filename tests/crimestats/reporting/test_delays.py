"""Uploads that state weeks again teach how late reports come; the newest weeks are held to that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from crimestats.analysis.detection import Level
from crimestats.reporting.delays import known_shares
from crimestats.reporting.reading import read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek

FIRST, WEEKS, TOLD_AGAIN = IsoWeek(2019, 1), 140, 40
AddCounts = Callable[..., int]


def received(week: IsoWeek) -> datetime:
    """The Monday after the week."""
    return datetime.combine(week.monday + timedelta(days=7), datetime.min.time(), UTC) + timedelta(hours=8)


@pytest.fixture
def late(store: Store, add_counts: AddCounts) -> Store:
    """40 reports a week of which 30 are there on the Monday after it, the rest a week later."""
    weeks = [FIRST + n for n in range(WEEKS)]
    old, told = weeks[:-TOLD_AGAIN], weeks[-TOLD_AGAIN:]
    rng = np.random.default_rng(3)
    counts = {week: int(n) for week, n in zip(weeks, rng.poisson(40, WEEKS), strict=True)}
    add_counts(store, [(w, "total", counts[w]) for w in old], received_at=received(old[-1] + 5))
    for before, week in zip([None, *told], told, strict=False):
        rows = [(week, "total", round(0.75 * counts[week]))]
        rows += [(before, "total", counts[before])] if before else []
        add_counts(store, rows, received_at=received(week))
    return store


def test_the_newest_week_is_held_against_the_part_that_should_be_known(late: Store) -> None:
    reading = read_area(late, "Lysekil")
    share = known_shares(late, reading.record)["total"]
    assert share[-1] == pytest.approx(0.75, abs=0.02)
    assert share[:-1].tolist() == [1.0] * (WEEKS - 1)
    band = reading.detection.bands["total"]
    assert band.expected[-1] == pytest.approx(30, rel=0.1)
    assert band.expected[-2] == pytest.approx(40, rel=0.1)
    assert band.level[-1] == Level.USUAL


def test_without_uploads_that_state_weeks_again_nothing_is_known(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [(FIRST + n, "total", 40) for n in range(WEEKS)])
    assert known_shares(store, read_area(store, "Lysekil").record) == {}
