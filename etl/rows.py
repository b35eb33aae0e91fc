"""The rows of a table with their labels resolved: area, source, injured party, year, week, name."""

from __future__ import annotations

from collections.abc import Mapping

from etl import cells, names
from etl.grid import Place, Value, address, blank, shown
from etl.layouts import places, words
from etl.layouts.compound import besides
from etl.layouts.headings import label_at
from etl.layouts.table import Table
from etl.notes import Notes
from etl.outline import Aside, Outline, StatedOnce, adds_up, kind_of, runs_over
from etl.problems import ERROR, WARNING
from etl.table_rows import Rows, TableRow

Keys = dict[str, Value]
# Labels that stand once for all rows below them, as pivots write them.
_STANDING = ("area", "year", "source")
# The roles that the screen colours: dates are weeks; parties and sources label as areas do.
_SHOWN = {"date": "week", "until": "week", "party": "area", "source": "area", "unit": "ignored"}


def read_rows(table: Table, notes: Notes) -> Rows:
    """All rows below the headings; notes, repeated headings and empty rows are passed over."""
    reader = _RowReader(table, notes)
    below = range(table.header + 1, table.last)
    counts = [row for number in below if (row := reader.read(number))]
    return Rows(counts, reader.sums, reader.groups)


class _RowReader:
    def __init__(self, table: Table, notes: Notes) -> None:
        self.table, self.notes, self.sheet = table, notes, notes.sheet
        self.sums: list[int] = []
        self.groups: dict[int, list[int]] = {}
        self.open: dict[int, int] = {}
        self.aside = Aside(table, self.sheet)
        self.standing: Keys = {}
        self.outline, self.once = Outline(table, self.sheet), StatedOnce(table, self.sheet)
        self.by_row = bool({"week", "date"} & set(table.keys))
        if notes.options.area and "area" in table.keys:
            notes.say(WARNING, "area_ignored", (table.header, table.keys["area"]))

    def read(self, number: int) -> TableRow | None:
        """The row, None when it holds no count of a week or one of its labels is at fault."""
        if self._is_heading(number) or self._is_left_out(number):
            return None
        keys = {role: label_at(self.sheet, number, column) for role, column in self.table.keys.items()}
        at = {role: (number, column) for role, column in self.table.keys.items()}
        empty, counted = self._is_empty(number), self._counted(number)
        if self.outline.takes(number, not empty):
            self._mark_outer(number, counted)
            return None
        if empty:
            self._mark(at, keys, known_only=True)
            return None
        if all(map(blank, keys.values())):
            if counted:
                self._without_label(number)
            return None
        self._let_stand(keys)
        if self._adds_up(number, keys):
            self.once.forget()
            return None
        at |= self.once.fill(number, keys)
        at |= self._from_outline(keys)
        at |= self._from_compound(keys, at)
        if not (counted or self._known(keys)):
            return None
        self._mark(at, keys)
        for group in self.open:
            self.groups[group].append(number)
        return self._resolved(number, keys, at, counted)

    # --- what kind of row it is

    def _is_left_out(self, number: int) -> bool:
        """Whether the row lies below a line such as "Uppklarade", or runs over the end of its headings."""
        if title := self.aside.begins(number):
            self.notes.say_text(WARNING, "table_not_read", title, self.sheet.at(*title))
        beyond = runs_over(self.table, self.sheet, number)
        if beyond and not self.aside.open:
            self.notes.say(ERROR, "row_too_long", beyond)
        return self.aside.open or bool(beyond)

    def _is_empty(self, number: int) -> bool:
        cells_ = [(number, column.index) for column in self.table.columns]
        if self.sheet.formulas and any(address(*place) in self.sheet.formulas for place in cells_):
            return False
        return all(blank(self.sheet.at(*place)) for place in cells_)

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
        for role in ("week", "date", "area", "year", "category", "party"):
            text, place = shown(keys.get(role)).strip(), (number, self.table.keys.get(role, 0))
            if not text or label_at(self.sheet, *place) is None or not adds_up(role, text):
                continue
            self.notes.mark(place, "ignored")
            if words.is_derived(text):
                self.notes.say_text(WARNING, "row_not_read", place, text)
            else:
                self.sums.append(number)
            return True
        for column in self.table.unread:
            value = self.sheet.at(number, column)
            if isinstance(value, str) and words.heads_derived(value) and any(map(str.isalpha, value)):
                self.notes.say_text(WARNING, "row_not_read", (number, column), value)
                return True
        return False

    # --- its labels

    def _let_stand(self, keys: Keys) -> None:
        for role in _STANDING:
            if role in keys:
                keys[role] = self.standing.get(role) if blank(keys[role]) else keys[role]
                if not adds_up(role, shown(keys[role]).strip()):
                    self.standing[role] = keys[role]

    def _from_outline(self, keys: Keys) -> dict[str, Place]:
        """Labels of the sections and groups that the row lies in; a row's own come first."""
        found = {}
        for kind, label in self.outline.standing.items():
            shared = kind in self.table.keys and self.table.keys[kind] in self.outline.own
            if shared or blank(keys.get(kind)):
                keys[kind], found[kind] = label.value, label.place
        return {kind: place for kind, place in found.items() if kind != "row"}

    def _from_compound(self, keys: Keys, at: dict[str, Place]) -> dict[str, Place]:
        """What a category's label says besides, "Stöld 2020", where nothing else says it."""
        parts = besides(shown(keys.get("category")).strip())
        if not all(blank(keys.get(kind)) for kind in parts if kind != "category"):
            return {}
        keys |= parts
        return {kind: at["category"] for kind in parts}

    def _resolved(self, number: int, keys: Keys, at: dict[str, Place], counted: bool) -> TableRow | None:
        area, party, unit = self._area(keys, at), self._party(keys, at), self._unit(keys, at)
        year, read = self._year(keys, at), self._week(number, keys, at, counted)
        if "category" in keys and blank(keys["category"]):
            self._without_label(number)
            return None
        if area is None or party is None or read is None or not unit:
            return None
        week, week_place, said = read
        source, label = words.source(shown(keys.get("source"))), shown(keys.get("category"))
        label_place = at.get("category", (number, 0))
        return TableRow(number, area, source, party, label, year, week, week_place, said, label_place)

    def _area(self, keys: Keys, at: dict[str, Place]) -> str | None:
        """The row's area; "" where it states none."""
        if "area" not in keys:
            return ""
        area = places.plain(shown(keys["area"]))
        if not area:
            self.notes.say(ERROR, "area_missing", at["area"])
        return area or None

    def _party(self, keys: Keys, at: dict[str, Place]) -> str | None:
        found = words.party(shown(keys.get("party")))
        if found is None:
            self.notes.say_text(ERROR, "party_unknown", at["party"], keys["party"])
        return found

    def _unit(self, keys: Keys, at: dict[str, Place]) -> bool:
        found = words.unit(shown(keys.get("unit")))
        if found != "reports":
            code = "unit_offences" if found else "unit_unknown"
            self.notes.say_text(ERROR, code, at["unit"], keys["unit"])
        return found == "reports"

    def _year(self, keys: Keys, at: dict[str, Place]) -> int | None:
        year = cells.read_short_year(keys.get("year"))
        if year is None and not blank(keys.get("year")):
            self.notes.say_text(ERROR, "year_unreadable", at["year"], keys["year"])
        return year

    def _week(
        self, number: int, keys: Keys, at: dict[str, Place], counted: bool
    ) -> tuple[cells.Mention | None, Place, cells.Mention | None] | None:
        """The row's week, its place, and what its week number says beside a date; None when at fault."""
        found = {
            role: self._mention(role, keys, at) for role in ("date", "week") if not blank(keys.get(role))
        }
        if not found and not self.by_row:
            return None, (number, 0), None
        if not found and counted:
            self._without_label(number)
        if not found or None in found.values():
            return None
        if self._passes_a_week(keys):
            self.notes.say_text(ERROR, "period_no_week", at["date"], keys["date"])
            return None
        place = at["week" if "week" in found else "date"]
        return found.get("date") or found["week"], place, found["week"] if len(found) == 2 else None

    def _passes_a_week(self, keys: Keys) -> bool:
        """Whether the row's first and last day lie in different weeks."""
        first, last = cells.read_day(keys.get("date")), cells.read_day(keys.get("until"))
        return bool(first and last and first.isocalendar()[:2] != last.isocalendar()[:2])

    def _mention(self, role: str, keys: Keys, at: dict[str, Place]) -> cells.Mention | None:
        found = cells.read_week(keys[role])
        if found is None or (role == "date" and not found.by_date):
            self.notes.say_text(ERROR, f"{role}_unreadable", at[role], keys[role])
            return None
        return found

    def _without_label(self, number: int) -> None:
        filled = (c.index for c in self.table.columns if not blank(self.sheet.at(number, c.index)))
        self.notes.say(ERROR, "row_without_label", (number, next(filled, self.table.columns[0].index)))

    # --- what its cells were taken for

    def _mark_outer(self, number: int, counted: bool) -> None:
        """A row whose label holds below it; its own figures are sums."""
        label = self.outline.label(number)
        level = self.outline.level(label)
        self.open = {row: outer for row, outer in self.open.items() if outer < level}
        if counted:
            self.sums.append(number)
        if counted and level >= 0:
            self.groups[number], self.open[number] = [], level
        if label and kind_of(label.value, bare=True):
            kind = kind_of(label.value, bare=True)
            self.notes.mark(label.place, _SHOWN.get(kind, kind))

    def _mark(self, at: Mapping[str, Place], keys: Mapping[str, Value], known_only: bool = False) -> None:
        for role, value in keys.items():
            if role == "category" and known_only and not names.category(shown(value)).code:
                continue
            if not blank(value) and role in at and not (known_only and role != "category"):
                self.notes.mark(at[role], _SHOWN.get(role, role))
