"""What a month has to show the steering group: one slide per finding, the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from crimestats.charts.shares import kinds_chart
from crimestats.counts import FRAUD_ALL, TILES, TOTAL
from crimestats.i18n import texts
from crimestats.narrative import slides as titles
from crimestats.narrative.causes import cause_fact, cause_lines
from crimestats.narrative.choose import changes, lines
from crimestats.narrative.flagged import peak_fact, told_of
from crimestats.narrative.view import MonthView, tiles_of
from crimestats.periods import Period
from crimestats.reporting.asides import shift_words
from crimestats.reporting.fraud import fraud_view
from crimestats.reporting.measures import measures_view
from crimestats.reporting.meeting.compared import compared_chart
from crimestats.reporting.meeting.model import Slide
from crimestats.reporting.meeting.pictures import bare, drivers_picture, weekly_picture
from crimestats.reporting.meeting.read import MOST_SENTENCES, Month, grounds, read_month
from crimestats.reporting.peaks import unusual_weeks
from crimestats.store import Store

# On the agenda from the start, besides what every meeting opens with; the rest can be added.
LISTED = 7
# A week without its batch is told before who was injured.
_AFTER = {"counterfactual": 0, "peak_kind": 1, "peak_party": 2}
_RECENT = 13  # weeks in which a measure that has ended is still news


def findings(
    store: Store, area: str, period: Period, *, as_of: datetime | None = None, lang: str = "sv"
) -> tuple[Slide, ...]:
    """The findings of a period, the most important first; those after the first few are not listed.

    Raises:
        StoreError: when the store cannot be read.
    """
    month = read_month(store, area, period, as_of, lang)
    found = [
        _whole(month),
        *_peaks(month),
        *_categories(month),
        *_each_category(month),
        *_shifts(month),
        *_change(month),
        *_fraud(month),
        *_measures(month),
    ]
    ordered = sorted(found, key=lambda slide: slide.rank)
    grounded = [grounds(slide, month) for slide in ordered]
    return tuple(replace(one, listed=one.listed and n < LISTED) for n, one in enumerate(grounded))


def _whole(month: Month) -> Slide:
    """The month itself: its headline over the weeks."""
    report, facts = month.report, month.facts("category")
    doubts = month.facts("missing", "too_short", "parts_above_total")
    told = [line for fact in (*doubts, *month.facts("excess")) for line in lines(fact)]
    sentences = month.told(told)
    if not told and facts:
        sentences = (f"{month.title(titles.categories_title(facts))}.",)
    chart = bare(report.chart, month.period)
    return Slide("month", "finding", report.headline, report.subtitle, sentences, chart, rank=1)


def _peaks(month: Month) -> Iterator[Slide]:
    """Each unusual week with what drove it."""
    view = MonthView(month.reading.record, month.reading.detection, month.period)
    for peak in unusual_weeks(month.reading, month.period):
        fact, chart = peak_fact(view, peak), drivers_picture(month, peak)
        counted, *more = lines(fact)
        # What the chart shows is not said again beside it.
        told = [] if chart else more[1:]
        held = sorted(told_of(view, peak), key=lambda one: _AFTER.get(one.kind, len(_AFTER)))
        told += [line for one in held if one.kind != "peak" for line in lines(one)]
        told += cause_lines(cause_fact(view, peak))
        yield Slide(
            key=f"peak:{peak.code}:{peak.week}",
            kind="finding",
            title=month.title(titles.peak_title(fact)),
            lead=" ".join(month.told([counted, *more[:1]])),
            sentences=month.told(told),
            chart=chart or weekly_picture(month, peak.code, month.period),
            category=str(fact.numbers["driver"]) or peak.code,
            rank=fact.rank,
        )


def _categories(month: Month) -> Iterator[Slide]:
    """Every category beside what is usual for it."""
    facts = month.facts("category")
    if not facts:
        return
    say_, record = texts(month.lang), month.reading.record
    chart = kinds_chart(
        record,
        month.reading.detection,
        [code for code in TILES if code in tiles_of(record)],
        month.period,
        title=say_("meeting.chart.categories", period=month.report.period_name),
        subtitle=say_("report.fraud.kinds_band"),
        sentence=say_("meeting.chart.categories_sentence", period=month.report.period_name),
        lang=month.lang,
        id="meeting-categories",
    )
    told = next((p.sentences for p in month.report.narrative.paragraphs if p.key == "categories"), ())
    sentences = tuple(sentence.plain for sentence in told)[:2]
    title = month.title(titles.categories_title(facts))
    yield Slide("categories", "finding", title, "", sentences, chart, rank=20)


def _each_category(month: Month) -> Iterator[Slide]:
    """The categories outside the usual, each with its weeks. Fraud has a slide of its own."""
    for fact in month.facts("category"):
        if fact.numbers["level"] in ("below", "watch", "alarm") and fact.subject != FRAUD_ALL:
            yield Slide(
                key=f"category:{fact.subject}",
                kind="finding",
                title=month.title(titles.category_title(fact)),
                lead=month.title(titles.category_count(fact)),
                chart=weekly_picture(month, fact.subject, month.period),
                category=fact.subject,
                rank=fact.rank + 10,
            )


def _shifts(month: Month) -> Iterator[Slide]:
    """Series that were found on another level in the period, once: by the week that gave them away."""
    for shift in month.reading.detection.shifts:
        if shift.code in (TOTAL, *TILES) and shift.recognised in month.period:
            line = titles.shift_title(shift.code, shift.first, more=shift.ratio > 1)
            yield Slide(
                key=f"shift:{shift.code}:{shift.first}",
                kind="finding",
                title=month.title(line),
                sentences=(shift_words(month.reading, shift, month.lang),),
                chart=weekly_picture(month, shift.code, month.period),
                category=shift.code,
                rank=line.fact.rank,
            )


def _change(month: Month) -> Iterator[Slide]:
    facts = month.facts("change_before", "change_year")
    if not facts:
        return
    title = month.title(titles.change_title(facts))
    chart = compared_chart(facts, month.report)
    yield Slide("change", "finding", title, "", month.told(changes(facts)), chart, rank=40)


def _fraud(month: Month) -> Iterator[Slide]:
    """Fraud with and without benefit fraud, then its kinds."""
    record = month.reading.record
    found = fraud_view(month.store, record.area, month.period, as_of=month.as_of, lang=month.lang)
    if not found.reported:
        return
    unusual = any(
        fact.numbers["level"] != "usual" for fact in month.facts("category") if fact.subject == FRAUD_ALL
    )
    told = month.told([line for fact in month.facts("fraud") for line in lines(fact)])
    yield Slide(
        key="fraud",
        kind="finding",
        title=found.title,
        lead=next(iter(found.sentences), ""),
        sentences=told,
        chart=bare(found.chart, month.period) if found.chart else None,
        category=FRAUD_ALL,
        rank=35 if unusual else 50,
    )
    if found.kinds_chart:
        kinds = month.told(
            [line for fact in month.facts("fraud_kinds", "fraud_parties") for line in lines(fact)]
        )
        yield Slide(
            key="fraud-kinds",
            kind="finding",
            title=found.kinds_chart.title,
            sentences=kinds,
            chart=bare(found.kinds_chart, month.period),
            category=FRAUD_ALL,
            rank=51,
            listed=unusual,
        )


def _measures(month: Month) -> Iterator[Slide]:
    """Measures under way, just ended, and, to be added, older ones."""
    record = month.reading.record
    view = measures_view(month.store, record.area, as_of=month.as_of, lang=month.lang)
    for item in view.items:
        weeks, codes = item.measure.weeks, item.measure.categories
        news = weeks.first <= month.period.last and weeks.last >= month.period.first - _RECENT
        yield Slide(
            key=f"measure:{item.measure.id}",
            kind="finding",
            title=item.title,
            lead=item.sentences[0] if item.sentences else "",
            sentences=item.sentences[1:][:MOST_SENTENCES],
            chart=bare(item.chart, weeks) if item.chart else None,
            table=None if item.chart else item.phases,
            category=codes[0] if len(codes) == 1 else TOTAL,
            rank=45 if news else 80,
            listed=news,
        )
