"""A sentence as a list of items: words that mean something here, numbers, moments, and the rest."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from crimestats.checking.model import Change, Item, Quantity, Sentence
from crimestats.checking.moments import moment_at
from crimestats.checking.noise import noise_at
from crimestats.checking.numerals import figures_at, words_at
from crimestats.checking.vocabulary import Entry, entries, word_set

_WORD = re.compile(r"[^\W\d_]+(?:[-/:][^\W\d_]+)*\.?(?<!\.)|[^\W\d_]+")
_NARROWER = re.compile(
    r"\w+(?:stöld(?:en|er|erna)?|inbrott(?:en)?|rån(?:en)?|misshandel|misshandlar|bedrägeri(?:er|erna)?|tillgrepp(?:en)?|våldet?|brott(?:en|et)?|skadegörelser?)"
)
# These mean change, or a rough number, only beside a number or a comparison.
_BESIDE_NUMBER = {"upp", "ner", "ned", "plus", "minus"}
_ANY = ("några", "någon", "något", "nån", "nåt")
_USUAL = ("vanligt", "normalt", "väntat", "förväntat", "brukligt")
_COUNTED = ("category", "unit", "rest")
_COMPARING = {"mer", "mindre", "högre", "lägre", "fler", "färre"}


def items_of(sentence: Sentence, places: Collection[str] = ()) -> list[Item]:
    """The items of a sentence, with places counted in the whole text.

    Args:
        places: names of other municipalities, in lower case.
    """
    text, at, found = sentence.text, 0, list[Item]()
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        item = _longest(text, at, places)
        found.append(item)
        at = item.end
    settled = _settle(found)
    return [
        replace(item, start=item.start + sentence.start, end=item.end + sentence.start) for item in settled
    ]


def _longest(text: str, at: int, places: Collection[str]) -> Item:
    """The longest thing that begins here; of equally long ones the first in this order."""
    candidates: list[Item] = []
    if moment := moment_at(text, at):
        candidates.append(Item("time", "", at, moment[0], moment[1]))
    if (noise := noise_at(text, at)) is not None:
        candidates.append(Item("noise", "", at, noise))
    candidates += _phrases(text, at)
    if number := _number_at(text, at):
        candidates.append(Item("number", "", at, number[0], number[1]))
    if word := _WORD.match(text, at):
        kind = "narrower" if _NARROWER.fullmatch(word[0]) else "word"
        kind = "elsewhere" if word[0] in places or word[0].removesuffix("s") in places else kind
        candidates.append(Item(kind, "", at, word.end()))
    candidates.append(Item("mark", "", at, at + 1))
    best = max(candidates, key=lambda item: item.end)
    return replace(best, text=re.sub(r"\s+", " ", text[at : best.end]))


def _number_at(text: str, at: int) -> tuple[int, Quantity] | None:
    found = [one for one in (figures_at(text, at), words_at(text, at)) if one is not None]
    return max(found, key=lambda one: one[0], default=None)


def _phrases(text: str, at: int) -> list[Item]:
    by_letter, others = entries()
    told = [(entry, _end(entry, text, at)) for entry in (*by_letter.get(text[at], ()), *others)]
    told.sort(key=lambda pair: pair[0].order)
    return [Item(entry.kind, "", at, end, entry.value) for entry, end in told if end]


def _end(entry: Entry, text: str, at: int) -> int:
    found = entry.pattern.match(text, at)
    return found.end() if found and found.end() > at else 0


def _settle(items: list[Item]) -> list[Item]:
    """Words that only mean something beside a number or a comparison, settled by their neighbours."""
    settled = list(items)
    for n, item in enumerate(items):
        before = items[n - 1] if n else None
        after = items[n + 1] if n + 1 < len(items) else None
        number_after = after is not None and after.kind == "number"
        number_before = before is not None and before.kind == "number"
        factor = after is not None and isinstance(after.value, Change) and after.value.factor
        if item.kind == "approx" and not number_after and not factor and not _is_article(items, n):
            settled[n] = _without_number(item)
        denied = item.text in _ANY and any(one.kind == "negation" for one in items[:n])
        if denied and after is not None and after.kind in _COUNTED:
            settled[n] = replace(item, kind="number", value=Quantity(0, words=True))
        if (level := _usual_level(items, n)) is not None:
            settled[n] = level
        if item.text in word_set("none") and after is not None and after.kind in _COUNTED:
            settled[n] = replace(item, kind="number", value=Quantity(0, words=True))
        if item.text == "mot" and after is not None and after.kind in ("party", "category"):
            settled[n] = replace(item, kind="word")
        if item.kind == "change" and item.text in _BESIDE_NUMBER and not (number_after or number_before):
            settled[n] = replace(item, kind="word")
        if item.kind == "change" and item.text in _COMPARING and not _compares(items, n):
            settled[n] = replace(item, kind="word")
    return settled


def _usual_level(items: list[Item], n: int) -> Item | None:
    """*fler anmälningar än vanligt*: no comparison with other weeks but with what is usual."""
    item = items[n]
    if item.kind != "change" or not item.text.startswith(("fler", "färre")):
        return None
    for m in range(n + 1, min(n + 5, len(items) - 1)):
        if items[m].text == "än" and items[m + 1].text in _USUAL:
            return replace(item, kind="level", value="many" if item.text.startswith("fler") else "few")
        if items[m].kind in ("number", "time", "mark"):
            return None
    return None


def _is_article(items: list[Item], n: int) -> bool:
    """ "cirka en tredjedel": the number is one further on."""
    return (
        n + 2 < len(items)
        and items[n + 2].kind == "number"
        and items[n + 1].kind in ("number", "approx", "total")
    )


def _without_number(item: Item) -> Item:
    top = {"most": "most", "least": "least"}.get(str(item.value))
    if top and item.text in ("högst", "lägst"):
        return replace(item, kind="top", value=top)
    if item.text in ("fler än", "mer än", "högre än", "större än"):
        return replace(item, kind="change", value=Change(1))
    if item.text in ("färre än", "mindre än", "lägre än"):
        return replace(item, kind="change", value=Change(-1))
    return replace(item, kind="word")


def _compares(items: list[Item], n: int) -> bool:
    near = items[max(0, n - 3) : n] + items[n + 1 : n + 4]
    return any(item.kind in ("number", "apart", "category", "unit", "case") for item in near)


def is_number(item: Item | None, unit: str = "") -> bool:
    return item is not None and isinstance(item.value, Quantity) and (not unit or item.value.unit == unit)
