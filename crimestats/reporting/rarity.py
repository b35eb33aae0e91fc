"""How rare a count is, in words that need no statistics: "så många väntas ungefär en gång på 3 år"."""

from __future__ import annotations

from crimestats.i18n import Formats, texts

WEEKS_PER_YEAR = 52.1775
# Beyond this the tail of the distribution is not known well enough for a number.
_RAREST_YEARS = 50
# Up to so many weeks are told as weeks, more as years.
_WEEKS = 39


def rarity_text(p_value: float, lang: str, weeks: int = 1) -> str:
    """How often a count at least this high comes by chance in one series, to one or two digits.

    Args:
        p_value: the chance in any one week. weeks: how many weeks the count is the sum of.
    """
    say, formats = texts(lang), Formats(lang)
    often = _often(1 / max(p_value, 1e-12), lang)
    if weeks == 1:
        return say("evidence.rarity.week", often=often)
    return say("evidence.rarity.weeks", often=often, n=formats.word(weeks))


def _often(every: float, lang: str) -> str:
    """Once in ``every`` weeks, in words."""
    say, formats = texts(lang), Formats(lang)
    years = every / WEEKS_PER_YEAR
    if years > _RAREST_YEARS:
        return say("evidence.often.beyond", n=formats.number(_RAREST_YEARS))
    if every <= _WEEKS:
        return say("evidence.often.weeks", n=formats.word(max(2, round(every))))
    if years < 1.5:
        return say("evidence.often.year")
    return say("evidence.often.years", n=formats.word(round(years) if years < 15 else round(years / 5) * 5))
