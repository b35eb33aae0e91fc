"""``report``: the month as a file, whole or short."""

from __future__ import annotations

from argparse import Namespace

from crimestats.commands.arguments import Refused, say
from crimestats.periods import Period
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.store import Store


def report_file(given: Namespace, store: Store, area: str, period: Period) -> str | bytes:
    """The file's content.

    Raises:
        Refused: for a short text in a format that has none.
    """
    found = month_report(store, area, period, as_of=given.as_of, lang=given.lang)
    if given.length != "full":
        return _short(given, found)
    if given.format == "html":
        from crimestats.reporting.html import to_html

        return to_html(found)
    if given.format == "md":
        from crimestats.reporting.markdown import to_markdown

        return to_markdown(found)
    if given.format == "xlsx":
        from crimestats.reporting.about import about_rows
        from crimestats.reporting.month_xlsx import month_xlsx

        return month_xlsx(found, about_rows(store, area, found.period, given.as_of, given.lang))
    from crimestats.reporting.json import to_json

    return to_json(found)


def _short(given: Namespace, found: MonthReport) -> str:
    from crimestats.narrative.lengths import one_line, one_paragraph

    facts, lang = found.facts, found.lang
    told = (one_line(facts, lang),) if given.length == "line" else one_paragraph(facts, lang)
    if given.format == "md":
        from crimestats.reporting.markdown import brief_markdown

        return brief_markdown(told, lang)
    if given.format == "html":
        from crimestats.reporting.html import brief_html

        return brief_html(told, f"{found.area}, {found.period_name}", lang)
    raise Refused(say("bad.length", format=given.format))
