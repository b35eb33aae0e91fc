"""Several comparisons at once: the more one looks at, the more differ by chance alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from crimestats.analysis.compare import Comparison
from crimestats.config import settings


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """P-values as they count when looked at together (Holm 1979, Scand. J. Statist. 6, 65-70).

    The smallest counts as many times as there are values, the next one time less, and so on; none counts
    less than a smaller one. The chance that any of those below alpha is there by chance stays below alpha.
    """
    order = np.argsort(p_values, kind="stable")
    times = len(p_values) - np.arange(len(p_values))
    found = np.empty(len(p_values))
    found[order] = np.minimum(1.0, np.maximum.accumulate(times * np.asarray(p_values, dtype=float)[order]))
    return tuple(float(p) for p in found)


def together(compared: Sequence[Comparison | None]) -> tuple[Comparison | None, ...]:
    """Comparisons told beside each other, in the same order; those that could not be made stay None."""
    made = [one for one in compared if one is not None]
    adjusted = iter(holm([one.p_value for one in made]))
    alpha = settings().comparison.alpha
    return tuple(
        None if one is None else replace(one, p_value=(p := next(adjusted)), differs=p < alpha)
        for one in compared
    )
