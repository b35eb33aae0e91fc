"""A text held against the counts of the store."""

from __future__ import annotations

from datetime import datetime

from crimestats.checking import CheckedText, Figures, check, municipalities
from crimestats.periods import Period
from crimestats.reporting.reading import read_area
from crimestats.store import Store


def check_text(
    store: Store, text: str, *, area: str, period: Period, as_of: datetime | None = None, lang: str = "sv"
) -> CheckedText:
    """The claims of a Swedish text about an area's counts, each with its verdict.

    Fast enough to run while someone writes: the area is read and judged once per version of the store.

    Raises:
        CheckError: the text is empty or too long; ``code`` and ``values`` are for the i18n tables.
        StoreError: when the store cannot be read.
    """
    reading = read_area(store, area, as_of)
    figures = Figures(reading.record, reading.detection, reading.periods)
    return check(text, figures, period, places=municipalities(), lang=lang)
