"""A slide's title: the finding in a few words, from the same facts as the text."""

from __future__ import annotations

from collections.abc import Sequence

from crimestats.counts import TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import Values, counted_of
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, parse_week


def peak_title(fact: Fact) -> Line:
    """What an unusual week was."""
    driver = str(fact.numbers["driver"])
    values: Values = {"week": parse_week(str(fact.numbers["week"])), "driver": Noun(driver)}
    if fact.subject != TOTAL:
        return Line("slide.peak.own", values, fact)
    return Line("slide.peak_of" if driver else "slide.peak", values, fact)


def categories_title(facts: Sequence[Fact]) -> Line:
    """Which categories were outside the usual in the period."""
    unusual = [fact for fact in facts if fact.numbers["level"] in ("watch", "alarm", "below")]
    if unusual:
        items = tuple(Line("item.unusual", {"what": Noun(fact.subject)}, fact) for fact in unusual)
        return Line("slide.categories.unusual", {"items": items}, unusual[0])
    judged = all(fact.numbers["level"] == "usual" for fact in facts)
    return Line("slide.categories.usual" if judged else "slide.categories.unjudged", {}, facts[0])


def category_title(fact: Fact) -> Line:
    """One category's verdict; the fact's level is below, watch or alarm."""
    return Line(f"slide.category.{fact.numbers['level']}", {"what": Noun(fact.subject)}, fact)


def category_count(fact: Fact) -> Line:
    """One category's count and range."""
    values: Values = {"what": Noun(fact.subject), "period": fact.period, **counted_of(fact)}
    return Line("fraud_whole.range" if "range" in values else "fraud_whole", values, fact)


def shift_title(code: str, first: IsoWeek, *, more: bool) -> Line:
    """A series that has settled on another level."""
    week = Period(first, first)
    fact = Fact("shift", week, {"first": str(first), "more": more}, code, rank=31)
    return Line(
        "slide.shift.more" if more else "slide.shift.fewer", {"what": Noun(code), "week": first}, fact
    )


def change_title(facts: Sequence[Fact]) -> Line:
    """Whether the period differs from the ones it is compared with."""
    alike = all(fact.numbers["verdict"] == "same" for fact in facts)
    return Line("slide.change.same" if alike and len(facts) > 1 else "slide.change", {}, facts[0])


def counted_title(kind: str, n: int, period: Period) -> Line:
    """How many decisions to follow up (``decisions``), or figures changed (``revised``)."""
    return Line(f"slide.{kind}", {"n": n}, Fact(f"slide_{kind}", period, {"n": n}, rank=2))
