"""Lying bars: what drove a peak, which kinds of fraud, who was injured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, Unpack

import numpy as np

from crimestats.charts.build import Words, cell
from crimestats.charts.model import Bar, Chart, Table
from crimestats.charts.series import Expectation, Values, name_of, plain
from crimestats.counts import BENEFIT_FRAUD, FRAUD, WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period

PARTIES = ("private", "company", "authority")


class Part(Protocol):
    """What charts read of a peak's driver: counts of one category, and party where the files tell it."""

    @property
    def code(self) -> str: ...
    @property
    def injured_party(self) -> str: ...
    @property
    def observed(self) -> float: ...
    @property
    def expected(self) -> float: ...
    @property
    def excess(self) -> float: ...


def drivers_bars(drivers: Sequence[Part], **words: Unpack[Words]) -> Chart:
    """How many more than expected each part of a peak had, the largest first."""
    lang = words.get("lang", "sv")
    say, formats = texts(lang), Formats(lang)
    ordered = sorted(drivers, key=lambda part: -part.excess)
    bars = [
        Bar(_part_name(part, lang), part.code, part.excess, formats.signed(round(part.excess)))
        for part in ordered
    ]
    heads = (say("charts.kind"), say("charts.observed"), say("charts.expected"), say("charts.excess"))
    numbers = [(b.name, p.observed, p.expected, p.excess) for b, p in zip(bars, ordered, strict=True)]
    return _lying(bars, heads, numbers, "drivers", words)


def _part_name(part: Part, lang: str) -> str:
    name = name_of(part.code, lang)
    return f"{name}, {party_name(part.injured_party, lang).lower()}" if part.injured_party else name


def party_name(party: str, lang: str) -> str:
    """``private``, ``company``, ``authority`` or "" (not stated) as words."""
    return texts(lang)(f"charts.party_name.{party or 'unknown'}")


def kinds_chart(
    record: WeeklyCounts,
    detection: Expectation | None,
    codes: Sequence[str],
    period: Period,
    **words: Unpack[Words],
) -> Chart:
    """A period's count of each category or kind the record holds, the largest first, over what is usual."""
    lang = words.get("lang", "sv")
    say = texts(lang)
    held = [code for code in codes if code in record.series]
    bars = [_kind(record, detection, code, period, lang) for code in held]
    bars.sort(key=lambda bar: -(bar.value or 0))
    heads: tuple[str, ...] = (say("charts.kind"), say("charts.count"))
    numbers: list[tuple[object, ...]] = [(bar.name, bar.value) for bar in bars]
    if any(bar.low is not None for bar in bars):
        heads += (say("charts.usual_from"), say("charts.usual_to"))
        numbers = [(*row, bar.low, bar.high) for row, bar in zip(numbers, bars, strict=True)]
    return _lying(bars, heads, numbers, "kinds", words)


def _kind(record: WeeklyCounts, detection: Expectation | None, code: str, period: Period, lang: str) -> Bar:
    values = record.values(code, period)
    count = _sum(values)
    low = high = None
    if detection and code in detection.bands:
        whole = detection.over(code, period)
        low, high = plain((whole.lower, whole.upper))
    return Bar(name_of(code, lang), code, count, _count_words(values, lang), low, high)


def _sum(values: Any) -> float | None:
    """The sum of the reported weeks; None when none was."""
    return None if np.isnan(values).all() else plain([float(np.nansum(values))])[0]


def _count_words(values: Any, lang: str) -> str:
    """The count, and of how many weeks where some are missing."""
    say, told = texts(lang), int((~np.isnan(values)).sum())
    count = cell(_sum(values), Formats(lang))
    return (
        count if told in (0, len(values)) else say("charts.of_weeks", count=count, told=told, all=len(values))
    )


def parties_chart(
    record: WeeklyCounts,
    period: Period,
    codes: Sequence[str] = (FRAUD, BENEFIT_FRAUD),
    **words: Unpack[Words],
) -> Chart:
    """A period's count by injured party over several categories; what the files leave open comes last."""
    lang = words.get("lang", "sv")
    formats, say = Formats(lang), texts(lang)
    known = {party: _party_sum(record, codes, party, period) for party in PARTIES}
    whole = sum(_sum(record.values(code, period)) or 0 for code in codes)
    rest = whole - sum(known.values())
    counts = [(party, count) for party, count in known.items()] + ([("", rest)] if rest > 0 else [])
    values: Values = plain(count for _, count in counts)
    bars = [
        Bar(party_name(party, lang), codes[0] if party else "other", value, cell(value, formats))
        for (party, _), value in zip(counts, values, strict=True)
    ]
    heads = (say("charts.party"), say("charts.count"))
    return _lying(bars, heads, [(bar.name, bar.value) for bar in bars], "parties", words)


def _party_sum(record: WeeklyCounts, codes: Sequence[str], party: str, period: Period) -> float:
    found = [record.by_party[code, party] for code in codes if (code, party) in record.by_party]
    places = [n for week in period.weeks if (n := record.index(week)) is not None]
    return float(sum(np.nansum(series[places]) for series in found))


def _lying(
    bars: Sequence[Bar], heads: tuple[str, ...], numbers: Sequence[tuple[object, ...]], id: str, words: Words
) -> Chart:
    formats = Formats(words.get("lang", "sv"))
    rows = tuple(tuple(_written(value, formats) for value in row) for row in numbers)
    table = Table(words["title"], heads, rows, tuple(numbers))
    given: dict[str, Any] = {"id": id, **words, "marks": (), "strips": ()}
    return Chart(**given, weeks=(), week_labels=(), lines=(), table=table, kind="hbars", bars=tuple(bars))


def _written(value: object, formats: Formats) -> str:
    return (
        value if isinstance(value, str) else cell(value if isinstance(value, int | float) else None, formats)
    )
