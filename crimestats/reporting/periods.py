"""The periods of the public texts."""

from __future__ import annotations

from crimestats.periods import Period
from crimestats.store import Store
from crimestats.weeks import IsoWeek


def named_periods(store: Store, area: str) -> tuple[Period, ...]:
    """The periods that the municipality has named, oldest first."""
    return tuple(
        Period(IsoWeek.from_ordinal(row["first_week"]), IsoWeek.from_ordinal(row["last_week"]), row["name"])
        for row in store.rows("periods", area=area)
    )
