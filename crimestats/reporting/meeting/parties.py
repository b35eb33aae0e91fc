"""The parties at the table: who took part, what each told, and its own weekly counts under its own name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from crimestats.charts.model import Table
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.meeting.model import Party, PartyCount
from crimestats.store import Store
from crimestats.store.meetings import PARTIES
from crimestats.weeks import IsoWeek

# Weeks of own counts shown, so that one sees where this week's stands.
WEEKS_SHOWN = 4


def parties_of(
    store: Store, area: str, meeting: int, weeks: Period, lang: str, as_of: datetime | None = None
) -> tuple[Party, ...]:
    """Every party, in the order of ``PARTIES``.

    Raises:
        StoreError: when the store cannot be read.
    """
    shown = Period(min(weeks.first, weeks.last - (WEEKS_SHOWN - 1)), weeks.last)
    first, last = shown.first.ordinal, shown.last.ordinal
    counted: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in store.rows("party_counts", area=area, first=first, last=last, as_of=as_of):
        counted[row["source"]].append(row)
    told = {row["party"]: row for row in store.rows("attendance", meeting_id=meeting)}
    return tuple(_party(code, told.get(code, {}), counted[code], shown, lang) for code in PARTIES)


def _party(
    code: str, told: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], weeks: Period, lang: str
) -> Party:
    counts = tuple(
        PartyCount(row["category"], IsoWeek.from_ordinal(row["week"]), row["count"]) for row in rows
    )
    name = texts(lang)(f"meeting.party.{code}")
    newest = max(rows, key=lambda row: (row["received_at"], row["upload_id"]), default=None)
    return Party(
        code=code,
        name=name,
        present=bool(told.get("present", False)),
        note=str(told.get("note", "")),
        edit=int(told.get("edit", 0)),
        counts=counts,
        table=_table(counts, weeks, name, lang) if counts else None,
        newest_upload=newest["upload_id"] if newest else None,
    )


def _table(counts: Sequence[PartyCount], weeks: Period, name: str, lang: str) -> Table:
    """A row per category, a column per week; a week without a count is a dash, never zero."""
    say, formats = texts(lang), Formats(lang)
    held = {(one.category, one.week): one.count for one in counts}
    categories = list(dict.fromkeys(one.category for one in counts))
    numbers = [(name, *(held.get((name, week)) for week in weeks.weeks)) for name in categories]
    rows = tuple(
        (str(row[0]), *("–" if count is None else formats.number(count) for count in row[1:]))  # type: ignore[arg-type]
        for row in numbers
    )
    heads = (say("meeting.column.own_category"), *(formats.week(week) for week in weeks.weeks))
    return Table(say("meeting.party.caption", name=name), heads, rows, tuple(numbers))
