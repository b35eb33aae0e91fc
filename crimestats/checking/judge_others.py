"""Readings without a number held against the record: the largest, and what is usual."""

from __future__ import annotations

from collections.abc import Mapping

from crimestats.analysis.bands import Level
from crimestats.checking.figures import Figures
from crimestats.checking.fit import Fit
from crimestats.checking.found import Found, Reading
from crimestats.checking.measured import Measured
from crimestats.checking.model import Subject
from crimestats.counts import FRAUD, FRAUD_ALL

# The largest category is looked for among these; a rest is no category that one can name.
_NAMED = ("violence", "vandalism", "theft")


def top_week(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    span = reading.span
    values = figures.weekly(reading.subject, span)
    claimed = reading.other_span
    if values is None or claimed is None or claimed.weeks[0] not in span.weeks:
        return None
    end = max(values) if found.said == "most" else min(values)
    best = tuple(str(week) for week, value in zip(span.weeks, values, strict=True) if value == end)
    fit: Fit = "fits" if str(claimed.weeks[0]) in best else "off"
    return Measured(reading, fit, end, figures.value(reading.subject, claimed), named=best)


def top_category(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    if len(reading.subject.plus) != 1:
        return None
    code = reading.subject.plus[0]
    rivals = _rivals(code, figures)
    values = {rival: figures.value(Subject((rival,)), reading.span) for rival in {*rivals, code}}
    known = {rival: value for rival, value in values.items() if value is not None}
    if code not in known:
        return None
    end = max(known.values()) if found.said == "most" else min(known.values())
    best = tuple(rival for rival, value in known.items() if value == end)
    return Measured(reading, "fits" if code in best else "off", end, known[code], named=best)


def _rivals(code: str, figures: Figures) -> list[str]:
    """The categories that one is compared with: its own sort, or those that the bulletin names."""
    if code.startswith(f"{FRAUD}."):
        return [c for c in figures.record.series if c.startswith(f"{FRAUD}.")]
    fraud = code if code in (FRAUD, FRAUD_ALL) else FRAUD_ALL if FRAUD_ALL in figures.record.series else FRAUD
    named = [*_NAMED, fraud, *([code] if code not in (FRAUD, FRAUD_ALL) else [])]
    return [c for c in named if c in figures.record.series]


def level(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    code = reading.subject.plus[0]
    run = reading.span.run
    if run is None or len(reading.subject.plus) != 1 or reading.subject.party or reading.subject.minus:
        return None
    detection = figures.judge()
    if code not in detection.bands:
        return None
    band = detection.over(code, run)
    if band.observed is None or band.level == Level.NONE:
        return None
    fit = _LEVELS[found.said][band.level]
    name = band.level.name.lower()
    return Measured(reading, fit, float(band.observed), band.lower, band.upper, level=name)


_LEVELS: Mapping[str, Mapping[Level, Fit]] = {
    "calm": {Level.BELOW: "fits", Level.USUAL: "fits", Level.WATCH: "near", Level.ALARM: "off"},
    "usual": {Level.BELOW: "near", Level.USUAL: "fits", Level.WATCH: "off", Level.ALARM: "off"},
    "many": {Level.BELOW: "off", Level.USUAL: "off", Level.WATCH: "fits", Level.ALARM: "fits"},
    "out": {Level.BELOW: "near", Level.USUAL: "near", Level.WATCH: "fits", Level.ALARM: "fits"},
    "few": {Level.BELOW: "fits", Level.USUAL: "off", Level.WATCH: "off", Level.ALARM: "off"},
}  # fmt: skip
