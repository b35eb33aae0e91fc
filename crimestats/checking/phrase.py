"""The words after a number that say what it counts: *15 nya anmälningar om våldsbrott*."""

from __future__ import annotations

from dataclasses import dataclass

from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Subject
from crimestats.checking.vocabulary import ALL, subjects, word_set

# Most words looked at between a number and its noun.
_FAR = 7


# Before a noun of any sort: *6 nya kameror*.
_ADJECTIVES = ("nya", "ny", "olika", "ytterligare", "stora", "små", "unga", "fler", "extra")


@dataclass(frozen=True)
class Counted:
    """``subjects`` likeliest first; ``doubts`` less likely ones. ``low``..``high`` are the words that say it.

    ``direct``: a noun stands with the number, or it was found beyond doubt. ``noun``: the unit, ``brott``.
    ``unclear``: a key of the reasons, "" when it is clear. ``foreign``: it counts something else altogether.
    """

    subjects: tuple[Subject, ...] = ()
    doubts: tuple[Subject, ...] = ()
    low: int | None = None
    high: int | None = None
    direct: bool = False
    noun: str = ""
    unclear: str = ""
    foreign: bool = False


def ahead_of(line: Line, n: int) -> Counted:
    """The noun phrase that the number begins: *15 nya anmälningar om våldsbrott*."""
    noun, at, strange, unclear = "", _after_of(line, n), 0, ""
    high: int | None = None
    while at < min(len(line.items), n + 1 + _FAR):
        item = line.items[at]
        if item.kind in CATEGORIES:
            if noun and line.items[at - 1].kind == "unit" and at - 1 > n:
                break  # "rörde 31 av 61 anmälningar bedrägeri": the category belongs to the verb
            return _category_ahead(line, at, noun, unclear)
        if item.kind == "narrower":
            return Counted(high=at, noun=noun, unclear="narrower")
        if item.kind in ("except", "else"):
            return _all_but(line, at, noun)
        if item.kind == "them" and at == n + 1:
            at += 1
            continue
        if item.kind in ("unit", "case"):
            noun, high = (item.text if item.kind == "unit" else noun or item.text), at
        elif _passes(line, n, at, noun):
            pass
        elif item.kind == "word" and not noun and item.text.endswith(("a", "e")) and strange < 2:
            strange, unclear = strange + 1, "narrower"
        else:
            break
        at += 1
    if noun:
        return Counted(high=high, noun=noun)
    return Counted(foreign=_foreign(line, n), unclear="")


def _passes(line: Line, n: int, at: int, noun: str) -> bool:
    """Whether a word may stand between a number and its noun without changing what is counted."""
    item = line.items[at]
    if item.kind == "word":
        return item.text in word_set("between")
    if item.kind in ("reported", "total", "made", "sum", "negation"):
        return at > n + 1 or item.text.endswith("a")
    return item.kind == "size" or (item.kind == "change" and not noun and at == n + 1)


def _after_of(line: Line, n: int) -> int:
    """Where the noun of a number may begin; of *31 av 61 anmälningar bedrägeri* the first's is last."""
    whole = line.at(n + 2)
    after = line.at(n + 1)
    if after is None or after.text != "av" or whole is None or whole.kind != "number":
        return n + 1
    at = n + 3
    while (item := line.at(at)) is not None and item.kind in ("unit", "time", "case"):
        at += 1
    return at


def _all_but(line: Line, at: int, noun: str) -> Counted:
    """*annat än våld och stöld*: everything less those; *av annat slag*: the rest."""
    after = line.at(at + 1)
    if line.items[at].kind == "else" or after is None or after.kind not in CATEGORIES:
        return Counted(subjects("rest"), ALL, None, at, direct=True, noun=noun)
    run = line.run_on(at + 1)
    less = line.subjects_at(run, summed=True)
    found = tuple(Subject(("total",), part.plus) for part in less if not part.minus)
    return Counted(found, (), None, run[-1], direct=True, noun=noun)


def _category_ahead(line: Line, at: int, noun: str, unclear: str) -> Counted:
    run = line.run_on(at)
    subjects = line.subjects_at(run, summed=True)
    first = line.subjects_at(run[:1], summed=False)
    doubts = tuple(s for s in first if s not in subjects) if len(run) > 1 else ()
    if _rest_adjective(line, at):
        unclear = unclear or "narrower"
    return Counted(subjects, doubts, None, run[-1], direct=True, noun=noun, unclear=unclear)


def _rest_adjective(line: Line, at: int) -> bool:
    """*övriga* before a noun that is no unit of ours: *övriga frågor*."""
    item, after = line.items[at], line.at(at + 1)
    return (
        item.text.startswith(("övrig", "resterande", "återstående", "andra"))
        and after is not None
        and (
            after.kind == "word"
            and after.text not in word_set("between")
            and len(after.text) > 3
            and item.text.count(" ") == 0
            and not after.text.endswith(("s", "de", "te"))
        )
    )


def _foreign(line: Line, n: int) -> bool:
    """Whether a noun of another sort follows the number: *4 bilar*, *12 personer*."""
    at = n + 1
    while line.kind_at(at) == "word" and line.items[at].text in _ADJECTIVES:
        at += 1
    if line.kind_at(at) != "word":
        return False
    closers = word_set("between") | word_set("harmless") | word_set("prepositions") | word_set("closers")
    return line.items[at].text not in closers
