"""Other readings that compete for a number. One that fits keeps the number from being called wrong."""

from __future__ import annotations

from dataclasses import replace

from crimestats.checking.found import Reading
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Moment, Span, Subject
from crimestats.checking.vocabulary import ALL
from crimestats.checking.when import Calendar

# A category so near its number has no rival.
_NEAR = 3
# What else a number may be of the same weeks.
_MEASURES = ("count", "average", "most", "least")


def rivals(line: Line, n: int, measure: str, readings: list[Reading], calendar: Calendar) -> list[Reading]:
    """Every category and every moment of the sentence in combination, but for those out of the question.

    A category that stands right beside the number has no rival, nor a moment that is the sentence's only one.
    """
    if not readings:
        return []
    subjects = _own(readings) if _tied(line, n) else (*_own(readings), *_subjects(line))
    times = line.moments(base=False) + line.moments(base=True)
    spans = tuple(dict.fromkeys(r.span for r in readings))
    if (not _alone(line, n) and len(times) > 1) or (
        times and line.own_moment(n) is None and line.kinds(n) & {"apart", "source"}
    ):
        spans = (*spans, *_spans(line, times, calendar))
    told = {(r.subject, r.span) for r in readings}
    clear = _tied(line, n) and (not times or _alone(line, n))
    wide = () if clear else tuple(dict.fromkeys((*spans, *_around(spans, calendar))))
    pairs = dict.fromkeys((s, span) for s in subjects for span in (*spans, *wide))
    found = [Reading(measure, s, span) for s, span in pairs if (s, span) not in told]
    if not clear:
        found += [Reading(m, r.subject, r.span) for r in readings for m in _MEASURES if m != measure]
        found += _differences(line, subjects, wide)
    return found


def _differences(line: Line, subjects: tuple[Subject, ...], spans: tuple[Span, ...]) -> list[Reading]:
    """Where a sentence tells of change, a number may be the difference."""
    if not any(item.kind == "change" for item in line.items):
        return []
    equal = [(a, b) for a in spans for b in spans if a != b and len(a) == len(b) > 1]
    return [Reading("difference", s, a, other_span=b) for s in subjects for a, b in equal]


def _around(spans: tuple[Span, ...], calendar: Calendar) -> list[Span]:
    """Weeks near those named: one by one, those before and after, the year before, the year to date."""
    found: list[Span] = []
    for span in spans[:3]:
        if len(span) <= 6:
            found += [Span.of((week,)) for week in span.weeks]
        if len(span) == 1:
            found += [Span.of((span.weeks[0] + step,)) for step in (-1, 1)]
    for kind in ("before", "year_before", "to_date"):
        found += calendar.spans(Moment(kind), spans[0])
    to_date = calendar.spans(Moment("to_date"))
    return [*found, *calendar.spans(Moment("year_before"), to_date[0])]


def _alone(line: Line, n: int) -> bool:
    """Whether a number and a moment share a segment with no other of either."""
    inside = list(line.in_segment(line.segment[n]))
    counts = [m for m in inside if (q := line.quantity(m)) is not None and not q.article]
    return (
        len(counts) == 1
        and line.own_moment(n) in inside
        and [line.kind_at(m) for m in inside].count("time") == 1
    )


def _own(readings: list[Reading]) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys(r.subject for r in readings))


def _tied(line: Line, n: int) -> bool:
    """Whether a category, or the plain unit, stands so near that no other can be meant."""
    after = [line.kind_at(m) for m in range(n + 1, n + 3)]
    if any(kind in CATEGORIES for kind in after[:1]) or (
        after[0] in ("unit", "case") and after[1] not in CATEGORIES
    ):
        return True
    before = [line.kind_at(m) for m in range(max(0, n - _NEAR), n)]
    return any(kind in CATEGORIES for kind in before) and "number" not in before


def _subjects(line: Line) -> tuple[Subject, ...]:
    found = [
        subject
        for m, item in enumerate(line.items)
        if item.kind in CATEGORIES
        for subject in line.subjects_at([m], summed=False)
    ]
    units = ALL if any(item.kind in ("unit", "total") for item in line.items) else ()
    return (*found, *units, *line.topic.subjects)


def _spans(line: Line, times: list[int], calendar: Calendar) -> tuple[Span, ...]:
    """The weeks of every moment, one by one too where several are listed."""
    found = [calendar.this()]
    for m in times:
        moment = line.items[m].value
        if isinstance(moment, Moment):
            found += calendar.spans(moment)
            if moment.kind == "weeks" and 1 < len(moment.weeks) <= 6:
                found += [s for week in moment.weeks for s in calendar.spans(replace(moment, weeks=(week,)))]
    return tuple(dict.fromkeys(found))
