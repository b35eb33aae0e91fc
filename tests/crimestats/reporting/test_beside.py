"""What the month's facts take from the store beside the counts: earlier texts and decisions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from crimestats.periods import parse_period
from crimestats.reporting.month import month_report
from crimestats.store import Store, Writer
from crimestats.store.decisions import DecisionWords, Ground, take_decision

MONTH = parse_period("2021-W43--2021-W46")
WEEKS = ("2021-W43", "2021-W44", "2021-W45", "2021-W46")
FIRST = datetime(2021, 11, 22, 8, tzinfo=UTC)


def write_text(store: Store, moment: datetime) -> None:
    row = {
        "area": "Lysekil",
        "first_week": MONTH.first.ordinal,
        "last_week": MONTH.last.ordinal,
        "lang": "sv",
    }
    row |= {"section": "news", "body": "Text", "at": moment, "data_moment": moment}
    store.append(lambda writer: _insert(writer, row))


def _insert(writer: Writer, row: dict[str, object]) -> None:
    writer.insert("text", [{"id": writer.next_id("text"), **row}])


def followup(store: Store, **more: object) -> str:
    report = month_report(store, "Lysekil", MONTH, **more)
    told = next((p.plain for p in report.narrative.paragraphs if p.key == "followup"), "")
    return told.replace("\u00a0", " ")


def test_what_changed_since_the_text_was_written_is_told(store: Store, add_counts) -> None:
    add_counts(store, [(week, "total", 30) for week in WEEKS], received_at=FIRST)
    write_text(store, FIRST + timedelta(hours=1))
    assert followup(store) == ""
    later = FIRST + timedelta(days=2)
    add_counts(store, [("2021-W44", "total", 33)], received_at=later, file_name="second.xlsx")
    assert "anmälningar från 120 till 123" in followup(store)
    assert followup(store, as_of=later - timedelta(hours=1)) == ""


def test_decisions_that_are_not_finished_are_counted(store: Store, add_counts, monkeypatch) -> None:
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    add_counts(store, [(week, "total", 30) for week in WEEKS], received_at=FIRST)
    ground = Ground("Lysekil", 1, "", "total")
    take_decision(store, DecisionWords("Fler rundor", "ordningsvakter", date(2021, 11, 1)), ground)
    take_decision(store, DecisionWords("Belysning", "gatukontoret", None, "done"), ground)
    assert followup(store) == (
        "Styrgruppen har ett beslut som inte är avslutat, och tiden har gått ut för ett."
    )
