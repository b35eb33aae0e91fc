"""Figures that are no counts of reports, or only some of them: left out and said, or asked about."""

from __future__ import annotations

from datetime import date

from tests.etl.sheets.numbered import FRAUD, THEFT, TOTAL, VIOLENCE, WEEKS, Content, Numbers, sheet, weeks

HEAD = ["Vecka", "Våldsbrott", "Stöld"]


def counts(at: Numbers) -> list[list[object]]:
    return [[w, at.one(VIOLENCE, w), at.one(THEFT, w)] for w in WEEKS]


def junk() -> list[list[object]]:
    return [[w, 900_001 + w, 900_101 + w] for w in WEEKS]


for title in (
    "Uppklarade brott 2021",
    "Misstänkta personer per vecka 2021",
    "Andel i procent 2021",
    "Brott per 1 000 invånare 2021",
    "Ackumulerat antal anmälningar 2021",
    "Prognos 2021",
    "Öppna ärenden 2021",
):

    @sheet(f"only {title}", stops=(("other_measure", "A1"),))
    def _(at: Numbers, title: str = title) -> Content:
        return [[title], HEAD, *junk()]

    @sheet(f"below the counts: {title}", warns=("table_not_read",))
    def _(at: Numbers, title: str = title) -> Content:
        return [["Anmälningar 2021"], HEAD, *counts(at), [], [title], HEAD, *junk()]


for name in ("Uppklarade", "Prognos", "Per capita", "Andelar", "Exempel", "Gammal"):

    @sheet(f"a sheet called {name}")
    def _(at: Numbers, name: str = name) -> Content:
        return {"2021": [HEAD, *counts(at)], name: [["2021"], HEAD, *junk()]}


@sheet("a section of cleared cases", warns=("table_not_read",))
def _(at: Numbers) -> Content:
    return [["Anmälningar 2021"], HEAD, *counts(at), ["Uppklarade"], *junk()]


@sheet("cleared cases in an upper heading", "B2:C2", "D2:E2")
def _(at: Numbers) -> Content:
    rows = [[*one, 900_001, 900_002] for one in counts(at)]
    return [["2021"], [None, "Anmälda", None, "Uppklarade"], [*HEAD, "Våldsbrott", "Stöld"], *rows]


@sheet("an upper heading that we do not know", "B2:C2", "D2:E2", stops=(("column_unclear", "D2"),))
def _(at: Numbers) -> Content:
    rows = [[*one, 900_001, 900_002] for one in counts(at)]
    return [["2021"], [None, "Polisen", None, "Unga 15-17 år"], [*HEAD, "Våldsbrott", "Stöld"], *rows]


@sheet(
    "an unknown heading beside a known one",
    "B2:C2",
    "D2:E2",
    stops=(("category_unknown", "D3"), ("category_unknown", "E3")),
)
def _(at: Numbers) -> Content:
    rows = [[*one, 900_001, 900_002] for one in counts(at)]
    return [["2021"], [None, "Anmälningar", None, "Unga 15-17 år"], [*HEAD, "Våldsbrott", "Stöld"], *rows]


@sheet("rows of cleared cases", warns=("row_not_read",))
def _(at: Numbers) -> Content:
    rows = [[2021, w, "Stöld", status, at.one(THEFT, w) if status == "Anmäld" else 900_000 + w]
            for w in WEEKS for status in ("Anmäld", "Uppklarad")]  # fmt: skip
    return [["År", "Vecka", "Brottstyp", "Status", "Antal"], *rows]


@sheet("a column that divides", stops=(("column_divides", "D1"),))
def _(at: Numbers) -> Content:
    return [
        ["År", "Vecka", "Brottstyp", "Kön", "Antal"],
        *[[2021, w, "Stöld", "Kvinna", at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("a finer category that we do not know", stops=(("category_unknown", "D2"),))
def _(at: Numbers) -> Content:
    head = ["År", "Vecka", "Brottskategori", "Brottstyp", "Antal"]
    return [head, *[[2021, w, "Stöld", "Cykelstöld", 900_000 + w] for w in WEEKS]]


@sheet("kinds and their sum below a category", "B2:E2")
def _(at: Numbers) -> Content:
    rows = [
        [w, at.one("fraud.phone", w), at.one("fraud.card", w), at.one("fraud.other", w), at.one(FRAUD, w)]
        for w in WEEKS
    ]
    return [["2021"], ["Vecka", "Bedrägeri"], [None, "Telefon", "Kort", "Övrigt", "Totalt"], *rows]


@sheet(
    "parts that we do not know below a category",
    "B2:C2",
    stops=(("category_unknown", "B3"), ("category_unknown", "C3")),
)
def _(at: Numbers) -> Content:
    return [["2021"], ["Vecka", "Stöld"], [None, "Bil", "Cykel"], *junk()]


@sheet("fortnights by two columns", stops=tuple(("period_no_week", f"A{row}") for row in (2, 3)))
def _(at: Numbers) -> Content:
    days = [(date(2021, 10, 25), date(2021, 11, 7)), (date(2021, 11, 8), date(2021, 11, 21))]
    return [["Från", "Till", "Stöld"], *[[first, last, 900_000] for first, last in days]]


@sheet("wednesday to tuesday", stops=(("week_unreadable", "A2"),))
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Stöld"],
        ["2021-10-20 – 2021-10-26", 900_000],
        ["2021-10-25 – 2021-10-31", at.one(THEFT, 43)],
    ]


@sheet("months below Period", stops=(("period_month", ""),))
def _(at: Numbers) -> Content:
    return [["Period", "Stöld"], *[[f"2021-{month:02d}", 900_000 + month] for month in range(1, 11)]]


for heading in ("Söndag", "T.o.m.", "Veckans sista dag", "Period", None):

    @sheet(f"VECKONR beside sundays below {heading}", stops=(("week_as_excel", "B2"),))
    def _(at: Numbers, heading: str | None = heading) -> Content:
        rows = [[date.fromisocalendar(2021, w, 7), w + 2, at.one(THEFT, w)] for w in WEEKS]
        return [[heading, "Vecka", "Stöld"], *rows]


@sheet("decimal commas cut in two", file="f.csv", stops=(("row_too_long", "E2"), ("row_too_long", "E3")))
def _(at: Numbers) -> Content:
    return "År,Vecka,Totalt,Stöld\n2021,43,41,0,11,0\n2021,44,37,0,12,0\n"


@sheet("figures below no heading", warns=("figures_without_heading",))
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Totalt", None, "Stöld"],
        *[[w, at.one(TOTAL, w), 900_000, at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("years that are none", stops=(("year_missing", "A5"),))
def _(at: Numbers) -> Content:
    return [
        ["Version 2020.3"],
        ["Brottsbalken (1962:700)"],
        ["Rapport nr 2020"],
        HEAD,
        [43, 900_001, 900_002],
    ]


@sheet("print date above a column")
def _(at: Numbers) -> Content:
    return [["Veckorapport 2021", None, date(2021, 11, 22)], [], HEAD, *counts(at)]


@sheet("another title beside weeks", stops=(("total_unlike_parts", "D4"),))
def _(at: Numbers) -> Content:
    rows = [["Bedrägeri", *at.row(FRAUD, range(40, 46))], ["Stöld", *at.row(THEFT, range(40, 46))]]
    sums = [one + two for one, two in zip(rows[0][1:], rows[1][1:], strict=True)]
    sums[2] += 1
    at.truth |= {count: ("Lysekil", 2021, 40 + n, TOTAL, "") for n, count in enumerate(sums) if n != 2}
    return {"2021": [["Brott", *weeks(*range(40, 46))], *rows, ["Summa", *sums]]}
