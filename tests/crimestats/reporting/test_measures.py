"""Insatser on the sample data and on small stores."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crimestats.periods import Period
from crimestats.reporting.measures import measures_view
from crimestats.store import Store
from crimestats.store.reference import save_event
from crimestats.weeks import IsoWeek

AddCounts = Callable[..., int]
FIRST, T = IsoWeek(2016, 1), 300
DURING = Period(FIRST + 270, FIRST + 281)


def counts(during: int = 14) -> list[tuple[IsoWeek, str, int]]:
    """Fourteen thefts a week or so, and ``during`` in the measure's weeks; four cases of damage."""
    rows = []
    for n in range(T):
        week = FIRST + n
        rows.append((week, "theft", (during if week in DURING else 14) + n % 5))
        rows.append((week, "vandalism", 4 + n % 3))
    return rows


@pytest.mark.parametrize(
    ("lang", "title", "what"),
    [
        ("sv", "Ordningsvakter: ", "Insatsen mot våldsbrott och skadegörelse gäller vecka\u00a028–37 2021."),
        (
            "en",
            "Guard patrol: ",
            "The measure against violence and criminal damage covers weeks\u00a028–37 2021.",
        ),
    ],
)
def test_the_sample_s_guard_patrol(sample_store: Store, lang: str, title: str, what: str) -> None:
    view = measures_view(sample_store, "Lysekil", lang=lang)
    [item] = view.items
    assert item.title.startswith(title)
    assert what in item.sentences
    assert item.verdict in ("as_expected", "too_early")
    assert [row[2] for row in item.phases.numbers] == [69, 54, 50]
    assert item.categories is not None
    assert sum(int(str(row[1])) for row in item.categories.numbers) == 54
    assert item.chart is not None
    assert any(strip.kind == "period" and strip.first == IsoWeek(2021, 28) for strip in item.chart.strips)
    assert len(view.notices) == 1
    assert dict(item.evidence)


def test_a_clear_effect_in_a_table_that_adds_up(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, counts(during=5))
    save_event(store, "measure", "Lås", DURING, area="Lysekil", categories=["theft", "vandalism"])
    [item] = measures_view(store, "Lysekil").items
    assert (item.verdict, item.verdict_text) == ("fewer", "färre än väntat")
    assert item.categories is not None
    during = item.phases.numbers[1]
    assert sum(int(str(row[1])) for row in item.categories.numbers) == during[2]
    assert item.categories.rows[0][-1] == "färre än väntat"
    assert item.categories.rows[1][-1] != "färre än väntat"


def test_newest_first_and_without_a_record_no_chart(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, counts())
    save_event(store, "measure", "Äldre", DURING, area="Lysekil", categories=["theft"])
    save_event(store, "measure", "Kommande", Period(FIRST + 400, FIRST + 410), area="Lysekil")
    save_event(store, "event", "Festival", DURING, area="Lysekil")
    newest, older = measures_view(store, "Lysekil").items
    assert [newest.measure.name, older.measure.name] == ["Kommande", "Äldre"]
    assert (newest.chart, newest.categories) == (None, None)
    assert newest.verdict_text == "för tidigt att säga"
    assert older.chart is not None


def test_other_areas_are_compared_with_unless_they_had_a_measure_too(
    store: Store, add_counts: AddCounts
) -> None:
    add_counts(store, counts(during=5))
    add_counts(store, counts(), area="Orust")
    add_counts(store, counts(), area="Sotenäs")
    save_event(store, "measure", "Lås", DURING, area="Lysekil", categories=["theft"])
    save_event(store, "measure", "Ljus", DURING, area="Sotenäs", categories=["theft"])
    [item] = measures_view(store, "Lysekil").items
    told = " ".join(item.sentences)
    assert "Som det gick i Orust väntades omkring" in told
    assert "Sotenäs" not in told
    assert item.verdict == "fewer"


def test_an_area_without_measures_has_none(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, counts())
    assert measures_view(store, "Lysekil").items == ()
