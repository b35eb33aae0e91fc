"""How rare a count is, in words that need no statistics: "händer av slump ungefär 1 vecka på 200"."""

from __future__ import annotations

from crimestats.i18n import Formats, texts

# Beyond this the tail of the distribution is not known well enough for a number.
_RAREST = 5000


def rarity_text(p_value: float, lang: str) -> str:
    """The chance of a count at least this high, as one week in so many, to one or two digits."""
    say, formats = texts(lang), Formats(lang)
    weeks = 1 / max(p_value, 1e-12)
    if weeks > _RAREST:
        return say("report.rarity.beyond", n=formats.number(_RAREST))
    step = 1 if weeks < 20 else 10 if weeks < 200 else 100 if weeks < 2000 else 1000
    return say("report.rarity.about", n=formats.number(max(step, round(weeks / step) * step)))
