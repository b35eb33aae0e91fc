"""From a sheet's label to a category: exact spelling, or a near one offered as a question, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crimestats.categories import categories, fold, kinds_within, spellings
from etl.layouts import places, words
from etl.layouts.words import without_footnote

_WITHIN = re.compile(r"^[\s\-–•·]*(?:varav|därav|of which)\b[:\s]*", re.I)
_BY_PARTY = re.compile(r"(.+?)(?:\s+mot\s+|\s*[,:–(]\s*(?:mot\s+)?|\s+-\s+)([\w ]+)\)?", re.I)
# "Bedrägeri via telefon", "Bedrägeri – kort", "Bedrägeri (kort)"
_BY_KIND = re.compile(r"(\w+)(?:\s*[,:–(-]\s*|\s+)(?:via |genom |med |per )?(\w+)\)?", re.I)
_MEANS = re.compile(r"^(?:via|genom|med|per|bedrägeri(?:er)?)\b[:\s]*", re.I)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?!kap)", re.I)
_UNIT = re.compile(r"\s*[(\[,]\s*(?:antal|st|antal anmälningar|anmälningar|antal st|n)\.?\s*[)\]]?\s*$", re.I)
# A word broken at the end of a line: "Vålds-\nbrott".
_BREAK = re.compile(r"-?\s*\n\s*")
_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_MIN_LETTERS, _MAX_EDITS = 6, 2


@dataclass(frozen=True, slots=True)
class Name:
    """What a label says. ``code`` "" = unknown; ``suggestion`` = the one category it is close to, or "".

    ``within``: the label says that it is a part of the one above (``varav bidragsbrott``).
    ``party``: the injured party that it names besides (``Bedrägeri mot företag``).
    """

    code: str
    suggestion: str = ""
    footnote: bool = False
    within: bool = False
    party: str = ""


@cache
def category(label: str) -> Name:
    """The category of a label, footnote marks taken off."""
    bare = without_footnote(label)
    whole = _NUMBERED.sub("", _WITHIN.sub("", bare))
    footnote, within = bare != label.rstrip(), bool(_WITHIN.match(bare))
    if code := _code(whole):
        return Name(code, footnote=footnote, within=within)
    named = _BY_PARTY.fullmatch(whole)
    if named and (party := words.party(named[2])) and (code := _code(named[1])):
        return Name(code, footnote=footnote, within=within, party=party)
    kind = _BY_KIND.fullmatch(whole)
    if kind and (found := kinds_within(_code(kind[1])).get(fold(kind[2]))):
        return Name(found, footnote=footnote, within=within)
    return Name("", _near(fold(whole)))


@cache
def under(label: str, parent: str) -> Name:
    """The category of a label that stands under another one: "varav telefon", "– kort" below Bedrägeri."""
    bare = without_footnote(label)
    whole = _WITHIN.sub("", bare)
    code = kinds_within(parent).get(fold(_MEANS.sub("", whole.lstrip(" -–•·\u00a0"))), "")
    return Name(code, footnote=bare != label.rstrip(), within=whole != bare)


def within_group(label: str, group: str) -> Name:
    """The category of a heading below a category's own: "Totalt" below Bedrägeri is all fraud."""
    name, parent = category(label), stands_alone(group)
    known = category(group).code or words.harmless(group) or words.is_period(group) or words.is_sum(group)
    if not known:  # "Unga 15–17 år" over Våldsbrott: only some of them
        return Name("")
    if parent in ("", "total"):
        return name
    if words.is_sum(label) or name.code == "total" or words.column_role(label) == "count":
        return Name(parent, footnote=name.footnote, party=name.party)
    found = under(label, parent)
    # "Övrigt" below Stöld are other thefts, and no other crimes.
    return found if found.code else Name("") if name.code == "other" else name


def is_kind(label: str) -> bool:
    """Whether a label is the short name of a kind of some category: "Telefon", "varav kort"."""
    return any(under(label, code).code for code in categories() if kinds_within(code))


def stands_alone(label: str) -> str:
    """The category of a label that others can stand under: no kind, and not within another itself."""
    name = category(label)
    return "" if name.within or not name.code or categories()[name.code].parent else name.code


def _code(text: str) -> str:
    """The code of an exact spelling, with or without a unit after it or the line's break within it."""
    for written in (text, _UNIT.sub("", text), _BREAK.sub("", text)):
        if code := spellings().get(fold(written)):
            return code
    return ""


def in_title(text: str) -> str:
    """The one category that a title names, as spelled there; "" when its other words could change it."""
    words_in = _WORD.findall(text)
    found: dict[str, str] = {}
    left: list[str] = []
    while words_in:
        length = next((n for n in range(min(6, len(words_in)), 0, -1) if _code(" ".join(words_in[:n]))), 0)
        if length:
            phrase = " ".join(words_in[:length])
            found.setdefault(_code(phrase), phrase)
        else:
            left.append(words_in[0])
        words_in = words_in[length or 1 :]
    if len(found) > 1:
        found.pop("total", None)
    if len(found) != 1 or "other" in found:
        return ""
    beside = [word for word in left if not words.harmless(word) and not places.areas_in(word.capitalize())]
    return "" if beside else next(iter(found.values()))


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
