"""Days and runs of days as sheets write them: ``2021-10-25``, ``25/10/2021``, ``25 okt``, ``25/10–31/10``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from etl.layouts import words

# "måndag 25 oktober", "Mån, 25/10", "måndagen den 25 oktober"
_NAMED = "m[åa]n|tis|ons|tors?|fre|lör|sön|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun"
_WEEKDAY = rf"(?:(?:{_NAMED})(?:dag|day)?(?:en)?\.?,?\s+)?(?:den\s+)?"
_ISO = re.compile(rf"{_WEEKDAY}((?:19|20)\d\d)([-/.]?)(\d\d)\2(\d\d)(?:[T ]\d\d:\d\d.*)?", re.I)
_FULL = r"(?:19|20)\d\d"
_FIGURES = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})"
    rf"(?:\s*[/.]\s*(\d{{1,2}})\.?(?:\s*[-/. ]\s*({_FULL}))?|-(\d\d?)-({_FULL}))",
    re.I,
)
_WORDED = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?::e|:a)?(?:\s+|-(?=[a-zåäö]+-))([a-zåäö]{{3,9}})\.?,?"
    rf"(?:\s+({_FULL})|\s*[-'’ ]['’]?(\d\d))?",
    re.I,
)
_ENGLISH = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2}),?\s+((?:19|20)\d\d)", re.I)
_DECIMAL = re.compile(r"\d+\.\d+")
_SHORT = re.compile(r"(\d{1,2})")
# Around an unspaced dash both ends must be figures, or dates such as 2021-10-25 would be cut.
_DASH = re.compile(
    r"\s+[-–—]\s+|--|\s*[–—]\s*|\s+(?:till|t\.?o\.?m\.?|to)\s+|(?<=\d)-(?=\d{1,2}\s*[/.])|"
    r"(?<=[/.]\d)-(?=\d)|(?<=[/.]\d\d)-(?=\d)|(?<=\d)-(?=\d{1,2}\s(?!till|t\.?o)[a-zåäö])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day; ``year`` None where the sheet leaves it out."""

    year: int | None
    month: int
    day: int

    def of(self, year: int) -> date | None:
        """The date in a year, its own where it has one; None when that year has no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@lru_cache(maxsize=20_000)
def read(text: str) -> Day | None:
    """One day, or the first of a run of days that lies within one week."""
    bare = text.strip()
    if one := _one(bare):
        # A decimal point is more likely than a day without a year.
        return None if _DECIMAL.fullmatch(bare) else one
    ends = _DASH.split(bare)
    if len(ends) != 2:
        return None
    last = _one(ends[1].strip())
    first = _one(ends[0].strip()) or _within(ends[0].strip(), last)
    return _run(first, last) if first and last else None


def _one(text: str) -> Day | None:
    if found := _ISO.fullmatch(text):
        return _checked(Day(int(found[1]), int(found[3]), int(found[4])))
    if found := _FIGURES.fullmatch(text):
        return _checked(Day(_year(found[3] or found[5]), int(found[2] or found[4]), int(found[1])))
    if (found := _WORDED.fullmatch(text)) and (month := words.month(found[2])):
        return _checked(Day(_year(found[3] or (found[4] and f"20{found[4]}")), month, int(found[1])))
    if (found := _ENGLISH.fullmatch(text)) and (month := words.month(found[1])):
        return _checked(Day(int(found[3]), month, int(found[2])))
    return None


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _within(text: str, last: Day | None) -> Day | None:
    """``25`` in ``25–31/10``: the last day's month and year."""
    found = _SHORT.fullmatch(text)
    return _checked(Day(last.year, last.month, int(found[1]))) if found and last else None


def _checked(day: Day) -> Day | None:
    return day if day.of(2020) or (day.year and day.of(day.year)) else None


def _run(first: Day, last: Day) -> Day | None:
    """The first day, with the year of the last where it has none itself; None for more than a week."""
    year = first.year or last.year
    if year and not first.year and (first.month, last.month) == (12, 1):
        year -= 1
    start, end = first.of(year or 2021), last.of(last.year or year or 2021)
    if start is None or end is None:
        return None
    if end < start and not last.year:
        end = last.of(start.year + 1)
    fits = end is not None and timedelta(0) <= end - start <= timedelta(6)
    if fits and end and year:  # Wednesday to Tuesday is no week; without a year that cannot be seen
        fits = start.isocalendar()[:2] == end.isocalendar()[:2]
    return Day(year, first.month, first.day) if fits else None


def excel_week(day: Day | None, year: int) -> int | None:
    """What Excel's VECKONR (WEEKNUM) gives: weeks begin on Sundays, and 1 January lies in the first."""
    found = day.of(year) if day else None
    if found is None:
        return None
    first = date(found.year, 1, 1)
    return (found.timetuple().tm_yday + first.isoweekday() % 7 - 1) // 7 + 1
