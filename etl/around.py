"""What holds for a table's counts where their own labels say nothing: the area, the injured party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.config import settings
from etl.layouts import words
from etl.layouts.table import Column, Table
from etl.notes import Notes
from etl.problems import ERROR, WARNING
from etl.table_rows import TableRow


@dataclass(frozen=True)
class Around:
    """``area`` "" where several are named; ``parties``: by column, None for an unknown word.

    ``assumed``: no title or name states the area, nor does the one who asked.
    """

    area: str
    parties: dict[int, str | None]
    assumed: bool

    def known(self, row: TableRow, column: Column) -> bool:
        """Whether area and injured party of a cell can be told."""
        return bool(column.area or row.area or self.area) and self.parties[column.index] is not None


def around(table: Table, rows: Sequence[TableRow], notes: Notes) -> Around:
    """The area given, else the one that titles or names state, else the default; and the columns' parties."""
    areas, given = table.context.areas, notes.options.area
    wanted = any(not (column.area or row.area) for row in rows for column in table.columns)
    corner = (table.header, table.left)
    if wanted and len(areas) > 1 and not given:
        notes.say(ERROR, "area_ambiguous", corner, areas=tuple(sorted(areas)))
    elif wanted and len(areas) == 1 and given and given not in areas:
        notes.say(WARNING, "area_stated", corner, area=next(iter(areas)))
    area = given or (next(iter(areas)) if len(areas) == 1 else "" if areas else settings().default_area)
    return Around(
        area, {column.index: _party(column, notes) for column in table.columns}, not (areas or given)
    )


def _party(column: Column, notes: Notes) -> str | None:
    found = words.party(column.party)
    if found is None:
        notes.say_text(ERROR, "party_unknown", column.party_place, column.party)
    return found
