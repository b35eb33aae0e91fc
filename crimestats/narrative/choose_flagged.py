"""How flagged weeks and fraud are told: template and values per fact."""

from __future__ import annotations

from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun, Span
from crimestats.narrative.values import SEPARATOR, Values, counted_of, verdict_of
from crimestats.weeks import parse_week


def peak(fact: Fact) -> list[Line]:
    """Count against range, verdict, and what the excess consists of."""
    n = fact.numbers
    values: Values = {
        "week": parse_week(str(n["week"])),
        "observed": n["observed"],
        "range": Span(int(n["lower"]), int(n["upper"])),
        "what": Noun(fact.subject),
    }
    if n["whole"]:  # the week is the period: the first paragraph has told how many
        return _drivers(fact)
    key = "peak" if fact.subject == "total" else "peak.category"
    return [Line(key, values, fact), *verdict_of(fact), *_drivers(fact)]


def _drivers(fact: Fact) -> list[Line]:
    n = fact.numbers
    excess = int(n["excess"])
    if excess < 1:
        return []
    number = int(n["drivers"])
    values: Values = {"excess": excess, "what": Noun(str(n.get("driver_1", ""))), "short": n["others_short"]}
    if not number:
        return [Line("drivers.unknown", values, fact)] if fact.subject == "total" else []
    if n["others_short"]:
        items = [_driver(fact, i, "item.of") for i in range(1, number + 1)]
        return [Line("drivers.less", {**values, "items": tuple(items)}, fact)]
    if number == 1 and not n["others"]:
        return [Line("drivers.all", values, fact)]
    items = [_driver(fact, i, "item.about") for i in range(1, number + 1)]
    items += [Line("item.else", {"n": n["others"]}, fact)] if n["others"] else []
    return [Line("drivers", {**values, "items": tuple(items)}, fact)]


def _driver(fact: Fact, i: int, key: str) -> Line:
    values: Values = {"n": fact.numbers[f"driver_{i}_excess"], "what": Noun(str(fact.numbers[f"driver_{i}"]))}
    return Line(key, values, fact)


def peak_kind(fact: Fact) -> list[Line]:
    """The kind that most of a driver is."""
    return [Line("peak.kind", {**fact.numbers, "what": Noun(fact.subject)}, fact)]


def peak_party(fact: Fact) -> list[Line]:
    """Who was the injured party in most of a driver's reports."""
    n = fact.numbers
    whole = "all" if n["observed"] == n["all"] else "part"
    values: Values = {"what": Noun(fact.subject), "n": n["observed"], "all": n["all"]}
    return [Line(f"peak.{n['party']}.{whole}", values, fact)]


def counterfactual(fact: Fact) -> list[Line]:
    """The week without its benefit fraud."""
    n = fact.numbers
    who = "counterfactual.authority" if n.get("party") == "authority" else "counterfactual"
    key = f"{who}.above" if n["above"] else f"{who}.usual"
    values: Values = {"benefit": n["benefit"], "without": n["without"], **counted_of(fact)}
    return [Line(key, values, fact)]


def fraud(fact: Fact) -> list[Line]:
    """With and without benefit fraud; silent when there was none."""
    n = fact.numbers
    if not n["benefit"]:
        return []
    key = "fraud.range" if "lower" in n else "fraud"
    told = [] if n["level"] == "usual" else verdict_of(fact)  # count beside range says so in fewer words
    return [Line(key, {**n, **counted_of(fact)}, fact), *told]


def fraud_kinds(fact: Fact) -> list[Line]:
    """The commonest kinds, when fraud stands out."""
    n = fact.numbers
    if not n["unusual"]:
        return []
    items = tuple(
        Line("item.kind", {"n": n[code], "what": Noun(code)}, fact) for code in str(n["top"]).split(SEPARATOR)
    )
    return [Line("fraud.kinds", {"items": items}, fact)]


def fraud_parties(fact: Fact) -> list[Line]:
    """The injured parties, when fraud stands out."""
    n = fact.numbers
    if not n["unusual"]:
        return []
    items = tuple(
        Line(f"item.{party}", {"n": n[party]}, fact)
        for party in ("private", "company", "authority")
        if n.get(party)
    )
    return [Line("fraud.parties", {"items": items}, fact)]
