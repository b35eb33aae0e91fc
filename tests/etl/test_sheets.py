"""Sheets as offices make them, each figure its own proof: read where it belongs, or told of at its cell."""

from __future__ import annotations

import pytest

from etl.read import Reading
from tests.etl.reading import codes, options, read_bytes, stops
from tests.etl.sheets import files, labels, others, sums, weeks
from tests.etl.sheets.numbered import SHEETS, Made

assert all((files, labels, others, sums, weeks))


def read(one: Made, file: str, data: bytes) -> Reading:
    return read_bytes(file, data, options(year=one.year, today=one.today))


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.name)
def test_every_figure_is_read_where_it_belongs(one: Made) -> None:
    reading = read(one, one.file, one.data())
    found = {r.count: (r.area, r.iso_year, r.iso_week, r.category, r.injured_party) for r in reading.rows}
    assert sorted(stops(reading)) == sorted(one.stops)
    assert found == dict(one.truth)
    assert len(found) == len(reading.rows)
    assert set(one.warns) <= {code for _, code, _ in codes(reading)}


@pytest.mark.parametrize("one", [one for one in SHEETS if one.twin()], ids=lambda one: one.name)
def test_the_text_file_with_the_same_cells_says_the_same(one: Made) -> None:
    book = read(one, one.file, one.data())
    text = read(one, one.file.replace(".xlsx", ".csv"), one.twin() or b"")
    assert [(row.count, row.cell) for row in text.rows] == [(row.count, row.cell) for row in book.rows]
