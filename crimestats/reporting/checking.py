"""A text held against the counts of the store."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from crimestats.checking import CheckedText, Figures, check, municipalities
from crimestats.counts import WeeklyCounts, read_weekly_counts
from crimestats.periods import Period
from crimestats.reporting.periods import named_periods
from crimestats.store import Store

if TYPE_CHECKING:
    from crimestats.analysis.detection import Detection

# Records kept: one for each area and moment that someone is writing about.
_KEPT = 16


def check_text(
    store: Store, text: str, *, area: str, period: Period, as_of: datetime | None = None, lang: str = "sv"
) -> CheckedText:
    """The claims of a Swedish text about an area's counts, each with its verdict.

    Fast enough to run while someone writes: the record is read once per version of the store, and judged only
    when a text says what is usual.

    Raises:
        CheckError: the text is empty or too long; ``code`` and ``values`` are for the i18n tables.
        StoreError: when the store cannot be read.
    """

    def judge() -> Detection:
        from crimestats.reporting.reading import read_area  # late: most texts never ask what is usual

        return read_area(store, area, as_of).detection

    record = _record(store, store.version, area, as_of)
    figures = Figures(record, judge, named_periods(store, area))
    return check(text, figures, period, places=municipalities(), lang=lang)


@lru_cache(maxsize=_KEPT)
def _record(store: Store, version: str, area: str, as_of: datetime | None) -> WeeklyCounts:
    del version  # tells one state of the store from the next
    return read_weekly_counts(store, area, as_of=as_of)
