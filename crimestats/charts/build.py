"""Puts a weekly chart and its table together from the same values. Shared by the builders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Required, TypedDict

from crimestats.charts.hover import number
from crimestats.charts.model import Band, Chart, Line, Mark, Strip, Table
from crimestats.charts.series import Values, missing_strips
from crimestats.i18n import Formats, texts
from crimestats.periods import Period

Column = tuple[str, Values]


class Words(TypedDict, total=False):
    """What every builder takes beside its numbers: texts ready-made in one language, and what to mark."""

    title: Required[str]  # the finding
    subtitle: Required[str]
    sentence: Required[str]  # what the chart shows, for one who cannot see it
    lang: str  # sv | en
    marks: Sequence[Mark]  # flagged weeks, the most important first
    strips: Sequence[Strip]
    source_note: str
    id: str


def weekly(
    weeks: Period,
    lines: Sequence[Line],
    columns: Sequence[Column],
    words: Words,
    told: Period | None = None,
    **more: Any,
) -> Chart:
    """A chart over ``weeks``.

    Args:
        columns: what the table tells of each week.
        told: the weeks a figure could be expected for, where not all; a gap in them is told on the axis.
        more: other fields of Chart.
    """
    lang = words.get("lang", "sv")
    marks, strips = tuple(words.get("marks", ())), tuple(words.get("strips", ()))
    notes = remarks(weeks, lines, marks, strips, lang)
    return Chart(
        **{"id": "weekly", "y_title": texts(lang)("charts.reports_per_week"), **more, **words}
        | {
            "weeks": weeks.weeks,
            "week_labels": tuple(Formats(lang).week(week, year=True) for week in weeks.weeks),
            "lines": tuple(lines),
            "table": week_table(words["title"], weeks, columns, notes, lang),
            "marks": marks,
            "strips": (*strips, *missing_strips(lines, told or weeks, lang)),
        }
    )


def remarks(
    weeks: Period, lines: Sequence[Line], marks: Sequence[Mark], strips: Sequence[Strip], lang: str
) -> list[str]:
    """What the table says beside each week: preliminary, flagged, and what the calendar had."""
    told = []
    shown = [s for s in strips if s.label and s.kind not in ("missing", "period")]
    for n, week in enumerate(weeks.weeks):
        is_open = any(line.preliminary and line.preliminary[n] for line in lines)
        found = [texts(lang)("charts.preliminary")] if is_open else []
        found += [" – ".join(filter(None, (m.label, m.note))) for m in marks if m.week == week]
        found += [s.label for s in shown if s.first <= week <= s.last]
        told.append("; ".join(found))
    return told


def week_table(
    caption: str, weeks: Period, columns: Sequence[Column], notes: Sequence[str], lang: str
) -> Table:
    """A row per week: the columns' numbers, and a remark column where any week has one."""
    formats, say = Formats(lang), texts(lang)
    heads = [say("charts.week"), *(name for name, _ in columns)]
    rows, numbers = [], []
    for n, week in enumerate(weeks.weeks):
        values, note = [column[n] for _, column in columns], [notes[n]] if any(notes) else []
        rows.append((formats.week(week, year=True), *(cell(v, formats) for v in values), *note))
        numbers.append((str(week), *values, *note))
    heads += [say("charts.remark")] if any(notes) else []
    return Table(caption, tuple(heads), tuple(rows), tuple(numbers))


def cell(value: float | None, formats: Formats) -> str:
    """A table's cell; a missing value is a dash, never zero."""
    return "–" if value is None else number(value, formats)


def band_columns(band: Band | None, lang: str) -> list[Column]:
    """An expected range as two columns; none where there is none."""
    if band is None:
        return []
    return [(texts(lang)("charts.usual_from"), band.lower), (texts(lang)("charts.usual_to"), band.upper)]
