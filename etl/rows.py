"""The rows of a table with their labels resolved: area, source, injured party, year, week, name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crimestats.config import settings
from etl import cells, names
from etl.grid import Value, address, blank, shown
from etl.layouts import words
from etl.layouts.headings import label_at
from etl.layouts.table import Table
from etl.notes import Notes
from etl.problems import ERROR, WARNING

Keys = dict[str, Value]
# Labels that stand once for all rows below them, as pivots write them.
_STANDING = ("area", "year", "source")
# The roles that the screen colours: dates are weeks; parties and sources label as areas do.
_SHOWN = {"date": "week", "party": "area", "source": "area", "unit": "ignored"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. ``week``: None where the columns say it; ``said``: its week number beside a date."""

    number: int
    area: str
    source: str
    party: str
    label: str
    year: int | None
    week: cells.Mention | None
    week_column: int
    said: cells.Mention | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that hold counts, and the numbers of those that add up others."""

    counts: list[TableRow]
    sums: list[int]


def read_rows(table: Table, notes: Notes) -> Rows:
    """All rows below the headings; notes, repeated headings and empty rows are passed over."""
    reader = _RowReader(table, notes)
    below = range(table.header + 1, table.last)
    counts = [row for number in below if (row := reader.read(number))]
    return Rows(counts, reader.sums)


class _RowReader:
    def __init__(self, table: Table, notes: Notes) -> None:
        self.table, self.notes, self.sheet = table, notes, notes.sheet
        self.sums: list[int] = []
        self.standing: Keys = {}
        self.by_row = bool({"week", "date"} & set(table.keys))
        if notes.options.area and "area" in table.keys:
            notes.say(WARNING, "area_ignored", (table.header, table.keys["area"]))

    def read(self, number: int) -> TableRow | None:
        """The row, None when it holds no count of a week or one of its labels is at fault."""
        keys = {role: label_at(self.sheet, number, column) for role, column in self.table.keys.items()}
        if self._is_empty(number) or self._is_heading(number):
            self._mark(number, keys, known_only=True)
            return None
        counted = self._counted(number)
        if all(map(blank, keys.values())):
            if counted:
                self._without_label(number)
            return None
        self._let_stand(keys)
        if self._adds_up(number, keys) or not (counted or self._known(keys)):
            return None
        self._mark(number, keys)
        return self._resolved(number, keys, counted)

    # --- what kind of row it is

    def _is_empty(self, number: int) -> bool:
        places = [(number, column.index) for column in self.table.columns]
        if self.sheet.formulas and any(address(*place) in self.sheet.formulas for place in places):
            return False
        return all(blank(self.sheet.at(*place)) for place in places)

    def _counted(self, number: int) -> bool:
        """Whether some cell is meant as a figure, a wrong one included; plain words are not."""
        for column in self.table.columns:
            read = cells.read_count(self.sheet.at(number, column.index))
            formula = read.missing and address(number, column.index) in self.sheet.formulas
            if read.count is not None or read.fault not in ("", "count_text") or formula:
                return True
        return False

    def _is_heading(self, number: int) -> bool:
        """Whether the row repeats the headings."""
        columns = [*self.table.keys.values(), *(column.index for column in self.table.columns)]
        return all(self.sheet.at(number, c) == label_at(self.sheet, self.table.header, c) for c in columns)

    def _known(self, keys: Keys) -> bool:
        """Whether a row without any figure still is one of the table, and not a note below it."""
        if "category" in keys and not names.category(shown(keys["category"])).code:
            return False
        week = keys.get("date") if blank(keys.get("week")) else keys.get("week")
        return not self.by_row or cells.read_week(week) is not None

    def _adds_up(self, number: int, keys: Keys) -> bool:
        """Rows that add up weeks or areas, or hold means, are no counts of a week."""
        for role in ("week", "date", "area"):
            text, place = shown(keys.get(role)).strip(), (number, self.table.keys.get(role, 0))
            if not text or not (words.is_derived(text) or words.is_sum(text)):
                continue
            self.notes.mark(place, "ignored")
            if words.is_derived(text):
                self.notes.say_text(WARNING, "row_not_read", place, text)
            elif role != "area":
                self.sums.append(number)
            return True
        return False

    # --- its labels

    def _let_stand(self, keys: Keys) -> None:
        for role in _STANDING:
            if role in keys:
                keys[role] = self.standing.get(role) if blank(keys[role]) else keys[role]
                self.standing[role] = keys[role]

    def _resolved(self, number: int, keys: Keys, counted: bool) -> TableRow | None:
        area, party, unit = self._area(number, keys), self._party(number, keys), self._unit(number, keys)
        year, read = self._year(number, keys), self._week(number, keys, counted)
        if "category" in keys and blank(keys["category"]):
            self._without_label(number)
            return None
        if area is None or party is None or read is None or not unit:
            return None
        week, week_column, said = read
        source, label = words.source(shown(keys.get("source"))), shown(keys.get("category"))
        return TableRow(number, area, source, party, label, year, week, week_column, said)

    def _area(self, number: int, keys: Keys) -> str | None:
        if "area" not in keys:
            return self.notes.options.area or settings().default_area
        area = " ".join(shown(keys["area"]).split())
        if not area:
            self.notes.say(ERROR, "area_missing", (number, self.table.keys["area"]))
        return area or None

    def _party(self, number: int, keys: Keys) -> str | None:
        found = words.party(shown(keys.get("party")))
        if found is None:
            self.notes.say_text(ERROR, "party_unknown", (number, self.table.keys["party"]), keys["party"])
        return found

    def _unit(self, number: int, keys: Keys) -> bool:
        found = words.unit(shown(keys.get("unit")))
        if found != "reports":
            code = "unit_offences" if found else "unit_unknown"
            self.notes.say_text(ERROR, code, (number, self.table.keys["unit"]), keys["unit"])
        return found == "reports"

    def _year(self, number: int, keys: Keys) -> int | None:
        year = cells.read_year(keys.get("year"))
        if year is None and not blank(keys.get("year")):
            self.notes.say_text(ERROR, "year_unreadable", (number, self.table.keys["year"]), keys["year"])
        return year

    def _week(
        self, number: int, keys: Keys, counted: bool
    ) -> tuple[cells.Mention | None, int, cells.Mention | None] | None:
        """The row's week, its column, and what its week number says beside a date; None when at fault."""
        if not self.by_row:
            return None, -1, None
        found = {
            role: self._mention(number, keys, role) for role in ("date", "week") if not blank(keys.get(role))
        }
        if not found and counted:
            self._without_label(number)
        if not found or None in found.values():
            return None
        column = self.table.keys["week" if "week" in found else "date"]
        return found.get("date") or found["week"], column, found["week"] if len(found) == 2 else None

    def _mention(self, number: int, keys: Keys, role: str) -> cells.Mention | None:
        found = cells.read_week(keys[role])
        if found is None or (role == "date" and not found.by_date):
            self.notes.say_text(ERROR, f"{role}_unreadable", (number, self.table.keys[role]), keys[role])
            return None
        return found

    def _without_label(self, number: int) -> None:
        filled = (c.index for c in self.table.columns if not blank(self.sheet.at(number, c.index)))
        self.notes.say(ERROR, "row_without_label", (number, next(filled, self.table.columns[0].index)))

    def _mark(self, number: int, keys: Mapping[str, Value], known_only: bool = False) -> None:
        for role, value in keys.items():
            if role == "category" and known_only and not names.category(shown(value)).code:
                continue
            if not blank(value) and not (known_only and role != "category"):
                self.notes.mark((number, self.table.keys[role]), _SHOWN.get(role, role))
