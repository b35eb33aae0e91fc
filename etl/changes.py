"""What a file would change against what the store knows: new, changed (old → new) and unchanged counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crimestats.store import Store
from etl.read import Row


@dataclass(frozen=True, slots=True)
class Change:
    """One count that the store knows otherwise."""

    row: Row
    old: int

    def as_json(self) -> dict[str, Any]:
        row = self.row
        return {
            "area": row.area,
            "iso_year": row.iso_year,
            "iso_week": row.iso_week,
            "category": row.category,
            "injured_party": row.injured_party,
            "old": self.old,
            "new": row.count,
            "sheet": row.sheet,
            "cell": row.cell,
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """``new`` and ``unchanged`` are numbers of counts; ``old`` has, for each row that was held against the
    store, the count that stands, None where there is none."""

    new: int = 0
    unchanged: int = 0
    changed: tuple[Change, ...] = ()
    old: tuple[int | None, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "new": self.new,
            "unchanged": self.unchanged,
            "changed": len(self.changed),
            "changes": [change.as_json() for change in self.changed],
            "old": list(self.old),
        }


def against_store(store: Store, rows: Sequence[Row]) -> Changes:
    """Hold rows against the counts that stand now."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        groups[row.area, row.source].append(n)
    known: set[str] = {row["area"] for row in store.rows("areas")}
    old: list[int | None] = [None] * len(rows)
    for (area, source), group in groups.items():
        if area in known:
            standing = _standing(store, area, source, [rows[n] for n in group])
            for n in group:
                row = rows[n]
                old[n] = standing.get((row.week.ordinal, row.category, row.injured_party))
    changed = [
        Change(row, was) for row, was in zip(rows, old, strict=True) if was is not None and was != row.count
    ]
    new = old.count(None)
    return Changes(new, len(rows) - new - len(changed), tuple(changed), tuple(old))


def _standing(store: Store, area: str, source: str, rows: Sequence[Row]) -> dict[tuple[int, str, str], int]:
    """What stands per week, category and injured party; for counts that are split, their sum as well."""
    weeks = [row.week.ordinal for row in rows]
    held = store.rows("weekly_counts", area=area, source=source, first=min(weeks), last=max(weeks))
    standing: dict[tuple[int, str, str], int] = defaultdict(int)
    for row in held:
        standing[row["week"], row["category"], row["injured_party"]] += row["count"]
        if row["injured_party"]:
            standing[row["week"], row["category"], ""] += row["count"]
    return standing
