"""Weeks and years however they are written, and files of text."""

from __future__ import annotations

from datetime import date, timedelta

from crimestats.weeks import IsoWeek, week_range
from tests.etl.zoo.figures import NAMES, SOME, WEEKS, add, count, down, keys, labels, over

TWO = ("violence", "theft")
FIVE = list(week_range(IsoWeek(2016, 1), IsoWeek(2020, 53)))
LONG_RUN = {("Lysekil", w.year, w.week, c, ""): count(c, w.week, w.year) for w in FIVE for c in TWO}
DAYS = [date.fromisocalendar(2021, w, 1) for w in WEEKS]


def worded(day: date) -> str:
    """The day and month in Swedish."""
    return f"{day.day} {'okt' if day.month == 10 else 'nov'}"


def written(name: str, style: object) -> None:
    """261 weeks across and down, each written in one way."""
    heads = [style(week) for week in FIVE]  # type: ignore[operator]
    counted = {c: [count(c, w.week, w.year) for w in FIVE] for c in TWO}
    add(
        f"five years across: {name}",
        [["Brottstyp", *heads], *[[NAMES[c], *counted[c]] for c in TWO]],
        LONG_RUN,
    )
    add(
        f"five years down: {name}",
        [["Vecka", *labels(TWO)], *[[head, *[counted[c][n] for c in TWO]] for n, head in enumerate(heads)]],
        LONG_RUN,
    )


written("yyyy-Www", str)
written("yyyyww", lambda w: f"{w.year}{w.week:02}")
written("yyyyww as numbers", lambda w: w.year * 100 + w.week)
written("Mondays", lambda w: w.monday)
written("Mondays as text", lambda w: w.monday.isoformat())
written("year at the first week", lambda w: f"{w.year} v.{w.week}" if w.week == 1 else f"v.{w.week}")
written("short year", lambda w: f"v{w.week:02}/{w.year % 100}")
written("days and months", lambda w: f"{w.monday:%d/%m/%Y}")
add(
    "five years across: year row above",
    [
        ["", *[w.year if w.week == 1 else None for w in FIVE]],
        ["Brottstyp", *[f"v.{w.week}" for w in FIVE]],
        *[[NAMES[c], *[count(c, w.week, w.year) for w in FIVE]] for c in TWO],
    ],
    LONG_RUN,
)
add(
    "five years down: year column once",
    [
        ["År", "V", *labels(TWO)],
        *[[w.year if w.week == 1 else None, w.week, *[count(c, w.week, w.year) for c in TWO]] for w in FIVE],
    ],
    LONG_RUN,
)

for title, style in {
    "with days": lambda w, d: (
        f"v {w} ({d.day}/{d.month}-{(d + timedelta(6)).day}/{(d + timedelta(6)).month})"
    ),
    "colon": lambda w, d: f"Vecka {w}:",
    "range": lambda w, d: f"{d.day}/{d.month}-{(d + timedelta(6)).day}/{(d + timedelta(6)).month}",
    "range of dates": lambda w, d: f"{d} - {d + timedelta(6)}",
    "range in words": lambda w, d: f"{worded(d)} – {worded(d + timedelta(6))}",
    "year after": lambda w, d: f"v. {w}, 2021",
    "word and number": lambda w, d: f"Vecka nr {w}",
    "english": lambda w, d: f"Week {w}",
    "any day": lambda w, d: d + timedelta(w % 7),
    "day in words": lambda w, d: f"{d.day} {'oktober' if d.month == 10 else 'november'} 2021",
    "dotted": lambda w, d: f"{d:%d.%m.%Y}",
    "with line break": lambda w, d: f"Vecka\n{w}",
}.items():
    heads = [style(w, d) for w, d in zip(WEEKS, DAYS, strict=True)]
    add(
        f"weeks across: {title}",
        [["Anmälningar 2021"], ["Brottstyp", *heads], *[[NAMES[c], *over(c)] for c in SOME]],
        keys(),
    )
    add(
        f"weeks down: {title}",
        [
            ["Anmälningar 2021"],
            ["Vecka", *labels()],
            *[[h, *down(SOME, w)] for h, w in zip(heads, WEEKS, strict=True)],
        ],
        keys(),
    )
add(
    "week and its dates in two columns",
    [
        ["Vecka", "Från", "Till", *labels()],
        *[[w, d, d + timedelta(6), *down(SOME, w)] for w, d in zip(WEEKS, DAYS, strict=True)],
    ],
    keys(),
)
add(
    "week and its dates in one column",
    [
        ["2021"],
        ["Vecka", "Datum", *labels()],
        *[
            [w, f"{d.day}/{d.month}-{(d + timedelta(6)).day}/{(d + timedelta(6)).month}", *down(SOME, w)]
            for w, d in zip(WEEKS, DAYS, strict=True)
        ],
    ],
    keys(),
)
add(
    "week row and date row above the figures",
    [["2021"], ["Vecka", *WEEKS], ["Måndag", *DAYS], *[[NAMES[c], *over(c)] for c in SOME]],
    keys(),
)
add(
    "date row above the weeks",
    [["Från", *DAYS], ["Brottstyp", *[f"v.{w}" for w in WEEKS]], *[[NAMES[c], *over(c)] for c in SOME]],
    keys(),
)
add(
    "bare weeks across under the word",
    [["Anmälningar 2021"], [None, "Vecka"], [None, *WEEKS], *[[NAMES[c], *over(c)] for c in SOME]],
    keys(),
)
add(
    "english",
    [
        ["Year", "Week", "Violence", "Criminal damage", "Theft", "Total"],
        *[[2021, w, *down(SOME, w)] for w in WEEKS],
    ],
    keys(),
)
add(
    "header far down, not at A1",
    [
        *[["Om statistiken"]] + [[]] * 44,
        [None, None, None, "År", "Vecka", *labels()],
        *[[None, None, None, 2021, w, *down(SOME, w)] for w in WEEKS],
    ],
    keys(),
)
add(
    "numbers in many styles",
    [
        ["Anmälningar 2021"],
        ["Vecka", "Våldsbrott¹", "Tillgrepp/stöld*", "Totalt"],
        ["43", f"{count('violence', 43)},0", f"'{count('theft', 43)}", "443*"],
        [44.0, f"{count('violence', 44)} st", float(count("theft", 44)), "444 "],
        ["v45", f"{count('violence', 45)}.0", str(count("theft", 45)), "445"],
    ],
    keys(("violence", "theft", "total"), (43, 44, 45)),
)
add(
    "csv with preamble and footer",
    [
        ["Polisregion Väst"],
        ["Uttag 2022-01-10"],
        ["Period: 2021"],
        [],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w)] for w in WEEKS],
        [],
        ["Antal rader: 4"],
        ["Slut på rapport"],
    ],
    keys(),
    file="uttag.csv",
)
add(
    "csv with quoted line breaks",
    [
        ["2021"],
        ["Vecka", "Vålds-\nbrott", "Skadegörelse\n(antal)", "Tillgrepp/\nstöld", "Totalt\nantal"],
        *[[w, *down(SOME, w)] for w in WEEKS],
    ],
    keys(),
    file="brott.csv",
)
