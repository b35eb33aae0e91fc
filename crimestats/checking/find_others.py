"""Claims without a number or a change: which is most, what most of them are, and whether it is usual."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.checking.find_shares import share_claim
from crimestats.checking.found import Found, Reading
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Moment, Quantity, Span, Subject
from crimestats.checking.obstacles import obstacles
from crimestats.checking.spans import spans_for
from crimestats.checking.vocabulary import ALL
from crimestats.checking.when import Calendar


def other_claims(line: Line, calendar: Calendar) -> Iterator[Found]:
    """Claims about the largest, the majority and the usual, in order of the sentence."""
    for n, item in enumerate(line.items):
        if item.kind == "top":
            found = _majority(line, n, calendar) if item.value == "majority" else _top(line, n, calendar)
        elif item.kind == "level":
            found = _level(line, n, calendar)
        else:
            continue
        if found is not None:
            found.unclear = found.unclear or obstacles(line, n, found)
            yield found


def _subjects(line: Line, n: int) -> tuple[tuple[Subject, ...], int | None]:
    """The category that the words are about: in the same segment, else in the sentence, else the whole."""
    near = [m for m in line.in_segment(line.segment[n]) if line.items[m].kind in CATEGORIES]
    if len(near) > 1:
        near = [m for m in near if line.items[m - 1].text not in ("bland", "av", "de", "alla")] or near
    every = near or [m for m, item in enumerate(line.items) if item.kind in CATEGORIES and m < n]
    if every:
        closest = min(every, key=lambda m: abs(m - n))
        return line.subjects_at([closest], summed=False), closest
    units = [m for m, item in enumerate(line.items) if item.kind in ("unit", "total")]
    if units:
        return ALL, min(units, key=lambda m: abs(m - n))
    return (), None


def _top(line: Line, n: int, calendar: Calendar) -> Found | None:
    """*Flest anmälningar kom vecka 45*; *vanligast var bedrägerier*."""
    weeks = [m for m, item in enumerate(line.items) if _one_week(item.value)]
    said = str(line.items[n].value)
    subjects, at = _subjects(line, n)
    if weeks and _about_weeks(line, n):
        when = min(weeks, key=lambda m: abs(m - n))
        found = Found("top_week", n, n, said=said)
        found.reach(when, at)
        claimed = calendar.spans(line.items[when].value)  # type: ignore[arg-type]
        named = [m for m in line.moments(base=False) if m not in weeks]
        inside = [s for m in named for s in calendar.spans(line.items[m].value)] or [calendar.this()]  # type: ignore[arg-type]
        topical = line.topic.subjects if not at else ()
        found.readings = [
            Reading("top_week", s, span, other_span=week)
            for s in dict.fromkeys((*subjects, *topical, *(() if at else ALL)))
            for span in inside
            for week in claimed
        ]
        return found
    if at is None or line.items[at].kind not in CATEGORIES:
        return None
    found = Found("top_category", n, n, said=said)
    found.reach(at)
    spans, _ = spans_for(line, n, calendar)
    found.readings = [Reading("top_category", s, span) for span in spans for s in subjects]
    return found


def _about_weeks(line: Line, n: int) -> bool:
    text = line.items[n].text
    return not text.startswith(("vanlig", "ovanlig", "den största kat", "största kat"))


def _one_week(value: object) -> bool:
    return (
        isinstance(value, Moment)
        and value.kind in ("weeks", "same_week", "week_before")
        and len(value.weeks) <= 1
    )


def _majority(line: Line, n: int, calendar: Calendar) -> Found | None:
    """*De flesta bedrägerierna drabbade privatpersoner*; *merparten var stölder*."""
    found = share_claim(line, n, Quantity(0.5, "share", words=True), calendar)
    if found is not None:
        found.approx, found.number = "over", None
    return found


def _level(line: Line, n: int, calendar: Calendar) -> Found | None:
    """*En lugn period*; *ovanligt många bedrägerier*; *inom det vanliga*."""
    subjects, at = _subjects(line, n)
    after = [
        m for m in range(n + 1, min(n + 4, len(line.items))) if line.items[m].kind in (*CATEGORIES, "unit")
    ]
    if after and line.items[after[0]].kind in CATEGORIES:
        subjects, at = line.subjects_at(line.run_on(after[0])[:1], summed=False), after[0]
    said = str(line.items[n].value)
    if said == "out" and any(item.kind == "top" for item in line.items):
        return None
    if not subjects:
        if said not in ("calm",):
            subjects = line.topic.subjects or line.topic.heading
        if not subjects and said != "calm" and not line.moments(base=False):
            return None
        subjects = subjects or ALL
    found = Found("level", n, n, said=said)
    found.reach(at)
    own = line.own_moment(n)
    found.reach(own)
    spans, _ = spans_for(line, n, calendar)
    found.readings = [Reading("level", s, span) for span in spans for s in subjects]
    found.doubts = [
        Reading("level", s, Span.of((week,))) for s in subjects for span in spans for week in span.weeks
    ]
    return found if found.readings else None
