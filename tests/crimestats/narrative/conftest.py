"""Invented months, told once for all tests of this folder: their facts, and their text in both languages."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from crimestats.analysis.detection import detect
from crimestats.counts import WeeklyCounts
from crimestats.narrative.compose import Narrative, compose
from crimestats.narrative.facts import Fact
from crimestats.narrative.month import month_facts
from crimestats.narrative.view import MonthView
from crimestats.periods import Period

SEEDS = (0, 1, 2, 3, 5, 8, 9, 10, 11, 12, 16, 19, 20, 23)
Month = tuple[Period, list[Fact], MonthView]


def _load(name: str):
    """Test folders are no packages, so a helper beside the test is loaded by its path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def months(make_record: Callable[..., WeeklyCounts]) -> list[Month]:
    """Hundreds of months of few records: judging a record is what takes time, telling a month is not."""
    simulated, found = _load("simulated"), []
    for seed in SEEDS:
        record = simulated.record_of(seed, make_record)
        detection = detect(record)
        for period, events, before in simulated.months_of(record, seed):
            facts = month_facts(record, detection, period, events=events, all_periods=before)
            found.append((period, facts, MonthView(record, detection, period)))
    for record, period in simulated.rare_months(make_record):
        detection = detect(record)
        found.append((period, month_facts(record, detection, period), MonthView(record, detection, period)))
    return found


@pytest.fixture(scope="session")
def told(months: list[Month]) -> list[tuple[str, Narrative]]:
    """Every month in Swedish and in English."""
    return [(lang, compose(facts, lang)) for _, facts, _ in months for lang in ("sv", "en")]
