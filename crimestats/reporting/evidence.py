"""How a flagged week is known: pairs of a label and a text, one click away from the first line."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.peaks import Peak
from crimestats.i18n import Formats, texts


def evidence_of(peak: Peak, lang: str) -> Iterator[tuple[str, str]]:
    """Observed and expected, limits, chance, weeks used, method, and what makes the verdict less sure."""
    say, formats = texts(lang), Formats(lang)
    told = {
        "observed": formats.number(peak.observed),
        "expected": formats.number(peak.expected, 1),
        "usual": formats.span(peak.lower, peak.upper),
        "limit": formats.number(peak.alarm_limit),
        "p_value": chance_text(peak.p_value, lang),
    }
    if together := peak.together:
        told["together"] = say(
            "evidence.together_text", weeks=formats.weeks(together.weeks, year=True),
            count=formats.number(together.observed), expected=formats.number(together.expected, 1),
            chance=chance_text(together.p_value, lang),
        )  # fmt: skip
    told["weeks_used"] = formats.number(peak.weeks_used)
    told["basis"] = say(f"evidence.rests_on.{peak.basis.name.lower()}")
    told["method"] = say("evidence.method_text")
    if peak.share < 1:
        told["share"] = say("evidence.share_text", share=formats.percent(peak.share))
    for name, holds in (("preliminary", peak.preliminary), ("holiday", peak.holiday_unmodelled)):
        if holds:
            told[name] = say(f"evidence.{name}_text")
    for name, text in told.items():
        yield say(f"evidence.{name}"), text


def chance_text(p_value: float, lang: str) -> str:
    """Five decimals; below that only that it is less."""
    formats = Formats(lang)
    least = 0.00001
    return formats.number(p_value, 5) if p_value >= least else f"< {formats.number(least, 5)}"
