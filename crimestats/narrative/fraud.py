"""What Bedrägerier says of a period: the finding, and fraud with and without benefit fraud."""

from __future__ import annotations

from crimestats.counts import BENEFIT_FRAUD, FRAUD_ALL
from crimestats.narrative import choose_flagged as flagged
from crimestats.narrative.counted import fraud_facts
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import counted_of, verdict_of
from crimestats.narrative.view import MonthView, judged


def fraud_title(view: MonthView) -> Line:
    """How many reports of fraud, and whether that is usual."""
    fact = _whole(view)
    values = {"period": fact.period, **counted_of(fact)}
    if "count" not in fact.numbers:
        return Line("fraud_title.nothing", values, fact)
    return Line(f"fraud_title.{fact.numbers['level']}", values, fact)


def fraud_lines(view: MonthView) -> list[Line]:
    """Count against range; then with and without benefit fraud, kinds and injured parties."""
    fact = _whole(view)
    if not fact.numbers.get("count"):
        return []
    code = FRAUD_ALL if BENEFIT_FRAUD in view.record.series else "fraud"
    values = {"what": Noun(code), "period": fact.period, **counted_of(fact)}
    told = [Line("fraud_whole.range" if "lower" in fact.numbers else "fraud_whole", values, fact)]
    told += verdict_of(fact)
    for other in fraud_facts(view):
        chooser = {"fraud": flagged.fraud, "fraud_kinds": flagged.fraud_kinds}.get(
            other.kind, flagged.fraud_parties
        )
        told += chooser(other)
    return told


def _whole(view: MonthView) -> Fact:
    band, count = view.band(FRAUD_ALL), view.count(FRAUD_ALL)
    if band is None or count is None:
        return view.fact("fraud_all", {"level": "none"}, 50, subject=FRAUD_ALL)
    numbers = {"count": count, **judged(band)}
    return view.fact("fraud_all", numbers, 50, subject=FRAUD_ALL, evidence=view.evidence(FRAUD_ALL))
