"""What one cell can say (DOMAIN 3, "What a cell can say"): a count, a week, a date, or why it is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crimestats.weeks import week_parts
from etl import days
from etl.grid import Value, shown

MAX_COUNT = 10_000_000
_SPACES = " \u00a0\u2007\u2009\u202f"
_NUMBER = re.compile(rf"\d+|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+")
# Three zeros could be thousands in English style, so they are no decimals.
_WHOLE = re.compile(r"[.,]0{1,2}$")
_MARK = re.compile(r"(?:\s*\*+|\s*[¹²³⁰⁴-⁹†‡]+|\s+\d\))$")
# "v.46 prel.", "v. 44 (höstlov)", "2021 v36 (2021-09-06)"
_REMARK = re.compile(
    r"\s*[(,–-]?\s*prel(?:\.|iminär\w*)?\s*\)?$|(?<=\d)\s*\([a-zåäö .]{3,}\)$|"
    r"(?<=[vw]\d\d)\s*\((?:19|20)\d\d-\d\d-\d\d\)$",
    re.I,
)
_PIECES = re.compile(r"\s*(?:st|styck|anmälningar|anmälan)\.?$", re.I)
_WORDED = re.compile(r"([a-zåäö]+)\s*\((\d+)\)|(\d+)\s*\(([a-zåäö]+)\)", re.I)
_WORDS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split()
_MISSING = {"", ".", "..", "...", "…"}
_UNCLEAR = {"-", "–", "—", "−", "‐", "‑"}
_ERROR = re.compile(r"#[A-ZÅÄÖ0-9/!?]+")
_MASKED = re.compile(r"(?:<|>|≤|≥|färre än|mindre än|högst|minst|under|över)\s*\w+", re.I)
_ROUGH = re.compile(r"(?:ca|cirka|c:a|circa|ungefär|omkring|runt|drygt|knappt|~|≈)\.?\s*\d+.*", re.I)
_FRACTION = re.compile(r"\d+[.,]\d+")
_NEGATIVE = re.compile(r"[-–−]\s?\d+(?:[.,]\d+)?")
# The days that some write beside a week: "v. 43 (25/10–31/10)", "v. 43, 25 okt – 31 okt".
_DAY_MONTH = r"\d{1,2}\s*(?:[/.]\s*\d{1,2}\.?|\s[a-zåäö]{3,9}\.?)"
_WITH_DAYS = re.compile(
    rf"((?:vecka|week|wk|v|w)\.?\s*\d{{1,2}}(?:\s+\d{{4}})?)[\s,:(]+(?:{_DAY_MONTH}|\d{{1,2}}(?=\s*[-–]))(?:\s*[-–]\s*{_DAY_MONTH})?\s*\)?",
    re.I,
)
_WEEK_NUMBER = re.compile(
    r"\b(?:(?:veck\w*|week|v)\.?\s*(?:nummer|nr|no|number)|vka?|veckonr)\.?\s*(?=\d)", re.I
)
_WHOLE_NUMBER = re.compile(r"^(\d{1,6})[.,]0+$")
# "vecka 43 – 2021", "v43 år 2021", "v. 43, 2021"
_YEAR_AFTER = re.compile(r"^(\D+\d{1,2})(?:\s*[-–—,]\s*|\s+)(?:år\s+)?\(?((?:19|20)\d\d)\)?$", re.I)
# "2021, vecka 43", "2021 – v.43", "2021-W43-1", "2021.43"
_YEAR_BEFORE = re.compile(
    r"^((?:19|20)\d\d)(?:\s*[-–—,]?\s*(?:vecka|week|v|w)\.?\s*|\.)(\d\d?)(?:-[1-7])?$", re.I
)
_SHORT_YEAR = re.compile(
    r"(?:vecka|week|v|w)\.?\s*(\d{1,2})(?:\s*[-–,/(]?\s*['’]|\s*[-–/(]\s*|\s+)(\d\d)\)?|['’]?(\d\d)\s*[-–:]?\s*[vw]\.?\s*(\d{1,2})"
    r"|[vw]\.?\s*([1-4]\d)(\d\d)",
    re.I,
)
_DAY = re.compile(r"(?:19|20)\d\d([-/.]?)\d\d\1\d\d(?:[T ]\d\d:\d\d.*)?")


@dataclass(frozen=True, slots=True)
class CountReading:
    """One of ``count``, ``missing``, ``fault`` (a problem's code). ``marked``: it bore a footnote mark."""

    count: int | None = None
    missing: bool = False
    fault: str = ""
    marked: bool = False


MISSING = CountReading(missing=True)


def read_count(value: Value) -> CountReading:
    """The count in a cell, or the code of what is wrong with it."""
    if value is None:
        return MISSING
    if type(value) is int and 0 <= value <= MAX_COUNT:
        return _whole(value)
    if isinstance(value, bool):
        return CountReading(fault="count_text")
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, date):
        return CountReading(fault="count_date")
    return _text(value)


@lru_cache(maxsize=20_000)
def _whole(value: int) -> CountReading:
    return CountReading(count=value)


def _number(value: float) -> CountReading:
    if value != value or value in (float("inf"), float("-inf")):
        return CountReading(fault="count_text")
    if value < 0:
        return CountReading(fault="count_negative")
    whole = round(value)
    # A computed 41 is often kept as 40.999999999999996.
    if abs(value - whole) > 1e-9 * max(1, whole):
        return CountReading(fault="count_fraction")
    return _sized(whole)


def _sized(count: int, marked: bool = False) -> CountReading:
    if count > MAX_COUNT:
        return CountReading(fault="count_too_large")
    return CountReading(count=count, marked=marked)


@lru_cache(maxsize=20_000)
def _text(value: str) -> CountReading:
    text = value.strip().strip(_SPACES)
    if text in _MISSING:
        return MISSING
    if text in _UNCLEAR:
        return CountReading(fault="count_unclear")
    bare = text.removeprefix("'").strip()
    unmarked = _MARK.sub("", bare)
    number = _WHOLE.sub("", _PIECES.sub("", unmarked))
    if _NUMBER.fullmatch(number):
        return _sized(int(re.sub(r"\D", "", number)), marked=unmarked != bare)
    if worded := _WORDED.fullmatch(bare):
        return _worded(worded)
    return CountReading(fault=_fault(bare))


def _worded(found: re.Match[str]) -> CountReading:
    """``sju (7)``: read when word and figure agree, or the word is beyond our list of twelve."""
    word, figure = (found[1], found[2]) if found[1] else (found[4], found[3])
    word, count = word.lower().replace("ett", "en"), int(figure)
    if word in _WORDS and _WORDS.index(word) == count:
        return _sized(count)
    return CountReading(fault="count_text")


def _fault(text: str) -> str:
    for code, shape in (
        ("count_error", _ERROR),
        ("count_masked", _MASKED),
        ("count_rough", _ROUGH),
        ("count_fraction", _FRACTION),
        ("count_negative", _NEGATIVE),
        ("count_date", _DAY),
    ):
        if shape.fullmatch(text):
            return code
    return "count_text"


@dataclass(frozen=True, slots=True)
class Mention:
    """A week as a cell states it, not yet held against the calendar. ``by_date``: it was a date.

    ``day``: that date, or the first of the days beside a week's number; without a year its week is settled
    only when the year is known.
    """

    week: int
    year: int | None = None
    by_date: bool = False
    bare: bool = False
    day: days.Day | None = None

    def in_year(self, year: int) -> tuple[int, int]:
        """(ISO year, ISO week), given the year that holds where the cell states none."""
        if self.by_date and self.day and not self.year and (found := self.day.of(year)):
            iso = found.isocalendar()
            return iso.year, iso.week
        return self.year or year, self.week

    def dated(self, year: int) -> tuple[int, int] | None:
        """The week of the days beside a week's number where they lie in another one; else None."""
        if self.by_date or self.day is None:
            return None
        found = [day.isocalendar()[:2] for near in (year, year - 1, year + 1) if (day := self.day.of(near))]
        return None if not found or (year, self.week) in found else found[0]


def read_day(value: Value) -> date | None:
    """The date in a cell: a date, or a text that states day, month and year."""
    if isinstance(value, date):
        return value
    day = days.read(shown(value))
    return day.of(day.year) if day and day.year else None


def read_week(value: Value) -> Mention | None:
    """The week that a cell mentions, in any spelling of DOMAIN 2; a date means the week that holds it."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _week_text(value)
    if isinstance(value, date):
        return _of_day(days.Day(value.year, value.month, value.day))
    return _week_text(shown(value))


@lru_cache(maxsize=20_000)
def _week_text(value: str) -> Mention | None:
    text = _REMARK.sub("", _MARK.sub("", value.strip())).rstrip(":;,").strip()
    text = _WEEK_NUMBER.sub("v ", _WHOLE_NUMBER.sub(r"\1", text))
    text = _YEAR_AFTER.sub(r"\1 \2", _YEAR_BEFORE.sub(r"\1 v \2", text))
    beside = _WITH_DAYS.fullmatch(text)
    parts = week_parts(beside[1] if beside else text)
    # Eight digits and dotted dates are no weeks, and a week is never taken for a day: "43/2021".
    if parts is None and (day := days.read(text)):
        return _of_day(day)
    if parts is None:
        return _short_year(text)
    year, week = parts
    stated = days.read(text[beside.end(1) :].strip(" \n,:()")) if beside else None
    return Mention(week, year, bare=text.isdigit() and len(text) <= 2, day=stated)


def _short_year(text: str) -> Mention | None:
    """``v43-21`` and ``21v43``: beside the word, or 2143 would be one; ``v43-46`` are several weeks.

    ``v12-21`` alone could be either; a whole row or column of them tells (:mod:`etl.dialect`).
    """
    found = _SHORT_YEAR.fullmatch(text)
    if not found:
        return None
    week, year = (found[1], found[2]) if found[1] else (found[4] or found[6], found[3] or found[5])
    marked = found[3] or found[5] or re.search(r"['’]", text)
    # "v. 52-01" passes new year.
    several = not marked and (int(week) < int(year) or int(year) < 10)
    return None if several else Mention(int(week), 2000 + int(year))


def _of_day(day: days.Day) -> Mention:
    # Without a year, any will do to put the weeks in order; 2021 begins on a Friday.
    found = day.of(day.year or 2021) or date(2021, 2, 28)
    iso = found.isocalendar()
    return Mention(iso.week, iso.year if day.year else None, by_date=True, day=day)


def read_year(value: Value) -> int | None:
    """The year in a cell: ``2021``, ``År 2021``."""
    if type(value) is int:
        return value if 1900 <= value < 2100 else None
    text = shown(value).strip().lower().removeprefix("år").strip(" :")
    found = re.fullmatch(r"((?:19|20)\d\d)(?:[.,]0+)?", text)
    return int(found[1]) if found else None


def read_short_year(value: Value) -> int | None:
    """The same where nothing but a year can stand: ``21``, ``-21``, ``'21`` too."""
    found = re.fullmatch(r"(?:år\s*)?[-–'’]?\s*(\d\d)", shown(value).strip().lower())
    return read_year(value) or (2000 + int(found[1]) if found else None)
