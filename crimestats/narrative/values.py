"""What the choosers of templates share: a fact's numbers as typed values, and its verdict as a sentence."""

from __future__ import annotations

from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Span
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, parse_week

Values = dict[str, object]
# A batch of like weeks or names, as facts keep it: "2021-W43,2021-W45".
SEPARATOR = ","


def weeks_in(fact: Fact, name: str) -> tuple[IsoWeek, ...]:
    """The weeks that one of a fact's numbers lists."""
    return tuple(parse_week(week) for week in str(fact.numbers.get(name, "")).split(SEPARATOR) if week)


def counted_of(fact: Fact) -> Values:
    """Count, weeks and range of a fact, those it has."""
    n = fact.numbers
    values: Values = {name: n[name] for name in ("count", "weeks", "reported") if name in n}
    return values | ({"range": Span(int(n["lower"]), int(n["upper"]))} if "lower" in n else {})


def verdict_of(fact: Fact) -> list[Line]:
    """The verdict as a sentence of its own; none where nothing could be judged."""
    level = fact.numbers["level"]
    return [] if level == "none" else [Line(f"verdict.{level}", {}, fact)]


def span_of(fact: Fact) -> Period:
    """The other weeks that a fact names."""
    return Period(parse_week(str(fact.numbers["first"])), parse_week(str(fact.numbers["last"])))
