"""What a number in a sentence counts: told after it, before it, or by the sentences before."""

from __future__ import annotations

from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Subject
from crimestats.checking.phrase import Counted, ahead_of
from crimestats.checking.vocabulary import ALL, subjects, word_set

# What a text may be about that never says it.
_EACH = tuple(
    s for code in ("violence", "vandalism", "theft", "fraud", "benefit_fraud", "rest") for s in subjects(code)
)


def counted(line: Line, n: int) -> Counted:
    """What the number at a position counts: by the words after it, before it, or the topic."""
    ahead = ahead_of(line, n)
    if ahead.foreign or (ahead.direct and ahead.subjects):
        return _with_party(line, n, ahead)
    return _with_party(line, n, _behind(line, n, ahead))


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
    if total and case and len(listed := _listed_before(line, n)) == 1:
        return Counted((*ALL, *listed), (), None, ahead.high, direct=True, noun=ahead.noun)
    if run and line.segment[run[-1]] != line.segment[n] and _labelled(line, n):
        return Counted(high=ahead.high, noun=ahead.noun, doubts=ALL, unclear="no_subject")
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
    if any(item.kind in ("change", "reported", "time") for item in line.items):
        return Counted(ALL, _EACH, None, ahead.high, noun=ahead.noun)
    return Counted((), ALL, None, ahead.high, noun=ahead.noun, unclear="no_subject")


def _labelled(line: Line, n: int) -> bool:
    """Whether an unknown word stands right before a number, as a label does: *våld 15, narkotika 7*."""
    before = line.at(n - 1)
    known = word_set("between") | word_set("harmless") | word_set("closers") | word_set("actors")
    return before is not None and before.kind == "word" and len(before.text) > 3 and before.text not in known


def _listed_before(line: Line, n: int) -> tuple[Subject, ...]:
    """Everything that a sentence has listed with numbers before its total: *…, totalt 45*."""
    told = [m for m in range(n) if line.items[m].kind in CATEGORIES and line.quantity(m - 1) is not None]
    parts = [line.subjects_at([m], summed=False) for m in told]
    if len(parts) < 2 or any(part[0].minus for part in parts):
        return ()
    return (Subject(tuple(code for part in parts for code in part[0].plus)),)


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
