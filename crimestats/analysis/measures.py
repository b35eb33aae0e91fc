"""Did a measure help? Its weeks against what the model expects without it, or that it is too early to say.

A claim is made only where the figures could carry it: if a plausible effect (settings: 30 % fewer) would be
seen less than every other time, nothing is said to have changed, whatever the count. That more or fewer came
than expected never says why; what else happened in those weeks is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from crimestats.analysis.measure_counts import outside, settled, sum_of, together, within
from crimestats.analysis.measure_effect import Effect, Verdict, effect_of, range_of
from crimestats.analysis.measure_model import Array, Mask, Model, compared_model, own_model
from crimestats.config import settings
from crimestats.counts import TOTAL, WeeklyCounts
from crimestats.periods import Period

__all__ = ["Effect", "Evaluation", "Measure", "Phase", "Verdict", "evaluate"]

Reason = Literal["", "not_reported", "too_short", "power"]
PhaseName = Literal["before", "during", "after"]
# Weeks learnt from: at most so many before the measure and after it. Older ones tell of another town.
_BEFORE, _AFTER = 312, 104


@dataclass(frozen=True, slots=True)
class Measure:
    """A guard patrol, lighting, a youth project: where, when and against what.

    ``categories`` empty = all reports. ``id`` is the calendar event's, None before it is saved.
    """

    name: str
    weeks: Period
    area: str
    categories: tuple[str, ...] = ()
    name_en: str = ""
    id: int | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return self.categories or (TOTAL,)


@dataclass(frozen=True, slots=True)
class Phase:
    """Before, during or after: the count of its settled weeks, and what was expected of them.

    ``expected``, ``lower``, ``upper`` are None where there is no model; ``n_missing`` weeks are not counted.
    """

    name: PhaseName
    weeks: Period
    observed: int | None
    n_missing: int
    expected: float | None = None
    lower: int | None = None
    upper: int | None = None


@dataclass(frozen=True)
class Evaluation:
    """A measure judged in one area.

    Attributes:
        codes: the categories taken together.
        phases: as many weeks before as it had, its own, and up to as many after as the record holds.
        own, compared: the effect by the series itself and by comparison areas; None where there is no model.
        reason: why nothing can be said; "" where something can.
        n_preliminary: weeks of the measure left out because their count may still grow.
        counts, expected, lower, upper: (T,) per week of the record, NaN where there is none.
    """

    measure: Measure
    codes: tuple[str, ...]
    phases: tuple[Phase, ...]
    own: Effect | None
    compared: Effect | None
    reason: Reason
    n_preliminary: int
    counts: Array
    expected: Array
    lower: Array
    upper: Array

    @property
    def effect(self) -> Effect | None:
        """The one to go by: against comparison areas where that carries, else by the series itself."""
        carries = self.compared is not None and self.compared.verdict != "too_early"
        return self.compared if carries else self.own

    @property
    def verdict(self) -> Verdict:
        return self.effect.verdict if self.effect else "too_early"


def evaluate(
    record: WeeklyCounts,
    measure: Measure,
    others: Mapping[str, WeeklyCounts] | None = None,
    *,
    codes: Sequence[str] = (),
    busy: Iterable[Period] = (),
) -> Evaluation:
    """Judge a measure.

    Args:
        record: the area's whole record.
        measure: its weeks may lie partly or wholly outside the record.
        others: comparison areas by name, without a measure of their own in these weeks.
        codes: categories added up; default the measure's.
        busy: weeks of other measures against the same categories: not learnt from either.
    """
    wanted = tuple(codes) or measure.codes
    counts = sum_of(record, wanted)
    reported = within(record, measure.weeks) & np.isfinite(counts)
    judged = reported & settled(record)
    learnt = outside(record, counts, _near(measure.weeks), (measure.weeks, *busy))
    model = own = compared = None
    if judged.any() and _enough(counts[learnt]):
        model = own_model(record.weeks, counts, learnt, len(measure.weeks))
        own = effect_of(model, counts, judged)
        compared = _compared(record, wanted, others or {}, counts, judged, learnt)
    ranges = _weekly(model, len(counts))
    without: Reason = "power" if own else "too_short" if judged.any() else "not_reported"
    return Evaluation(
        measure=measure,
        codes=wanted,
        phases=tuple(_phases(record, counts, measure.weeks, model)),
        own=own,
        compared=compared,
        reason="" if _carried(own, compared) else without,
        n_preliminary=int((reported & ~judged).sum()),
        counts=counts,
        **dict(zip(("expected", "lower", "upper"), ranges, strict=True)),
    )


def _near(weeks: Period) -> Period:
    """The weeks a measure may be learnt from: some years before it, and what has come since."""
    return Period(weeks.first - _BEFORE, weeks.last + _AFTER)


def _carried(*effects: Effect | None) -> bool:
    return any(effect and effect.verdict != "too_early" for effect in effects)


def _enough(learnt: Array) -> bool:
    """Whether the weeks learnt from carry a model: as many as a season asks for, and not all zero."""
    return len(learnt) >= settings().detection.season_weeks and bool(learnt.sum() > 0)


def _compared(
    record: WeeklyCounts,
    codes: Sequence[str],
    others: Mapping[str, WeeklyCounts],
    counts: Array,
    judged: Mask,
    learnt: Mask,
) -> Effect | None:
    """The difference to the comparison areas; None where none of them tells enough."""
    least = settings().detection.season_weeks
    names, elsewhere = together(record, others, codes, judged, least)
    shared = learnt & np.isfinite(elsewhere)
    if not names or shared.sum() < least or min(elsewhere[shared].sum(), counts[shared].sum()) < 1:
        return None
    model = compared_model(record.weeks, counts, elsewhere, shared, int(judged.sum()))
    return effect_of(model, counts, judged, names)


def _weekly(model: Model | None, weeks: int) -> tuple[Array, Array, Array]:
    if model is None:
        nothing = np.full(weeks, np.nan)
        return nothing, nothing, nothing
    return model.mean, *range_of(model.weekly())


def _phases(record: WeeklyCounts, counts: Array, weeks: Period, model: Model | None) -> list[Phase]:
    spans: dict[PhaseName, Period] = {"before": weeks.before(), "during": weeks}
    last = min(weeks.last + len(weeks), record.weeks[-1]) if record.weeks else weeks.last
    if last > weeks.last:
        spans["after"] = Period(weeks.last + 1, last)
    return [_phase(name, span, record, counts, model) for name, span in spans.items()]


def _phase(name: PhaseName, weeks: Period, record: WeeklyCounts, counts: Array, model: Model | None) -> Phase:
    held = within(record, weeks) & np.isfinite(counts) & settled(record)
    n_missing = len(weeks) - int(held.sum())
    observed = int(counts[held].sum()) if held.any() else None
    if model is None or observed is None:
        return Phase(name, weeks, observed, n_missing)
    sums = model.over(held)
    lower, upper = (int(end[0]) for end in range_of(sums))
    return Phase(name, weeks, observed, n_missing, float(sums.mean[0]), lower, upper)
