"""Reads a file from bytes to rows and problems. Stores and logs nothing, and never raises for a bad file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from crimestats.weeks import IsoWeek
from etl import hidden, personal, progress
from etl.answers import Options
from etl.candidate import Candidate
from etl.checks import run_checks
from etl.clean import clean
from etl.dialect import plainly
from etl.grid import Place, Sheet, Workbook, clipped, place
from etl.intake import receive
from etl.layouts import words
from etl.layouts.find import find_tables
from etl.layouts.period import has_figures, period_of_tables
from etl.layouts.table import Table
from etl.layouts.units import unit_of
from etl.notes import Notes
from etl.other_measure import is_other_measure, told_of
from etl.ours import is_blank_template, is_ours
from etl.problems import ERROR, QUESTION, WARNING, Problem
from etl.readers.refused import Refused
from etl.sandbox import read_in_child
from etl.sheet_areas import by_sheet
from etl.stated_period import check_period
from etl.sums import check_sums
from etl.years import stated_years


@dataclass(frozen=True, slots=True)
class Row:
    """One count that was understood and is not in question."""

    area: str
    source: str
    iso_year: int
    iso_week: int
    category: str
    injured_party: str
    count: int
    sheet: str
    cell: str

    @property
    def week(self) -> IsoWeek:
        return IsoWeek(self.iso_year, self.iso_week)


@dataclass(frozen=True)
class SheetReading:
    """A sheet and what each of its cells was taken for."""

    sheet: Sheet
    roles: dict[Place, str]


@dataclass(frozen=True)
class Reading:
    """What a file says.

    Attributes:
        layout: name of the layout, several joined with "+", "" when none was found.
        unit_stated: the file itself says that it counts reports.
        years_from: where the years were found: ``cell``, ``column``, ``above``, ``title`` …
        authors: the file names who made it.
        tables: each with the sheet as it is seen.
    """

    file: str
    layout: str = ""
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    sheets: tuple[SheetReading, ...] = ()
    unit_stated: bool = False
    years_from: tuple[str, ...] = ()
    authors: bool = False
    tables: tuple[tuple[Sheet, Table], ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether something must be mended or answered before the file can be loaded."""
        return any(problem.level in (ERROR, QUESTION) for problem in self.problems)

    @property
    def wrong(self) -> bool:
        return any(problem.level == ERROR for problem in self.problems)


@dataclass
class _Found:
    """What the sheets gave, gathered."""

    layouts: list[str] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sheets: list[SheetReading] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    years_from: set[str] = field(default_factory=set)
    unit_stated: bool = False
    blank_template: bool = False
    others: list[Problem] = field(default_factory=list)
    tables: list[tuple[Sheet, Table]] = field(default_factory=list)


def read_file(
    name: str,
    data: bytes,
    *,
    year: int | None = None,
    area: str | None = None,
    options: Options | None = None,
) -> Reading:
    """What would be read from a file.

    Args:
        name: the file's name; its extension must fit its content, and it may state the year.
        year, area: hold where the file states none.
        options: the same and more (answers, today) in one; overrides ``year`` and ``area``.
    """
    options = options or Options(year=year, area=area)
    if found := personal.scan_name(name):
        return Reading("", problems=tuple(found))
    try:
        received = receive(name, data)
        progress.reach("open")
        book = read_in_child(received)
    except Refused as refused:
        return Reading(name, problems=(refusal(refused),))
    return read_book(received.name, book, options)


def read_book(name: str, book: Workbook, options: Options) -> Reading:
    """The same from the grid on, whatever reader it came from."""
    progress.reach("personal")
    if found := personal.scan(book):
        return Reading(name, problems=tuple(found))
    progress.reach("layout")
    gathered = _Found()
    if book.macros:
        gathered.problems.append(Problem(WARNING, "macros_ignored"))
    sheets = [clipped(sheet) for sheet in book.sheets]
    for sheet in sorted(sheets, key=lambda one: words.is_aside(one.name)):
        if words.is_aside(sheet.name) and gathered.candidates:
            gathered.unread += [(sheet.name, "")] if has_figures(sheet) else []
        elif is_blank_template(sheet):
            gathered.layouts.append("weeks_down")
            gathered.blank_template = True
        elif not is_ours(sheet):
            _read_sheet(sheet, name, options, gathered)
    return _reading(name, gathered, options, book.authors)


def refusal(refused: Refused) -> Problem:
    """A refused file as the one problem it has."""
    return Problem(ERROR, refused.code, refused.sheet, refused.cell, refused.values)


def _read_sheet(sheet: Sheet, file_name: str, options: Options, gathered: _Found) -> None:
    seen, left_out = hidden.without_hidden(sheet, options)
    gathered.problems += left_out
    if seen is None:
        return
    seen = plainly(seen)
    tables = find_tables(seen, file_name)
    period = period_of_tables(seen, tables)
    notes = Notes(seen, options)
    if period or not tables:
        if period or has_figures(seen):
            gathered.unread.append((sheet.name, period))
        tables = []
    for table in tables:
        _read_table(table, notes, file_name, gathered)
    gathered.problems += notes.problems
    gathered.years_from |= notes.years_from
    gathered.sheets.append(SheetReading(sheet, notes.roles))


def _read_table(table: Table, notes: Notes, file_name: str, gathered: _Found) -> None:
    gathered.layouts.append(table.layout)
    if is_other_measure(table, notes, gathered.others):
        return
    gathered.tables.append((notes.sheet, table))
    if table.months and not _are_weeks(table, notes):
        return
    stated, faults = unit_of(notes.sheet, table)
    cleaned = clean(table, stated_years(notes.sheet, table, file_name, notes.options), notes)
    check_sums(table, cleaned, notes)
    check_period(table, cleaned.candidates, file_name, notes)
    gathered.unit_stated |= stated
    gathered.candidates += cleaned.candidates
    notes.problems += faults


def _are_weeks(table: Table, notes: Notes) -> bool:
    """Ask whether numbers that could be months are weeks."""
    place = (table.header, table.columns[0].index)
    answer = notes.ask("week_or_month", place, notes.sheet.at(*place), ("week", "month"))
    if answer == "month":
        notes.problems.append(Problem(ERROR, "period_month", notes.sheet.name))
    return answer == "week"


def _reading(name: str, gathered: _Found, options: Options, authors: bool) -> Reading:
    progress.reach("checks")
    gathered.problems += _unread_sheets(gathered)
    gathered.problems += told_of(gathered.others, bool(gathered.candidates))
    candidates, told = by_sheet(gathered.candidates)
    standing, faults = run_checks(candidates, options)
    gathered.problems += told
    problems = [*gathered.problems, *faults]
    if _says_nothing(gathered) and not any(p.level != WARNING for p in problems):
        problems.append(Problem(ERROR, "no_counts"))
    return Reading(
        file=name,
        layout="+".join(dict.fromkeys(gathered.layouts)),
        rows=tuple(_row(one) for one in standing),
        problems=tuple(problems),
        sheets=tuple(_with_faults(gathered.sheets, faults)),
        unit_stated=gathered.unit_stated,
        years_from=tuple(sorted(gathered.years_from)),
        authors=authors,
        tables=tuple(gathered.tables),
    )


def _says_nothing(gathered: _Found) -> bool:
    """Whether a table has no counts. Our own template may be empty: nothing is wrong with it yet."""
    return bool(gathered.layouts) and not gathered.candidates and not gathered.blank_template


def _unread_sheets(gathered: _Found) -> list[Problem]:
    """Sheets without a table: worth a warning beside sheets that have one, else the reason to refuse."""
    if gathered.layouts:
        return [Problem(WARNING, "sheet_not_read", name) for name, _ in gathered.unread]
    periods = [(name, period) for name, period in gathered.unread if period]
    if periods:
        name, period = periods[0]
        return [Problem(ERROR, f"period_{period}", name)]
    return [Problem(ERROR, "layout_unknown", gathered.unread[0][0] if len(gathered.unread) == 1 else "")]


def _with_faults(sheets: Iterable[SheetReading], faults: list[Problem]) -> Iterable[SheetReading]:
    """The checks' findings put into the roles of the sheets they are about."""
    roles = {ERROR: "fault", QUESTION: "question", WARNING: "ignored"}
    for one in sheets:
        for problem in faults:
            if problem.sheet == one.sheet.name and problem.cell:
                one.roles[place(problem.cell)] = roles[problem.level]
        yield one


def _row(one: Candidate) -> Row:
    what = (one.area, one.source, one.year, one.week, one.category, one.injured_party, one.count)
    return Row(*what, one.sheet, one.cell)
