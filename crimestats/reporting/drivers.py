"""What drove a flagged week, as a table whose excesses add up to the week's."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.drivers import Driver, Part
from crimestats.analysis.peaks import Peak
from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.i18n import Formats, texts

Row = tuple[str, int | None, float | None, float | None]


def drivers_table(peak: Peak, lang: str) -> Table | None:
    """One row per part, with its kinds and injured parties below it, then what lies in none and the sum."""
    if not peak.drivers:
        return None
    say, formats = texts(lang), Formats(lang)
    numbers = [row for driver in peak.drivers for row in _rows(driver, lang)]
    if abs(peak.spread) >= 0.05:
        numbers.append((say("report.drivers.spread"), None, None, round(peak.spread, 1)))
    numbers.append((say("report.drivers.sum"), peak.observed, round(peak.expected, 1), round(peak.excess, 1)))
    rows = tuple(
        (name, _count(n, formats), _decimal(expected, formats), _signed(excess, formats))
        for name, n, expected, excess in numbers
    )
    heads = tuple(say(f"report.drivers.{name}") for name in ("part", "observed", "expected", "excess"))
    caption = say("report.drivers.caption", week=formats.week_word(peak.week, year=True))
    return Table(caption, heads, rows, tuple(numbers))


def _rows(driver: Driver, lang: str) -> Iterator[Row]:
    name = _name(driver.code, lang)
    yield name, driver.observed, round(driver.expected, 1), round(driver.excess, 1)
    for part in (*driver.kinds, *driver.parties):
        yield texts(lang)("report.drivers.of_which", name=_part_name(part, lang)), *_part(part)


def _part(part: Part) -> tuple[int, float | None, float | None]:
    if part.expected is None:
        return part.observed, None, None
    return part.observed, round(part.expected, 1), round(part.observed - part.expected, 1)


def _part_name(part: Part, lang: str) -> str:
    if part.injured_party:
        return texts(lang)("report.drivers.party", party=party_name(part.injured_party, lang).lower())
    name = _name(part.code, lang)
    return name[:1].lower() + name[1:]


def _name(code: str, lang: str) -> str:
    return categories()[code].name(lang)


def _count(value: int | None, formats: Formats) -> str:
    return "–" if value is None else formats.number(value)


def _decimal(value: float | None, formats: Formats) -> str:
    return "–" if value is None else formats.number(value, 1)


def _signed(value: float | None, formats: Formats) -> str:
    return "–" if value is None else formats.signed(value, 1)
