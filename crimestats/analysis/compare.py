"""Two counts beside each other: what may be said of small numbers (docs/domain.md, section Small numbers)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from crimestats.analysis.calendar import moved_holidays
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period, YearBefore, year_before
from crimestats.weeks import IsoWeek

Style = Literal["percent", "words", "numbers", "from_zero"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``a`` against the earlier ``b``.

    Attributes:
        a, b: the two counts. weeks_a, weeks_b: over how many weeks.
        p_value: two-sided, of a difference in rate at least this unlikely if there were none.
        differs: p below ``comparison.alpha``. If not, nothing may be said to have gone up or down.
        style: ``percent`` both counts allow a percentage; ``words`` more or fewer with both numbers;
            ``numbers`` only the two numbers; ``from_zero`` there were none before: said so, no percentage.
        percent: change of the rate as a share (0.25 = 25 % more), only when style is ``percent``.
        direction: sign of the change in rate per week.
    """

    a: int
    b: int
    weeks_a: int
    weeks_b: int
    p_value: float
    differs: bool
    style: Style
    percent: float | None
    direction: int

    @property
    def per_week(self) -> bool:
        """The lengths differ: rates per week are compared, and the text says so."""
        return self.weeks_a != self.weeks_b

    @property
    def rates(self) -> tuple[float, float]:
        """Reports per week of ``a`` and ``b``."""
        return self.a / self.weeks_a, self.b / self.weeks_b

    @property
    def change(self) -> int:
        return self.a - self.b

    @property
    def may_percent(self) -> bool:
        return self.style == "percent"


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """A period of a record against other weeks of it.

    Attributes:
        comparison: None where it may not be made; ``reason`` then says why: ``missing_now`` a week of the
            period has no count, ``missing_then`` a week it is compared with has none, ``before_record``
            the record began later. ``""`` when made.
        other: the weeks compared with.
        has_w53: a week 53 was set against the mean of W52 and W01; ``b`` is then rounded to a whole number.
        moved: holidays that only one of the two holds (:func:`moved_holidays`).
    """

    comparison: Comparison | None
    reason: str
    other: tuple[IsoWeek, ...]
    has_w53: bool
    moved: tuple[str, ...]


def compare(a: int, b: int, weeks_a: int, weeks_b: int) -> Comparison:
    """Compare a count with an earlier one.

    Raises:
        ValueError: for a negative count, or a period without weeks.
    """
    if min(a, b) < 0 or min(weeks_a, weeks_b) < 1:
        raise ValueError(f"no counts to compare: {a} in {weeks_a} weeks, {b} in {weeks_b}")
    p_value = exact_p(a, b, weeks_a, weeks_b)
    style = _style(a, b)
    percent = (a * weeks_b) / (b * weeks_a) - 1 if style == "percent" else None
    direction = int(np.sign(a * weeks_b - b * weeks_a))
    differs = p_value < settings().comparison.alpha
    return Comparison(a, b, weeks_a, weeks_b, p_value, differs, style, percent, direction)


def against_period(record: WeeklyCounts, code: str, period: Period, other: Period) -> PeriodComparison:
    """A period against another, of equal length or not."""
    return _against(record, code, period, YearBefore(tuple((week,) for week in other.weeks)))


def against_year_before(record: WeeklyCounts, code: str, period: Period) -> PeriodComparison:
    """A period against the same ISO weeks a year before."""
    return _against(record, code, period, year_before(period))


def exact_p(a: int, b: int, weeks_a: int, weeks_b: int) -> float:
    """Exact conditional test of two Poisson rates (Przyborowski & Wilenski 1940).

    Given a + b, ``a`` is binomial with share weeks_a / (weeks_a + weeks_b) if the rates are equal; p is the
    probability of all outcomes no likelier than this one.
    """
    n, share = a + b, weeks_a / (weeks_a + weeks_b)
    k = np.arange(n + 1.0)
    ways = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    log = ways + k * np.log(share) + (n - k) * np.log1p(-share)
    # Outcomes as likely as this one differ from it by rounding only.
    return float(min(1.0, np.exp(log[log <= log[a] + 1e-7]).sum()))


def _style(a: int, b: int) -> Style:
    rules = settings().comparison
    if b == 0 and a > 0:
        return "from_zero"
    fewest = min(a, b)
    if fewest >= rules.percent_from:
        return "percent"
    return "words" if fewest >= rules.words_from else "numbers"


def _against(record: WeeklyCounts, code: str, period: Period, other: YearBefore) -> PeriodComparison:
    now = record.values(code, period).tolist()
    then = [[_value(record, code, week) for week in partners] for partners in other.partners]
    comparison, reason = None, _reason(record, now, then, other)
    if not reason:
        b = sum(float(np.mean(values)) for values in then)
        comparison = compare(int(sum(now)), int(b + 0.5), len(period), len(then))
    return PeriodComparison(comparison, reason, other.weeks, other.has_w53, moved_holidays(period, other))


def _reason(record: WeeklyCounts, now: list[float], then: list[list[float]], other: YearBefore) -> str:
    if np.isnan(now).any():
        return "missing_now"
    if min(other.weeks) < record.weeks[0]:
        return "before_record"
    missing = any(np.isnan(values).any() for values in then)
    return "missing_then" if missing else ""


def _value(record: WeeklyCounts, code: str, week: IsoWeek) -> float:
    return float(record.values(code, Period(week, week))[0])
