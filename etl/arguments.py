"""What the command line was given, as the programme takes it: a file's name and bytes, and the options."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from etl.answers import Answers, Options, parse_answers
from etl.cells import read_year
from etl.readers.refused import Refused


def received(file: str, name: str) -> tuple[str, bytes]:
    """A file's name and bytes; ``-`` is standard input under the name given beside it."""
    if file == "-":
        if not name:
            raise Refused("name_needed")
        return name, sys.stdin.buffer.read()
    path = Path(file)
    try:
        return name or path.name, path.read_bytes()
    except FileNotFoundError:
        raise Refused("file_missing") from None
    except OSError:
        raise Refused("file_unreadable") from None


def options_of(given: Namespace) -> Options:
    answers = Answers()
    if given.answers:
        text = given.answers
        if not text.lstrip().startswith("{"):
            try:
                text = Path(given.answers).read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as fault:
                raise Refused("answers_unreadable", file=Path(given.answers).name) from fault
        answers = parse_answers(text, "--answers" if text is given.answers else Path(given.answers).name)
    year = read_year(given.year) if given.year else None
    if given.year and year is None:
        raise Refused("year_unreadable", text=given.year[:40])
    return Options(year=year, area=given.area or None, answers=answers)
