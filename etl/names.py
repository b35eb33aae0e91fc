"""From a sheet's label to a category: exact spelling, or a near one offered as a question, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crimestats.categories import fold, spellings
from etl.layouts.words import without_footnote

_WITHIN = re.compile(r"^[\s\-–•·]*(?:varav|därav|of which)\b[:\s]*", re.I)
_MIN_LETTERS, _MAX_EDITS = 6, 2


@dataclass(frozen=True, slots=True)
class Name:
    """What a label says. ``code`` "" = unknown; ``suggestion`` = the one category it is close to, or "".

    ``within``: the label says that it is a part of the one above (``varav bidragsbrott``).
    """

    code: str
    suggestion: str = ""
    footnote: bool = False
    within: bool = False


@cache
def category(label: str) -> Name:
    """The category of a label, footnote marks taken off."""
    bare = without_footnote(label)
    whole = _WITHIN.sub("", bare)
    folded = fold(whole)
    if code := spellings().get(folded):
        return Name(code, footnote=bare != label.rstrip(), within=whole != bare)
    return Name("", _near(folded))


def _near(folded: str) -> str:
    """The one category at most two edits away; "" for short labels and for those with figures (chapters)."""
    if sum(map(str.isalpha, folded)) < _MIN_LETTERS or any(map(str.isdigit, folded)):
        return ""
    close = {code for spelling, code in spellings().items() if _within(folded, spelling)}
    return close.pop() if len(close) == 1 else ""


def _within(one: str, other: str) -> bool:
    """Whether at most two letters must be put in, taken out or changed (Levenshtein 1966)."""
    if abs(len(one) - len(other)) > _MAX_EDITS or any(map(str.isdigit, other)):
        return False
    before = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        row = [n]
        for m, target in enumerate(other, 1):
            row.append(min(before[m] + 1, row[-1] + 1, before[m - 1] + (letter != target)))
        before = row
    return before[-1] <= _MAX_EDITS
