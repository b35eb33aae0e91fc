"""Personal data in words that people write: found before anything is stored or logged (DOMAIN 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Dashes and spaces that people and Excel use for one another.
_SAME = str.maketrans(
    {c: "-" for c in "‐‑‒–—−"} | {c: " " for c in "\u00a0\u2007\u2009\u202f"} | {"\u200b": "", "\u00ad": ""}
)
_NUMBER = re.compile(r"(?<!\d)(?:1[89]|20)?(\d{6})[-+ ]?(\d{4})(?!\d)")
_CASE = re.compile(r"(?<!\w)\d{4} ?- ?K ?\d{1,7} ?- ?\d{2}(?!\w)", re.I)
# From the @ on, so that a long text is not searched from each of its letters to the end.
_EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# 070-123 45 67, 0523/613000, (08) 123 456 78: an area code, then groups, or a run after a dash or stroke.
_PHONE = re.compile(
    r"(?<![\d.,:/+-])\(?0[1-9]\d{0,2}\)?(?: ?[-/] ?\d{5,8}|(?: ?[-/] ?| )\d{2,4}(?: \d{2,3}){1,3})(?![\d-])"
)
_PHONE_DIGITS = range(8, 12)
_PHONE_PLAIN = re.compile(r"(?<![\d.,:/+-])(0[1-9]\d{7,8})(?![\d,.-])")
_PHONE_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)(?:46|45|47|358|44|49|48|1)[ ()-]*(?:\d[ ()-]*){7,11}(?!\d)")
_MOBILE = ("070", "072", "073", "076", "079")
SHORTEST = 7


def personal_data(text: str) -> str:
    """``email``, ``number``, ``case`` or ``phone``, the first that is found; "" when there is none."""
    return next(kinds_of_personal_data(text), "")


def kinds_of_personal_data(text: str) -> Iterator[str]:
    """Every kind that a text seems to hold, each once."""
    if len(text) < SHORTEST or (text.isalpha() and text.isascii()):
        return
    even = text.translate(_SAME)
    if "@" in even and _EMAIL.search(even):
        yield "email"
    if sum(map(str.isdigit, even)) < SHORTEST:
        return
    if any(_is_number(found[1] + found[2]) for found in _NUMBER.finditer(even)):
        yield "number"
    if _CASE.search(even):
        yield "case"
    if _is_phone(even):
        yield "phone"


def _is_number(ten: str) -> bool:
    """Ten digits with a date or a coordination number's date in front and a right check digit."""
    return _has_date(ten) and _luhn(ten)


def _has_date(ten: str) -> bool:
    month, day = int(ten[2:4]), int(ten[4:6])
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (2 if n % 2 == 0 else 1) for n, d in enumerate(digits))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _is_phone(text: str) -> bool:
    if any(sum(map(str.isdigit, found[0])) in _PHONE_DIGITS for found in _PHONE.finditer(text)):
        return True
    if _PHONE_ABROAD.search(text):
        return True
    # Ten digits with a date in front are a number that failed its check digit, unless a mobile prefix leads.
    return any(
        len(run) == 9 or run.startswith(_MOBILE) or not _has_date(run) for run in _PHONE_PLAIN.findall(text)
    )
