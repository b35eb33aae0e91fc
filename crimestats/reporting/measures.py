"""Insatser: every measure of an area, observed against what was expected without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crimestats.analysis.measures import Evaluation, Measure, Verdict, evaluate
from crimestats.charts.measure import measure_chart
from crimestats.charts.model import Chart, Table
from crimestats.charts.series import cut
from crimestats.config import settings
from crimestats.counts import TOTAL, WeeklyCounts, areas, read_weekly_counts
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import say as tell
from crimestats.narrative.measures import measure_fact, measure_lines, measure_title
from crimestats.periods import Period
from crimestats.reporting.labels import series_name, source_text
from crimestats.reporting.marks import calendar_strips, period_strip
from crimestats.reporting.measure_tables import categories_table, evidence_of, phases_table
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek

# Shown around a measure: a year before it, half a year after it.
_BEFORE, _AFTER = 52, 26


@dataclass(frozen=True)
class MeasureItem:
    """One measure, ready-made in one language.

    ``chart`` is None where the record holds none of its weeks or there is no model; ``categories`` has a row
    per category where it is against several; ``evidence`` pairs a label and a text.
    """

    measure: Measure
    title: str
    verdict: Verdict
    verdict_text: str
    sentences: tuple[str, ...]
    chart: Chart | None
    phases: Table
    categories: Table | None
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MeasuresView:
    """Insatser, the newest measure first; ``notices`` must be read before the figures."""

    items: tuple[MeasureItem, ...]
    notices: tuple[str, ...]


def measures_view(
    store: Store, area: str, *, as_of: datetime | None = None, lang: str = "sv"
) -> MeasuresView:
    """Every measure of an area, judged on what was known at a moment.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading = read_area(store, area, as_of)
    listed = measures_of(store, area)
    notices = (texts(lang)("report.chart.sample"),) if reading.record.sample else ()
    others = _other_areas(store, area, as_of) if listed else {}
    items = tuple(_item(reading, one, listed, others, lang) for one in reversed(listed))
    return MeasuresView(items, notices)


def measures_of(store: Store, area: str) -> list[Measure]:
    """The measures on the calendar of an area, oldest first."""
    rows = store.rows("calendar_events", area=area)
    return [_measure(row, area) for row in rows if row["kind"] == "measure"]


def _measure(row: Mapping[str, Any], area: str) -> Measure:
    first, last = (IsoWeek.from_ordinal(row[name]) for name in ("first_week", "last_week"))
    codes = tuple(code for code in (row["categories"] or "").split(",") if code)
    return Measure(row["name"], Period(first, last), area, codes, row["name_en"] or "", row["id"])


Others = Mapping[str, tuple[WeeklyCounts, Sequence[Measure]]]


def _other_areas(store: Store, area: str, as_of: datetime | None) -> Others:
    return {
        other: (read_weekly_counts(store, other, as_of=as_of), measures_of(store, other))
        for other in areas(store, as_of)
        if other != area
    }


def _item(
    reading: Reading, measure: Measure, listed: Sequence[Measure], others: Others, lang: str
) -> MeasureItem:
    free = {
        name: record
        for name, (record, own) in others.items()
        if not any(_meet(measure.weeks, other.weeks) for other in own)
    }
    busy = [one.weeks for one in listed if one.id != measure.id and _same(one, measure)]
    found = evaluate(reading.record, measure, free, busy=busy)
    each = [evaluate(reading.record, measure, free, codes=[code], busy=busy) for code in measure.categories]
    fact = measure_fact(found)
    title = tell([measure_title(fact)], lang)[0].plain
    return MeasureItem(
        measure=measure,
        title=title,
        verdict=found.verdict,
        verdict_text=texts(lang)(f"measures.verdict.{found.verdict}"),
        sentences=tuple(line.plain for line in tell(measure_lines(fact, lang), lang)),
        chart=_chart(reading, found, title, lang),
        phases=phases_table(found, lang),
        categories=categories_table(reading, each, lang) if len(each) > 1 else None,
        evidence=tuple(evidence_of(found, len(each) > 1, lang)),
    )


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _same(one: Measure, other: Measure) -> bool:
    """Whether two measures may have moved the same counts."""
    return TOTAL in (*one.codes, *other.codes) or bool(set(one.codes) & set(other.codes))


def _name(measure: Measure, lang: str) -> str:
    return (measure.name_en if lang == "en" else "") or measure.name


def _what(reading: Reading, codes: Sequence[str], lang: str) -> str:
    if tuple(codes) == (TOTAL,):
        return texts(lang)("report.chart.all")
    listed = Formats(lang).listing([series_name(reading.record, code, lang).lower() for code in codes])
    return listed[:1].upper() + listed[1:]


def _chart(reading: Reading, found: Evaluation, title: str, lang: str) -> Chart | None:
    record, measure, say = reading.record, found.measure, texts(lang)
    if found.own is None:
        return None
    first = max(record.weeks[0], measure.weeks.first - _BEFORE)
    weeks = Period(first, min(record.weeks[-1], measure.weeks.last + _AFTER))
    name, sure = _name(measure, lang), Formats(lang).number(100 * settings().measures.confidence)
    strips = [s for s in calendar_strips(reading.events, weeks, lang) if s.label != name]
    shown = {part: cut(getattr(found, part), record, weeks) for part in ("counts", "lower", "upper")}
    expected = tuple(None if v is None else round(v, 1) for v in cut(found.expected, record, weeks))
    return measure_chart(
        weeks,
        shown["counts"],
        expected,
        (shown["lower"], shown["upper"]),
        found.codes,
        _preliminary(record, weeks),
        title=title,
        subtitle=say(
            "measures.chart.subtitle", what=_what(reading, found.codes, lang), area=record.area, sure=sure
        ),
        sentence=say("measures.sentence", name=name, weeks=Formats(lang).weeks(weeks, year=True)),
        lang=lang,
        strips=[*strips, period_strip(measure.weeks, name)],
        source_note=source_text(record, lang),
        id=f"measure-{measure.id}",
    )


def _preliminary(record: WeeklyCounts, weeks: Period) -> tuple[bool, ...]:
    places = [record.index(week) for week in weeks.weeks]
    flags = [n is not None and n < len(record.preliminary) and bool(record.preliminary[n]) for n in places]
    return tuple(flags) if any(flags) else ()
