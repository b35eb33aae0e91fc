"""Which template tells a fact, and with which values: the same for every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from crimestats.narrative import choose_flagged as flagged
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Days, Line, Name, Noun
from crimestats.narrative.since import decision_lines, shift_line, since_lines
from crimestats.narrative.spikes import spike_in_short
from crimestats.narrative.values import Values, counted_of, span_of, verdict_of, weeks_in
from crimestats.periods import Period
from crimestats.weeks import parse_week


def lines(fact: Fact) -> list[Line]:
    """The sentences of one fact, in order; none for a fact that is only for tiles and tables."""
    return _TELLERS[fact.kind](fact) if fact.kind in _TELLERS else []


def subtitle(fact: Fact) -> Line:
    """Period, dates, count and range, from the total's fact."""
    n = fact.numbers
    values: Values = {"period": fact.period, "days": Days(fact.period), **counted_of(fact)}
    if not n["reported"]:
        return Line("subtitle.nothing", values, fact)
    if n["reported"] != n["weeks"]:
        return Line("subtitle.partial", values, fact)
    return Line("subtitle.range" if "lower" in n else "subtitle.count", values, fact)


def _total(fact: Fact) -> list[Line]:
    n = fact.numbers
    values: Values = {"area": Name(str(n["area"])), "period": fact.period, **counted_of(fact)}
    if not n["reported"]:
        return [Line("total.nothing", values, fact)]
    key = "total.whole" if n["reported"] == n["weeks"] else "total.partial"
    key += ".range" if "lower" in n else ""
    return [Line(key, values, fact), *verdict_of(fact)]


def _excess(fact: Fact) -> list[Line]:
    n = fact.numbers
    key = "excess" if int(n["part"]) <= int(n["excess"]) else "excess.alone"
    return [Line(key, {"excess": n["excess"], "part": n["part"], "driver": Noun(str(n["driver"]))}, fact)]


def categories(facts: Sequence[Fact], rest: Fact | None) -> list[Line]:
    """The listed categories in one sentence, then what they leave."""
    held = [fact for fact in facts if fact.subject in ("violence", "vandalism", "theft")]
    told: list[Line] = []
    if held and any(fact.numbers["count"] for fact in facts):
        items = tuple(Line("item.about", {"n": f.numbers["count"], "what": Noun(f.subject)}, f) for f in held)
        told.append(Line("categories", {"items": items}, held[0]))
    if rest is not None and rest.numbers["left"] and not rest.numbers["over"]:
        told.append(_rest(rest, {fact.subject: fact for fact in facts}, bool(held)))
    return told


def category_verdicts(facts: Sequence[Fact], *, peaks: bool, apart: bool) -> list[Line]:
    """Each category that is not as usual, and that the others are.

    ``peaks``: some week stands out, so "usual" must be said to hold for the period as a whole. ``apart``: a
    part of some category is not as usual, so it cannot be said of all.
    """
    unusual = [fact for fact in facts if fact.numbers["level"] in ("watch", "alarm", "below")]
    told = [_unusual(fact) for fact in unusual]
    usual = [fact for fact in facts if fact.numbers["level"] == "usual"]
    if usual and len(usual) == len(facts) and not apart:
        told.append(Line("categories.all_usual.whole" if peaks else "categories.all_usual", {}, usual[0]))
    elif usual and unusual and not apart and len(usual) + len(unusual) == len(facts):
        told.append(Line("categories.others_usual", {}, usual[0]))
    return told


def _rest(fact: Fact, parts: Mapping[str, Fact], after_others: bool) -> Line:
    n = fact.numbers
    values: Values = {"left": n["left"], "rest": n["rest"]}
    if "fraud_all" not in n:
        return Line("rest.plain" if after_others else "rest.undivided", values, fact)
    item = "item.of" if after_others else "item.about"
    items = tuple(
        Line(item, {"n": n[code], "what": Noun(code)}, parts.get(code, fact))
        for code in ("fraud_all", "rest")
    )
    return Line("rest.with_fraud" if after_others else "rest.only_fraud", {**values, "items": items}, fact)


def _unusual(fact: Fact) -> Line:
    values: Values = {"what": Noun(fact.subject), **counted_of(fact)}
    return Line(f"category.{fact.numbers['level']}", values, fact)


def changes(facts: Sequence[Fact]) -> list[Line]:
    """The comparisons; in one sentence where both are within chance and of equal length."""
    alike = [fact for fact in facts if fact.numbers["verdict"] == "same" and "rate" not in fact.numbers]
    if len(alike) < 2 or any(fact.numbers["w53"] for fact in facts):
        return [line for fact in facts for line in lines(fact)]
    items = tuple(Line(f"item.{fact.kind}", {**fact.numbers, "other": span_of(fact)}, fact) for fact in alike)
    return [Line("changes.same", {"items": items}, alike[0])]


def _change(fact: Fact) -> list[Line]:
    n = fact.numbers
    what = fact.kind.removeprefix("change_")
    values: Values = {**n, "other": span_of(fact)}
    if what == "year":
        return [Line(f"year.{n['verdict']}", values, fact), *_w53(fact)]
    return [Line(f"before.rate.{n['verdict']}" if "rate" in n else f"before.{n['verdict']}", values, fact)]


def _w53(fact: Fact) -> list[Line]:
    if not fact.numbers["w53"]:
        return []
    values: Values = {"unmatched": weeks_in(fact, "unmatched"), "mean_of": weeks_in(fact, "mean_of")}
    return [Line("year.w53", values, fact)]


def _not_compared(fact: Fact) -> list[Line]:
    if fact.evidence["reason"] == "missing_now":
        return []  # the remark on missing weeks says it
    what = str(fact.numbers["what"])
    return [
        Line(f"not_compared.{what}", {"other": span_of(fact), "missing": weeks_in(fact, "missing")}, fact)
    ]


def _weeks(fact: Fact) -> list[Line]:
    values: Values = {
        "weeks": weeks_in(fact, "weeks"),
        "n": fact.numbers["n"],
        "what": Noun(fact.subject or "total"),
    }
    return [Line(fact.kind, values, fact)]


def _plain(fact: Fact) -> list[Line]:
    return [Line(fact.kind, dict(fact.numbers), fact)]


def calendar(facts: Sequence[Fact], key: str) -> list[Line]:
    """Several calendar remarks in one sentence."""
    items = tuple(
        Line("item.event", {"name": _event_name(fact), "weeks": span_of(fact)}, fact) for fact in facts
    )
    return [Line(key, {"items": items}, facts[0])] if facts else []


def _event_name(fact: Fact) -> Name:
    n = fact.numbers
    return Name(str(n["name"]), str(n["name_en"]), low=n["event"] != "event")


def _moved(fact: Fact) -> list[Line]:
    n = fact.numbers
    then = Period(parse_week(str(n["before_first"])), parse_week(str(n["before_last"])))
    return [Line("moved", {"holiday": Noun(str(n["holiday"])), "now": span_of(fact), "then": then}, fact)]


_TELLERS: dict[str, Callable[[Fact], list[Line]]] = {
    "total": _total,
    "excess": _excess,
    "peak": flagged.peak,
    "peak_kind": flagged.peak_kind,
    "peak_party": flagged.peak_party,
    "counterfactual": flagged.counterfactual,
    "fraud": flagged.fraud,
    "fraud_kinds": flagged.fraud_kinds,
    "fraud_parties": flagged.fraud_parties,
    "fraud_spike": spike_in_short,
    "shift": lambda fact: [shift_line(fact)],
    "since_text": since_lines,
    "decisions": decision_lines,
    "change_before": _change,
    "change_year": _change,
    "not_compared": _not_compared,
    "missing": _weeks,
    "missing_category": _weeks,
    "preliminary": _weeks,
    "revised": _weeks,
    "parts_above_total": _plain,
    "too_short": _plain,
    "level_only": _plain,
    "total_is_sum": _plain,
    "sample": _plain,
    "moved": _moved,
}
