"""What titles and the names of sheet and file say about a whole table: category, area, week, party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import PurePath

from etl import cells, names
from etl.grid import Place, Sheet, Value, blank, shown
from etl.layouts import places, words

_WEEK = re.compile(
    r"\b(?:vecka|v\.?|week)\s*(\d{1,2})\b(?!\s*(?:[-–/,+&]|och|till|to|t\.?o\.?m)\s*(?:v\.?\s*)?\d)", re.I
)
_CORNER: Place = (0, 0)


@dataclass(frozen=True)
class Context:
    """What holds for all counts of a table unless nearer labels say otherwise; "" and None for nothing.

    Attributes:
        category: its label as written. areas: every municipality that is named.
        place: where the category stands; week_place: where the week does.
    """

    category: str = ""
    place: Place = _CORNER
    areas: frozenset[str] = frozenset()
    week: cells.Mention | None = None
    week_place: Place = _CORNER
    party: str = ""

    def else_of(self, other: Context) -> Context:
        """This, and the other's where this says nothing."""
        missing = {
            field.name: getattr(other, field.name) for field in fields(self) if not getattr(self, field.name)
        }
        return replace(self, **missing)

    def states(self) -> frozenset[str]:
        """Which labels need not stand in the table itself."""
        said = {"category": self.category, "week": self.week, "area": self.areas, "party": self.party}
        return frozenset(name for name, value in said.items() if value)


NOTHING_SAID = Context()


def of_names(sheet_name: str, file_name: str) -> Context:
    """What the names of the sheet and of the file say; the sheet's come first."""
    stem = PurePath(file_name).stem.replace("_", " ")
    return of_text(sheet_name, _CORNER).else_of(of_text(stem, _CORNER))


def of_lines(sheet: Sheet, rows: Iterable[int]) -> Context:
    """What lines above a table say, the nearest first."""
    found = Context()
    for row in sorted(rows, reverse=True):
        line = Context()
        for place, text in _texts(sheet, row):
            line = line.else_of(of_text(text, place))
        found = found.else_of(line)
    return found


def _texts(sheet: Sheet, row: int) -> Iterator[tuple[Place, str]]:
    """The texts of a line; a cell that names a column and the one after it are one text."""
    name = ""
    for column, value in enumerate(sheet.rows[row]):
        if blank(value):
            continue
        text = shown(value).strip()
        if not name and words.column_role(text) in ("area", "week", "category", "party"):
            name = text
            continue
        yield (row, column), f"{name}: {text}" if name else text
        name = ""


def of_text(text: str, place: Place) -> Context:
    """What one line or name says."""
    said = words.column_role(text.partition(":")[0])
    rest = text.partition(":")[2].strip() if said else text
    week = _week(rest if said == "week" else text)
    return Context(
        category=names.in_title(rest),
        place=place,
        areas=_said_area(rest) if said == "area" and rest else places.areas_in(text),
        week=week,
        week_place=place,
        party=_party(rest),
    )


def _said_area(text: str) -> frozenset[str]:
    """The area after "Kommun:"; of "Sotenäs, år 2021" the municipality alone."""
    known = places.areas_in(text)
    return known if len(known) == 1 and "," in text else frozenset((places.plain(text),))


def _week(text: str) -> cells.Mention | None:
    whole = cells.read_week(text)
    if whole and not whole.bare and not whole.by_date:
        return whole
    found = _WEEK.findall(text)
    if len(found) != 1:
        return None
    years = words.years_in(text)
    return cells.Mention(int(found[0]), years.pop() if len(years) == 1 else None)


def _party(text: str) -> str:
    return (words.party(text) or "") if words.column_role(text) != "area" else ""


def unexplained(name: str) -> bool:
    """Whether a sheet's name says nothing that we know, so that it may be the name of an area."""
    value: Value = name.strip()
    bare = bool(
        re.fullmatch(r"(?:blad|sheet|ark|tabell|table|data|export|rapport)\W*\d*", name.strip(), re.I)
    )
    return not (
        bare
        or any(map(str.isdigit, name))
        or words.month(name)
        or words.column_role(name)
        or cells.read_week(value)
        or of_text(name, _CORNER).states()
        or names.category(name).suggestion
    )
