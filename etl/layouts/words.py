"""The words of a sheet and what they mean; data in ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

_NOT_WORD = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# "version 2020.3", "Rapport nr 2020", "(1962:700)" are no years of figures.
_YEAR_OF = re.compile(r"(?<![\d.:])(?<!nr )(?<!nr\. )((?:199|20\d)\d)(?!\d|[.:]\d)(?! års\b)")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d_])(\s*(?:\*+|[¹²³⁰⁴-⁹†‡]+)|\s*\d{1,2}\))$|(?<=\))(\s*(?:\*+|[¹²³⁰⁴-⁹]+))$"
)
_PART_SUMS = {"summa", "delsumma", "totalt", "total", "totalsumma"}
# Figures made from counts, or beside them: never counts of a week.
_DERIVED = re.compile(
    r"^(?:förändr|andel|medel(?:v|tal|\b)|genomsnitt|differens|diff\b|skillnad|procent|index\b|trend|"
    r"rullande|glidande|prognos|budget|mål\b|målvärde|förvänta|ökning|minskning|avvikelse|rang\b|ranking|"
    r"standardavvikelse|rest\b|"
    r"(?:andel |antal )?(?:uppklar|invånare|folkmängd|befolkning|misstänkt|lagför|avskriv|nedlag|öppna|"
    r"utredningstid|handlägg|brottsoffer|larm\b|ingripande))|"
    r"\bper (?:100 ?000|10 ?000|1 ?000|inv\w*|capita)\b|\bfjol|\b(?:föreg|föregående|f ?g) "
    r"(?:år|vecka|månad|period)|\bförra (?:året|veckan|månaden)|\bsamma (?:vecka|veckor|period|tid)\b|"
    r"\bmotsvarande\b|\bjämfört\b|\bsnitt\b|\bmedel(?:värde)?\b|\bdiff\b|\bhittills (?:19|20)\d\d\b"
)
_CHANGE = {"+/-", "±", "δ", "+/−", "+ / -"}
_RUNNING = re.compile(
    r"(?:summa |totalt |antal )?(?:ack|ackumulera\w*|kumulativ\w*|kumulera\w*|hittills)\b|löpande\b|"
    r"sedan årsskiftet\b"
)
# Sheets that are put beside the figures of the day.
_ASIDE = re.compile(r"(?:exempel|mall|test|testdata|gammal|gamla|arkiv|example|template|old)\b")
_AGAINST = re.compile(r"^(?:(?:varav|därav|drabbad|drabbade) )?(?:mot )?")
_DIVIDES = re.compile(r"(?:kön|ålder|åldersgrupp|försök|fullbord|relation|brottsplats|urval|filter)\b")
# "Anmälningsvecka", "Vilken vecka gäller svaret?"
_ASKS_WEEK = re.compile(
    r"(?:vilken |aktuell |avser |inskriven )?(?:anmälnings|registrerings|rapport|kalender)?veck(?:a|an)"
    r"(?: [a-zåäö]+){0,3}"
)
_PERIOD = re.compile(
    r"(?:kv|kvartal|q|tertial|t|halvår|h)\s*[1-4]|[1-4] (?:kvartalet|tertialet|halvåret)|"
    r"helår|hela året|hela (?:19|20)\d\d"
)
_MONTH_NUMBER = re.compile(r"((?:19|20)\d\d)[-/]?(?:m)?(0[1-9]|1[0-2])")


@cache
def _table(name: str) -> dict[str, str]:
    """Word → meaning, of one table of ``words.toml``; the first meaning of a word wins."""
    table: dict[str, str] = {}
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    for meaning, words in data[name].items():
        for word in words:
            table.setdefault(simplify(word), meaning)
    return table


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(_table("columns"))}


@lru_cache(maxsize=20_000)
def simplify(label: str) -> str:
    """A label as its words alone: ``Vecka nr.`` → ``vecka nr``."""
    return _NOT_WORD.sub(" ", label.casefold()).strip()


def column_role(label: str) -> str:
    """What a heading says its column holds: ``week``, ``area`` …; "" when it is no column name."""
    simple = simplify(label)
    return _table("columns").get(simple, "") or ("week" if _ASKS_WEEK.fullmatch(simple) else "")


def column_rank(label: str) -> int:
    """Lower wins where two columns have the same role."""
    return _ranks().get(simplify(label), len(_ranks()))


def party(label: str) -> str | None:
    """``private``, ``company``, ``authority`` or "" for none in particular; None for an unknown word."""
    simple = simplify(label)
    found = _table("parties").get(simple) or _table("parties").get(_AGAINST.sub("", simple))
    return "" if found == "none" else found


def source(label: str) -> str:
    """``police``, or the source's own name."""
    return _table("sources").get(simplify(label), label.strip())


def unit(label: str) -> str | None:
    """``reports`` or ``offences``; None for an unknown word."""
    return _table("units").get(simplify(label))


def is_sum(label: str) -> bool:
    """Whether a label heads the sum of other cells."""
    return _table("marks").get(simplify(label)) in ("sum", "running") or is_running(label)


def is_running(label: str) -> bool:
    """Whether a label heads figures that are added up from week to week."""
    simple = simplify(label)
    running = _table("marks").get(simple) == "running" or bool(_RUNNING.match(simple))
    return running and not is_derived(label)


def is_period(label: str) -> bool:
    """Whether a label names a longer period than a week: a month, a quarter, a year."""
    simple = simplify(label)
    bare = _YEAR.sub("", simple).strip() or simple
    named = not any(map(str.isdigit, bare)) and month(bare)
    return bool(named or _PERIOD.fullmatch(simple) or _PERIOD.fullmatch(bare))


def sums_part(label: str) -> bool:
    """Whether a label says that it sums a part of the table: ``Summa v. 43``, ``Lysekil totalt``."""
    simple = simplify(label)
    first, _, last = simple.partition(" ")
    return bool(last) and (first in _PART_SUMS or simple.rsplit(" ", 1)[1] in _PART_SUMS)


def is_derived(label: str) -> bool:
    """Whether a label heads figures computed from counts, such as a mean or a share."""
    simple = simplify(label)
    if _table("marks").get(simple) == "derived" or "%" in label or label.strip().casefold() in _CHANGE:
        return True
    return bool(_DERIVED.search(simple))


def harmless(text: str) -> bool:
    """Whether a word of a title changes nothing about what is counted."""
    simple = simplify(text)
    return simple.isdigit() or simple in _titles() or simple.removesuffix("s") in _titles()


@cache
def _titles() -> frozenset[str]:
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return frozenset(data["titles"]["harmless"])


def month(label: str) -> int | None:
    """The month that a text names (``okt``, ``Oktober 2021``, ``2021-10``, ``202110``)."""
    if found := _MONTH_NUMBER.fullmatch(label.strip()):
        return int(found[2])
    words = _YEAR.sub("", simplify(label)).split()
    dated = len(words) == 2 and len(words[1]) == 2 and words[1].isdigit()  # "okt 21"; "25 okt" is a day
    named = _table("months").get(words[0]) if len(words) == 1 or dated else None
    return int(named) if named else None


def is_made(text: str) -> bool:
    """Whether a line tells when the sheet was made."""
    return any(_table("marks").get(word) == "made" for word in simplify(text).split())


def divides(heading: str) -> bool:
    """Whether a column tells parts of the reports apart, so that its rows could be only some of them."""
    return bool(_DIVIDES.match(simplify(heading)))


def before_made(text: str) -> str:
    """A line up to where it tells when the sheet was made: "Anmälda brott 2021, uppdaterad 2021-11-29"."""
    words = re.finditer(r"\w+", text)
    made = next((one.start() for one in words if _table("marks").get(simplify(one[0])) == "made"), len(text))
    return text[:made]


def heads_derived(title: str) -> bool:
    """Whether a title says that the whole table below it holds something else than counts of reports."""
    simple = simplify(title)
    found = _DERIVED.search(simple)
    plain = " och " not in simple and ":" not in title
    derived = found and (found.start() == 0 or found[0].startswith("per "))
    return plain and bool(derived or is_running(title))


def is_aside(sheet_name: str) -> bool:
    """Whether a sheet's name says that it is an example, a template or an old one."""
    return bool(_ASIDE.match(simplify(sheet_name)))


def years_in(text: str) -> set[int]:
    """The years that a title states; none where the line is a date alone or tells when the sheet was made."""
    if _DAY.fullmatch(text.strip()):
        return set()
    return {int(year) for year in _YEAR_OF.findall(before_made(text))}


def names_year(text: str) -> bool:
    """Whether a text has a year in it, however long ago."""
    return _YEAR.search(text) is not None


def years_of_file(name: str) -> set[int]:
    """The years that a file's name states; the date of an extract in it is none."""
    return years_in(_DAY.sub(" ", name))


def without_footnote(label: str) -> str:
    """A label without the footnote mark stuck to it: ``Stöld 1)`` and ``Stöld*`` → ``Stöld``."""
    return _FOOTNOTE.sub("", label.rstrip()).rstrip()
