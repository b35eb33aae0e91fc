"""What a file would change against what the store knows: new, changed (old → new) and unchanged counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crimestats.store import Store
from crimestats.weeks import IsoWeek
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
    """``new`` and ``unchanged`` are numbers of counts."""

    new: int = 0
    unchanged: int = 0
    changed: tuple[Change, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "new": self.new,
            "unchanged": self.unchanged,
            "changed": len(self.changed),
            "changes": [change.as_json() for change in self.changed],
        }


def against_store(store: Store, rows: Sequence[Row]) -> Changes:
    """Hold rows against the counts that stand now."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.area, row.source].append(row)
    known: set[str] = {row["area"] for row in store.rows("areas")}
    new, unchanged, changed = 0, 0, []
    for (area, source), group in groups.items():
        standing = _standing(store, area, source, group) if area in known else {}
        for row in group:
            old = standing.get((row.week.ordinal, row.category, row.injured_party))
            new += old is None
            unchanged += old == row.count
            if old is not None and old != row.count:
                changed.append(Change(row, old))
    return Changes(new, unchanged, tuple(changed))


def _standing(store: Store, area: str, source: str, rows: Sequence[Row]) -> dict[tuple[int, str, str], int]:
    weeks = [IsoWeek(row.iso_year, row.iso_week).ordinal for row in rows]
    held = store.rows("weekly_counts", area=area, source=source, first=min(weeks), last=max(weeks))
    return {(row["week"], row["category"], row["injured_party"]): row["count"] for row in held}
