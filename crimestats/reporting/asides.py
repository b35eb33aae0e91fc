"""What is no alarm but worth knowing: late batches, and lasting changes of level, over some weeks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from crimestats.analysis.bands import BATCH, Shift
from crimestats.analysis.budget import WATCHED
from crimestats.config import settings
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import series_name
from crimestats.reporting.reading import Reading


def asides(reading: Reading, weeks: Period, lang: str) -> tuple[str, ...]:
    """A sentence for each, of the watched series; shifts first, then batches, each newest first."""
    shifts = [shift for shift in reversed(reading.detection.shifts) if _now(shift, weeks)]
    return (*(shift_words(reading, shift, lang) for shift in shifts), *_batches(reading, weeks, lang))


def _now(shift: Shift, weeks: Period) -> bool:
    """It began in the weeks, or was followed in them."""
    return shift.code in WATCHED and (shift.first in weeks or (shift.rebased or shift.first) in weeks)


def shift_words(reading: Reading, shift: Shift, lang: str) -> str:
    """A lasting change of level in a sentence."""
    formats = Formats(lang)
    told = {
        "name": series_name(reading.record, shift.code, lang),
        "week": formats.week_word(shift.first, year=True),
        "ratio": formats.number(shift.ratio, 1),
    }
    if shift.rebased is None:
        return texts(lang)("notes.aside.shift_new", **told, weeks=settings().detection.rebase_weeks)
    return texts(lang)("notes.aside.shift", **told, rebased=formats.week_word(shift.rebased, year=True))


def _batches(reading: Reading, weeks: Period, lang: str) -> Iterator[str]:
    formats, record = Formats(lang), reading.record
    found = [
        (record.weeks[n], code, band.observed[n])
        for code, band in reading.detection.bands.items() if code in WATCHED
        for n in np.flatnonzero(band.pattern == BATCH) if record.weeks[n] in weeks
    ]  # fmt: skip
    for week, code, count in sorted(found, key=lambda one: -one[0].ordinal):
        yield texts(lang)(
            "notes.aside.batch", name=series_name(record, code, lang),
            week=formats.week_word(week, year=True), count=formats.number(count),
        )  # fmt: skip
