"""Sheets that the product itself puts into workbooks: known by their first line, and never read."""

from __future__ import annotations

from functools import cache

from crimestats.i18n import texts
from crimestats.i18n.texts import LANGUAGES
from etl.grid import Sheet, blank, shown

# Where the template has its headings, and how many of its columns label the counts (etl/template.py).
_HEAD, _LABELS = 3, 3


@cache
def own_titles() -> tuple[str, ...]:
    """How the first line of each of them begins, in every language."""
    return tuple(texts(lang)(key) for lang in LANGUAGES for key in ("mark.title_start", "template.how"))


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet is a list of corrections or the template's instructions."""
    return shown(sheet.at(0, 0)).startswith(own_titles())


def is_blank_template(sheet: Sheet) -> bool:
    """Whether a sheet is the template's own, as it is before anything is filled in."""
    labels = [shown(sheet.at(_HEAD, column)) for column in range(_LABELS)]
    if labels not in [
        [texts(lang)(f"template.{name}") for name in ("area", "week", "monday")] for lang in LANGUAGES
    ]:
        return False
    return all(blank(value) for row in sheet.rows[_HEAD + 1 :] for value in row[_LABELS:])
