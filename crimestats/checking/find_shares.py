"""Claims of a part: *35 procent av anmälningarna gällde bedrägeri*, *hälften av dem*, *de flesta*."""

from __future__ import annotations

from crimestats.checking.approximate import rough
from crimestats.checking.found import Found, Reading
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Quantity, Subject
from crimestats.checking.obstacles import obstacles
from crimestats.checking.spans import spans_for
from crimestats.checking.vocabulary import ALL
from crimestats.checking.when import Calendar


def share_claim(line: Line, n: int, quantity: Quantity, calendar: Calendar) -> Found | None:
    """A part of a whole: *35 procent av anmälningarna gällde bedrägeri*, *hälften av dem*."""
    whole, whole_at = _whole(line, n)
    part, part_at = _part(line, n, whole_at)
    if not part:
        return Found("share", n, n, unclear="no_subject", quantity=quantity, number=n) if whole_at else None
    found = Found("share", n, n, quantity=quantity, number=n)
    rough(line, found, n)
    found.reach(*part_at, whole_at)
    spans, others = spans_for(line, n, calendar)
    found.readings = [
        Reading("share", p, span, other=w) for span in spans for p in part for w in whole if p != w
    ]
    found.doubts = [
        Reading("share", p, span, other=w) for span in others for p in part for w in whole if p != w
    ]
    wider = [] if whole_at is not None else [Subject(("fraud_all",)), *ALL]
    found.doubts += [
        Reading("share", p, span, other=w) for span in spans for p in part for w in wider if p != w
    ]
    found.unclear = obstacles(line, n, found) or ("" if spans else "when")
    return found if found.readings or found.unclear else None


def _whole(line: Line, n: int) -> tuple[tuple[Subject, ...], int | None]:
    """What the part is of: the noun after ``av``, else everything."""
    after = line.at(n + 1)
    if after is not None and after.kind in CATEGORIES:
        return line.subjects_at([n + 1], summed=False), n + 1
    for m in range(n + 1, min(n + 5, len(line.items))):
        item = line.items[m]
        if item.kind == "them":
            known = line.topic.subjects
            return ((*known, *ALL) if known else ALL), m
        if item.kind == "unit" and m == n + 1:
            return ALL, m
        if item.text == "av" or line.items[m - 1].text == "av":
            for k in range(m, min(m + 5, len(line.items))):
                if line.items[k].kind in CATEGORIES:
                    return line.subjects_at(line.run_on(k), summed=True), k
                if line.items[k].kind in ("unit", "total"):
                    return ALL, k
            return ALL, None
    return ALL, None


def _part(line: Line, n: int, whole_at: int | None) -> tuple[tuple[Subject, ...], list[int]]:
    """The category or injured party that is the part."""
    positions = [m for m, item in enumerate(line.items) if item.kind in CATEGORIES and m != whole_at]
    if whole_at is not None:
        positions = (
            [m for m in positions if m not in line.run_on(whole_at)]
            if line.items[whole_at].kind in CATEGORIES
            else positions
        )
    parties = [m for m, item in enumerate(line.items) if item.kind == "party"]
    inside = [m for m in positions if line.segment[m] == line.segment[n]]
    near = [m for m in (inside or positions)]
    whole, _ = _whole(line, n)
    if parties and not inside:
        party = str(line.items[min(parties, key=lambda m: abs(m - n))].value)
        told = whole if whole != ALL else line.topic.subjects
        return tuple(s.of_party(party) for s in told if len(s.plus) == 1), parties[:1]
    if not near:
        own = line.topic.subjects if whole_at is not None and line.items[whole_at].kind == "unit" else ()
        return tuple(s for s in own if s != ALL[0]), []
    before = [m for m in near if m < n]
    run = (
        line.run_back(n)
        if before and not [m for m in near if m > n and m < n + 8]
        else line.run_on(min([m for m in near if m > n] or near))
    )
    run = [m for m in run if m in positions] or [near[0]]
    return line.subjects_at(run, summed=True), run
