"""Kept verdicts as bytes: numpy's own archive, read without running anything that stands in it."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import astuple, fields

import numpy as np

from crimestats.analysis.bands import WeekBand
from crimestats.analysis.kept import Series
from crimestats.analysis.shifts import Found

_FIELDS = tuple(field.name for field in fields(WeekBand))


def to_bytes(entries: Mapping[str, Series]) -> bytes:
    """Series over equally many weeks lie together, one array per field."""
    groups: dict[int, list[str]] = defaultdict(list)
    for key, (band, _) in entries.items():
        groups[len(band.expected)].append(key)
    arrays: dict[str, np.ndarray] = {}
    for weeks, keys in groups.items():
        bands = [entries[key][0] for key in keys]
        arrays[f"{weeks}/keys"] = np.array(keys)
        arrays |= {f"{weeks}/{name}": np.stack([getattr(band, name) for band in bands]) for name in _FIELDS}
        shifts = [(n, *_numbers(shift)) for n, key in enumerate(keys) for shift in entries[key][1]]
        arrays[f"{weeks}/shifts"] = np.array(shifts, dtype=float).reshape(len(shifts), 7)
    told = io.BytesIO()
    np.savez(told, **arrays)  # type: ignore[arg-type]
    return told.getvalue()


def from_bytes(data: bytes) -> dict[str, Series]:
    """What :func:`to_bytes` wrote; nothing where the bytes are damaged or of another form."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            arrays = {name: held[name] for name in held.files}
        return dict(_series(arrays))
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return {}


def _series(arrays: Mapping[str, np.ndarray]) -> Iterator[tuple[str, Series]]:
    for weeks in {name.split("/")[0] for name in arrays}:
        parts = {name: arrays[f"{weeks}/{name}"] for name in _FIELDS}
        for values in parts.values():
            values.setflags(write=False)
        for n, key in enumerate(arrays[f"{weeks}/keys"].tolist()):
            band = WeekBand(**{name: values[n] for name, values in parts.items()})
            shifts = tuple(_found(row[1:]) for row in arrays[f"{weeks}/shifts"] if row[0] == n)
            yield key, (band, shifts)


def _numbers(shift: Found) -> list[float]:
    return [np.nan if value is None else float(value) for value in astuple(shift)]


def _found(row: np.ndarray) -> Found:
    first, recognised, rebased, until, ratio, settled = (None if np.isnan(v) else float(v) for v in row)
    whole = int(first or 0), int(recognised or 0), None if rebased is None else int(rebased), int(until or 0)
    return Found(*whole, ratio or 0.0, settled)
