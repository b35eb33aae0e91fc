"""Gives a file back with its problems marked: the same workbook, its cells coloured and commented.

Nothing of it is stored: the copy goes to the one who sent the file, also where it holds personal data. The
words never repeat what such a cell says.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import PurePath

from crimestats.i18n import Formats, texts
from crimestats.i18n.texts import LANGUAGES
from etl.answers import Options
from etl.intake import receive
from etl.marking.frame import packed, unpacked
from etl.marking.marks import Mark
from etl.problems import Problem
from etl.read import Reading, read_file
from etl.readers.refused import Refused
from etl.sandbox import run_limited

# A sentence ends at a mark with a blank after it, outside quotation marks; "v. 43" has a no-break space.
_SENTENCE_END = re.compile(r"(?:”[^”]*”|“[^”]*”|[^”“.?!]|[.?!](?! ))*[.?!](?= |$)")
_ORDER = {"error": 0, "question": 1, "warning": 2}


@dataclass(frozen=True)
class Marked:
    """A marked workbook. ``lost``: sentences on what the original holds and the copy does not."""

    name: str
    data: bytes
    reading: Reading
    lost: tuple[str, ...]


def mark_file(name: str, data: bytes, *, options: Options | None = None, lang: str = "sv") -> Marked:
    """Read a file and mark in a copy of it what is wrong, asked or to be known.

    Raises:
        Refused: when the file cannot be opened at all, so that there is nothing to mark.
    """
    reading = read_file(name, data, options=options)
    received = receive(name, data)
    told = {
        "marks": [asdict(mark) for mark in marks_of(reading, lang)],
        "words": _words(reading, lang),
        "own_titles": [texts(one)("mark.title_start") for one in LANGUAGES],
    }
    answer, out = _answer(run_limited("etl.marking", received.kind, packed(told, data)))
    lost = tuple(texts(lang)(f"mark.lost_{kind}") for kind in answer["lost"])
    return Marked(marked_name(reading.file, lang), out, reading, lost)


def _answer(message: bytes) -> tuple[dict[str, list[str]], bytes]:
    try:
        answer, out = unpacked(message)
    except ValueError:
        raise Refused("file_too_heavy") from None
    if "refused" in answer:
        raise Refused(answer["refused"], answer.get("sheet", ""), answer.get("cell", ""))
    return answer, out


def marked_name(file: str, lang: str) -> str:
    """The copy's file name: the original's, which may state the year, and a word more."""
    stem = PurePath(file).stem or texts(lang)("mark.nameless")
    word = texts(lang)("mark.name_word")
    return f"{stem if stem.endswith(word) else f'{stem}, {word}'}.xlsx"


def marks_of(reading: Reading, lang: str) -> list[Mark]:
    """Every problem as plain words, gravest first."""
    return [_mark(problem, lang) for problem in sorted(reading.problems, key=lambda one: _ORDER[one.level])]


def _mark(problem: Problem, lang: str) -> Mark:
    say = texts(lang)
    place, _, detail = problem.cell.partition(":")
    somewhere = f"etl.place.{place}" in say
    wrong, remedy = in_two(problem.message(lang))
    if not remedy:
        remedy = say(f"mark.remedy_{problem.level}")
    if problem.answers and problem.level != "warning":
        remedy += f" {say('mark.or_answer')}"
    return Mark(
        level=problem.level,
        kind=say(f"mark.kind_{problem.level}"),
        sheet=problem.sheet,
        cell="" if somewhere else problem.cell,
        place=" ".join([say(f"etl.place.{place}"), detail]).strip() if somewhere else say("mark.whole_file"),
        wrong=wrong,
        remedy=remedy,
    )


def in_two(message: str) -> tuple[str, str]:
    """A problem's first sentence, which says what is wrong, and the rest, which says what to do."""
    found = _SENTENCE_END.match(message)
    return (message[: found.end()], message[found.end() :].strip()) if found else (message, "")


def _words(reading: Reading, lang: str) -> dict[str, str]:
    say, number = texts(lang), Formats(lang).number
    levels = [problem.level for problem in reading.problems]
    words = {key.removeprefix("mark."): say(key) for key in say.labels if key.startswith("mark.")}
    counts = {f"{level}s": number(levels.count(level)) for level in _ORDER}
    title = f"{words['title_start']} {reading.file}".strip()
    return {**words, "title": title, "summary": say("mark.summary", **counts) if levels else words["none"]}
