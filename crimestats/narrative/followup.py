"""What is said of a decision's outcome: what came since, against what was expected."""

from __future__ import annotations

from crimestats.analysis.measures import Evaluation
from crimestats.counts import TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.measures import CASES, count_values, measure_fact
from crimestats.narrative.values import Values


def followup_fact(found: Evaluation) -> Fact:
    """The numbers of a follow-up: those of a measure, by the series it is pinned to."""
    fact = measure_fact(found)
    return Fact("followup", fact.period, fact.numbers, found.codes[0], fact.evidence, rank=5)


def followup_lines(fact: Fact) -> list[Line]:
    """The count against the expectation, and the verdict in a sentence."""
    n = fact.numbers
    counted: list[Line] = []
    if "own_observed" in n:
        key = "followup.count.all" if fact.subject == TOTAL else "followup.count"
        values: Values = {"weeks": fact.period, "what": Noun(fact.subject), **count_values(fact, "own")}
        counted.append(Line(key, values, fact))
    verdict = f"too_early.{n['reason']}" if n["verdict"] == "too_early" else str(n["verdict"])
    values = {"effect": n["effect"], "of": CASES, "seen": n.get("own_seen", 0)}
    values |= {"need": n["need"], "held": n["held"]}
    return [*counted, Line(f"followup.{verdict}", values, fact)]
