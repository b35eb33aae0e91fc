"""Sheets as people make them: each is read exactly, at the right cells, and nothing is asked needlessly."""

from __future__ import annotations

import pytest

from etl.grid import place
from tests.etl.reading import codes, options, read_bytes, stops
from tests.etl.zoo import blocks, headers, weeks
from tests.etl.zoo.figures import ZOO, Specimen

assert all((blocks, headers, weeks))


@pytest.mark.parametrize("one", ZOO, ids=lambda one: one.name)
def test_read_exactly(one: Specimen) -> None:
    reading = read_bytes(one.file, one.data(), options(year=one.year, area=one.area))
    found = {(r.area, r.iso_year, r.iso_week, r.category, r.injured_party): r.count for r in reading.rows}
    assert stops(reading) == list(one.stops)
    assert found == dict(one.truth)
    assert len(found) == len(reading.rows)
    assert set(one.warns) <= {code for _, code, _ in codes(reading)}


@pytest.mark.parametrize("one", ZOO, ids=lambda one: one.name)
def test_every_count_stands_at_its_cell(one: Specimen) -> None:
    reading = read_bytes(one.file, one.data(), options(year=one.year, area=one.area))
    for row in reading.rows:
        r, c = place(row.cell)
        grid = one.sheets[row.sheet] if row.sheet else next(iter(one.sheets.values()))
        assert str(row.count) in str(grid[r][c])
