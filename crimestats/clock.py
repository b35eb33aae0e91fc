"""The one place that asks what time it is, so that behaviour can be repeated.

``CRIMESTATS_TODAY`` (an ISO date) stands in for today's date; the time of day stays the machine's.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """Today's date in Sweden, or the date in ``CRIMESTATS_TODAY``."""
    given = os.environ.get("CRIMESTATS_TODAY")
    return date.fromisoformat(given) if given else datetime.now(LOCAL).date()


def now() -> datetime:
    """This moment in UTC, moved to the date of ``CRIMESTATS_TODAY`` where that is set."""
    moment = datetime.now(LOCAL)
    return datetime.combine(today(), moment.time(), LOCAL).astimezone(UTC)
