"""Calendar events as facts and charts need them: breaks, holidays, events and measures of an area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crimestats.periods import Period
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A school break, holiday, event or measure; ``kind`` is break, holiday, event or measure."""

    kind: str
    name: str
    name_en: str
    weeks: Period

    def label(self, lang: str) -> str:
        """The name in a language; Swedish where no English one was given."""
        return self.name_en if lang == "en" and self.name_en else self.name

    def touches(self, period: Period) -> bool:
        return self.weeks.first <= period.last and period.first <= self.weeks.last


def read_events(rows: Iterable[Mapping[str, Any]]) -> tuple[CalendarEvent, ...]:
    """The rows of the store's question ``calendar_events``."""
    return tuple(CalendarEvent(row["kind"], row["name"], row["name_en"] or "", _weeks(row)) for row in rows)


def _weeks(row: Mapping[str, Any]) -> Period:
    return Period(IsoWeek.from_ordinal(row["first_week"]), IsoWeek.from_ordinal(row["last_week"]))
