"""Labels that screens share: names of series and periods, ranges and verdicts, where figures come from."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from crimestats.analysis.detection import Level
from crimestats.categories import categories
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period, month_of, month_periods


def series_name(record: WeeklyCounts, code: str, lang: str) -> str:
    """A category's name; fraud is not said to include what the record never reports."""
    only_fraud = code == FRAUD_ALL and BENEFIT_FRAUD not in record.series
    known = categories().get(FRAUD if only_fraud else code)
    return known.name(lang) if known else code


def period_name(period: Period, lang: str) -> str:
    """``november 2021`` where the weeks are those of a month or the editor named them so, else the weeks."""
    months = month_periods(period.first, period.last)
    if len(months) == 1 and len(months[0]) == len(period):
        month = Formats(lang).month(*month_of(period.first))
        if not period.name or period.name.casefold() == Formats("sv").month(*month_of(period.first)):
            return month
    return period.name or Formats(lang).weeks(period, year=True)


def range_text(lower: float, upper: float, lang: str) -> str:
    """``vanligt 24–43``, or that the record is too short to say."""
    say = texts(lang)
    if not np.isfinite(upper):
        return say("report.no_range")
    return say("report.range", span=Formats(lang).span(lower, upper))


def verdict_text(level: int, lang: str) -> str:
    """``inom det vanliga``; "" where nothing could be judged."""
    return texts(lang)(f"report.verdict.{Level(level).name.lower()}")


def source_text(record: WeeklyCounts, lang: str) -> str:
    """Whose figures, of which area, received when; and as known at which moment when not now."""
    say, formats = texts(lang), Formats(lang)
    if record.received_at is None:
        return say("report.source.nothing", area=record.area)
    told = say(
        "report.source.text",
        area=record.area,
        file=record.file_name,
        moment=formats.moment(record.received_at),
    )
    return f"{told} {as_of_text(record.as_of, lang)}".strip()


def as_of_text(as_of: datetime | None, lang: str) -> str:
    """Which moment's knowledge is shown; "" for now."""
    return texts(lang)("report.source.as_of", moment=Formats(lang).moment(as_of)) if as_of else ""
