"""Short ways to read a table in tests: without a child process, with today's date set."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from etl.answers import Answers, Options
from etl.grid import Sheet, Workbook, workbook
from etl.intake import limits, receive
from etl.read import Reading, read_book
from etl.readers.delimited import read_delimited
from etl.readers.workbook import read_workbook
from tests.etl.make_fixtures import Rows

TODAY = date(2021, 11, 29)


def options(
    answers: dict[str, str] | None = None,
    *,
    year: int | None = None,
    area: str | None = None,
    today: date = TODAY,
) -> Options:
    return Options(year=year, area=area, answers=Answers(answers or {}), today=today)


def read_rows(
    rows: Rows, given: Options | None = None, *, name: str = "fil", sheet: str = "Blad1"
) -> Reading:
    """A grid as it is, from the step after the readers on."""
    plain = [list(row) for row in rows]
    return read_book(name, Workbook([Sheet(sheet, plain)]), given or options())  # type: ignore[arg-type]


def read_bytes(name: str, data: bytes, given: Options | None = None) -> Reading:
    """A file through its real reader, but in this process: quick enough for hundreds of examples."""
    received = receive(name, data)
    reader = read_delimited if received.kind == "text" else read_workbook
    return read_book(received.name, workbook(reader(data, limits())), given or options())


def truth(reading: Reading) -> dict[tuple[int, str], int]:
    """(week, category) → count, of a file about one area."""
    return {(row.iso_week, row.category): row.count for row in reading.rows}


def codes(reading: Reading) -> list[tuple[str, str, str]]:
    """(level, code, cell) of every problem."""
    return [(problem.level, problem.code, problem.cell) for problem in reading.problems]


def stops(reading: Reading) -> list[tuple[str, str]]:
    """(code, cell) of what stops a load."""
    return [(code, cell) for level, code, cell in codes(reading) if level != "warning"]


def cells(reading: Reading) -> Iterable[str]:
    return [row.cell for row in reading.rows]
