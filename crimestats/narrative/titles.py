"""The finding in a chart's title. Charts never phrase; they get these."""

from __future__ import annotations

from collections.abc import Sequence

from crimestats.narrative.compose import say
from crimestats.narrative.facts import Fact
from crimestats.narrative.headline import title


def month_title(facts: Sequence[Fact], lang: str) -> str:
    """What the weekly chart shows of the month: its unusual weeks and their cause, or that there are none."""
    fact = next(fact for fact in facts if fact.kind == "headline")
    return say([title(fact)], lang)[0].plain
