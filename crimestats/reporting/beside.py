"""What the store holds beside a month's counts: texts written on earlier data, decisions not finished."""

from __future__ import annotations

from datetime import date, datetime

from crimestats.clock import LOCAL, today
from crimestats.counts import read_weekly_counts
from crimestats.narrative.since import EarlierText, Task
from crimestats.periods import Period
from crimestats.store import Store
from crimestats.store.decisions import UNFINISHED
from crimestats.weeks import IsoWeek


def earlier_texts(store: Store, area: str, period: Period, as_of: datetime | None) -> tuple[EarlierText, ...]:
    """The texts of this period and of the one that ends where it begins, where data came since.

    Raises:
        StoreError: when the store cannot be read.
    """
    span = {"first": (period.first - 1).ordinal, "last": period.last.ordinal}
    rows = store.rows("text_moments", area=area, as_of=as_of, **span)
    moments = store.rows("data_moments", area=area) if rows else []
    newest = max((row["moment"] for row in moments if as_of is None or row["moment"] <= as_of), default=None)
    found = []
    for row in rows:
        weeks = Period(IsoWeek.from_ordinal(row["first_week"]), IsoWeek.from_ordinal(row["last_week"]))
        follows = weeks.last + 1 == period.first or weeks.weeks == period.weeks
        if follows and newest is not None and newest > row["data_moment"]:
            found.append(
                EarlierText(
                    weeks, row["data_moment"], read_weekly_counts(store, area, as_of=row["data_moment"])
                )
            )
    return tuple(found)


def unfinished(store: Store, area: str, as_of: datetime | None) -> tuple[Task, ...]:
    """The decisions of an area that are open or under way.

    Raises:
        StoreError: when the store cannot be read.
    """
    rows = store.rows("decisions", area=area, as_of=as_of)
    return tuple(Task(row["id"], row["status"], row["due"]) for row in rows if row["status"] in UNFINISHED)


def day_of(as_of: datetime | None) -> date:
    """The day that counts as today for a report as known at a moment."""
    return as_of.astimezone(LOCAL).date() if as_of else today()
