"""The verdict on a claim: every reading measured, and what the best of them says."""

from __future__ import annotations

import math
from dataclasses import dataclass

from crimestats.checking.figures import Figures
from crimestats.checking.fit import Fit, count_fit, mean_fit, percent_fit, ratio_fit, share_fit
from crimestats.checking.found import Found, Reading
from crimestats.checking.judge_others import level, top_category, top_week
from crimestats.checking.measured import Measured
from crimestats.checking.model import CANNOT_CHECK, CONTRADICTED, SUPPORTED, Quantity, Subject, Verdict
from crimestats.counts import TOTAL


@dataclass(frozen=True)
class Judged:
    """A verdict, the reading it rests on (None when nothing could be measured), and a key of the reasons."""

    verdict: Verdict
    measured: Measured | None
    reason: str


def judge(found: Found, figures: Figures) -> Judged:
    """Supported when any plausible reading fits; contradicted only when the claim is clear and none does."""
    known = [r for r in found.readings if _known(r, figures)]
    if not found.readings:
        return Judged(CANNOT_CHECK, None, found.unclear or "no_subject")
    if not known:
        return Judged(CANNOT_CHECK, None, found.unclear or "no_series")
    told = [measure(r, found, figures) for r in known]
    if found.unclear:
        return Judged(CANNOT_CHECK, None, found.unclear)
    fitting = next((m for m in told if m is not None and m.fit == "fits"), None)
    if fitting is not None:
        return Judged(SUPPORTED, fitting, "")
    if told[0] is None or all(m is None for m in told):
        return Judged(CANNOT_CHECK, None, "missing")
    near = next((m for m in told if m is not None and m.fit == "near"), None)
    if near is not None:
        return Judged(CANNOT_CHECK, near, "near")
    doubts = [m for r in found.doubts if _known(r, figures) and (m := measure(r, found, figures)) is not None]
    doubtful = next((m for m in doubts if m.fit == "fits"), None)
    if doubtful is not None:
        return Judged(CANNOT_CHECK, doubtful, "ambiguous")
    if found.soft:
        return Judged(CANNOT_CHECK, None, "when")
    if not found.plain:
        return Judged(CANNOT_CHECK, told[0], "unsure")
    return Judged(CONTRADICTED, told[0], "")


def _known(reading: Reading, figures: Figures) -> bool:
    return figures.known(reading.subject) and (reading.other is None or figures.known(reading.other))


def measure(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    """Hold one reading against the record; None where counts are missing."""
    match reading.measure:
        case "count" | "average" | "most" | "least":
            return _counted(reading, found, figures)
        case "share":
            return _share(reading, found, figures)
        case "difference":
            return _difference(reading, found, figures)
        case "delta" | "percent" | "ratio" | "direction":
            return _changed(reading, found, figures)
        case "top_week":
            return top_week(reading, found, figures)
        case "top_category":
            return top_category(reading, found, figures)
        case _:
            return level(reading, found, figures)


def _counted(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    value = figures.value(reading.subject, reading.span)
    quantity = found.quantity
    if value is None or quantity is None:
        return None
    if reading.measure == "count":
        return Measured(reading, count_fit(value, quantity, found.approx), value, now=value)
    if reading.measure == "average":
        mean = value / len(reading.span)
        return Measured(reading, mean_fit(mean, quantity, found.approx), mean, now=value)
    weekly = figures.weekly(reading.subject, reading.span)
    if weekly is None:
        return None
    end = max(weekly) if reading.measure == "most" else min(weekly)
    return Measured(reading, count_fit(end, quantity, ""), end, now=end)


def _share(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    quantity, whole = found.quantity, figures.value(reading.other or Subject((TOTAL,)), reading.span)
    part = figures.value(reading.subject, reading.span)
    if part is None or not whole or quantity is None:
        return None
    share = part / whole
    if quantity.unit == "share":
        return Measured(reading, share_fit(share, quantity, found.approx), 100 * share, part, whole)
    return Measured(reading, percent_fit(100 * share, quantity, found.approx), 100 * share, part, whole)


def _changed(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    now = figures.value(reading.subject, reading.span)
    then = figures.value(reading.other or reading.subject, reading.other_span or reading.span)
    if now is None or then is None or found.change is None:
        return None
    per_week = len(reading.span) / len(reading.other_span or reading.span)
    direction = found.change.direction
    match reading.measure:
        case "delta":
            quantity = found.quantity or Quantity(0)
            fits = [
                count_fit(direction * (now - base), quantity, found.approx)
                for base in {then, then * per_week}
            ]
            return Measured(reading, _best(fits), now - then, now, then)
        case "percent":
            return _percent(reading, found, now, then, per_week)
        case "ratio":
            ratios = [now / base for base in {then, then * per_week} if base]
            fits = [ratio_fit(ratio, found.change.factor, found.approx) for ratio in ratios]
            return Measured(
                reading, _best(fits) if fits else "off", ratios[0] if ratios else math.inf, now, then
            )
        case _:
            return Measured(reading, _direction_fit(found, now, then, per_week), now - then, now, then)


def _difference(reading: Reading, found: Found, figures: Figures) -> Measured | None:
    now = figures.value(reading.subject, reading.span)
    then = figures.value(reading.subject, reading.other_span or reading.span)
    if now is None or then is None or found.quantity is None:
        return None
    return Measured(reading, count_fit(now - then, found.quantity, found.approx), now - then, now, then)


def _percent(reading: Reading, found: Found, now: float, then: float, per_week: float) -> Measured | None:
    if not then:
        return Measured(reading, "off", math.inf, now, then)
    direction = found.change.direction if found.change else 1
    quantity = found.quantity or Quantity(0)
    changes = [100 * (now / base - 1) for base in ([then, then * per_week] if per_week != 1 else [then])]
    fits = [percent_fit(direction * change, quantity, found.approx) for change in changes]
    return Measured(reading, _best(fits), changes[0], now, then)


def _best(fits: list[Fit]) -> Fit:
    return "fits" if "fits" in fits else "near" if "near" in fits else "off"


def _direction_fit(found: Found, now: float, then: float, per_week: float) -> Fit:
    """More, fewer or the same; of unequal periods either the counts or the counts per week may be meant."""
    assert found.change is not None
    direction, size = found.change.direction, found.size
    signs = {_sign(now - then), _sign(now - then * per_week)}
    if found.said == "denied":
        return _denied_fit(now, then * per_week, direction)
    if direction == 0:
        return _same_fit(now, then * per_week, exact=found.said == "exact")
    if direction not in signs:
        return "off"
    change = abs(now - then) / then if then else math.inf
    if (size == "big" and change < 0.1) or (size == "small" and change > 0.6 and abs(now - then) > 10):
        return "near"
    return "fits"


def _denied_fit(now: float, then: float, direction: int) -> Fit:
    """*har inte ökat* is wrong only of an increase that is plain."""
    if _sign(now - then) != direction:
        return "fits"
    return "off" if abs(now - then) > max(3.0, 0.25 * then) else "near"


def _same_fit(now: float, then: float, *, exact: bool) -> Fit:
    """*Lika många* is exact; *oförändrat* bears one report or one in twenty."""
    distance = abs(now - then)
    if distance < 0.5:
        return "fits"
    if exact:
        return "off"
    largest = max(now, then)
    return "fits" if distance <= max(1.0, 0.05 * largest) else "near" if distance <= 0.15 * largest else "off"


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
