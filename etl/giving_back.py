"""What goes back to the sender: ``mark``, ``mended``, ``template``, ``typed``. None stores anything."""

from __future__ import annotations

import base64
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crimestats.clock import now, today
from crimestats.config import settings
from crimestats.i18n import Formats, texts
from crimestats.store import open_store
from crimestats.weeks import FIRST_YEAR, LAST_YEAR, WeekError, parse_week
from etl import summary
from etl.arguments import options_of, received
from etl.cells import read_year
from etl.mark import mark_file
from etl.mended import compare
from etl.read import Reading, refusal
from etl.readers.refused import Refused
from etl.sender import with_remembered

DONE, WRONG = 0, 2


def mark_command(given: Namespace) -> int:
    """``mark FILE -o OUT.xlsx``: exit 0 when a copy was made, whatever is wrong with the file."""
    name, data = received(given.files[0], given.name)
    options = options_of(given)
    if given.by:
        options = with_remembered(open_store(), given.by, options)
    marked = mark_file(name, data, options=options, lang=given.lang)
    problems = [problem.as_json(given.lang) for problem in marked.reading.problems]
    _hand_out(given, marked.name, marked.data, lost=list(marked.lost), problems=problems)
    for line in marked.lost:
        print(f"{texts(given.lang)('mark.lost')} {line}", file=sys.stderr)
    return DONE


def mended_command(given: Namespace) -> int:
    """``mended BEFORE.json AFTER.json``: each as ``read --json`` printed it, or its list of problems."""
    if given.before == "-":
        both = _json(sys.stdin.read(), "-")
        before, after = both.get("before"), both.get("after")
    else:
        before, after = (_json_file(path) for path in (given.before, given.after))
    found = compare(_problems(before), _problems(after))
    print(
        json.dumps(found.as_json(given.lang), ensure_ascii=False) if given.json else found.message(given.lang)
    )
    return DONE


def template_command(given: Namespace) -> int:
    """``template -o MALL.xlsx``."""
    from etl.template import template, template_name

    year = today().isocalendar().year if not given.year else read_year(given.year)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("year_unreadable", text=given.year[:40])
    area = given.area or settings().default_area
    _hand_out(given, template_name(year, area, given.lang), template(year, area, given.lang))
    return DONE


def typed_command(given: Namespace) -> int:
    """``typed --week W KOD=ANTAL ...``: the file on standard output, in ``--json``, or in ``-o``."""
    from etl.typed import cells_of, typed_file

    try:
        week = parse_week(given.week)
        counts = dict(pair.split("=", 1) for pair in given.counts)
        moment = Formats(given.lang).moment(now())
        name, text = typed_file(week, counts, given.area or settings().default_area, given.lang, moment)
    except WeekError:
        raise Refused("week_unreadable", text=given.week[:40]) from None
    except (ValueError, KeyError):
        raise Refused("typed_unreadable") from None
    # Where each count stands in the file, so that a screen can name the field instead of the cell.
    _hand_out(given, name, text.encode(), cells=cells_of(counts))
    return DONE


def _hand_out(given: Namespace, name: str, data: bytes, **more: Any) -> None:
    """Into the named file, into the JSON answer, or onto standard output."""
    if given.out and given.out != "-":
        try:
            Path(given.out).write_bytes(data)
        except OSError:
            raise Refused("out_unwritable", file=given.out) from None
    if given.json:
        content = "" if given.out and given.out != "-" else base64.b64encode(data).decode()
        print(json.dumps({"name": name, "content": content, **more}, ensure_ascii=False))
    elif given.out in ("", "-"):
        sys.stdout.buffer.write(data)


def _json_file(path: str) -> Any:
    try:
        return _json(Path(path).read_text(encoding="utf-8-sig"), path)
    except (OSError, UnicodeDecodeError):
        raise Refused("answers_unreadable", file=Path(path).name) from None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise Refused("answers_unreadable", file=Path(name).name) from None


def _problems(plain: Any) -> list[dict[str, Any]]:
    listed = plain.get("problems") if isinstance(plain, dict) else plain
    wanted = {"level", "code", "sheet", "cell", "message"}
    if not isinstance(listed, list) or not all(
        isinstance(one, dict) and wanted <= one.keys() for one in listed
    ):
        raise Refused("problems_unreadable")
    return listed


def _told(command: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """The command, with a refusal told in a sentence."""

    def run(given: Namespace) -> int:
        try:
            return command(given)
        except Refused as refused:
            name = given.name or Path(given.files[0]).name if given.command == "mark" else ""
            reading = Reading(name, problems=(refusal(refused),))
            for line in summary.problem_lines(reading, given.lang):
                print(line, file=sys.stderr)
            if given.json:
                told = reading.problems[0].as_json(given.lang)
                print(json.dumps({"refused": told}, ensure_ascii=False))
            return WRONG

    return run


GIVING_BACK: dict[str, Callable[[Namespace], int]] = {
    "mark": _told(mark_command),
    "mended": _told(mended_command),
    "template": _told(template_command),
    "typed": _told(typed_command),
}
