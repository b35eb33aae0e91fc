"""The sample data in a store of its own, read only, once per process; a month of it; made-up records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, NAMED, REST, TOTAL, WeeklyCounts
from crimestats.periods import Period, parse_period
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.store import Store, open_store
from crimestats.weeks import IsoWeek
from etl.sample import load_sample

MakeRecord = Callable[..., WeeklyCounts]


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample data, loaded through the real ETL. Never written to by a test."""
    store = open_store(str(tmp_path_factory.mktemp("sample") / "store"))
    load_sample(store)
    return store


@pytest.fixture(scope="session")
def sample_folder(sample_store: Store) -> Path:
    return sample_store.folder


@pytest.fixture(scope="session")
def november() -> Period:
    """The published month."""
    return parse_period("2021-W43--2021-W46")


@pytest.fixture(scope="session")
def november_sv(sample_store: Store, november: Period) -> MonthReport:
    return month_report(sample_store, "Lysekil", november, lang="sv")


@pytest.fixture(scope="session")
def november_en(sample_store: Store, november: Period) -> MonthReport:
    return month_report(sample_store, "Lysekil", november, lang="en")


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """``make_record(first, series, parties={}, **fields)``: a record whose derived series are right."""
    return _make_record


def _make_record(
    first: IsoWeek,
    reported: Mapping[str, list[float]],
    parties: Mapping[tuple[str, str], list[float]] | None = None,
    **fields: object,
) -> WeeklyCounts:
    series = {code: np.array(values, dtype=float) for code, values in reported.items()}
    length = len(next(iter(series.values())))
    frauds = [series[code] for code in (FRAUD, BENEFIT_FRAUD) if code in series]
    if frauds:
        series[FRAUD_ALL] = np.sum(frauds, axis=0)
    named = [series[code] for code in NAMED if code in series]
    series[REST] = series[TOTAL] - np.sum([np.zeros(length), *named], axis=0)
    flags = {"preliminary": np.zeros(length, bool), "revised": np.zeros(length, bool)}
    held = {key: np.array(values, dtype=float) for key, values in (parties or {}).items()}
    weeks = tuple(first + n for n in range(length))
    return WeeklyCounts(
        **{"area": "Lysekil", "weeks": weeks, "series": series, "by_party": held, **flags, **fields}
    )
