"""What drove a flagged week, as a table whose excesses add up to the week's."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.drivers import Driver, Part
from crimestats.analysis.extra import Extra
from crimestats.analysis.peaks import Peak
from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.i18n import Formats, texts

Row = tuple[str, int | None, float | None, float | None, Extra | None]
# An excess that lies in no part is told from so many reports on.
_TOLD = 0.05


def drivers_table(peak: Peak, lang: str) -> Table | None:
    """One row per part, with its kinds and injured parties below it, then what lies in none and the sum.

    The last column is the 90 % interval of what came beyond what would have come anyway.
    """
    if not peak.drivers:
        return None
    say = texts(lang)
    rows = [row for driver in peak.drivers for row in _rows(driver, lang)]
    if abs(peak.spread) >= _TOLD:
        rows.append((say("report.drivers.spread"), None, None, peak.spread, None))
    rows.append((say("report.drivers.sum"), peak.observed, peak.expected, peak.excess, peak.extra))
    heads = [say(f"report.drivers.{name}") for name in ("part", "observed", "expected", "excess")]
    caption = say("report.drivers.caption", week=Formats(lang).week_word(peak.week, year=True))
    return Table(
        caption,
        (*heads, say("causes.likely")),
        tuple(_cells(row, lang) for row in rows),
        tuple(_numbers(row, lang) for row in rows),
    )


def _rows(driver: Driver, lang: str) -> Iterator[Row]:
    yield _name(driver.code, lang), driver.observed, driver.expected, driver.excess, driver.extra
    splits = (
        ("kinds", driver.kinds, driver.kinds_spread),
        ("parties", driver.parties, driver.parties_spread),
    )
    for split, parts, spread in splits:
        for part in parts:
            yield (
                texts(lang)("report.drivers.of_which", name=_part_name(part, lang)),
                part.observed,
                part.expected,
                part.excess,
                part.extra,
            )
        if parts and abs(spread) >= _TOLD:
            left = texts(lang)(f"causes.{split}_left")
            yield texts(lang)("report.drivers.of_which", name=left), None, None, spread, None


def _cells(row: Row, lang: str) -> tuple[str, ...]:
    formats = Formats(lang)
    name, observed, expected, excess, extra = row
    return (
        name,
        "–" if observed is None else formats.number(observed),
        "–" if expected is None else formats.number(expected, 1),
        "–" if excess is None else formats.signed(excess, 1),
        "–" if extra is None else formats.span(extra.low, extra.high),
    )


def _numbers(row: Row, lang: str) -> tuple[object, ...]:
    name, observed, expected, excess, extra = row
    rounded = (None if value is None else round(value, 1) for value in (expected, excess))
    return (name, observed, *rounded, None if extra is None else Formats(lang).span(extra.low, extra.high))


def _part_name(part: Part, lang: str) -> str:
    if part.injured_party:
        return texts(lang)("report.drivers.party", party=party_name(part.injured_party, lang).lower())
    name = _name(part.code, lang)
    return name[:1].lower() + name[1:]


def _name(code: str, lang: str) -> str:
    return categories()[code].name(lang)
