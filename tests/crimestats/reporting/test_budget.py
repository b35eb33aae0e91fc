"""Data & metod: the alarm budget beside what the record would have alarmed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crimestats.config import settings
from crimestats.reporting.budget import budget_view
from crimestats.store import Store, open_store
from crimestats.store.reference import save_note
from crimestats.weeks import IsoWeek


def test_every_alarm_is_a_dot_and_the_budget_is_whole(sample_store: Store) -> None:
    found = budget_view(sample_store, "Lysekil")
    assert [year.year for year in found.years] == ["2021", "2020", "2019", "2018"]
    for year, row in zip(found.years, found.table.numbers, strict=True):
        assert year.explained + year.within + year.beyond == row[2]
        assert year.within + year.unused == round(settings().detection.false_alarms_per_year)


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("sv", "Nej, så länge 11 av 11 larm saknar förklaring: 2,8 om året."),
        ("en", "No, as long as 11 of 11 alarms lack"),
    ],
)
def test_the_sample_with_its_planted_peaks_says_no(sample_store: Store, lang: str, word: str) -> None:
    assert budget_view(sample_store, "Lysekil", lang=lang).title.startswith(word)


def test_explained_alarms_are_not_counted_as_false(sample_folder: Path, tmp_path: Path) -> None:
    copied = open_store(str(shutil.copytree(sample_folder, tmp_path / "store")))
    for week in (14, 15, 45):
        save_note(copied, "Lysekil", "total", IsoWeek(2021, week), "Telefonbedrägerier.")
    found = budget_view(copied, "Lysekil")
    assert found.title == "Ja: 2,8 larm om året, 6 av 11 har en känd förklaring. Budgeten är två falska."
    assert (found.years[0].explained, found.years[0].beyond) == (6, 0)


def test_a_short_record_says_that_nothing_can_be_told_yet(
    store: Store, add_counts: Callable[..., int]
) -> None:
    weeks = [IsoWeek(2020, 1) + n for n in range(60)]
    add_counts(store, [(week, "total", 30) for week in weeks])
    found = budget_view(store, "Lysekil")
    assert found.years == ()
    assert "två år" in found.title
