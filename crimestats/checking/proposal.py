"""The claim's own words with the right figure in them."""

from __future__ import annotations

import math
import re

from crimestats.checking.found import Found
from crimestats.checking.line import Line
from crimestats.checking.measured import Measured
from crimestats.i18n import Formats

_PAIRS = (
    "ökat/minskat ökade/minskade ökar/minskar ökning/minskning ökningen/minskningen fler/färre högre/lägre "
    "upp/ner uppgång/nedgång uppgången/nedgången steg/sjönk stigit/sjunkit stiger/sjunker mer/mindre "
    "plus/minus ökats/minskats ökades/minskades ökningar/minskningar"
)
_TURNED = {up: down for up, down in (pair.split("/") for pair in _PAIRS.split())}
_TURNED |= {f"{verb} upp": f"{verb} ner" for verb in ("gått", "går", "gick")}
_TURNED |= {"fler än": "färre än", "mer än": "mindre än", "större än": "mindre än", "högre än": "lägre än"}
_TURNED |= {down: up for up, down in _TURNED.items()} | {
    "ned": "upp",
    "gått ned": "gått upp",
    "gick ned": "gick upp",
}
_LANG = "sv"


def proposal(line: Line, found: Found, told: Measured, original: str) -> str | None:
    """The words of the claim with the right number and direction; None where they cannot simply be put in.

    Args:
        original: the whole text, as it was written.
    """
    start, end = line.items[found.low].start, line.items[found.high].end
    changes: list[tuple[int, int, str]] = []
    if found.number is not None and (number := _number(found, told)) is not None:
        first = _first(line, found)
        changes.append((first, line.items[found.number].end, number))
    if found.change_at is not None and (turned := _turn(line, found, told)) is not None:
        changes.append((line.items[found.change_at].start, line.items[found.change_at].end, turned))
    elif found.change_at is not None and found.number is None:
        return None
    if told.reading.measure == "top_week":
        changes += _weeks(line, found, told)
    if not changes:
        return None
    words = original[start:end]
    for first, last, new in sorted(changes, reverse=True):
        words = words[: first - start] + new + words[last - start :]
    return re.sub(r"\s+", " ", words).strip()


def _first(line: Line, found: Found) -> int:
    """Where the number begins, its *drygt* or *cirka* included: the right figure needs none."""
    assert found.number is not None
    before = line.at(found.number - 1)
    rough = before is not None and before.kind == "approx" and found.approx
    return before.start if rough and before is not None else line.items[found.number].start


def _number(found: Found, told: Measured) -> str | None:
    formats, quantity = Formats(_LANG), found.quantity
    value = abs(told.value)
    if quantity is None or not math.isfinite(value):
        return None
    if quantity.unit in ("percent", "share"):
        return formats.percent(value / 100, quantity.decimals)
    if not float(value).is_integer():
        return formats.number(value, max(1, quantity.decimals))
    return formats.word(int(value)) if quantity.words else formats.number(value)


def _turn(line: Line, found: Found, told: Measured) -> str | None:
    """The word of change the other way round, where the direction is what is wrong."""
    if told.now is None or told.then is None or found.change is None or found.change.factor:
        return None
    sign = (told.now > told.then) - (told.now < told.then)
    if sign == 0 or sign == found.change.direction or not found.change.direction:
        return None
    word = line.items[found.change_at].text if found.change_at is not None else ""
    return _TURNED.get(word)


def _weeks(line: Line, found: Found, told: Measured) -> list[tuple[int, int, str]]:
    """The right week in place of the one named."""
    places = [m for m in range(found.low, found.high + 1) if line.items[m].kind == "time"]
    if len(told.named) != 1 or len(places) != 1:
        return []
    item = line.items[places[0]]
    return [(item.start, item.end, f"vecka {int(told.named[0][-2:])}")]
