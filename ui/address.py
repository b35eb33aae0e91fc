"""The address of a view: area, period, as known at and language, read politely and written whole.

A link reproduces what its sender saw. What cannot be read falls back to the default, and is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crimestats.clock import LOCAL
from crimestats.i18n import LANGUAGES
from crimestats.periods import Period, parse_period
from crimestats.weeks import WeekError
from ui.pages import UNKNOWN

# Query parameter that opens the origin of a number over the page.
ORIGIN = "origin"
# More than this many weeks is no month any more, and too much for one screen.
LONGEST = 530


@dataclass(frozen=True, slots=True)
class View:
    """What one person looks at. ``period`` is None only while the area has no counts at all."""

    area: str
    period: Period | None
    as_of: datetime | None
    lang: str

    def address(self) -> dict[str, str]:
        """The view as query parameters."""
        parts = {"area": self.area}
        if self.period:
            parts["period"] = self.period.key
        if self.as_of:
            parts["asof"] = self.as_of.isoformat()
        return {**parts, "lang": self.lang}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for; None where it says nothing or nothing that can be read."""

    area: str | None = None
    period: Period | None = None
    as_of: datetime | None = None
    lang: str | None = None
    faults: tuple[tuple[str, str], ...] = ()  # (parameter, its value) of what could not be read


def read_address(parameters: Mapping[str, str]) -> Wanted:
    """Read query parameters; never raises."""
    faults: list[tuple[str, str]] = []
    readers = {"period": _period, "asof": _moment, "lang": _language}
    found: dict[str, object] = {}
    for name, reader in readers.items():
        if text := parameters.get(name, ""):
            try:
                found[name] = reader(text)
            except (WeekError, ValueError, OverflowError):
                faults.append((name, text[:60]))
    if page := parameters.get(UNKNOWN, ""):
        faults.append((UNKNOWN, page[:60]))
    return Wanted(
        parameters.get("area") or None,
        found.get("period"),  # type: ignore[arg-type]
        found.get("asof"),  # type: ignore[arg-type]
        found.get("lang"),  # type: ignore[arg-type]
        tuple(faults),
    )


def _period(text: str) -> Period:
    period = parse_period(text)
    if len(period) > LONGEST:
        raise ValueError(text)
    return period


def _moment(text: str) -> datetime:
    # In an address a plus sign reads as a space.
    moment = datetime.fromisoformat(text.replace(" ", "+") if text[-6:-5] == " " else text)
    return moment if moment.tzinfo else moment.replace(tzinfo=LOCAL)


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(text)
    return text
