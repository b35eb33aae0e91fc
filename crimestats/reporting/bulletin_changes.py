"""What has changed in the data since a text was written on them: which figures, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from crimestats.charts.model import Table
from crimestats.counts import TILES, TOTAL, WeeklyCounts, read_weekly_counts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import series_name
from crimestats.store import Store


@dataclass(frozen=True, slots=True)
class DataChanges:
    """``table`` has one row per changed figure; ``causes`` tells the files that came or went since."""

    table: Table
    causes: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.table.rows)


def data_changes(store: Store, area: str, period: Period, since: datetime, lang: str) -> DataChanges:
    """The figures of a period that are not what they were at a moment; causes only where any changed.

    Raises:
        StoreError: when the store cannot be read.
    """
    old, new = read_weekly_counts(store, area, as_of=since), read_weekly_counts(store, area)
    say = texts(lang)
    codes = [code for code in _codes(old, new) if _differs(old, new, code, period)]
    rows = tuple(_row(old, new, code, period, lang) for code in codes)
    sums = [tuple(_sum(_values(record, code, period)) for record in (old, new)) for code in codes]
    heads = tuple(say(f"bulletin.column.{name}") for name in ("category", "old", "new", "weeks"))
    caption = say("bulletin.changed.caption", weeks=Formats(lang).weeks(period, year=True))
    numbers = tuple((row[0], *pair, row[3]) for row, pair in zip(rows, sums, strict=True))
    return DataChanges(
        Table(caption, heads, rows, numbers), _causes(store, area, since, lang) if rows else ()
    )


def _codes(old: WeeklyCounts, new: WeeklyCounts) -> list[str]:
    """The total and the tiles first, then what else is counted."""
    held = {**old.series, **new.series}
    return [code for code in dict.fromkeys((TOTAL, *TILES, *sorted(held))) if code in held]


def _values(record: WeeklyCounts, code: str, period: Period) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in record.values(code, period)]


def _differs(old: WeeklyCounts, new: WeeklyCounts, code: str, period: Period) -> bool:
    return _values(old, code, period) != _values(new, code, period)


def _row(old: WeeklyCounts, new: WeeklyCounts, code: str, period: Period, lang: str) -> tuple[str, ...]:
    say, write = texts(lang), Formats(lang)
    before, after = _values(old, code, period), _values(new, code, period)
    weeks = [
        say("bulletin.changed.week", week=write.week(week), old=_count([a], lang), new=_count([b], lang))
        for week, a, b in zip(period.weeks, before, after, strict=True)
        if a != b
    ]
    name = series_name(new if code in new.series else old, code, lang)
    return name, _count(before, lang), _count(after, lang), "; ".join(weeks)


def _count(values: Sequence[float | None], lang: str) -> str:
    found = _sum(values)
    return texts(lang)("report.missing") if found is None else Formats(lang).number(found)


def _sum(values: Sequence[float | None]) -> float | None:
    """The sum of the weeks that have a figure, None where none has."""
    held = [value for value in values if value is not None]
    return sum(held) if held else None


def _causes(store: Store, area: str, since: datetime, lang: str) -> tuple[str, ...]:
    say, write = texts(lang), Formats(lang)
    return tuple(
        say(f"bulletin.cause.{row['action']}", file=row["file_name"], moment=write.moment(row["moment"]))
        for row in store.rows("data_moments", area=area)
        if row["moment"] > since
    )
