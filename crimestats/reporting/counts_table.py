"""The counts themselves as a table for other programs: one row per week, category and injured party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.counts import WeeklyCounts, read_weekly_counts
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.store import Store
from crimestats.weeks import IsoWeek

# The names of the columns, the same in every format and language: programs rely on them.
FIELDS = (
    "area", "iso_year", "iso_week", "category", "injured_party", "count", "preliminary", "revised", "sample",
    "upload", "file", "sheet", "cell", "received_at",
)  # fmt: skip
Row = dict[str, Any]


def counts_rows(
    store: Store,
    area: str,
    period: Period,
    codes: Sequence[str] | None = None,
    as_of: datetime | None = None,
) -> list[Row]:
    """The current counts of a period, in order of week and category. A missing week has no row.

    Args:
        codes: which categories; None = every reported one. Derived ones (``rest``, ``fraud_all``, a total
            that had to be summed) come only when asked for, without a cell of their own.

    Raises:
        StoreError: when the store cannot be read.
    """
    record = read_weekly_counts(store, area, first=period.first, last=period.last, as_of=as_of)
    asked = store.rows(
        "weekly_counts", area=area, first=period.first.ordinal, last=period.last.ordinal, as_of=as_of
    )
    rows = [_row(record, row) for row in asked if codes is None or row["category"] in codes]
    reported = {row["category"] for row in asked}
    for code in codes or ():
        if code not in reported and code in record.series:
            rows += _derived(record, code)
    order = list(categories())
    return sorted(rows, key=lambda row: (row["iso_year"], row["iso_week"], order.index(row["category"])))


def _row(record: WeeklyCounts, row: Row) -> Row:
    week = IsoWeek.from_ordinal(row["week"])
    return {
        **_start(record, week, row["category"]),
        "injured_party": row["injured_party"],
        "count": row["count"],
        "preliminary": _preliminary(record, week),
        "revised": row["revised"],
        "sample": row["sample"],
        "upload": row["upload_id"],
        "file": row["file_name"],
        "sheet": row["sheet"],
        "cell": row["cell"],
        "received_at": row["received_at"].isoformat(),
    }


def _derived(record: WeeklyCounts, code: str) -> Iterator[Row]:
    empty = dict.fromkeys(FIELDS, None)
    for week, value in zip(record.weeks, record.series[code], strict=True):
        if np.isfinite(value):
            told = {"injured_party": "", "count": int(value), "sample": record.sample, "revised": False}
            yield empty | _start(record, week, code) | told | {"preliminary": _preliminary(record, week)}


def _start(record: WeeklyCounts, week: IsoWeek, code: str) -> Row:
    return {"area": record.area, "iso_year": week.year, "iso_week": week.week, "category": code}


def _preliminary(record: WeeklyCounts, week: IsoWeek) -> bool:
    place = record.index(week)
    return place is not None and bool(record.preliminary[place])


def as_table(rows: Sequence[Row], lang: str) -> Table:
    """The rows as a table with the fields' own names as heads."""
    cells = tuple(tuple(row[field] for field in FIELDS) for row in rows)
    told = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in cells)
    numbers = tuple(tuple(int(c) if isinstance(c, bool) else c for c in row) for row in cells)
    return Table(texts(lang)("report.counts.caption"), FIELDS, told, numbers)
