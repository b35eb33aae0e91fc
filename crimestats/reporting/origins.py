"""Where a figure comes from, in words for a note: file, sheet and cells, runs of cells drawn together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crimestats.categories import categories
from crimestats.counts import Address
from crimestats.i18n import Formats, texts
from crimestats.narrative.facts import Fact
from crimestats.periods import Period

_CELL = re.compile(r"([A-Z]+)(\d+)$")
# More runs than this in one sheet are told by how many cells they are.
_MOST_RUNS = 6


def origin_text(fact: Fact, lang: str) -> str:
    """``Våldsbrott, vecka 43–46 2021: nov.xlsx, blad 2021, cell C5–F5.``; "" without cells."""
    if not fact.addresses:
        return ""
    say, write, known = texts(lang), Formats(lang), categories()
    weeks = [write.weeks(run, year=True) for run in _weeks(fact.addresses)]
    name = known[fact.subject].name(lang) if fact.subject in known else say("app.this_period")
    return say(
        "bulletin.note",
        what=name,
        weeks=write.listing(weeks),
        places="; ".join(_places(fact.addresses, lang)),
    )


def _weeks(addresses: Sequence[Address]) -> list[Period]:
    """The weeks of some cells as runs without holes."""
    runs: list[Period] = []
    for week in sorted({one.week for one in addresses}):
        if runs and runs[-1].last + 1 == week:
            runs[-1] = Period(runs[-1].first, week)
        else:
            runs.append(Period(week, week))
    return runs


def _places(addresses: Sequence[Address], lang: str) -> Iterable[str]:
    say = texts(lang)
    sheets: dict[tuple[str, str], list[str]] = {}
    for one in addresses:
        sheets.setdefault((one.file_name, one.sheet), []).append(one.cell)
    for (file, sheet), cells in sheets.items():
        runs = cell_runs(cells)
        told = say("bulletin.note_cell", cells=", ".join(runs))
        if len(runs) > _MOST_RUNS:
            told = say("bulletin.note_cells", n=Formats(lang).number(len(set(cells))))
        yield say(
            "bulletin.note_place" if sheet else "bulletin.note_file", file=file, sheet=sheet, cells=told
        )


def cell_runs(cells: Iterable[str]) -> list[str]:
    """``C5, D5, E5, F5`` as ``C5–F5``: neighbours in a row, then neighbours in a column."""
    places = [(int(hit[2]), _column(hit[1])) for cell in set(cells) if (hit := _CELL.match(cell))]
    other = sorted({cell for cell in cells if not _CELL.match(cell)})
    rows = _runs(sorted(places))
    alone = sorted((column, row) for row, column, last in rows if last == column)
    across = [(row, column, row, last) for row, column, last in rows if last > column]
    down = [(row, column, last, column) for column, row, last in _runs(alone)]
    return [*(_span(*run) for run in sorted([*across, *down])), *other]


def _runs(places: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(line, first, last) of neighbours on one line."""
    found: list[tuple[int, int, int]] = []
    for line, place in places:
        if found and found[-1][0] == line and found[-1][2] == place - 1:
            found[-1] = (line, found[-1][1], place)
        else:
            found.append((line, place, place))
    return found


def _span(row: int, column: int, last_row: int, last_column: int) -> str:
    first, last = f"{_letters(column)}{row}", f"{_letters(last_column)}{last_row}"
    return first if first == last else f"{first}–{last}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(65 + rest) + told
    return told
