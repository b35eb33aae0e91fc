"""What is judged when data are published is all that the screens ask for."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from crimestats.analysis import kept
from crimestats.analysis.kept_file import from_bytes, to_bytes
from crimestats.periods import Period
from crimestats.reporting import reading
from crimestats.reporting.fraud import fraud_view
from crimestats.reporting.month import month_report
from crimestats.reporting.peaks import peaks_view
from crimestats.reporting.prepared import prepare
from crimestats.reporting.recalled import recall
from crimestats.store import Store, open_store
from crimestats.store.derived import derived
from crimestats.store.reference import save_period
from crimestats.weeks import IsoWeek


@pytest.fixture
def copied(sample_folder: Path, tmp_path: Path) -> Store:
    return open_store(str(shutil.copytree(sample_folder, tmp_path / "store")))


def as_in_a_new_process() -> None:
    kept.forget()
    recall.cache_clear()
    reading._read.cache_clear()


def test_the_screens_ask_for_nothing_that_was_not_prepared(copied: Store, november: Period) -> None:
    version = prepare(copied)
    held = from_bytes(derived(copied, version) or b"")
    as_in_a_new_process()
    with kept.noting() as asked:
        for view in (month_report, peaks_view, fraud_view):
            view(copied, "Lysekil", november)
    assert asked
    assert asked <= set(held)


def test_what_was_kept_is_what_was_judged(copied: Store) -> None:
    version = prepare(copied)
    judged = reading.read_area(copied, "Lysekil").detection
    as_in_a_new_process()
    assert recall(copied, version) > 20
    again = reading.read_area(copied, "Lysekil").detection
    for code, band in judged.bands.items():
        for name in band.__dataclass_fields__:
            np.testing.assert_array_equal(getattr(band, name), getattr(again.bands[code], name))
    assert judged.shifts == again.shifts


def test_an_edit_makes_a_new_version_and_only_its_results_stay(copied: Store) -> None:
    first = prepare(copied)
    save_period(copied, Period(IsoWeek(2021, 25), IsoWeek(2021, 26), "midsommar"), area="Lysekil")
    second = prepare(copied)
    assert first != second
    assert [file.stem for file in copied.folder.glob("*.judged")] == [second]


@pytest.mark.parametrize("cut", [0, 10, 5000])
def test_a_damaged_file_is_judged_anew(copied: Store, cut: int) -> None:
    version = prepare(copied)
    path = copied.folder / f"{version}.judged"
    path.write_bytes(path.read_bytes()[:cut])
    as_in_a_new_process()
    assert recall(copied, version) == 0
    assert reading.read_area(copied, "Lysekil").detection.bands


def test_nothing_kept_is_no_file_of_ours() -> None:
    assert from_bytes(to_bytes({})) == {}
