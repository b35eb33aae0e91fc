"""The commands: read the store, make the file or the lines, write them."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from crimestats.commands.arguments import Refused, say
from crimestats.config import settings
from crimestats.counts import areas
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.store import Store, open_store
from crimestats.weeks import WeekError


def counts(given: Namespace) -> int:
    """``counts``: the current counts of a period."""
    from crimestats.reporting.counts_table import FIELDS, as_table, counts_rows

    store, period = open_store(), _period(given)
    area = _area(store, given)
    rows = counts_rows(store, area, period, given.category, given.as_of)
    lang = settings().default_language
    if given.format == "json":
        told = [{field: row[field] for field in FIELDS} for row in rows]
        return _write(given.output, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    if given.format == "csv":
        from crimestats.reporting.csv import table_csv

        return _write(given.output, table_csv(as_table(rows, lang)))
    if given.format == "parquet":
        from crimestats.reporting.parquet import rows_parquet

        return _write(given.output, rows_parquet(rows))
    from crimestats.reporting.about import about_rows
    from crimestats.reporting.xlsx import tables_xlsx

    about = about_rows(store, area, period, given.as_of, lang)
    return _write(given.output, tables_xlsx([as_table(rows, lang)], about, lang))


def peaks(given: Namespace) -> int:
    """``peaks``: the unusual weeks of a period, newest first."""
    from crimestats.commands.peaks import list_peaks

    store, period = open_store(), _period(given)
    return list_peaks(given, store, _area(store, given), period)


def explain(given: Namespace) -> int:
    """``explain``: all that is known of one week."""
    from crimestats.commands.peaks import explain as told

    store = open_store()
    return told(given, store, _area(store, given))


def report(given: Namespace) -> int:
    """``report``: the month as a file."""
    from crimestats.commands.report import report_file

    store, period = open_store(), _period(given)
    return _write(given.output, report_file(given, store, _area(store, given), period))


def check_text(given: Namespace) -> int:
    """``check-text``: the claims of a text and their verdicts."""
    from crimestats.commands.check_text import run

    store, period = open_store(), _period(given)
    return run(given, store, _area(store, given), period)


def detect(given: Namespace) -> int:
    """``detect``: unusual weeks in a file."""
    from crimestats.commands.detect import run

    return run(given)


def farrington(given: Namespace) -> int:
    """``farrington``: a folder of cases as R answers them."""
    from crimestats.commands.farrington import run

    return run(given)


COMMANDS = {
    "counts": counts,
    "peaks": peaks,
    "explain": explain,
    "report": report,
    "detect": detect,
    "farrington": farrington,
    "check-text": check_text,
}


def _period(given: Namespace) -> Period:
    try:
        return Period(given.first, given.last, getattr(given, "name", ""))
    except WeekError as fault:
        raise Refused(texts(settings().default_language)(fault.code, **fault.values)) from fault


def _area(store: Store, given: Namespace) -> str:
    """The area asked for, else the default one, else the first that has counts."""
    known = areas(store, given.as_of)
    if not known:
        raise Refused(say("bad.empty" if given.as_of is None else "bad.empty_then"))
    if given.area is None:
        return known[0]
    found = next((area for area in known if area.casefold() == given.area.strip().casefold()), None)
    if found is None:
        raise Refused(say("bad.area", area=given.area, known=", ".join(known[:10])))
    return found


def _write(place: str | None, content: str | bytes) -> int:
    """To a file, or to standard output when none is named; text as UTF-8 either way."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if place is None or place == "-":
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise Refused(say("bad.binary"))
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return 0
    try:
        Path(place).write_bytes(data)
    except OSError as fault:
        raise Refused(say("bad.output", place=place)) from fault
    return 0
