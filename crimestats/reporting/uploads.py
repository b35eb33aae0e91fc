"""The history: every file received, and what later files changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.model import UploadRow, UploadsView
from crimestats.store import Store
from crimestats.weeks import IsoWeek

_AREAS_TOLD = 3
_COLUMNS = ("file", "received", "sender", "areas", "weeks", "counts", "upload_status", "comment")
_REVISION_COLUMNS = ("week", "category", "party", "old", "new", "received", "file", "cell")


def uploads_view(store: Store, area: str, *, as_of: datetime | None = None, lang: str = "sv") -> UploadsView:
    """Every upload, newest first, of all areas; and the revisions of one area's figures.

    Raises:
        StoreError: when the store cannot be read.
    """
    say = texts(lang)
    rows = tuple(_row(row, lang) for row in store.rows("uploads", as_of=as_of))
    changed = store.rows("revisions", area=area, as_of=as_of)
    number = Formats(lang).number(len(changed))
    return UploadsView(
        rows=rows,
        table=_table(rows, lang),
        revisions=revisions_table(changed, lang),
        revisions_sentence=say("report.uploads.changed" if changed else "report.uploads.unchanged", n=number),
    )


def _row(row: Mapping[str, Any], lang: str) -> UploadRow:
    say, formats = texts(lang), Formats(lang)
    status = "withdrawn" if row["withdrawn"] else "sample" if row["sample"] else "counts"
    return UploadRow(
        id=row["id"],
        file_name=row["file_name"],
        sender=row["sender"] or "",
        received_text=formats.moment(row["received_at"]),
        weeks_text=_weeks(row, formats),
        areas_text=_areas(row["areas"], lang),
        counts_text=formats.number(row["n_counts"]),
        status_text=say(f"report.uploads.{status}", reason=row["withdrawn_reason"]),
        comment=row["comment"] or "",
        withdrawn=row["withdrawn"],
        sample=row["sample"],
    )


def _weeks(row: Mapping[str, Any], formats: Formats) -> str:
    if row["first_week"] is None:
        return ""
    first, last = (IsoWeek.from_ordinal(row[end]) for end in ("first_week", "last_week"))
    return formats.weeks(Period(first, last), year=True, short=True)


def _areas(names: Sequence[str], lang: str) -> str:
    """A few by name, and how many more."""
    told = list(names[:_AREAS_TOLD])
    more = len(names) - len(told)
    if more:
        told.append(texts(lang)("report.uploads.more_areas", n=Formats(lang).number(more)))
    return ", ".join(told)


def _table(rows: Sequence[UploadRow], lang: str) -> Table:
    say = texts(lang)
    cells = tuple(
        (
            row.file_name, row.received_text, row.sender, row.areas_text, row.weeks_text, row.counts_text,
            row.status_text, row.comment,
        )
        for row in rows
    )  # fmt: skip
    heads = tuple(say(f"report.column.{name}") for name in _COLUMNS)
    return Table(say("report.uploads.caption"), heads, cells, cells)


def revisions_table(changed: Sequence[Mapping[str, Any]], lang: str) -> Table:
    """Old value → new value per week, category and injured party, with the file and cell of the new one."""
    say, formats = texts(lang), Formats(lang)
    rows, numbers = [], []
    for row in changed:
        week = IsoWeek.from_ordinal(row["week"])
        known = categories().get(row["category"])
        name = known.name(lang) if known else row["category"]
        party = party_name(row["injured_party"], lang) if row["injured_party"] else ""
        place = f"{row['sheet']} {row['cell']}".strip()
        told = (formats.moment(row["received_at"]), row["file_name"], place)
        counts = (row["old_count"], row["new_count"])
        written = tuple(formats.number(n) for n in counts)
        rows.append((formats.week(week, year=True), name, party, *written, *told))
        numbers.append((str(week), name, party, *counts, *told))
    heads = tuple(say(f"report.column.{key}") for key in _REVISION_COLUMNS)
    return Table(say("report.uploads.revisions"), heads, tuple(rows), tuple(numbers))
