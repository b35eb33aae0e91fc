"""Numbers that say nothing about the counts: clocks, telephones, money, ages, measures, addresses."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?|"
    r"(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo|trettio|hundra))"
)
_MEASURES = (
    r"km/h|km|kilometer|meter|m²|kvm|mil|kg|kilo|gram|liter|cl|grader|sidor|poäng|"
    r"timmars?|minuters?|sekunder|dagars?|dygns?|månaders?|års?|veckors?|veckorsperiod\w*|"
    r"kr|kronor|kronors|tkr|mkr|kkr|sek|euro|miljon(?:er|tals)?|miljard(?:er)?|tusenlappar|basbelopp|"
    r"tusen kronor|:-|kap\.?|kapitlet|§|paragrafen|åringar|åring|års ålder|årsåldern"
)
_HOUR = r"\d{1,2}(?:[.:]\d\d)?"
# "112 anmälningar" is a count all the same.
_COUNTED = r"(?![\d%]| ?%| (?:anmäl|brott|våld|stöld|skade|bedräg|fall|tillgr|ärend|händ|procent|fler|färre))"
_LABELS = (
    r"väg|länsväg|riksväg|nr|nummer|punkt|sidan?|bilaga|version|avsnitt|etapp|steg|fas|tabell|figur|diagram|"
    r"kapitel|§|grupp|nivå|klass|årskurs|åk|födda?|ålder(?:n)?|bland|plats"
)
_PATTERNS = (
    r"\d{6,8}[-+]\d{4}\b",  # a personal number
    r"\d{4}-k\d+-\d\d\b",  # a case number
    rf"kl(?:ockan)?\.? ?{_HOUR}(?: ?(?:-|–|till|och) ?(?:kl\.? ?)?{_HOUR})?",
    r"\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?(?![\d%])",
    r"0\d{1,3} ?[-–/] ?\d[\d ]{3,}\d",
    r"\+46[\d –-]{6,}",
    r"114 ?14\b",
    rf"(?:112|1177|113 13|117 00){_COUNTED}",
    r"\d{1,3}(?:[:.]?(?:e|a))\b",  # an ordinal
    rf"{_NUMBER}(?: ?[-–] ?| (?:till|och|eller) ){_NUMBER} ?-?(?:{_MEASURES})(?!\w)",
    rf"{_NUMBER} ?[-–]?(?:{_MEASURES})(?!\w)",
    rf"{_NUMBER}[- ]?(?:åring\w*|årig\w*|års\w*|dagars\w*|timmars\w*)",
    r"\w+(?:gatan|vägen|torget|gränd|stigen|allén|backen|platsen) \d+ ?[a-h]?\b",
    rf"(?:{_LABELS})\.? \d+(?: ?[-–] ?\d+)?",
    r"[a-zåäö]+-?\d+\b(?!%)",  # covid-19, e6
    r"\d+[a-zåäö]{1,2}\b(?<!st)",
    r"24/7",
    r"\d{1,2}/\d{1,2}(?:[ -–]+\d{1,2}/\d{1,2})?(?:[ -]\d{2,4})?\b",
    r"(?:1|10|100)[ .]?000 (?:invånare|personer|inv\b)",
)
_NOISE = tuple(re.compile(pattern) for pattern in _PATTERNS)


def noise_at(text: str, at: int) -> int | None:
    """Where the number that is no count ends, None when no such number begins at the place."""
    return max((found.end() for pattern in _NOISE if (found := pattern.match(text, at))), default=None)
