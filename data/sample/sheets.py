"""The three layouts in which the police send weekly counts, as xlsx sheets and as Swedish CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from crimestats.weeks import IsoWeek
from data.sample.simulate import Counts

NOTE = "EXEMPELDATA – siffrorna är påhittade"
STAMP = datetime(2021, 11, 22, 7, 0)
Weeks = Mapping[IsoWeek, Counts]
Key = tuple[str, str]
# Label in the files → (category, injured party); "" where the label holds all parties together.
TOTAL = {"Totalt": ("total", "")}
NAMED = {
    "Våldsbrott": ("violence", ""),
    "Skadegörelse": ("vandalism", ""),
    "Tillgrepp/stöld": ("theft", ""),
}
KIND_NAMES = {
    "fraud.phone": "Telefonbedrägeri",
    "fraud.card": "Kortbedrägeri",
    "fraud.invoice": "Fakturabedrägeri",
    "fraud.ad": "Annonsbedrägeri",
    "fraud.identity": "Identitetsbedrägeri",
    "fraud.other": "Övriga bedrägerier",
}
PARTY_NAMES = {"private": "Privatperson", "company": "Företag", "authority": "Myndighet"}
# Fraud as it is given by injured party; what is never reported for a party has no row.
FRAUD_KEYS: tuple[Key, ...] = (
    ("fraud", "private"),
    ("fraud", "company"),
    ("fraud.phone", "private"),
    ("fraud.card", "private"),
    ("fraud.card", "company"),
    ("fraud.invoice", "private"),
    ("fraud.invoice", "company"),
    ("fraud.ad", "private"),
    ("fraud.identity", "private"),
    ("fraud.other", "private"),
    ("fraud.other", "company"),
    ("benefit_fraud", "authority"),
)


def weeks_down(sheet: Worksheet, weeks: Weeks, title: str) -> None:
    """One row per week, categories as columns; the kinds of fraud from 2019 on, blank before."""
    kinds = {name: (code, "") for code, name in KIND_NAMES.items()}
    columns = TOTAL | NAMED | {"Bedrägeri": ("fraud", "")} | kinds | {"Bidragsbrott": ("benefit_fraud", "")}
    _head(sheet, title, ["År", "Vecka", *columns])
    for week, counts in weeks.items():
        blank = set(kinds.values()) if week.year < 2019 else set()
        values = [None if key in blank else counts[key] for key in columns.values()]
        sheet.append([week.year, week.week, *values])


def weeks_across(sheet: Worksheet, weeks: Weeks, title: str) -> None:
    """One row per category, weeks as columns, their sum at the end. Without fraud."""
    _head(sheet, title, ["Brottstyp", *_week_headings(weeks)])
    for name, key in (NAMED | TOTAL).items():
        sheet.append([name, *_with_sum(weeks, key)])


def weeks_across_by_party(sheet: Worksheet, weeks: Weeks, title: str) -> None:
    """One row per category and injured party, weeks as columns, their sum at the end."""
    _head(sheet, title, ["Brottstyp", "Målsägande", *_week_headings(weeks)])
    for code, party in (*NAMED.values(), *FRAUD_KEYS, *TOTAL.values()):
        sheet.append([_label(code), PARTY_NAMES.get(party), *_with_sum(weeks, (code, party))])


def _week_headings(weeks: Weeks) -> list[str]:
    return [*(f"v.{week.week}" for week in weeks), "Summa"]


def _with_sum(weeks: Weeks, key: Key) -> list[int]:
    row = [counts[key] for counts in weeks.values()]
    return [*row, sum(row)]


def long_rows(weeks: Weeks, *, fraud_only: bool) -> list[list[object]]:
    """One row per week, category and injured party (empty where the police do not note it)."""
    keys = [*(() if fraud_only else (*TOTAL.values(), *NAMED.values())), *FRAUD_KEYS]
    return [
        [week.year, week.week, _label(code), PARTY_NAMES.get(party, ""), counts[code, party]]
        for week, counts in weeks.items()
        for code, party in keys
    ]


LONG_HEADER = ["År", "Vecka", "Brottstyp", "Målsägande", "Antal"]


def _label(code: str) -> str:
    fixed = {key[0]: name for name, key in (TOTAL | NAMED).items()}
    return {**fixed, **KIND_NAMES, "fraud": "Bedrägeri", "benefit_fraud": "Bidragsbrott"}[code]


def long_sheet(sheet: Worksheet, weeks: Weeks, title: str) -> None:
    """The long layout as a sheet."""
    _head(sheet, title, LONG_HEADER)
    for row in long_rows(weeks, fraud_only=False):
        sheet.append(row)


def long_csv(weeks: Weeks) -> bytes:
    """The long layout as Swedish Excel saves it: semicolons, decimal comma, UTF-8 with byte-order mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(LONG_HEADER)
    writer.writerows([*row[:-1], f"{row[-1]},0"] for row in long_rows(weeks, fraud_only=True))
    return text.getvalue().encode("utf-8-sig")


def _head(sheet: Worksheet, title: str, header: Sequence[str]) -> None:
    """Title, what kind of data it is, a blank row, and the header in row 4."""
    for row in ([title], [NOTE], []):
        sheet.append(row)
    sheet.append(list(header))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"].font = Font(italic=True)
    for cell in sheet[4]:
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center")
    sheet.column_dimensions["A"].width = 18
    sheet.freeze_panes = "A5"


def workbook(
    fill: Callable[[Worksheet, Weeks, str], None], weeks: Weeks, title: str, sheet_name: str
) -> bytes:
    """One sheet as an xlsx file, without the moment of its making: the same bytes for the same counts."""
    book = Workbook()
    book.properties.title, book.properties.creator = f"{title} (exempeldata)", None
    book.properties.created = STAMP
    sheet = book.active
    sheet.title = sheet_name
    fill(sheet, weeks, title)
    raw = io.BytesIO()
    book.save(raw)
    return _timeless(raw.getvalue(), book.properties.modified)


def _timeless(data: bytes, saved: datetime) -> bytes:
    """The same zip with fixed times on its members and in its document properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            body = old.read(member)
            if member.filename == "docProps/core.xml":
                stamps = (f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() for moment in (saved, STAMP))
                body = body.replace(*stamps)
            info = zipfile.ZipInfo(member.filename, STAMP.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, body)
    return out.getvalue()
