"""The finding in a chart's title. Charts never phrase; they get these."""

from __future__ import annotations

from collections.abc import Sequence

from crimestats.narrative.compose import say
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import Values, weeks_in


def month_title(facts: Sequence[Fact], lang: str) -> str:
    """What the weekly chart shows of the month: its unusual weeks and their cause, or that there are none."""
    fact = next(fact for fact in facts if fact.kind == "headline")
    weeks, driver = weeks_in(fact, "weeks"), str(fact.numbers.get("driver", ""))
    values: Values = {"weeks": weeks, "driver": Noun(driver), "period": fact.period}
    if weeks:
        key = "title.peak" if len(weeks) == 1 else "title.peaks"
        key += "_of" if driver else ""
    else:
        key = "title.calm" if fact.numbers.get("judged") else "title.unjudged"
    return say([Line(key, values, fact)], lang)[0].plain
