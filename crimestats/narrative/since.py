"""Facts beside the month's counts: new levels, what earlier texts were written on, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from crimestats.analysis.detection import Shift
from crimestats.counts import TILES, TOTAL, WeeklyCounts
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import SEPARATOR, Values
from crimestats.narrative.view import MonthView, Number
from crimestats.periods import Period
from crimestats.weeks import parse_week

_LEVELS = (TOTAL, *TILES)


@dataclass(frozen=True)
class EarlierText:
    """A text that was written on other data: its period, the moment of its data, the record as known then."""

    period: Period
    data_moment: datetime
    record: WeeklyCounts


@dataclass(frozen=True, slots=True)
class Task:
    """A decision that is not finished: its number, how far it has come, the day it is due, if any."""

    id: int
    status: str
    due: date | None


def shift_facts(view: MonthView) -> Iterator[Fact]:
    """A new lasting level that showed itself in the month. Told once: it may end without being followed."""
    for shift in view.detection.shifts:
        if shift.code in _LEVELS and shift.recognised in view.period and (fact := _shift(view, shift)):
            yield fact


def _shift(view: MonthView, shift: Shift) -> Fact | None:
    # The weeks that its ratio to the old level is reckoned over.
    values = view.record.values(shift.code, Period(shift.first, shift.recognised))
    held = values[np.isfinite(values)]
    if not len(held) or not shift.ratio:
        return None
    now = float(held.mean())
    numbers: dict[str, Number] = {"week": str(shift.first), "now": round(now, 1)}
    numbers |= {"before": round(now / shift.ratio, 1), "up": shift.ratio > 1}
    found: dict[str, int | float | str] = {
        "ratio": round(shift.ratio, 3),
        "recognised": str(shift.recognised),
    }
    return view.fact("shift", numbers, 36, subject=shift.code, evidence=found)


def since_facts(view: MonthView, texts: Iterable[EarlierText]) -> Iterator[Fact]:
    """What has changed in the figures since a text was written on them; silent where nothing has."""
    for text in texts:
        changed = dict(_changed(text, view.record))
        numbers: dict[str, Number] = {"changed": SEPARATOR.join(changed), "week": str(text.period.first)}
        numbers["own"] = text.period.weeks == view.period.weeks
        for code, (then, now) in changed.items():
            numbers |= {f"{code}_then": then, f"{code}_now": now}
        known: dict[str, int | float | str] = {"rule": "since_text"}
        known["data_moment"] = text.data_moment.isoformat()
        cells = view.cells(list(changed), text.period.weeks) if changed else ()
        yield Fact("since_text", text.period, numbers, next(iter(changed), ""), known, cells, rank=74)


def _changed(text: EarlierText, record: WeeklyCounts) -> Iterator[tuple[str, tuple[int, int]]]:
    """Total and tiles whose sum over the text's weeks is another than it was."""
    for code in _LEVELS:
        then, now = (_sum(one, code, text.period) for one in (text.record, record))
        if then is not None and now is not None and then != now:
            yield code, (then, now)


def _sum(record: WeeklyCounts, code: str, period: Period) -> int | None:
    values = record.values(code, period)
    held = values[np.isfinite(values)]
    return int(held.sum()) if len(held) else None


def decision_facts(view: MonthView, tasks: Sequence[Task], today: date) -> Iterator[Fact]:
    """How many of the steering group's decisions are not finished, and how many are past their day."""
    if tasks:
        late = sum(task.due is not None and task.due < today for task in tasks)
        numbers: dict[str, Number] = {"open": len(tasks), "late": late}
        numbers["ids"] = SEPARATOR.join(str(task.id) for task in tasks)
        yield view.fact("decisions", numbers, 84)


def shift_line(fact: Fact) -> Line:
    """The new level against the one that would have been expected."""
    n = fact.numbers
    values: Values = {"week": parse_week(str(n["week"])), "what": Noun(fact.subject)}
    values |= {"now": n["now"], "before": n["before"]}
    return Line("shift.up" if n["up"] else "shift.down", values, fact)


def since_lines(fact: Fact) -> list[Line]:
    """Which figures the earlier text had otherwise; nothing where none."""
    n = fact.numbers
    codes = [code for code in str(n["changed"]).split(SEPARATOR) if code]
    items = tuple(
        Line("item.since", {"what": Noun(code), "then": n[f"{code}_then"], "now": n[f"{code}_now"]}, fact)
        for code in codes
    )
    key = "since_text.own" if n["own"] else "since_text"
    return [Line(key, {"items": items, "weeks": fact.period}, fact)] if items else []


def decision_lines(fact: Fact) -> list[Line]:
    """How many are not finished."""
    n = fact.numbers
    return [
        Line("decisions.late" if n["late"] else "decisions", {"open": n["open"], "late": n["late"]}, fact)
    ]
