"""One reading of an area: its record, judged, with its calendar and its named periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from crimestats.analysis.detection import Detection, detect
from crimestats.counts import WeeklyCounts, read_weekly_counts
from crimestats.narrative.events import CalendarEvent, read_events
from crimestats.periods import Period
from crimestats.reporting.delays import known_shares
from crimestats.reporting.periods import named_periods
from crimestats.reporting.recalled import recall
from crimestats.store import Store

# Areas and moments kept judged; a record of ten years takes about a megabyte.
_KEPT = 32


@dataclass(frozen=True)
class Reading:
    """An area as known at a moment."""

    record: WeeklyCounts
    detection: Detection
    events: tuple[CalendarEvent, ...]
    periods: tuple[Period, ...]


def read_area(store: Store, area: str, as_of: datetime | None = None) -> Reading:
    """Read and judge an area; the same version of the store is judged once.

    Raises:
        StoreError: when the store cannot be read.
    """
    return _read(store, store.version, area, as_of)


@lru_cache(maxsize=_KEPT)
def _read(store: Store, version: str, area: str, as_of: datetime | None) -> Reading:
    recall(store, version)
    record = read_weekly_counts(store, area, as_of=as_of)
    events = read_events(store.rows("calendar_events", area=area))
    breaks = [(event.name, event.weeks) for event in events if event.kind == "break"]
    detection = detect(record, breaks=breaks, shares=known_shares(store, record, as_of))
    return Reading(record, detection, events, named_periods(store, area))
