"""Flexible Farrington, number by number as R's ``surveillance`` 1.20.3 computes it.

A yardstick, and a second opinion for those who know the method from public health. What the product itself
alarms by is :mod:`crimestats.analysis.detection`.
"""

from crimestats.analysis.farrington.control import Control, ControlError
from crimestats.analysis.farrington.farrington import Result, farrington
from crimestats.analysis.farrington.plan import PlanError

__all__ = ["Control", "ControlError", "PlanError", "Result", "farrington"]
