"""Claims with a number in them: counts, parts, means, and changes told in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crimestats.checking.approximate import rough
from crimestats.checking.counted import counted
from crimestats.checking.find_changes import change_readings
from crimestats.checking.find_shares import share_claim
from crimestats.checking.found import Found, Reading
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Change, Item, Quantity
from crimestats.checking.obstacles import obstacles
from crimestats.checking.phrase import Counted
from crimestats.checking.rivals import rivals
from crimestats.checking.spans import spans_for
from crimestats.checking.when import Calendar


def number_claims(line: Line, calendar: Calendar) -> Iterator[Found]:
    """Every claim that a number of the sentence makes, in order."""
    for n, item in enumerate(line.items):
        quantity = item.value
        if item.kind != "number" or not isinstance(quantity, Quantity):
            continue
        found = _claim(line, n, quantity, calendar)
        if found is not None:
            yield found


def _claim(line: Line, n: int, quantity: Quantity, calendar: Calendar) -> Found | None:
    if quantity.unit == "points":
        return Found("share", n, n, unclear="points", quantity=quantity, number=n)
    change_at = change_of(line, n)
    if quantity.unit == "percent" or (quantity.unit == "share" and change_at is not None):
        if change_at is not None or quantity.sign:
            return _changed(line, n, quantity, change_at, calendar, "percent")
        return share_claim(line, n, quantity, calendar)
    if quantity.unit == "share":
        return share_claim(line, n, quantity, calendar)
    if change_at is not None or quantity.sign:
        return _changed(line, n, quantity, change_at, calendar, "delta")
    return _count(line, n, quantity, calendar)


def change_of(line: Line, n: int) -> int | None:
    """Position of the word of change that a number measures, None when it measures none."""
    back = n - 1
    while (item := line.at(back)) is not None and item.kind in ("approx", "size", "total"):
        back -= 1
    quantity = line.quantity(n)
    rate = quantity is not None and quantity.unit != "count"
    before = line.at(back)
    if before is not None and before.kind == "change" and _moves(before):
        return back if rate or before.text in ("upp", "ner", "ned", "plus", "minus") else None
    if before is not None and before.text in ("med", "på", "om"):
        for m in range(back - 1, max(-1, back - 9), -1):
            if line.items[m].kind == "change" and _moves(line.items[m]):
                return m
            if line.items[m].kind in ("number", "source") and not _is_article(line.items[m]) and not rate:
                break
    near = rate and quantity is not None and quantity.unit != "share"
    return _change_after(line, n) or (_change_near(line, n) if near else None)


def _moves(item: Item) -> bool:
    return isinstance(item.value, Change) and item.value.direction != 0 and not item.value.factor


def _change_after(line: Line, n: int) -> int | None:
    """*29 fler anmälningar*, *21 procents ökning*, *29 anmälningar fler*."""
    for m in range(n + 1, min(n + 4, len(line.items))):
        item = line.items[m]
        if item.kind == "change":
            value = item.value
            told = isinstance(value, Change) and value.direction and not value.factor
            comparing = item.text.startswith(("fler", "färre", "högre", "lägre", "mer", "mindre"))
            near = m == n + 1 or line.items[m - 1].kind in ("unit", "case")
            rate = (line.quantity(n) or Quantity(0)).unit != "count"
            return m if told and ((comparing and near) or (rate and m == n + 1)) else None
        if item.kind not in ("unit", "case", *CATEGORIES, "size"):
            return None
    return None


def _change_near(line: Line, n: int) -> int | None:
    """For a percentage any word of change of its segment, unless it is told to be a share."""
    after = line.at(n + 1)
    if after is not None and after.text in ("av",):
        return None
    for m in line.in_segment(line.segment[n]):
        value = line.items[m].value
        if (
            line.items[m].kind == "change"
            and isinstance(value, Change)
            and not value.factor
            and value.direction
        ):
            return m
    return None


def _is_article(item: Item) -> bool:
    return isinstance(item.value, Quantity) and item.value.article


def _count(line: Line, n: int, quantity: Quantity, calendar: Calendar) -> Found | None:
    what = counted(line, n)
    if what.foreign or (quantity.article and not _article_counts(line, n, what)):
        return None
    if not what.subjects and not what.doubts:
        return None
    if what.unclear == "no_subject" and not line.kinds(n) & {"reported", "time", "total", "apart", "source"}:
        return None
    kind, rate_at = _kind(line, n)
    found = Found(kind, n, n, quantity=quantity, number=n, unit_word=what.noun)
    rough(line, found, n)
    found.reach(what.low, what.high, rate_at)
    at = line.moment_for(n)
    if at is not None and line.segment[at] == line.segment[n]:
        found.reach(at)
    spans, others = spans_for(line, n, calendar)
    if not spans and not found.unclear:
        found.unclear = "when"
    found.readings = [Reading(kind, s, span) for span in spans for s in what.subjects]
    found.doubts = [Reading(kind, s, span) for span in spans for s in what.doubts]
    found.doubts += [Reading(kind, s, span) for span in others for s in (*what.subjects, *what.doubts)]
    found.doubts += rivals(line, n, kind, found.readings, calendar)
    found.unclear = found.unclear or what.unclear or obstacles(line, n, found)
    if kind == "range":
        found.measure, found.unclear = "count", found.unclear or "range"
        found.readings = [replace(r, measure="count") for r in found.readings]
    return found


def _article_counts(line: Line, n: int, what: Counted) -> bool:
    """*en* and *ett* count where the sentence lists numbers or says that something was reported."""
    if not what.direct:
        return False
    others = [q for m in range(len(line.items)) if m != n and (q := line.quantity(m)) and not q.article]
    numbers = [q for q in others if q.unit == "count"]
    told = any(item.kind == "reported" for item in line.items)
    before = line.at(n - 1)
    only = before is not None and before.text in ("endast", "bara", "enbart", "blott")
    near = line.at(n + 1)
    if before is not None and before.text in ("gällde", "gäller", "rörde", "avsåg", "som", "om", "av", "för"):
        return False
    return only or ((bool(numbers) or told) and near is not None and near.kind in (*CATEGORIES, "unit"))


def _end_of_range(line: Line, n: int) -> tuple[str, int | None] | None:
    """*mellan 31 och 61 anmälningar i veckan*: the least and the most of the weeks."""
    for first in (n, n - 2):
        link, second = line.at(first + 1), line.quantity(first + 2)
        ranged = link is not None and second is not None and line.quantity(first) is not None
        between = line.at(first - 1)
        if (
            ranged
            and link is not None
            and (
                (link.text == "och" and between is not None and between.text == "mellan")
                or link.text in ("–", "-")
            )
        ):
            weekly = any(item.kind == "week_rate" or item.text in _WEEKLY for item in line.items)
            return ("least" if first == n else "most") if weekly else "range", None
    return None


_WEEKLY = ("veckorna", "varierat", "varierar", "varierade", "pendlat", "pendlade", "legat", "svängt")


def _kind(line: Line, n: int) -> tuple[str, int | None]:
    """``count``, or ``average``, ``most`` or ``least`` of the weeks."""
    if (end := _end_of_range(line, n)) is not None:
        return end
    near = [m for m in line.in_segment(line.segment[n])]
    before = [m for m in near if n - 4 <= m < n]
    for kind, name in (("most_week", "most"), ("least_week", "least")):
        if hit := [m for m in before if line.items[m].kind == kind]:
            return name, hit[-1]
    rate = [m for m in near if line.items[m].kind == "week_rate"]
    mean = [m for m in near if line.items[m].kind == "average"]
    if rate or (mean and not any(line.items[m].kind == "other_rate" for m in near)):
        return "average", (rate or mean)[0]
    leading = [m for m, item in enumerate(line.items) if item.kind == "average" and m < n]
    later = [m for m in range(n, len(line.items)) if line.items[m].kind == "week_rate"]
    return ("average", leading[0]) if leading and later else ("count", None)


def _changed(
    line: Line, n: int, quantity: Quantity, change_at: int | None, calendar: Calendar, measure: str
) -> Found | None:
    what = counted(line, n)
    if what.foreign and quantity.unit == "count" and change_at is None:
        return None
    found = Found(measure, n, n, quantity=quantity, number=n, change_at=change_at, unit_word=what.noun)
    value = line.items[change_at].value if change_at is not None else Change(quantity.sign or 1)
    found.change = value if isinstance(value, Change) else Change(1)
    if quantity.unit == "share":
        found.quantity = replace(quantity, value=quantity.value * 100, unit="percent", words=True, tens=True)
    if change_at is not None:
        line.taken.add(change_at)
    rough(line, found, n)
    found.reach(change_at, what.high)
    if what.direct:
        found.reach(what.low)
    at = change_at if change_at is not None else n
    readings, unclear = change_readings(line, at, what, calendar, measure, found)
    if not readings and not unclear:
        return None
    found.readings, found.unclear = readings, unclear or what.unclear or obstacles(line, n, found)
    found.doubts = [replace(r, subject=s) for r in readings for s in what.doubts]
    return found
