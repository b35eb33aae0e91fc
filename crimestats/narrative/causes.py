"""What a flagged week is said to be due to, what the file cannot tell, and what to ask the officer."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.detection import Level
from crimestats.analysis.peaks import Peak
from crimestats.counts import BENEFIT_FRAUD, TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun, Span
from crimestats.narrative.values import Values
from crimestats.narrative.view import MonthView, Number
from crimestats.periods import Period
from crimestats.weeks import parse_week


def cause_fact(view: MonthView, peak: Peak) -> Fact:
    """The named cause and the 90 % interval of what it had extra, the week without it, what is lacking."""
    numbers: dict[str, Number] = {"week": str(peak.week), "lacks": ",".join(peak.asks)}
    numbers |= {"split": bool(peak.drivers), "about": peak.told_of}
    if cause := peak.cause:
        numbers |= {"cause": cause.code, "low": cause.extra.low, "high": cause.extra.high}
    rest = peak.without
    if rest and rest.code != BENEFIT_FRAUD and rest.level != Level.NONE:  # a batch has sentences of its own
        numbers |= {"without": rest.observed, "lower": int(rest.lower), "upper": int(rest.upper)}
        numbers["usual"] = rest.ordinary
    told: dict[str, int | float | str] = {"method": "extra", "content": 0.9}
    if peak.cause:
        told |= {"extra": round(peak.cause.extra.mean, 2), "share": round(peak.cause.share, 3)}
    week = Period(peak.week, peak.week)
    return view.fact("peak_cause", numbers, 33, subject=peak.code, evidence=told, weeks=week)


def cause_lines(fact: Fact) -> list[Line]:
    """The cause, the week without it, and what the file does not split."""
    return [*_cause(fact), *_lacks(fact)]


def question_line(fact: Fact) -> Line | None:
    """What to ask the officer; None where the file itself tells the cause."""
    n = fact.numbers
    if not n["lacks"]:
        return None
    values: Values = {"what": Noun(str(n["about"])), "week": parse_week(str(n["week"]))}
    return Line("question.week" if n["about"] == TOTAL else "question.cause", values, fact)


def _cause(fact: Fact) -> Iterator[Line]:
    n = fact.numbers
    if "cause" not in n:
        if n["split"]:
            yield Line("cause.spread", {}, fact)
        return
    what = Noun(str(n["cause"]))
    yield Line("cause", {"what": what, "range": Span(int(n["low"]), int(n["high"]))}, fact)
    if "without" in n:
        values: Values = {"what": what, "without": n["without"]}
        values["range"] = Span(int(n["lower"]), int(n["upper"]))
        yield Line("cause.without.usual" if n["usual"] else "cause.without.above", values, fact)


def _lacks(fact: Fact) -> Iterator[Line]:
    values: Values = {"what": Noun(str(fact.numbers["about"]))}
    for split in str(fact.numbers["lacks"]).split(","):
        if split:
            yield Line(f"lacks.{split}", values, fact)
