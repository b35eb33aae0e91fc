"""What a taken-out file says of itself: area, period, as known when, source, unit, sample or not."""

from __future__ import annotations

from datetime import datetime

from crimestats.clock import today
from crimestats.counts import read_weekly_counts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import source_text
from crimestats.store import Store


def about_rows(
    store: Store, area: str, period: Period, as_of: datetime | None, lang: str
) -> list[tuple[str, str]]:
    """Label and text, for the sheet ``Om uttaget``."""
    say, formats = texts(lang), Formats(lang)
    record = read_weekly_counts(store, area, as_of=as_of)
    told = {
        "area": area,
        "period": f"{formats.weeks(period, year=True)} ({formats.days(period)})",
        "as_of": formats.moment(as_of) if as_of else say("report.about.now"),
        "source": source_text(record, lang),
        "unit": say("report.about.unit_text"),
        "missing": say("report.about.missing_text"),
        "made": formats.iso_day(today()),
    }
    if record.sample:
        told["sample"] = say("report.about.sample_text")
    return [(say(f"report.about.{name}"), text) for name, text in told.items()]
