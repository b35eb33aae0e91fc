"""All facts of a month: what tiles, titles, text, tables and files read. No words here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crimestats.analysis.detection import Detection
from crimestats.analysis.fraud_spikes import fraud_spikes
from crimestats.counts import Address, WeeklyCounts
from crimestats.narrative.changes import change_facts
from crimestats.narrative.counted import category_facts, fraud_facts, rest_fact, total_fact
from crimestats.narrative.events import CalendarEvent
from crimestats.narrative.facts import Fact
from crimestats.narrative.flagged import excess_fact, peak_facts
from crimestats.narrative.headline import headline_fact
from crimestats.narrative.quality import calendar_facts, quality_facts
from crimestats.narrative.since import EarlierText, Task, decision_facts, shift_facts, since_facts
from crimestats.narrative.spikes import spike_fact
from crimestats.narrative.view import MonthView
from crimestats.periods import Period


def month_facts(
    record: WeeklyCounts,
    detection: Detection,
    period: Period,
    *,
    addresses: Sequence[Address] = (),
    events: Sequence[CalendarEvent] = (),
    all_periods: Sequence[Period] = (),
    earlier: Sequence[EarlierText] = (),
    tasks: Sequence[Task] = (),
    today: date = date.max,
) -> list[Fact]:
    """Everything worth saying about a period, most important first.

    Args:
        record: the area's whole record, as known at the moment asked for.
        detection: ``detect(record)``.
        addresses: the cells behind the period's counts, all categories, and behind the totals compared with.
        events: the area's calendar.
        all_periods: the named periods, to find the one before; without it, the equally long run before.
        earlier: texts of this period and of the one before, with the data they were written on.
        tasks: the decisions that are not finished; ``today`` tells which are past their day.
    """
    view = MonthView(record, detection, period, tuple(addresses), tuple(events), tuple(all_periods))
    facts = [
        total_fact(view),
        *excess_fact(view),
        *category_facts(view),
        *rest_fact(view),
        *peak_facts(view),
        *fraud_facts(view),
        *(spike_fact(view, spike) for spike in fraud_spikes(record, detection, period)),
        *change_facts(view),
        *quality_facts(view),
        *calendar_facts(view),
        *shift_facts(view),
        *since_facts(view, earlier),
        *decision_facts(view, tasks, today),
    ]
    return sorted([headline_fact(view, facts), *facts], key=lambda fact: fact.rank)
