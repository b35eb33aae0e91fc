"""What a reading amounts to: as JSON for programs and the screen, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from crimestats.categories import categories
from crimestats.clock import LOCAL
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from etl.load import LOADED, LoadResult
from etl.mark import marked_name
from etl.problems import Problem
from etl.read import Reading
from etl.shown_grid import grid_json

_MOST_ALIKE, _MOST_CHANGES = 5, 12


def reading_json(
    reading: Reading, lang: str, *, grid: bool = False, around: Iterable[str] = ()
) -> dict[str, Any]:
    """The value that ``read --json`` prints; with ``grid`` all that a screen needs.

    ``around``: cells that the grid must hold besides the problems', each ``sheet!cell``.
    """
    plain: dict[str, Any] = {
        "file": reading.file,
        "layout": reading.layout,
        "rows": [
            {
                "area": row.area,
                "iso_year": row.iso_year,
                "iso_week": row.iso_week,
                "category": row.category,
                "count": row.count,
                "sheet": row.sheet,
                "cell": row.cell,
                "injured_party": row.injured_party,
                "source": row.source,
            }
            for row in reading.rows
        ],
        "problems": [problem.as_json(lang) for problem in reading.problems],
        "summary": summary_json(reading, lang),
    }
    if grid:
        plain["grid"] = [grid_json(one, reading.problems, around) for one in reading.sheets]
        plain["marked_name"] = marked_name(reading.file, lang) if _opened(reading) else ""
    return plain


def _opened(reading: Reading) -> bool:
    """Whether there is a workbook to mark; one with personal data is shown to nobody, but can be marked."""
    return bool(reading.sheets) or any(one.code.startswith("personal_") for one in reading.problems)


def summary_json(reading: Reading, lang: str) -> dict[str, Any]:
    """Numbers of a reading; ``text`` says the same in a line."""
    weeks = [row.week for row in reading.rows]
    levels = [problem.level for problem in reading.problems]
    return {
        "counts": len(reading.rows),
        "first_week": str(min(weeks)) if weeks else None,
        "last_week": str(max(weeks)) if weeks else None,
        "areas": sorted({row.area for row in reading.rows}),
        "categories": [code for code in categories() if code in {row.category for row in reading.rows}],
        "unit": "reports",
        "unit_assumed": not reading.unit_stated,
        "years_from": list(reading.years_from),
        "layout_text": layout_text(reading.layout, lang),
        "errors": levels.count("error"),
        "questions": levels.count("question"),
        "warnings": levels.count("warning"),
        "text": summary_text(reading, lang),
    }


def layout_text(layout: str, lang: str) -> str:
    """The layout in words."""
    say = texts(lang)
    return ", ".join(say(f"etl.layout.{name}") for name in (layout or "none").split("+"))


def summary_text(reading: Reading, lang: str) -> str:
    """One or two sentences: how much was read, of which weeks and areas, and what was assumed."""
    say, formats = texts(lang), Formats(lang)
    if not reading.rows:
        return say("etl.cli.read_nothing", file=reading.file)
    weeks = [row.week for row in reading.rows]
    areas = sorted({row.area for row in reading.rows})
    many = say("etl.cli.areas_many", count=formats.number(len(areas)))
    text = say(
        "etl.cli.read_rows",
        file=reading.file,
        count=formats.number(len(reading.rows)),
        weeks=formats.weeks(Period(min(weeks), max(weeks)), year=True),
        areas=say("etl.cli.areas_one", area=areas[0]) if len(areas) == 1 else many,
        layout=layout_text(reading.layout, lang),
    )
    return text if reading.unit_stated else f"{text} {say('etl.cli.unit_assumed')}"


def load_json(result: LoadResult, lang: str) -> dict[str, Any]:
    """One file's part of what ``load --json`` prints."""
    return {
        "file": result.reading.file,
        "status": result.status,
        "upload": result.upload_id,
        "received_at": result.received_at.isoformat() if result.received_at else None,
        "layout": result.reading.layout,
        "message": load_text(result, lang),
        "summary": summary_json(result.reading, lang),
        "changes": result.changes.as_json(),
        "problems": [problem.as_json(lang) for problem in result.reading.problems],
    }


def load_text(result: LoadResult, lang: str) -> str:
    """How a load ended, in a line."""
    say, formats = texts(lang), Formats(lang)
    problems = [problem.level for problem in result.reading.problems]
    return say(
        f"etl.cli.{result.status}",
        file=result.reading.file,
        upload=result.upload_id or "",
        date=formats.day(result.received_at.astimezone(LOCAL).date()) if result.received_at else "",
        new=formats.number(result.changes.new),
        changed=formats.number(len(result.changes.changed)),
        unchanged=formats.number(result.changes.unchanged),
        errors=formats.number(problems.count("error")),
        questions=formats.number(problems.count("question")),
    )


def change_lines(result: LoadResult, lang: str) -> Iterator[str]:
    """The first changed counts, old → new."""
    say, formats = texts(lang), Formats(lang)
    changed = result.changes.changed if result.status == LOADED else ()
    for change in changed[:_MOST_CHANGES]:
        yield say(
            "etl.cli.change",
            area=change.row.area,
            week=formats.week(change.row.week, year=True),
            category=categories()[change.row.category].name(lang),
            old=formats.number(change.old),
            new=formats.number(change.row.count),
        )
    if len(changed) > _MOST_CHANGES:
        yield say("etl.cli.changes_more", count=formats.number(len(changed) - _MOST_CHANGES))


def problem_lines(reading: Reading, lang: str) -> Iterator[str]:
    """Problems for a terminal: alike ones together, the first few written out, errors first."""
    say = texts(lang)
    order = {"error": 0, "question": 1, "warning": 2}
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in sorted(reading.problems, key=lambda one: order[one.level]):
        groups.setdefault((problem.level, problem.code, problem.sheet), []).append(problem)
    for alike in groups.values():
        yield from (_line(problem, reading.file, lang) for problem in alike[:_MOST_ALIKE])
        if rest := alike[_MOST_ALIKE:]:
            cells = ", ".join(problem.cell for problem in rest[:10])
            more = say("etl.cli.more_cells") if len(rest) > 10 else ""
            yield say("etl.cli.more", count=Formats(lang).number(len(rest)), cells=cells + more)


def _line(problem: Problem, file: str, lang: str) -> str:
    place = ", ".join(part for part in (file, _place_text(problem, lang)) if part)
    level = texts(lang)(f"etl.level.{problem.level}")
    return texts(lang)("etl.cli.problem", level=level, place=place or "–", message=problem.message(lang))


def _place_text(problem: Problem, lang: str) -> str:
    """The place; words such as ``edge`` and ``property:title`` stand for places that are no cells."""
    say = texts(lang)
    kind, _, name = problem.cell.partition(":")
    if f"etl.place.{kind}" not in say:
        return problem.place
    return " ".join(part for part in (problem.sheet, say(f"etl.place.{kind}"), name) if part)
