"""The counts that a measure is judged by: its categories together, here and in comparison areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from crimestats.analysis.measure_model import Array, Mask
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period


def sum_of(record: WeeklyCounts, codes: Sequence[str]) -> Array:
    """Categories added up (T,); NaN in a week, or everywhere, that lacks one of them."""
    missing = np.full(len(record.weeks), np.nan)
    found: Array = np.sum([record.series.get(code, missing) for code in codes], axis=0)
    return found


def settled(record: WeeklyCounts) -> Mask:
    """The weeks (T,) that no upload is still expected to change."""
    known = len(record.preliminary) == len(record.weeks)
    return ~record.preliminary if known else np.ones(len(record.weeks), dtype=np.bool_)


def within(record: WeeklyCounts, weeks: Period) -> Mask:
    """The record's weeks (T,) that lie in a period."""
    ordinals = record.ordinals
    found: Mask = (ordinals >= weeks.first.ordinal) & (ordinals <= weeks.last.ordinal)
    return found


def outside(record: WeeklyCounts, counts: Array, near: Period, taken: Iterable[Period]) -> Mask:
    """The weeks (T,) to learn from: settled, with a count, in ``near`` and in none of the measures."""
    found = np.isfinite(counts) & settled(record) & within(record, near)
    for weeks in taken:
        found &= ~within(record, weeks)
    return found


def together(
    record: WeeklyCounts, others: Mapping[str, WeeklyCounts], codes: Sequence[str], during: Mask, least: int
) -> tuple[tuple[str, ...], Array]:
    """Comparison areas that tell the categories in every week of ``during`` and in ``least`` weeks besides.

    Returns:
        Their names, and their counts added up over this record's weeks (T,); NaN where one of them has none.
    """
    told = {name: _aligned(other, record, codes) for name, other in others.items()}
    held = {name: np.isfinite(values) for name, values in told.items()}
    names = tuple(name for name in told if held[name][during].all() and held[name][~during].sum() >= least)
    found: Array = np.sum([told[name] for name in names], axis=0) + np.zeros(len(record.weeks))
    return names, found


def _aligned(other: WeeklyCounts, record: WeeklyCounts, codes: Sequence[str]) -> Array:
    """Another area's counts over this record's weeks; preliminary ones left out."""
    values = np.where(settled(other), sum_of(other, codes), np.nan)
    places = [other.index(week) for week in record.weeks]
    return np.array([np.nan if n is None else values[n] for n in places])
