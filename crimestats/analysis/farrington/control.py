"""The parameters of flexible Farrington, named and defaulted as in R."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

METHODS, POWERS = ("delta", "nbPlugin", "muan"), ("2/3", "1/2", "none")


class ControlError(ValueError):
    """A parameter that the method has no answer to; ``name`` is R's name for it."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"{name} = {value!r}")
        self.name, self.value = name, value


@dataclass(frozen=True)
class Control:
    """What R's ``control`` list holds.

    Attributes:
        b: years back. w: half window in weeks. no_periods: seasonal levels, 1 = windows only.
        past_weeks_not_included: so many weeks before the judged one are left out of the baseline.
        trend, p_threshold_trend: try a log-linear trend; keep it below this p-value.
        reweight, weights_threshold: weight past outbreaks down, from this Anscombe residual on.
        alpha: one-sided. threshold_method: one of METHODS. powertrans: one of POWERS, for ``delta`` alone.
        limit54: (cases, weeks): no alarm under so many cases in so many weeks, the judged one included.
    """

    b: int = 5
    w: int = 3
    no_periods: int = 1
    past_weeks_not_included: int = 3
    trend: bool = True
    p_threshold_trend: float = 0.05
    reweight: bool = True
    weights_threshold: float = 2.58
    alpha: float = 0.05
    threshold_method: str = "delta"
    powertrans: str = "2/3"
    limit54: tuple[int, int] = (5, 4)

    def __post_init__(self) -> None:
        cases, weeks = self.limit54
        least = {"b": self.b >= 1, "w": self.w >= 0, "noPeriods": self.no_periods >= 1}
        least |= {"pastWeeksNotIncluded": self.past_weeks_not_included >= 0, "alpha": 0 < self.alpha < 1}
        least |= {"limit54": cases >= 0 and weeks >= 1, "thresholdMethod": self.threshold_method in METHODS}
        least |= {"powertrans": self.powertrans in POWERS, "weightsThreshold": self.weights_threshold > 0}
        if wrong := [name for name, right in least.items() if not right]:
            raise ControlError(wrong[0], "")

    @classmethod
    def from_r(cls, told: Mapping[str, Any]) -> Control:
        """From R's names; what is left out or null has R's default.

        Raises:
            ControlError: for an unknown name, or a value out of bounds.
        """
        given = {name: value for name, value in told.items() if value is not None}
        given.setdefault("pastWeeksNotIncluded", given.get("w", cls.w))
        values: dict[str, Any] = {}
        for name, value in given.items():
            if name not in _R_NAMES:
                raise ControlError(name, value)
            field, kind = _R_NAMES[name]
            try:
                values[field] = kind(value)
            except (TypeError, ValueError) as fault:
                raise ControlError(name, value) from fault
        return cls(**values)


def _pair(value: Any) -> tuple[int, int]:
    cases, weeks = value
    return int(cases), int(weeks)


_R_NAMES: Mapping[str, tuple[str, Any]] = {
    "b": ("b", int),
    "w": ("w", int),
    "noPeriods": ("no_periods", int),
    "pastWeeksNotIncluded": ("past_weeks_not_included", int),
    "trend": ("trend", bool),
    "pThresholdTrend": ("p_threshold_trend", float),
    "reweight": ("reweight", bool),
    "weightsThreshold": ("weights_threshold", float),
    "alpha": ("alpha", float),
    "thresholdMethod": ("threshold_method", str),
    "powertrans": ("powertrans", str),
    "limit54": ("limit54", _pair),
}
