"""Fills whole-sentence templates: counted nouns, words or figures, weeks and ranges, with the numbers marked.

A template is one or two whole sentences of one language. Its fields:

=====================  ================================================================================
``{n}``                a count: ``två``, ``15``; a float is written with one decimal
``{n:anmälan|anmälningar}``  a count with its noun: ``en anmälan``, ``två anmälningar``, ``inga anmälningar``
``{n:det enda|de # andra}``  with ``#`` the count stands where it does, and nowhere in a form without it
``{n!a:was|were}``     only the word that agrees with the count
``{n!w:vecka|veckor}`` as ``{n:…}`` but in words up to twelve whatever stands beside it: not a like thing
``{range}``            a :class:`Span`: ``24–43``
``{week}``              an IsoWeek, a Period, several: ``vecka 45``, ``vecka 43–46``, ``vecka 43 och 45``
``{what:the}``         a :class:`Noun` in one of its forms; ``{items}``: a tuple of Lines, joined with ``och``
=====================  ================================================================================

A template may have variants under its own name with ``~2``, ``~3`` …: the period decides which is used, so
that months in a row do not read alike and the same data always give the same text.
"""

from __future__ import annotations

import string
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple
from zlib import crc32

from crimestats.i18n import Formats
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

WORDS_TO = 12


class Span(NamedTuple):
    """A range of counts, both ends included."""

    low: int
    high: int


class Noun(NamedTuple):
    """A word of the language's own list (category, injured party, length of period) by its code."""

    code: str


class Name(NamedTuple):
    """A name as people wrote it. ``low``: a common noun, so without its capital inside a Swedish sentence."""

    sv: str
    en: str = ""
    low: bool = False

    def text(self, lang: str) -> str:
        """The name in a language; Swedish where no English one was given."""
        if lang == "en" or not self.low or self.sv[1:2].isupper():
            return (self.en if lang == "en" else "") or self.sv
        return self.sv[:1].lower() + self.sv[1:]


class Days(NamedTuple):
    """The dates of a period: ``25 oktober–21 november 2021``."""

    period: Period


class Line(NamedTuple):
    """A template by key, the values for its fields, and the fact they come from."""

    key: str
    values: Mapping[str, object]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence. ``number`` marks a count, a range or a rate, with the fact it comes from."""

    text: str
    number: bool = False
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its templates, the forms of its nouns, and how it says that there is none.

    ``none`` holds the words for zero with a noun and without: ``inga``/``ingen``, ``no``/``none``.
    """

    lang: str
    templates: Mapping[str, str]
    nouns: Mapping[str, Mapping[str, str]]
    none: tuple[str, str]

    def render(self, line: Line, *, figures: bool | None = None) -> tuple[Run, ...]:
        """The runs of one line, neighbours of the same sort joined, the first letter a capital one.

        ``figures`` settles the style of the counts; None = by this line alone (:func:`in_figures`).

        Raises:
            KeyError: for a template, noun or form that the language lacks.
        """
        return tuple(_joined(self._line(line, in_figures([line]) if figures is None else figures)))

    def _template(self, line: Line) -> str:
        return self.templates[variant(line.key, self.templates, line.fact.period)]

    def _line(self, line: Line, figures: bool) -> Iterator[Run]:
        for literal, name, spec, conversion in string.Formatter().parse(self._template(line)):
            if literal:
                yield Run(literal)
            if name is not None:
                yield from self._field(line.values[name], spec or "", conversion or "", figures, line.fact)

    def _field(self, value: object, spec: str, conversion: str, figures: bool, fact: Fact) -> Iterator[Run]:
        formats = Formats(self.lang)
        if isinstance(value, Span):
            yield Run(formats.span(*value), True, fact)
        elif isinstance(value, Noun):
            yield Run(self.nouns[value.code][spec or "name"])
        elif isinstance(value, int | float):
            yield from self._count(value, spec, conversion, figures, fact)
        elif isinstance(value, tuple) and value and isinstance(value[0], Line):
            yield from self._items(value, figures)
        else:
            yield Run(_text(value, formats, year=spec == "year"))

    def _count(self, n: float, spec: str, conversion: str, figures: bool, fact: Fact) -> Iterator[Run]:
        one, _, many = spec.partition("|")
        form = one if n == 1 else many
        if conversion == "a":
            yield Run(form)
            return
        number = Run(self._number(n, figures and conversion != "w", noun=bool(spec)), True, fact)
        if not spec:
            yield number
        elif "#" in form or _stands_alone(one, many):
            before, mark, after = form.partition("#")
            yield Run(before)
            if mark:
                yield number
            yield Run(after)
        else:
            yield number
            yield Run(f" {form}")

    def _number(self, n: float, figures: bool, noun: bool) -> str:
        formats = Formats(self.lang)
        if n != int(n):
            return formats.number(n, 1)
        if n == 0:
            return self.none[0] if noun else self.none[1]
        return formats.number(n) if figures else formats.word(int(n))

    def _items(self, lines: Sequence[Line], figures: bool) -> Iterator[Run]:
        joiner = " och " if self.lang == "sv" else " and "
        for n, line in enumerate(lines):
            if n:
                yield Run(joiner if n == len(lines) - 1 else ", ")
            yield from self._line(line, figures)


def variant(key: str, templates: Collection[str], period: Period) -> str:
    """Which wording of a template a period gets: the next one each month, or each week for single weeks."""
    found = [key]
    while f"{key}~{len(found) + 1}" in templates:
        found.append(f"{key}~{len(found) + 1}")
    return found[(_turn(period) + crc32(key.encode())) % len(found)]


def _turn(period: Period) -> int:
    """A number that grows by one from a month to the next; of the calendar month that its middle lies in."""
    if len(period) == 1:
        return period.first.ordinal
    middle = period.first.monday + timedelta(days=7 * len(period) // 2)
    return middle.year * 12 + middle.month


def _stands_alone(one: str, many: str) -> bool:
    """Where one form says where the count stands, the other may leave it out: ``det enda|de # andra``."""
    return "#" in one or "#" in many


def _text(value: object, formats: Formats, year: bool) -> str:
    if isinstance(value, IsoWeek):
        return formats.week_word(value, year=year)
    if isinstance(value, Period):
        return formats.weeks(value, year=year)
    if isinstance(value, Days):
        return formats.days(value.period)
    if isinstance(value, Name):
        return value.text(formats.lang)
    if isinstance(value, tuple):
        return _several_weeks(value, formats, year)
    return str(value)


def _several_weeks(weeks: Sequence[IsoWeek], formats: Formats, year: bool) -> str:
    """``vecka 43 och 45``, a run of three or more as ``vecka 43–45``, years where they differ."""
    if weeks[-1] - weeks[0] == len(weeks) - 1 and len(weeks) != 2:
        return formats.weeks(Period(weeks[0], weeks[-1]), year=year)
    if weeks[0].year != weeks[-1].year:
        return formats.listing([formats.week_word(week, year=True) for week in weeks])
    first = formats.week_word(weeks[0])
    if formats.lang == "en":
        first = first.replace("week", "weeks", 1)
    tail = f" {weeks[0].year}" if year else ""
    return formats.listing([first, *(str(week.week) for week in weeks[1:])]) + tail


def in_figures(lines: Iterable[Line]) -> bool:
    """One style for like things: figures for all once one is above twelve, has decimals or is a range."""
    return any(_asks_for_figures(value) for line in lines for value in line.values.values())


def _asks_for_figures(value: object) -> bool:
    if isinstance(value, Span):
        return True
    if isinstance(value, tuple):  # items are lines; names and weeks are no counts
        return in_figures(line for line in value if isinstance(line, Line))
    return isinstance(value, int | float) and (value > WORDS_TO or value != int(value))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    held: Run | None = None
    first = True
    for run in runs:
        if not run.text:
            continue
        if first:
            run, first = Run(run.text[:1].upper() + run.text[1:], run.number, run.fact), False
        if held and not held.number and not run.number:
            held = Run(held.text + run.text)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
