"""This year's sheet to fill in: every ISO week with its Monday, every category, nothing but whole numbers."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.weeks import IsoWeek, week_range, weeks_in_year

# The row of the headings and the number of columns before the counts; etl.ours knows them too.
_HEAD, _LABELS = 4, 3
_LINE = Side(style="thin", color="767D83")
_GROUND = PatternFill("solid", fgColor="EDF2E8")
_INK = "1D2730"


def template(year: int, area: str, lang: str = "sv") -> bytes:
    """An .xlsx whose empty cells are missing counts, to be filled in and uploaded as it is.

    Args:
        year: ISO year, of 52 or 53 weeks.
        area: stands in every row.
    """
    say = texts(lang)
    book = Workbook()
    sheet = book.active
    sheet.title = say("template.sheet", year=year)
    _headings(sheet, year, lang)
    last = _weeks(sheet, year, area, lang)
    _validate(sheet, last, lang)
    _arrange(sheet, last)
    _instructions(book.create_sheet(say("template.how")), year, lang)
    book.properties.creator = None
    book.properties.title = say("template.title", year=year)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def template_name(year: int, area: str, lang: str = "sv") -> str:
    """The file's name when it is handed out."""
    return texts(lang)("template.file", year=year, area=area)


def _names(lang: str) -> list[str]:
    return [category.name(lang) for category in categories().values() if not category.derived]


def _headings(sheet: Worksheet, year: int, lang: str) -> None:
    say = texts(lang)
    _text(sheet, 1, 1, say("template.title", year=year), Font(bold=True, size=16, color=_INK))
    _text(sheet, 2, 1, say("template.note"))
    labels = [say(f"template.{name}") for name in ("area", "week", "monday")]
    for column, label in enumerate([*labels, *_names(lang)], 1):
        _text(sheet, _HEAD, column, label, Font(bold=True, color=_INK))
        cell = sheet.cell(_HEAD, column)
        cell.fill, cell.border = _GROUND, Border(bottom=_LINE)
        cell.alignment = Alignment(wrap_text=True, vertical="bottom")


def _weeks(sheet: Worksheet, year: int, area: str, lang: str) -> int:
    """One row per week; the number of the last one."""
    weeks = week_range(IsoWeek(year, 1), IsoWeek(year, weeks_in_year(year)))
    row = _HEAD
    for row, week in enumerate(weeks, _HEAD + 1):
        _text(sheet, row, 1, area)
        _text(sheet, row, 2, Formats(lang).week(week, year=True))
        day = sheet.cell(row, 3, week.monday)
        day.number_format = "yyyy-mm-dd"
    return row


def _validate(sheet: Worksheet, last: int, lang: str) -> None:
    say = texts(lang)
    rule = DataValidation(
        type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True
    )
    rule.errorTitle, rule.error = say("template.error_title"), say("template.error")
    columns = _LABELS + len(_names(lang))
    rule.add(f"{get_column_letter(_LABELS + 1)}{_HEAD + 1}:{get_column_letter(columns)}{last}")
    sheet.add_data_validation(rule)


def _arrange(sheet: Worksheet, last: int) -> None:
    """Widths, what stays in sight, and how it prints: landscape, one page wide, headings on every page."""
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 15 if column <= _LABELS else 13
    sheet.row_dimensions[_HEAD].height = 48
    sheet.freeze_panes = sheet.cell(_HEAD + 1, _LABELS + 1)
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.print_area = f"A1:{get_column_letter(sheet.max_column)}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.right.text = "&P (&N)"


def _instructions(sheet: Worksheet, year: int, lang: str) -> None:
    say = texts(lang)
    _text(sheet, 1, 1, say("template.how"), Font(bold=True, size=16, color=_INK))
    keys = ("fill", "blank", "zero", "unit", "parts", "kinds", "personal", "later", "upload")
    for n, key in enumerate(keys, 1):
        _text(sheet, n + 2, 1, f"{n}. {say(f'template.how_{key}', year=year)}")
        sheet.cell(n + 2, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 100
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _text(sheet: Worksheet, row: int, column: int, text: str, font: Font | None = None) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    if font:
        cell.font = font
