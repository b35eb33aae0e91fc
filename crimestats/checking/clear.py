"""Whether a claim is said so plainly that a miss may be called wrong; else it is left undecided."""

from __future__ import annotations

from crimestats.checking.found import Found
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Moment
from crimestats.checking.vocabulary import word_set

_CHANGES = ("delta", "percent", "ratio", "direction")
_NOUNS = (*CATEGORIES, "unit")
# Nowhere in a sentence that accuses: a part, another area, a wish, a denial.
_CLOUDS = ("narrower", "elsewhere", "possible", "handled", "struck", "except", "else")
_READ = ("between", "harmless", "closers", "prepositions", "actors", "plain")
# Words that may stand between a number and the noun after it, besides those of the set ``between``.
_INNER = ("reported", "total", "size")
_PAIRED = (":", "(", "–", "-", "—")


def clear(line: Line, found: Found) -> bool:
    """Whether every word is read, the noun stands beside its number, and nothing competes in the sentence."""
    if any(item.kind in _CLOUDS for item in line.items) or _unread(line) or not _understood(line):
        return False
    if any(item.kind == "negation" for item in line.items) and not _denied(found):
        return False
    if found.measure in _CHANGES:
        return _change(line, found)
    n = found.number
    if n is None:
        return len(_nouns(line, *CATEGORIES)) <= 1 and len(_times(line)) <= 1
    if found.measure == "share":
        return _one_time(line, n) and _share(line, n)
    if _pair(line, n) or _listed(line) or _respective(line, n):
        return True
    return _one_time(line, n) and (_noun_beside(line, n) or _referring(line, n))


def _denied(found: Found) -> bool:
    return (
        found.denied or found.said == "denied" or (found.quantity is not None and found.quantity.value == 0)
    )


def _unread(line: Line) -> bool:
    """Whether a word is left that no list knows: it may change what the sentence says."""
    known = frozenset[str]().union(*(word_set(name) for name in _READ)) | line.own_places
    words = [item.text for item in line.items if item.kind == "word"]
    return any(word not in known and word.removesuffix("s") not in known for word in words)


def _numbers(line: Line) -> list[int]:
    return [m for m in range(len(line.items)) if (q := line.quantity(m)) is not None and not q.article]


def _nouns(line: Line, *kinds: str) -> list[int]:
    return [m for m, item in enumerate(line.items) if item.kind in kinds]


def _things(line: Line) -> list[int]:
    """What the sentence counts: its categories, or all reports, however often they are named."""
    return _nouns(line, *CATEGORIES) or _nouns(line, "unit")[:1]


def _times(line: Line) -> list[int]:
    """Moments, of two beside each other (*perioden 25 oktober–21 november*) the last."""
    told = _nouns(line, "time")
    return [m for m in told if m + 1 not in told]


def _kind(line: Line, n: int) -> str:
    """The way a moment is resolved; "" of anything else."""
    moment = line.items[n].value
    return moment.kind if isinstance(moment, Moment) else ""


def _understood(line: Line) -> bool:
    return all(_kind(line, m) not in ("", "unknown") for m in _times(line))


def _one_time(line: Line, n: int) -> bool:
    """One moment in the sentence, or one beside the number with no other of either in its segment."""
    times = _times(line)
    if len(times) <= 1:
        return True
    inside = list(line.in_segment(line.segment[n]))
    alone = len([m for m in inside if m in _numbers(line)]) == 1
    return alone and len([m for m in inside if m in times]) == 1


def _noun_beside(line: Line, n: int) -> bool:
    """The noun follows its number, or leads to it with no other noun or number between."""
    return _noun_after(line, n) or _noun_before(line, n)


def _noun_after(line: Line, n: int) -> bool:
    for m in range(n + 1, min(n + 6, len(line.items))):
        item = line.items[m]
        if item.kind in _NOUNS:
            return True
        if item.kind not in _INNER and item.text not in word_set("between"):
            return False
    return False


def _noun_before(line: Line, n: int) -> bool:
    """*Stölderna var 23*, *Stöld: 23*, *stölderna till 23*: a noun that no number before has taken."""
    before = [m for m in range(n) if line.items[m].kind in _NOUNS or m in _numbers(line)]
    if not before or line.items[before[-1]].kind not in _NOUNS:
        return False
    noun = before[-1]
    if any(_noun_after(line, m) for m in before if m in _numbers(line) and noun - m < 6):
        return False
    if any(item.kind in ("apart", "source", "change", "them", "top") for item in line.items[noun:n]):
        return False
    between = line.segment[n] - line.segment[noun]
    led = line.opener(n).kind == "towards" or line.items[n - 1].text in _PAIRED
    return between == 0 or (between == 1 and led)


def _referring(line: Line, n: int) -> bool:
    """*Samma period i fjol var det 138*: one number, one moment, and the text has been about one thing."""
    return (
        not _nouns(line, *_NOUNS, "change", "case")
        and _numbers(line) == [n]
        and len(_times(line)) == 1
        and not _year(line)
        and len(_topical(line)) == 1
    )


def _year(line: Line) -> bool:
    """*I år blev det 15* may still be of the period; *hittills i år* is not."""
    years = [m for m in _times(line) if _kind(line, m) in ("year", "to_date")]
    return any("hittills" not in line.items[m].text for m in years)


def _pair(line: Line, n: int) -> bool:
    """*288 stölder mot 322 samma tid i fjol*, *från 31 till 15 sedan i fjol*: one noun, now and before."""
    counts, now = _numbers(line), [m for m in line.moments(base=False) if line.segment[m] != line.segment[n]]
    kinds = {_kind(line, m) for m in now}
    if len(counts) != 2 or n not in counts or len(_things(line)) != 1 or len(kinds) > 1:
        return False
    opener, other = line.opener(n), line.opener(counts[0] if n == counts[1] else counts[1])
    sides = {one.text if one.text == "(" else one.kind for one in (opener, other)}
    if sides == {"source", "towards"}:
        return len(line.moments(base=True)) == 1
    against = opener.kind == "apart" or opener.text == "("
    own = [m for m in line.in_segment(line.segment[n]) if line.items[m].kind == "time"]
    return against and n == counts[1] and len(own) == 1 and not _nouns(line, "change", "top")


def _listed(line: Line) -> bool:
    """*v. 43: 37, v. 44: 38*: every number has a week of its own, and one thing is counted."""
    weeks = [m for m in _times(line) if _kind(line, m) in ("weeks", "week_after")]
    counts = _numbers(line)
    places = [line.segment[m] for m in weeks]
    single = len(counts) > 1 and weeks == _times(line) and len(set(places)) == len(places)
    told = _things(line)
    return (
        single
        and places == [line.segment[m] for m in counts]
        and all(week < count for week, count in zip(weeks, counts, strict=True))
        and len(told) <= 1
        and len(told) + len(_topical(line)) > 0
        and not _nouns(line, "change", "top", "apart", "source", "them")
    )


def _respective(line: Line, n: int) -> bool:
    """*Vecka 44 och 45 anmäldes 35 respektive 61 brott*."""
    counts, times = _numbers(line), _times(line)
    if len(counts) != 2 or n not in counts or len(times) != 1 or len(_things(line)) != 1:
        return False
    moment = line.items[times[0]].value
    return (
        counts[1] - counts[0] == 2
        and line.items[counts[0] + 1].text == "respektive"
        and isinstance(moment, Moment)
        and len(moment.weeks) == 2
    )


def _topical(line: Line) -> set[tuple[str, ...]]:
    return {subject.plus for subject in line.topic.subjects}


def _share(line: Line, n: int) -> bool:
    counts = [m for m in line.in_segment(line.segment[n]) if m in _numbers(line)]
    return counts == [n] and len(_nouns(line, *CATEGORIES)) == 1


def _change(line: Line, found: Found) -> bool:
    """One word of change, one thing that changed, and what it is compared with said in the sentence."""
    if len(_nouns(line, "change")) != 1:
        return False
    if found.number is None and found.readings and found.readings[0].other is not None:
        return len(_things(line)) == 2 and len(_times(line)) <= 1 and not _numbers(line)
    if len(line.moments(base=True)) != 1 or len(line.moments(base=False)) > 1:
        return False
    if found.number is not None and not _measured(line, found.number):
        return False
    told = _things(line)
    return len(told) == 1 or (not told and len(_topical(line)) == 1)


def _measured(line: Line, n: int) -> bool:
    """*2 färre*, *en ökning med 2*: of the sentence's numbers, at most two, the one beside the change."""
    beside = line.kind_at(n + 1) == "change" or line.kind_at(n - 2) == "change"
    return len(_numbers(line)) == 1 or (len(_numbers(line)) == 2 and beside)
