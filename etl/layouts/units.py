"""What a sheet counts: reports (anmälningar), where it says so. Offences are never read as reports."""

from __future__ import annotations

import re

from etl.grid import Sheet, address, shown
from etl.layouts import words
from etl.layouts.table import Table
from etl.problems import ERROR, Problem

_STATED = re.compile(r"(?:enhet|unit|mätenhet)\s*[:=]\s*(.+)", re.I)
_REPORTS = re.compile(r"\banmälningar(?:na)?\b|\breports\b", re.I)


def unit_of(sheet: Sheet, table: Table) -> tuple[bool, list[Problem]]:
    """Whether the lines down to the headings say that reports are counted; the fault where it is offences."""
    stated = "unit" in table.keys
    for row in range(table.header + 1):
        texts = [shown(value).strip() for value in sheet.rows[row]]
        for column, text in enumerate(texts):
            named = _STATED.fullmatch(text)
            beside = column and words.column_role(texts[column - 1]) == "unit" and row < table.header
            unit = words.unit(named[1]) if named else words.unit(text) if beside and text else None
            if named and unit is None:
                values = {"text": named[1].strip()}
                return True, [Problem(ERROR, "unit_unknown", sheet.name, address(row, column), values)]
            if unit == "offences":
                return True, [Problem(ERROR, "unit_offences", sheet.name, address(row, column))]
            stated |= unit == "reports" or bool(_REPORTS.search(text))
    return stated, []
