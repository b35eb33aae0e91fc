"""Limits: ``delta`` (Farrington et al. 1996), ``nbPlugin`` and ``muan`` (Salmon et al. 2016)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from crimestats.analysis.farrington.control import Control
from crimestats.analysis.negative_binomial import at_least, quantile

Floats = NDArray[np.float64]


def limit(
    y: Floats, eta: Floats, se: Floats, phi: Floats, control: Control
) -> tuple[Floats, Floats, Floats, Floats]:
    """Limit, p-value, R's ``mu0`` and R's score (S,).

    Args:
        y: the judged counts. eta, se: log of the mean and its standard error. phi: dispersion, at least 1.
    """
    z, mean = float(ndtri(1.0 - control.alpha)), np.exp(eta)
    if control.threshold_method == "delta":
        return _delta(y, mean, se, phi, z, control.powertrans)
    m = mean if control.threshold_method == "nbPlugin" else np.exp(eta + z * se)
    upper = quantile(1.0 - control.alpha, m, phi * m)
    p_value = np.where(np.isfinite(m), at_least(y, m, phi * m), np.nan)
    # R sets the log of the mean where the mean belongs; alarms come out right all the same.
    return upper, p_value, m, (y - eta) / (upper - eta)


def _delta(
    y: Floats, mean: Floats, se: Floats, phi: Floats, z: float, powertrans: str
) -> tuple[Floats, Floats, Floats, Floats]:
    se_mean = mean * se
    tau = phi + se_mean**2 / mean
    power, sd = {
        "2/3": (2 / 3, np.sqrt(4 / 9 * np.cbrt(mean) * tau)),
        "1/2": (1 / 2, np.sqrt(tau / 4)),
        "none": (1.0, np.sqrt(mean * tau)),
    }[powertrans]
    upper = (mean**power + z * sd) ** (1 / power)
    p_value = ndtr(-(y**power - mean**power) / sd)
    # R exponentiates a quantile that already is on the scale of counts.
    return upper, p_value, np.exp(mean + z * se_mean), (y - mean) / (upper - mean)
