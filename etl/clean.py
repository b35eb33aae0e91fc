"""From a table to candidates: one row per count that a cell states, with every label resolved or a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from crimestats.categories import categories
from crimestats.config import settings
from etl import cells, names
from etl.answers import Options
from etl.formulas import compute
from etl.grid import Place, Sheet, Value, address, blank, shown
from etl.layouts import words
from etl.layouts.headings import label_at
from etl.layouts.table import Column, Table
from etl.problems import ERROR, QUESTION, WARNING, Problem
from etl.years import Years, place_in_years

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """One count as a cell states it. The week is not yet held against the calendar (``etl/checks`` does).

    ``said_year``, ``said_week``: what the week number says where a date disagrees; else None.
    ``within``: the label says that it is part of the category above it.
    """

    area: str
    source: str
    year: int
    week: int
    category: str
    injured_party: str
    count: int
    sheet: str
    cell: str
    week_cell: str
    said_year: int | None = None
    said_week: int | None = None
    within: bool = False


@dataclass
class Cleaned:
    """What was read from one table. ``roles``: what each cell was taken for, for the grid on screen."""

    candidates: list[Candidate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    roles: dict[Place, str] = field(default_factory=dict)
    counts: dict[Place, int] = field(default_factory=dict)
    unread: set[Place] = field(default_factory=set)
    sum_rows: list[int] = field(default_factory=list)
    year_sources: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Row:
    """The labels of one row, resolved; ``week`` None where the columns say it."""

    number: int
    area: str
    source: str
    party: str
    year: int | None
    week: cells.Mention | None
    week_column: int
    said: cells.Mention | None
    label: str


class TableCleaner:
    """Reads one table of one sheet; ``clean()`` is the only door."""

    def __init__(self, sheet: Sheet, table: Table, years: Years, options: Options) -> None:
        self.sheet, self.table, self.years, self.options = sheet, table, years, options
        self.out = Cleaned()
        self.filled: dict[str, Value] = {}
        self.unknown: dict[str, tuple[str, int]] = {}
        self.said: set[tuple[str, str]] = set()

    def clean(self) -> Cleaned:
        """Every candidate and problem of the table."""
        self._mark_headings()
        rows = [row for number in range(self.table.header + 1, len(self.sheet.rows)) if (row := self._row(number))]
        years = self._years(rows)
        pending: list[tuple[_Row, Column, int, str, bool]] = []
        for row in rows:
            for column in self.table.columns:
                name = self._category(row, column)
                year = years.get((row.number, column.index))
                if name is not None and year is not None:
                    pending.append((row, column, year, name.code, name.within))
                self._count(row, column, readable=name is not None and year is not None)
        compute(self.sheet, self.out, {(row.number, column.index) for row, column, *_ in pending})
        self.out.candidates = list(self._candidates(pending))
        self._say_unknown()
        return self.out

    # --- problems and roles

    def _say(self, level: str, code: str, place: Place | str, **values: object) -> None:
        cell = place if isinstance(place, str) else address(*place)
        if (code, cell) in self.said:
            return
        self.said.add((code, cell))
        self.out.problems.append(Problem(level, code, self.sheet.name, cell, values))
        if not isinstance(place, str) and level != WARNING:
            self.out.roles[place] = "fault" if level == ERROR else "question"

    def _mark_headings(self) -> None:
        header = self.table.header
        for role, column in self.table.keys.items():
            self.out.roles[header, column] = "ignored" if role == "unit" else _shown_role(role)
        for column in self.table.columns:
            self.out.roles[header, column.index] = "week" if column.week else "category" if column.label else "count"
        for index in self.table.unread:
            self._say(WARNING, "column_not_read", (header, index), text=self._text(header, index))

    def _text(self, row: int, column: int) -> str:
        return shown(label_at(self.sheet, row, column)).strip()[:_LONGEST]

    # --- rows

    def _row(self, number: int) -> _Row | None:
        figures = [self.sheet.at(number, c.index) for c in self.table.columns]
        formulas = any(address(number, c.index) in self.sheet.formulas for c in self.table.columns)
        keys = {role: label_at(self.sheet, number, column) for role, column in self.table.keys.items()}
        if all(map(blank, figures)) and not formulas:
            self._mark_keys(number, keys)
            return None
        if self._is_heading(keys):
            return None
        counted = formulas or any(_is_count_like(value) for value in figures)
        if all(map(blank, keys.values())):
            if counted and keys:
                self._say(ERROR, "row_without_label", (number, self._first_filled(number)))
            return None
        self._fill_down(keys)
        if self._is_sum(number, keys):
            return None
        if not counted and not self._known(keys):
            return None
        self._mark_keys(number, keys)
        return self._resolved(number, keys, counted)

    def _first_filled(self, number: int) -> int:
        filled = (c.index for c in self.table.columns if not blank(self.sheet.at(number, c.index)))
        return next(filled, self.table.columns[0].index)

    def _mark_keys(self, number: int, keys: dict[str, Value]) -> None:
        for role, value in keys.items():
            if not blank(value) and role != "unit":
                self.out.roles.setdefault((number, self.table.keys[role]), _shown_role(role))

    def _is_heading(self, keys: dict[str, Value]) -> bool:
        """Whether the row repeats the headings."""
        same = [
            not blank(value) and shown(value) == shown(label_at(self.sheet, self.table.header, self.table.keys[role]))
            for role, value in keys.items()
        ]
        return bool(same) and all(same)

    def _known(self, keys: dict[str, Value]) -> bool:
        """Whether a row without any figure still is one of the table, and not a note below it."""
        if "category" in keys and not names.category(shown(keys["category"])).code:
            return False
        week = keys.get("date") if blank(keys.get("week")) else keys.get("week")
        return not {"week", "date"} & set(keys) or cells.read_week(week) is not None

    def _fill_down(self, keys: dict[str, Value]) -> None:
        """A label that stands once for the rows below it, as pivots write areas and years."""
        for role in ("area", "year", "source"):
            if role in keys:
                if blank(keys[role]):
                    keys[role] = self.filled.get(role)
                self.filled[role] = keys[role]

    def _is_sum(self, number: int, keys: dict[str, Value]) -> bool:
        """Rows that add up weeks or areas, or hold means, are no counts of a week."""
        for role in ("week", "date", "area"):
            text = shown(keys.get(role)).strip()
            if role in keys and words.is_derived(text):
                self._say(WARNING, "row_not_read", (number, self.table.keys[role]), text=text)
                return True
            if role in keys and words.is_sum(text):
                if role != "area":
                    self.out.sum_rows.append(number)
                self.out.roles[number, self.table.keys[role]] = "ignored"
                return True
        return False

    def _resolved(self, number: int, keys: dict[str, Value], counted: bool) -> _Row | None:
        area, source, party = self._area(number, keys), words.source(shown(keys.get("source"))), self._party(number, keys)
        label = shown(keys.get("category"))
        if "category" in keys and blank(keys["category"]):
            self._say(ERROR, "row_without_label", (number, self._first_filled(number)))
            return None
        year = self._year(number, keys)
        week, week_column, said = self._week(number, keys, counted)
        needs_week = bool({"week", "date"} & set(keys))
        if area is None or party is None or (needs_week and week is None) or not self._unit(number, keys):
            return None
        return _Row(number, area, source, party, year, week, week_column, said, label)

    def _area(self, number: int, keys: dict[str, Value]) -> str | None:
        if "area" not in keys:
            return self.options.area or settings().default_area
        area = " ".join(shown(keys["area"]).split())
        if not area:
            self._say(ERROR, "area_missing", (number, self.table.keys["area"]))
        return area or None

    def _party(self, number: int, keys: dict[str, Value]) -> str | None:
        text = shown(keys.get("party")).strip()
        found = words.party(text)
        if found is None:
            self._say(ERROR, "party_unknown", (number, self.table.keys["party"]), text=text[:_LONGEST])
        return found

    def _unit(self, number: int, keys: dict[str, Value]) -> bool:
        text = shown(keys.get("unit")).strip()
        found = words.unit(text)
        if found != "reports":
            code = "unit_offences" if found else "unit_unknown"
            self._say(ERROR, code, (number, self.table.keys["unit"]), text=text[:_LONGEST])
        return found == "reports"

    def _year(self, number: int, keys: dict[str, Value]) -> int | None:
        if "year" not in keys or blank(keys["year"]):
            return None
        year = cells.read_year(keys["year"])
        if year is None:
            text = shown(keys["year"])[:_LONGEST]
            self._say(ERROR, "year_unreadable", (number, self.table.keys["year"]), text=text)
        return year

    def _week(
        self, number: int, keys: dict[str, Value], counted: bool
    ) -> tuple[cells.Mention | None, int, cells.Mention | None]:
        """The row's week, its column, and what the week number says where a date speaks against it."""
        day = self._read(number, keys, "date", "date_unreadable")
        said = self._read(number, keys, "week", "week_unreadable")
        if "week" not in keys and "date" not in keys:
            return None, -1, None
        broken = any(
            role in keys and not blank(keys[role]) and read is None for role, read in (("date", day), ("week", said))
        )
        if broken:
            return None, -1, None
        if day is None and said is None:
            if counted:
                self._say(ERROR, "row_without_label", (number, self._first_filled(number)))
            return None, -1, None
        if day is None or said is None:
            return day or said, self.table.keys["date" if said is None else "week"], None
        return day, self.table.keys["week"], said

    def _read(self, number: int, keys: dict[str, Value], role: str, fault: str) -> cells.Mention | None:
        if role not in keys or blank(keys[role]):
            return None
        found = cells.read_week(keys[role])
        if found is None or (role == "date" and not found.by_date):
            self._say(ERROR, fault, (number, self.table.keys[role]), text=shown(keys[role])[:_LONGEST])
            return None
        return found

    # --- years

    def _years(self, rows: list[_Row]) -> dict[Place, int]:
        """(row, column) → year; a place is left out where no year can be told, and that is said."""
        found: dict[Place, int] = {}
        runs: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for column in self.table.columns:
            if column.week and (own := column.week.year or column.year):
                self.out.year_sources.add("cell" if column.week.year else "above")
                found |= {(row.number, column.index): own for row in rows}
            elif column.week and not any(row.year for row in rows):
                runs["across",].append((column.index, column.week.week))
        for row in rows:
            if row.year:
                self.out.year_sources.add("column")
            own = (row.week.year if row.week else None) or row.year
            if own:
                self.out.year_sources.add("cell" if row.week and row.week.year else "column")
                found |= {(row.number, c.index): own for c in self.table.columns if (row.number, c.index) not in found}
            elif row.week:
                runs[row.area, row.source, row.party, row.label].append((row.number, row.week.week))
        if runs:
            self._by_context(runs, rows, found)
        return found

    def _by_context(
        self, runs: dict[tuple[str, ...], list[tuple[int, int]]], rows: list[_Row], found: dict[Place, int]
    ) -> None:
        """Years for the weeks that state none, from what stands around the table."""
        placed = place_in_years(self.years, list(runs.values())) if self.years.stated else "year_missing"
        if isinstance(placed, str):
            years = " och ".join(map(str, self.years.stated))
            first = next(iter(runs.values()))[0][0]
            across = ("across",) in runs
            place = (self.table.header, first) if across else (first, self.table.keys.get("week", 0))
            self._say(ERROR, placed, place, years=years)
            return
        self.out.year_sources.add(self.years.found_in)
        if self.years.problem:
            self.out.problems.append(self.years.problem)
        for row in rows:
            for column in self.table.columns:
                position = column.index if column.week else row.number
                if (row.number, column.index) not in found and position in placed:
                    found[row.number, column.index] = placed[position]

    # --- categories

    def _category(self, row: _Row, column: Column) -> names.Name | None:
        """The category of a cell, by its row or its column; None when unknown, and then the cell is held back."""
        label, place = (row.label, (row.number, self.table.keys.get("category", 0)))
        if column.label:
            label, place = column.label, (self.table.header, column.index)
        name = names.category(label)
        if name.code:
            if name.footnote:
                self._say(WARNING, "footnote_removed", place, text=label.strip()[:_LONGEST])
            return name
        if not _is_count_like(self.sheet.at(row.number, column.index)):
            return None
        answer = self.options.answers.to(self._question(label, address(*place), 0))
        cell, count = self.unknown.get(label, (address(*place), 0))
        self.unknown[label] = (cell, count + 1)
        self.out.roles[place] = "question" if name.suggestion else "fault"
        if not answer or answer == "skip":
            self.out.roles[row.number, column.index] = "ignored" if answer else "question"
            return None
        self.out.roles[place] = "category"
        return replace(name, code=answer)

    def _question(self, label: str, cell: str, count: int) -> Problem:
        near = names.category(label).suggestion
        offered = [code for code, category in categories().items() if not category.derived and code != near]
        values: dict[str, object] = {"text": label.strip()[:_LONGEST], "count": count}
        if near:
            values["category"] = near
        return Problem(
            QUESTION if near else ERROR,
            "category_near" if near else "category_unknown",
            self.sheet.name,
            cell,
            values,
            label=label.strip(),
            answers=tuple([near, *offered, "skip"] if near else [*offered, "skip"]),
        )

    def _say_unknown(self) -> None:
        """One problem per unknown name, at the first cell that bears it, with how many figures hang on it."""
        for label, (cell, count) in self.unknown.items():
            question = self._question(label, cell, count)
            answer = self.options.answers.to(question)
            if not answer:
                self.out.problems.append(question)
            elif answer == "skip":
                values = {"text": label.strip()[:_LONGEST], "count": count}
                self.out.problems.append(Problem(WARNING, "category_left_out", self.sheet.name, cell, values))
            else:
                values = {"text": label.strip()[:_LONGEST], "category": answer}
                self.out.problems.append(Problem(WARNING, "category_mapped", self.sheet.name, cell, values))

    # --- counts

    def _count(self, row: _Row, column: Column, readable: bool) -> None:
        place = (row.number, column.index)
        value = self.sheet.at(*place)
        read = cells.read_count(value)
        if read.fault:
            self._fault(place, read.fault, shown(value).strip()[:_LONGEST])
        elif read.count is not None and place in self.sheet.merged:
            self._say(ERROR, "count_merged", place)
            self.out.unread.add(place)
        elif read.count is not None:
            self.out.counts[place] = read.count
            self.out.roles.setdefault(place, "count" if readable else "question")
            if read.marked:
                self._say(WARNING, "count_marked", place, text=shown(value).strip()[:_LONGEST])

    def _fault(self, place: Place, code: str, text: str) -> None:
        level = QUESTION if code == "count_unclear" else ERROR
        offered = ("zero", "missing") if level == QUESTION else ()
        problem = Problem(level, code, self.sheet.name, address(*place), {"text": text}, answers=offered)
        answer = self.options.answers.to(problem)
        if answer == "zero":
            self.out.counts[place] = 0
        if not answer:
            self.out.problems.append(problem)
            self.out.unread.add(place)
        self.out.roles[place] = "count" if answer else "question" if level == QUESTION else "fault"

    def _candidates(self, pending: list[tuple[_Row, Column, int, str, bool]]) -> Iterator[Candidate]:
        for row, column, year, category, within in pending:
            count = self.out.counts.get((row.number, column.index))
            mention = column.week or row.week
            if count is None or mention is None:
                continue
            week_place = (self.table.header, column.index) if column.week else (row.number, row.week_column)
            yield Candidate(
                area=row.area,
                source=row.source,
                year=year,
                week=mention.week,
                category=category,
                injured_party=row.party,
                count=count,
                sheet=self.sheet.name,
                cell=address(row.number, column.index),
                week_cell=address(*week_place),
                said_year=(row.said.year or row.year or year) if row.said else None,
                said_week=row.said.week if row.said else None,
                within=within,
            )


def _shown_role(role: str) -> str:
    """The roles that the screen colours: dates are weeks; parties and sources label like an area."""
    return {"date": "week", "party": "area", "source": "area", "unit": "ignored"}.get(role, role)


def _is_count_like(value: Value) -> bool:
    """Whether a cell is meant as a figure, a wrong one included; plain words and blanks are not."""
    read = cells.read_count(value)
    return read.count is not None or read.fault not in ("", "count_text")
