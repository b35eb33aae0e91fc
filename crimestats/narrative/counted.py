"""Facts that count: the total, each category, what none explains, fraud with and without benefit fraud."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.detection import Level
from crimestats.categories import kinds_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, REST, TILES, TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.view import MonthView, Number, judged, tiles_of

# The three that the bulletin has always told one by one.
LISTED = tuple(code for code in TILES if code not in (FRAUD_ALL, REST))
PARTIES = ("private", "company", "authority")
MOST_KINDS = 3


def total_fact(view: MonthView) -> Fact:
    """How many reports in all, over how many of the month's weeks."""
    band = view.band(TOTAL)
    count = view.count(TOTAL)
    missing = view.missing(TOTAL)
    numbers: dict[str, Number] = {
        "area": view.record.area,
        "weeks": len(view.period),
        "reported": len(view.period) - len(missing),
        "year": view.period.first.year,
    }
    if band is None or count is None:
        return view.fact("total", numbers | {"level": "none"}, 10, subject=TOTAL)
    numbers |= {"count": count, **judged(band)}
    return view.fact("total", numbers, 10, subject=TOTAL, evidence=view.evidence(TOTAL))


def category_facts(view: MonthView) -> Iterator[Fact]:
    """One fact for each tile of which the record holds any figure this month."""
    for n, code in enumerate(tiles_of(view.record)):
        band, count = view.band(code), view.count(code)
        if band is None or count is None or count < 0:
            continue
        numbers = {"count": count, "missing": len(view.missing(code)), **judged(band)}
        yield view.fact("category", numbers, 20 + n, subject=code, evidence=view.evidence(code))


def rest_fact(view: MonthView) -> Iterator[Fact]:
    """What the three listed categories leave of the total, and how far fraud explains it.

    Silent when some week has a total but not its parts: the difference would mix weeks.
    """
    total, rest = view.count(TOTAL), view.count(REST)
    listed = [code for code in LISTED if code in view.record.series]
    parts = [*listed, *([FRAUD_ALL] if FRAUD_ALL in view.record.series else [])]
    whole = all(view.missing(code) == view.missing(TOTAL) for code in (*parts, REST))
    if total is None or rest is None or not whole:
        return
    counts = {code: view.count(code) or 0 for code in parts}
    numbers: dict[str, Number] = {"total": total, "rest": rest, **counts}
    numbers["left"] = total - sum(counts[code] for code in listed)
    numbers["over"] = max(0, -rest)
    yield view.fact("rest", numbers, 30, subject=REST, evidence={"rule": "rest"})


def fraud_facts(view: MonthView) -> Iterator[Fact]:
    """With and without benefit fraud; which kinds; who was the injured party."""
    both, fraud, benefit = (view.count(code) for code in (FRAUD_ALL, FRAUD, BENEFIT_FRAUD))
    band = view.band(FRAUD)
    if both and fraud is not None and benefit is not None and band is not None:
        numbers: dict[str, Number] = {"all": both, "fraud": fraud, "benefit": benefit, **judged(band)}
        yield view.fact("fraud", numbers, 50, subject=FRAUD_ALL, evidence=view.evidence(FRAUD))
    yield from _kinds(view)
    yield from _parties(view)


def _kinds(view: MonthView) -> Iterator[Fact]:
    counts = {code: view.count(code) or 0 for code in kinds_of(FRAUD) if code in view.record.series}
    ordered = sorted((code for code in counts if counts[code]), key=lambda code: -counts[code])
    if len(ordered) > 1:
        numbers: dict[str, Number] = {code: counts[code] for code in ordered}
        cells = view.cells(ordered)
        kinds: dict[str, Number] = {"top": ",".join(ordered[:MOST_KINDS]), "unusual": _unusual_fraud(view)}
        yield Fact(
            "fraud_kinds", view.period, numbers | kinds, FRAUD, {"rule": "fraud_kinds"}, cells, rank=51
        )


def _parties(view: MonthView) -> Iterator[Fact]:
    found: dict[str, Number] = {}
    for party in PARTIES:
        held = [view.count_of_party(code, party) for code in (FRAUD, BENEFIT_FRAUD)]
        if any(held):
            found[party] = sum(held)
    if found:
        numbers = found | {"unusual": _unusual_fraud(view)}
        yield view.fact("fraud_parties", numbers, 52, subject=FRAUD_ALL)


def _unusual_fraud(view: MonthView) -> bool:
    """Kinds and parties are told in the text only when fraud stands out; calm months are short."""
    band = view.detection.bands.get(FRAUD_ALL)
    month = view.band(FRAUD_ALL)
    positions = [view.record.index(week) for week in view.period.weeks]
    weeks = band is not None and any(n is not None and band.level[n] >= Level.ALARM for n in positions)
    return weeks or (month is not None and month.level >= Level.WATCH)
