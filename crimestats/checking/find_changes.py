"""Claims of change: more, fewer, unchanged, doubled, against other weeks or another category."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crimestats.checking.approximate import approx
from crimestats.checking.found import Found, Reading
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Change, Moment, Span, Subject
from crimestats.checking.obstacles import obstacles
from crimestats.checking.phrase import Counted
from crimestats.checking.spans import bases, now_spans
from crimestats.checking.vocabulary import ALL
from crimestats.checking.when import Calendar


def change_readings(
    line: Line, at: int, what: Counted, calendar: Calendar, measure: str, found: Found
) -> tuple[list[Reading], str]:
    """The ways to read a change at a position, and why it cannot be read: a key of the reasons, or ""."""
    subjects = what.subjects
    if not subjects:
        return [], "no_subject"
    now = now_spans(line, calendar)
    if pair := _two_weeks(line, found, calendar):
        return [Reading(measure, s, pair[0], other_span=pair[1]) for s in subjects], ""
    other, other_at = _other_subject(line, at)
    if other:
        found.reach(other_at)
        return [
            Reading(measure, s, span, other=o)
            for span in now
            for s in _left(line, at, subjects, other)
            for o in other
        ], ""
    return _over_time(line, at, subjects, calendar, measure, found)


def _over_time(
    line: Line, at: int, subjects: tuple[Subject, ...], calendar: Calendar, measure: str, found: Found
) -> tuple[list[Reading], str]:
    """A change against other weeks: those the sentence names, else the period before or the year before."""
    now, told, positions = now_spans(line, calendar), bases(line, calendar, at), line.moments(base=True)
    if not told and (pairs := _in_order(line, calendar)):
        found.soft = measure == "direction"
        return [Reading(measure, s, new, other_span=old) for s in subjects for old, new in pairs], ""
    found.reach(*positions)
    kinds = [moment.kind for n in positions if isinstance(moment := line.items[n].value, Moment)]
    if "unknown" in kinds or (positions and not told):
        return [], "when"
    around = now[0] if now else None
    usual = (span for kind in ("year_before", "before") for span in calendar.spans(Moment(kind), around))
    before = told or tuple(usual)
    readings = [
        Reading(measure, s, span, other_span=base)
        for s in subjects
        for span in now
        for base in before
        if span != base
    ]
    return readings, ""


def _in_order(line: Line, calendar: Calendar) -> list[tuple[Span, Span]]:
    """*Efter en topp vecka 45 sjönk inflödet vecka 46*: the moments of a sentence, one after the other."""
    spans = [
        calendar.spans(m)[:1]
        for n in line.moments(base=False)
        if isinstance(m := line.items[n].value, Moment)
    ]
    told = [span[0] for span in spans if span]
    return [(then, now) for then, now in pairwise(told) if then != now]


def _two_weeks(line: Line, found: Found, calendar: Calendar) -> tuple[Span, Span] | None:
    """*lika många vecka 45 och 46*: the two are compared with each other."""
    if found.change is None or found.change.direction:
        return None
    for n in line.moments(base=False):
        moment = line.items[n].value
        if isinstance(moment, Moment) and moment.kind == "weeks" and len(moment.weeks) == 2:
            spans = calendar.spans(moment)
            found.reach(n)
            return (Span.of(spans[0].weeks[:1]), Span.of(spans[0].weeks[1:])) if spans else None
    return None


def _other_subject(line: Line, at: int) -> tuple[tuple[Subject, ...], int | None]:
    """The category after *än* or *som*: *fler stölder än våldsbrott*."""
    for n in range(at, min(at + 8, len(line.items))):
        item = line.items[n]
        comparing = (
            item.kind == "apart" and item.text in ("än", "som", "jämfört med")
        ) or item.text.endswith((" än", " som"))
        if comparing:
            for m in range(n + 1, min(n + 4, len(line.items))):
                if line.items[m].kind in CATEGORIES:
                    return line.subjects_at(line.run_on(m), summed=True), m
                if line.items[m].kind in ("time", "number"):
                    break
    return (), None


def _left(
    line: Line, at: int, subjects: tuple[Subject, ...], other: tuple[Subject, ...]
) -> tuple[Subject, ...]:
    """The category compared, which is another than the one compared with."""
    if subjects != other:
        return subjects
    run = line.run_back(at)
    return line.subjects_at(run, summed=True) if run else subjects


def change_claims(line: Line, calendar: Calendar) -> Iterator[Found]:
    """Claims of change without a number: *färre stölder än förra året*, *våldsbrotten har fördubblats*."""
    for n, item in enumerate(line.items):
        change = item.value
        if item.kind != "change" or not isinstance(change, Change) or n in line.taken or _not_told(line, n):
            continue
        what = _subject(line, n)
        if what is None:
            continue
        measure = "ratio" if change.factor else "direction"
        found = Found(measure, n, n, change=change, change_at=n, size=_size(line, n))
        if measure == "direction" and _denied(line, n):
            found.said = "denied"
        if change.factor:
            at = line.at(n - 1)
            found.approx = (
                str(at.value)
                if at is not None and at.kind == "approx"
                else approx(line, n) or _more_than(line, n)
            )
        found.reach(what.low, what.high)
        found.readings, found.unclear = change_readings(line, n, what, calendar, measure, found)
        if not found.readings and not found.unclear:
            continue
        found.unclear = found.unclear or what.unclear or obstacles(line, n, found)
        found.doubts = [
            Reading(measure, s, r.span, r.other, r.other_span) for r in found.readings for s in what.doubts
        ]
        yield found


def _denied(line: Line, n: int) -> bool:
    """*inte sett någon ökning*, *har inte ökat*."""
    return any(item.kind == "negation" for item in line.items[max(0, n - 4) : n])


def _more_than(line: Line, n: int) -> str:
    before = [item.text for item in line.items[max(0, n - 3) : n]]
    return "over" if before[-2:] == ["mer", "än"] or before[-1:] == ["mer än"] else ""


def _not_told(line: Line, n: int) -> bool:
    """An infinitive or an adjective (*minska otryggheten*, *ökad närvaro*) tells no change of counts."""
    text = line.items[n].text
    if text in ("öka", "minska", "stiga", "sjunka"):
        return not any(item.text.startswith("fortsätt") or item.text == "fortsatt" for item in line.items[:n])
    after, before = line.at(n + 1), line.at(n - 1)
    if text in ("fler", "färre", "mer", "mindre", "högre", "lägre"):
        near = [item.kind for item in line.items[n + 1 : n + 5]]
        become = before is not None and before.text in (
            "blivit",
            "blev",
            "är",
            "var",
            "varit",
            "blir",
            "något",
            "klart",
        )
        return (
            not become
            and "apart" not in near
            and not any(item.kind in (*CATEGORIES, "unit") for item in line.items[n + 1 : n + 3])
        )
    if text in ("ökar", "minskar"):
        return after is not None and after.kind == "word" and not line.run_back(n)
    return text in ("ökas", "minskas") or (before is not None and before.text in ("att", "ska", "kan"))


def _size(line: Line, n: int) -> str:
    near = [item for item in line.items[max(0, n - 2) : n + 2] if item.kind == "size"]
    return str(near[0].value) if near else ""


_LINKS = "av i när gäller det antal antalet anmälda inom för polisanmälda på vad".split()
_BECOMING = ("blivit", "blev", "är", "var", "varit", "blir", "något", "klart")
_COMPARATIVES = ("fler", "färre", "mer", "mindre", "högre", "lägre")


def _subject(line: Line, n: int) -> Counted | None:
    """What has changed: a noun after the word of change (*färre stölder*) or before it."""
    for m in range(n + 1, min(n + 6, len(line.items))):
        item = line.items[m]
        if item.kind in CATEGORIES:
            run = line.run_on(m)
            first = line.subjects_at(run[:1], summed=False)
            return Counted(line.subjects_at(run, summed=True), first, None, run[-1], direct=True)
        if item.kind == "unit":
            return Counted(ALL, line.topic.subjects, None, m, direct=True, noun=item.text)
        if item.kind == "narrower":
            return Counted(ALL, (), None, m, unclear="narrower")
        if item.text not in _LINKS and item.kind != "reported":
            if item.kind == "word" and line.items[n].text in _COMPARATIVES:
                return None
            break
    return _subject_before(line, n)


def _subject_before(line: Line, n: int) -> Counted | None:
    last = next(
        (m for m in range(n - 1, -1, -1) if line.items[m].kind in (*CATEGORIES, "unit", "narrower")), None
    )
    if last is not None and line.items[last].kind == "narrower":
        return Counted(ALL, (), last, None, unclear="narrower")
    if last is not None and line.items[last].kind in CATEGORIES:
        run = line.run_back(n)
        doubts = line.subjects_at(run[-1:], summed=False) if len(run) > 1 else ()
        return Counted(line.subjects_at(run, summed=True), doubts, run[0], None, direct=True)
    if last is not None:
        return Counted(ALL, line.topic.subjects, last, None, direct=True)
    refers = bool(line.items) and line.items[0].text in (
        "det",
        "detta",
        "motsvarande",
        "antalet",
        "siffran",
        "samma",
        "jämfört med",
        "även",
        "här",
        "en",
        "där",
    )
    topical = line.topic.subjects or line.topic.heading
    if topical and (refers or line.items[0].kind in ("change", "number", "size", "apart", "time")):
        return Counted(topical, ALL, None, None)
    if any(item.text in ("antalet", "inflödet", "siffran", "siffrorna", "nivån") for item in line.items[:n]):
        return Counted(topical or ALL, ALL, None, None)
    return None
