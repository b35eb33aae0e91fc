"""Results computed when data are published and kept with the data version: no screen waits for them."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis import kept
from crimestats.analysis.fraud_spikes import fraud_spikes
from crimestats.analysis.peaks import peaks
from crimestats.counts import FRAUD_ALL, TILES, TOTAL, areas
from crimestats.reporting.reading import Reading, read_area
from crimestats.reporting.recalled import keep, recall
from crimestats.store import Store


def prepare(store: Store) -> str:
    """Judge every area of the live version, and all that the screens ask of it; keep it beside the version.

    Does nothing where it is kept already. Gives the name of the version that was prepared.

    Raises:
        StoreError: when the store cannot be read.
    """
    version = store.version
    if recall(store, version):
        return version
    with kept.noting() as asked:
        for area in areas(store):
            for _ in _asked(read_area(store, area)):
                pass
    if store.version == version:  # else another version came meanwhile, and is prepared next
        keep(store, version, asked)
    return version


def _asked(reading: Reading) -> Iterator[object]:
    """What the screens ask about unusual weeks: parts, kinds, parties, the week without one of them."""
    record, detection = reading.record, reading.detection
    for code in (TOTAL, *TILES):
        if code in record.series:
            yield peaks(record, detection, code=code)
    if FRAUD_ALL in record.series:
        yield fraud_spikes(record, detection)
