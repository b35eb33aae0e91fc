"""The month's tiles: one per category, together they add up to the total."""

from __future__ import annotations

import numpy as np

from crimestats.analysis.detection import Level, PeriodBand
from crimestats.charts.model import Band, Table
from crimestats.charts.series import cut
from crimestats.counts import BENEFIT_FRAUD, FRAUD_ALL, TILES, TOTAL
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import range_text, series_name, verdict_text
from crimestats.reporting.model import Tile
from crimestats.reporting.reading import Reading

# Half a year: a season's worth of weeks that still reads at the size of a tile.
WEEKS_SHOWN = 26


def month_tiles(reading: Reading, period: Period, lang: str) -> tuple[Tile, ...]:
    """One tile for each of TILES that the record holds."""
    return tuple(tile_of(reading, code, period, lang) for code in TILES if code in reading.detection.bands)


def tile_of(reading: Reading, code: str, period: Period, lang: str) -> Tile:
    """One series over a period, with the weeks up to it."""
    record, found = reading.record, reading.detection.over(code, period)
    weeks = Period(period.last - (WEEKS_SHOWN - 1), period.last)
    bands = reading.detection.bands[code]
    values = cut(record.series[code], record, weeks)
    band = Band(texts(lang)("report.usual"), cut(bands.lower, record, weeks), cut(bands.upper, record, weeks))
    levels = cut(bands.level.astype(float), record, weeks)
    return Tile(
        code=code,
        name=series_name(record, code, lang),
        count=found.observed,
        count_text=Formats(lang).number(found.observed) if found.observed is not None else "–",
        range_text=range_text(found.lower, found.upper, lang) if found.observed is not None else "",
        verdict=verdict_text(found.level, lang)
        if found.observed is not None
        else texts(lang)("report.missing"),
        level=int(found.level),
        weeks=weeks.weeks,
        values=values,
        band=band,
        marks=tuple(n for n, level in enumerate(levels) if level == Level.ALARM),
        sentence=_sentence(series_name(record, code, lang), weeks, values, lang),
        sub_text=_sub_text(reading, code, period, found, lang),
    )


def _sentence(name: str, weeks: Period, values: tuple[float | None, ...], lang: str) -> str:
    say, formats = texts(lang), Formats(lang)
    held = [value for value in values if value is not None]
    span = formats.weeks(weeks, year=True, short=True)
    if not held:
        return say("report.tile.nothing", name=name, weeks=span)
    low, high, last = (formats.number(value) for value in (min(held), max(held), held[-1]))
    return say("report.tile.sentence", name=name, weeks=span, low=low, high=high, last=last)


def _sub_text(reading: Reading, code: str, period: Period, found: PeriodBand, lang: str) -> str:
    """How much of fraud is benefit fraud, and how many weeks are missing."""
    say, formats, told = texts(lang), Formats(lang), []
    benefit = reading.record.values(BENEFIT_FRAUD, period)
    if code == FRAUD_ALL and found.observed is not None and np.isfinite(benefit).all():
        told.append(say("report.tile.of_which", n=formats.number(benefit.sum())))
    if found.n_missing and found.observed is not None:
        known = len(period) - found.n_missing
        told.append(say("report.tile.weeks", n=formats.number(known), all=formats.number(len(period))))
    return "; ".join(told)


def month_table(reading: Reading, period: Period, caption: str, lang: str) -> Table:
    """The total and every tile as a table: count, range and verdict."""
    say = texts(lang)
    codes = [code for code in (TOTAL, *TILES) if code in reading.detection.bands]
    tiles = [tile_of(reading, code, period, lang) for code in codes]
    ends = [_ends(reading, code, period) for code in codes]
    formats = Formats(lang)
    rows = tuple(
        (
            tile.name,
            tile.count_text,
            *("–" if end is None else formats.number(end) for end in pair),
            tile.verdict,
        )
        for tile, pair in zip(tiles, ends, strict=True)
    )
    numbers = tuple(
        (tile.name, tile.count, *pair, tile.verdict) for tile, pair in zip(tiles, ends, strict=True)
    )
    heads = tuple(say(f"report.column.{name}") for name in ("category", "count", "lower", "upper", "verdict"))
    return Table(caption, heads, rows, numbers)


def _ends(reading: Reading, code: str, period: Period) -> tuple[int | None, int | None]:
    found = reading.detection.over(code, period)
    return (int(found.lower), int(found.upper)) if np.isfinite(found.upper) else (None, None)
