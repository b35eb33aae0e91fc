"""Words with figures in them that say when: weeks, months, years and dates."""

from __future__ import annotations

import re

from crimestats.checking.model import Moment

# Stands in a list of weeks where it runs over the new year: "vecka 52–3".
OVER = -1
MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "januari jan", "februari feb", "mars", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
            "september sept sep", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
_LAST_YEAR = (
    r"(?:förra året|i fjol|ifjol|föregående år|året (?:innan|före|dessförinnan)|ett år tidigare|"
    r"för ett år sedan|fjol(?:året)?)"
)
_THIS_YEAR = r"(?:i år|innevarande år|detta år|det här året)"
_ONE_YEAR = rf"(?P<year>{_YEAR})\b(?(bracket)\))|(?P<back>{_LAST_YEAR})|{_THIS_YEAR}"
_AND_YEAR = rf"(?:,? ?(?P<bracket>\()?(?:år |under |i )?(?:{_ONE_YEAR}))?"
_WEEK = r"(?:veckorna|veckan|veckas?|veckor|v\b\.?|wk\b)"
_TO = r" ?(?:-|–|t\.?o\.?m\.?|till och med|till|fram till) ?"
# "vecka 45, 15 våldsbrott": the second number counts something.
_NO_COUNT = (
    r"(?! ?%| procent| anmälning| anmälda| brott| våld| stöld| skade| bedr| tillg| fall| st\b| ärend| händ|"
    r" fler| färre)"
)
_MORE = (
    rf"{_TO}(?:{_WEEK} ?)?\d{{1,2}}(?![\d%])|"
    rf"(?: ?, ?| (?:och|samt|&|\+|eller) )(?:{_WEEK} ?)?\d{{1,2}}(?![\d%]){_NO_COUNT}"
)
_SINCE = r"(?:från(?: och med)? |fr\.?o\.?m\.? )?"
WEEKS = re.compile(
    rf"\b{_SINCE}(?:(?P<iso>{_YEAR})-?w(?P<isoweek>\d\d)\b|{_WEEK} ?(?P<list>\d{{1,2}}(?!\d)(?:{_MORE})*)"
    rf"(?:/(?P<slash>{_YEAR}))?{_AND_YEAR})"
)
_UP_TO = r"(?:fram )?(?:till och med|t\.?o\.?m\.?|(?<=fram )till)"
UNTIL = re.compile(rf"\b{_UP_TO} {_WEEK} ?(?P<last>\d{{1,2}})(?![\d–-]){_AND_YEAR}")
BETWEEN = re.compile(
    rf"\bmellan {_WEEK} ?(?P<first>\d{{1,2}}) och (?:{_WEEK} ?)?(?P<last>\d{{1,2}}){_AND_YEAR}"
)
ACROSS = re.compile(
    rf"\b{_WEEK} ?(?P<first>\d{{1,2}}),? ?\(?(?P<year1>{_YEAR})\)?{_TO}"
    rf"(?:{_WEEK} ?)?(?P<last>\d{{1,2}}),? ?\(?(?P<year2>{_YEAR})\b\)?"
)
MONTH = re.compile(
    rf"\b(?P<month>{_MONTH})(?: månad)?(?:(?: ?(?:-|–|till|t\.o\.m\.) ?)(?P<last>{_MONTH}))?s?{_AND_YEAR}"
)
_ORDINAL = r"(?:[:.]?[ae]\b)?"
_UNTIL = r" ?(?:-|–|till(?: och med)?(?: den)?|t\.?o\.?m\.?(?: den)?) ?"
DATES = re.compile(
    rf"\b{_SINCE}(?:(?P<iso>{_YEAR}-\d\d-\d\d)|(?:den )?(?P<first>\d{{1,2}}){_ORDINAL} ?(?P<month1>{_MONTH})?"
    rf"(?: ?(?P<year1>{_YEAR})\b)?(?:{_UNTIL}(?P<last>\d{{1,2}}){_ORDINAL})? ?(?P<month2>{_MONTH})"
    rf"(?:,? ?(?P<year2>{_YEAR})\b)?|\d{{1,2}} ?{_MONTH}(?:,? ?{_YEAR}\b)?(?!\w))"
)
_SAME = r"(?:samma|motsvarande) (?:period|tid|tidsperiod|månad|veckor|vecka)(?:en|erna)?"
SAME_IN_YEAR = re.compile(rf"\b{_SAME},? (?:under |i |år )?(?P<year>{_YEAR})\b")
YEARS = re.compile(
    rf"(?<![\d.,/–-])(?:(?:hela )?år(?:et)? )?(?P<year>{_YEAR})(?:(?:-|–){_YEAR}|s)?(?![\d/]|,\d|-\d)\b"
)


def moment_at(text: str, at: int) -> tuple[int, Moment] | None:
    """(end, moment) of the weeks, months, dates or year that begin at a place, None when there are none."""
    if found := ACROSS.match(text, at):
        ends = (int(found["first"]), int(found["last"]))
        return found.end(), Moment("across", ends, year=int(found["year1"]), last_year=int(found["year2"]))
    if found := UNTIL.match(text, at):
        year = int(found["year"] or 0)
        return found.end(), Moment("until", (int(found["last"]),), year=year, years_back=bool(found["back"]))
    if found := BETWEEN.match(text, at):
        weeks = tuple(range(int(found["first"]), int(found["last"]) + 1))
        return found.end(), Moment(
            "weeks", weeks, year=int(found["year"] or 0), years_back=bool(found["back"])
        )
    if found := WEEKS.match(text, at):
        return _weeks(found)
    if found := SAME_IN_YEAR.match(text, at):
        return found.end(), Moment("same_in_year", year=int(found["year"]))
    if found := DATES.match(text, at):
        return found.end(), Moment("dates", days=(found[0],))
    if found := MONTH.match(text, at):
        return _month(found)
    if found := YEARS.match(text, at):
        lone = "-" in found[0] or "–" in found[0]
        return found.end(), Moment("unknown") if lone else Moment("year", year=int(found["year"]))
    return None


def _weeks(found: re.Match[str]) -> tuple[int, Moment] | None:
    if found["iso"]:
        return found.end(), Moment("weeks", (int(found["isoweek"]),), year=int(found["iso"]))
    parts = re.split(r"(\d{1,2})", found["list"])
    numbers: list[int] = []
    at = found.start("list")
    for before, number in zip(parts[::2], parts[1::2], strict=False):
        value = int(number)
        if numbers and "till" in before and value <= numbers[-1]:
            # "från 10 i vecka 44 till 20": the second number is a count.
            return at, Moment("weeks", tuple(numbers))
        at += len(before) + len(number)
        if numbers and re.search(r"-|–|t\.?o\.?m|till", before):
            numbers += list(range(numbers[-1] + 1, value + 1)) if value > numbers[-1] else [OVER, value]
        else:
            numbers.append(value)
    year = int(found["slash"] or found["year"] or 0)
    return found.end(), Moment("weeks", tuple(numbers), year=year, years_back=bool(found["back"]))


def _month(found: re.Match[str]) -> tuple[int, Moment]:
    first = MONTHS[found["month"].rstrip(".")]
    if found["last"]:
        return found.end(), Moment("unknown")
    year = int(found["year"] or 0)
    return found.end(), Moment("month", month=first, year=year, years_back=bool(found["back"]))
