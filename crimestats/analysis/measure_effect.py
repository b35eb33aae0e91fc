"""What a measure's weeks held against what was expected of them, and whether that says anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crimestats.analysis.measure_model import Array, Mask, Model, Sums
from crimestats.analysis.negative_binomial import at_least, quantile
from crimestats.config import settings

Verdict = Literal["fewer", "more", "as_expected", "too_early"]


@dataclass(frozen=True, slots=True)
class Effect:
    """The measure's weeks against the range of what would have come without it.

    Attributes:
        areas: comparison areas; empty = by the series' own past and future.
        observed, expected, lower, upper: reports over the measure's settled weeks; when the measure does
            nothing, the range holds the count as often as the settings say.
        p_value: two-sided. power: how often the plausible effect would be seen.
        dispersion, weeks_used: of the model.
    """

    verdict: Verdict
    areas: tuple[str, ...]
    observed: int
    expected: float
    lower: int
    upper: int
    p_value: float
    power: float
    dispersion: float
    weeks_used: int

    @property
    def change(self) -> float:
        """Difference to the expected count, as a share of it."""
        return self.observed / self.expected - 1


def effect_of(model: Model, counts: Array, weeks: Mask, areas: tuple[str, ...] = ()) -> Effect:
    """Judge the sum of some weeks. Nothing is claimed where a plausible effect would mostly go unseen."""
    rules = settings().measures
    observed, sums = int(counts[weeks].sum()), model.over(weeks)
    lower, upper = (int(end[0]) for end in range_of(sums))
    power = _power(sums, lower)
    verdict: Verdict = "as_expected"
    if power < rules.least_power:
        verdict = "too_early"
    elif not lower <= observed <= upper:
        verdict = "fewer" if observed < lower else "more"
    return Effect(
        verdict=verdict,
        areas=areas,
        observed=observed,
        expected=float(sums.mean[0]),
        lower=lower,
        upper=upper,
        p_value=_p_value(sums, observed),
        power=power,
        dispersion=model.dispersion,
        weeks_used=model.weeks_used,
    )


def range_of(sums: Sums) -> tuple[Array, Array]:
    """Whole numbers (N,), both included, that hold a new count as often as the settings say."""
    confidence = settings().measures.confidence
    variance = sums.variance(confidence)
    low, high = (quantile((1 + side * confidence) / 2, sums.mean, variance) for side in (-1, 1))
    return low, high


def _p_value(sums: Sums, observed: int) -> float:
    variance = sums.variance(settings().measures.confidence)
    above, not_below = (float(at_least(n, sums.mean, variance)[0]) for n in (observed, observed + 1))
    return min(1.0, 2 * min(above, 1 - not_below))


def _power(sums: Sums, lower: int) -> float:
    """How often the plausible effect would bring the count below the range."""
    left = 1 - settings().measures.plausible_effect
    mean, noise, doubt = (float(part[0]) for part in (sums.mean, sums.noise, sums.doubt))
    return 1 - float(at_least(lower, left * mean, max(left * noise + doubt, left * mean)))
