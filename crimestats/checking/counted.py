"""What a number in a sentence counts."""

from __future__ import annotations

from dataclasses import dataclass

from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Subject
from crimestats.checking.vocabulary import ALL, subjects, word_set

# Most words looked at between a number and its noun.
_FAR = 7


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


def counted(line: Line, n: int) -> Counted:
    """What the number at a position counts: by the words after it, before it, or the topic."""
    ahead = _ahead(line, n)
    if ahead.foreign or (ahead.direct and ahead.subjects):
        return _with_party(line, n, ahead)
    return _with_party(line, n, _behind(line, n, ahead))


def _ahead(line: Line, n: int) -> Counted:
    """The noun phrase that the number begins: *15 nya anmälningar om våldsbrott*."""
    noun, at, strange, unclear = "", n + 1, 0, ""
    high: int | None = None
    while at < min(len(line.items), n + 1 + _FAR):
        item = line.items[at]
        if item.kind in CATEGORIES:
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
        elif (
            (item.kind == "word" and item.text in word_set("between"))
            or (
                item.kind in ("reported", "total", "made", "sum", "negation")
                and (at > n + 1 or item.text.endswith(("a", "da")))
            )
            or (item.kind == "change" and noun == "" and at == n + 1)
            or item.kind == "size"
        ):
            pass
        elif item.kind == "word" and not noun and item.text.endswith(("a", "e")) and strange < 2:
            strange, unclear = strange + 1, "narrower"
        else:
            break
        at += 1
    if noun:
        return Counted(high=high, noun=noun)
    return Counted(foreign=_foreign(line, n), unclear="")


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
    after = line.at(n + 1)
    if after is None or after.kind != "word":
        return False
    closers = word_set("between") | word_set("harmless") | word_set("prepositions") | word_set("closers")
    return after.text not in closers


def _behind(line: Line, n: int, ahead: Counted) -> Counted:
    """The category before the number, a list of them summed, or what the sentences before were about."""
    run = line.run_back(n)
    unit = next((m for m in range(n - 1, -1, -1) if line.items[m].kind == "unit"), -1)
    if run and unit > run[-1] and line.segment[unit] == line.segment[n] != line.segment[run[-1]]:
        run = []
    total = _says_total(line, n)
    everything = ALL if ahead.noun and line.items[n].kind == "number" else ()
    case = ahead.noun in ("", "fall", "fallen", "st", "st.", "stycken", "gånger")
    if ahead.unclear == "narrower":
        return ahead
    if total and not (run and line.segment[run[-1]] == line.segment[n]) and not case:
        return Counted(ALL, (), None, ahead.high, direct=True, noun=ahead.noun)
    if run:
        return _from_run(line, n, run, ahead, everything if not case else ())
    topical = line.topic.subjects or line.topic.heading
    headed = (*line.topic.heading, *ALL) if len({s.plus for s in line.topic.heading}) in (1, 2) else ALL
    them = any(
        item.kind == "them" or item.text in ("dessa", "dem", "de", "det", "detta") for item in line.items[:n]
    )
    if not case:
        doubts = tuple(s for s in topical if s not in ALL)
        return Counted(headed, doubts, None, ahead.high, direct=True, noun=ahead.noun)
    if unit >= 0 or (total and not topical):
        return Counted(headed, topical, unit if unit >= 0 else None, ahead.high, noun=ahead.noun, direct=True)
    if topical:
        return _topical(line, topical, ahead, total=total, them=them)
    later = next((m for m in range(n + 1, len(line.items)) if line.items[m].kind in CATEGORIES), None)
    if later is not None:
        return Counted(line.subjects_at([later], summed=False), ALL, None, later, noun=ahead.noun)
    return Counted((), ALL, None, ahead.high, noun=ahead.noun, unclear="no_subject")


def _topical(line: Line, topical: tuple[Subject, ...], ahead: Counted, *, total: bool, them: bool) -> Counted:
    """What the sentence before was about; *motsvarande siffra* may reach one further back."""
    earlier = tuple(s for s in line.topic.earlier if s not in topical)
    wide = len(topical) > 2 or any(
        item.text in ("motsvarande", "siffran", "siffra") for item in line.items[:3]
    )
    doubts = () if line.topic.subjects else ALL
    meant = (*topical, *(earlier if wide else ()), *(ALL if total else ()))
    tied = (
        them
        or wide
        or total
        or any(item.kind in ("change", "reported", "apart", "time") for item in line.items)
    )
    tied = tied or any(item.text in ("antalet", "antal", "blev", "var") for item in line.items)
    unclear = "" if tied else "no_subject"
    return Counted(
        meant, (*doubts, *earlier), None, ahead.high, noun=ahead.noun, direct=them, unclear=unclear
    )


def _from_run(line: Line, n: int, run: list[int], ahead: Counted, everything: tuple[Subject, ...]) -> Counted:
    pair = _respective(line, n, run)
    if pair is not None:
        return Counted(
            line.subjects_at([pair], summed=False), (), pair, ahead.high, direct=True, noun=ahead.noun
        )
    narrower = any(item.kind == "narrower" for item in line.items[run[-1] : n])
    summed = line.subjects_at(run, summed=True)
    last = line.subjects_at(run[-1:], summed=False) if len(run) > 1 else ()
    near = line.segment[run[-1]] == line.segment[n] or everything == ()
    subjects = (*summed, *everything) if near else (*everything, *summed)
    low = run[0] if near else None
    others = () if near and run[-1] < n else _others(line, run)
    unclear = "narrower" if narrower else ""
    return Counted(subjects, (*last, *others), low, ahead.high, direct=near, noun=ahead.noun, unclear=unclear)


def _respective(line: Line, n: int, run: list[int]) -> int | None:
    """*våld och skadegörelse var 15 respektive 7*: the category in the number's own place."""
    last = run[-1]
    after = [m for m in range(last + 1, len(line.items)) if line.items[m].kind == "number"]
    paired = any(item.text == "respektive" for item in line.items[last + 1 :])
    if not paired or len(run) < 2 or n not in after or after.index(n) >= len(run):
        return None
    return run[after.index(n)]


def _others(line: Line, run: list[int]) -> tuple[Subject, ...]:
    return tuple(
        subject
        for m, item in enumerate(line.items)
        if item.kind in CATEGORIES and m not in run
        for subject in line.subjects_at([m], summed=False)
    )


def _says_total(line: Line, n: int) -> bool:
    return bool({"total", "sum"} & line.kinds(n)) or any(
        item.kind == "total" for item in line.items[max(0, n - 4) : n]
    )


def _with_party(line: Line, n: int, found: Counted) -> Counted:
    """Only the part of it that struck one injured party, where the segment names one."""
    parties = _parties(line, n)
    if not parties:
        return found
    party = str(line.items[min(parties, key=lambda m: abs(m - n))].value)
    base = [s for s in (*found.subjects, *found.doubts) if s != ALL[0]] or list(line.topic.subjects)
    told = tuple(s.of_party(party) for s in base if len(s.plus) == 1 and not s.minus)
    low, high = min([*parties, *_held(found.low)]), max([*parties, *_held(found.high)])
    return Counted(
        told,
        (),
        low,
        high,
        direct=found.direct,
        noun=found.noun,
        unclear=found.unclear or ("" if told else "party"),
    )


def _held(position: int | None) -> list[int]:
    return [] if position is None else [position]


def _parties(line: Line, n: int) -> list[int]:
    """Injured parties named with a number: in its segment, or right after it (*36 mot privatpersoner*)."""
    inside = [m for m in line.in_segment(line.segment[n]) if line.items[m].kind == "party"]
    if inside:
        return inside
    later = [m for m in range(n + 1, min(n + 6, len(line.items))) if line.items[m].kind == "party"]
    between = line.items[n + 1 : later[0]] if later else []
    return [] if any(item.kind in ("number", "mark", "stop") for item in between) else later
