"""Weeks, days and years in all their spellings."""

from __future__ import annotations

from tests.etl.sheets.numbered import FOUR, NAMES, THEFT, VANDALISM, VIOLENCE, WEEKS, Content, Numbers, sheet


@sheet("yyww int")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våldsbrott", "Skadegörelse"],
        *[[2100 + w, at.one(VIOLENCE, w), at.one(VANDALISM, w)] for w in WEEKS],
    ]


@sheet("yyww text")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våldsbrott", "Skadegörelse"],
        *[[f"21{w}", at.one(VIOLENCE, w), at.one(VANDALISM, w)] for w in WEEKS],
    ]


@sheet("yyww across")
def _(at: Numbers) -> Content:
    return [
        ["Brottstyp", *[2100 + w for w in WEEKS]],
        ["Våldsbrott", *at.row(VIOLENCE, WEEKS)],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("v2143 across")
def _(at: Numbers) -> Content:
    return [
        ["Brottstyp", *[f"v{2100 + w}" for w in WEEKS]],
        ["Våldsbrott", *at.row(VIOLENCE, WEEKS)],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("21-43")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våldsbrott"], *[[f"21-{w}", at.one(VIOLENCE, w)] for w in WEEKS]]


@sheet("v.43-21")
def _(at: Numbers) -> Content:
    return [
        ["Brottstyp", *[f"v.{w}-21" for w in WEEKS]],
        ["Våldsbrott", *at.row(VIOLENCE, WEEKS)],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("v43 -21")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våldsbrott"], *[[f"v{w} -21", at.one(VIOLENCE, w)] for w in WEEKS]]


@sheet("v43 21")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våldsbrott"], *[[f"v{w} 21", at.one(VIOLENCE, w)] for w in WEEKS]]


@sheet("V43 (25/10-31/10)")
def _(at: Numbers) -> Content:
    d = {43: "25/10-31/10", 44: "1/11-7/11", 45: "8/11-14/11", 46: "15/11-21/11"}
    return [
        ["2021"],
        ["Brottstyp", *[f"V{w} ({d[w]})" for w in WEEKS]],
        ["Våldsbrott", *at.row(VIOLENCE, WEEKS)],
    ]


@sheet("Vecka 43 – 2021")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våldsbrott"], *[[f"Vecka {w} – 2021", at.one(VIOLENCE, w)] for w in WEEKS]]


@sheet("Vecka 43, 2021 / Vecka 43 år 2021")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våldsbrott"],
        ["Vecka 43, 2021", at.one(VIOLENCE, 43)],
        ["Vecka 44 år 2021", at.one(VIOLENCE, 44)],
        ["v. 45 (2021)", at.one(VIOLENCE, 45)],
        ["V46 – 2021", at.one(VIOLENCE, 46)],
    ]


@sheet("2021 vecka 43, 2021:43, 2021.43, 2021 43")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våldsbrott"],
        ["2021 vecka 43", at.one(VIOLENCE, 43)],
        ["2021:44", at.one(VIOLENCE, 44)],
        ["2021-v45", at.one(VIOLENCE, 45)],
        ["2021 46", at.one(VIOLENCE, 46)],
        ["2021.47", at.one(VIOLENCE, 47)],
    ]


@sheet("dates 25 okt 2021")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(
                ("25 okt 2021", "1 nov 2021", "8 nov. 2021", "15 november 2021"), WEEKS, strict=True
            )
        ],
    ]


@sheet("måndag 25 oktober")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(
                ("måndag 25 oktober", "måndag 1 november", "måndag 8 november", "måndag 15 november"),
                WEEKS,
                strict=True,
            )
        ],
    ]


@sheet("måndag 25 oktober 2021 / mån 1 nov / måndagen den 8 november")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(
                (
                    "måndag 25 oktober 2021",
                    "mån 1 nov 2021",
                    "måndagen den 8 november 2021",
                    "Måndag, 15 november 2021",
                ),
                WEEKS,
                strict=True,
            )
        ],
    ]


@sheet("25/10 -21, 25.10.21, 211025, 2021/10/25, 25-10-2021")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(
                ("25/10 2021", "1.11.2021", "2021/11/08", "15-11-2021", "20211122"),
                (43, 44, 45, 46, 47),
                strict=True,
            )
        ],
    ]


@sheet("25/10-21 short")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(("25/10-21", "1/11-21", "8/11-21", "15/11-21"), WEEKS, strict=True)
        ],
    ]


@sheet("211025 six digit dates")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våldsbrott"],
        *[
            [d, at.one(VIOLENCE, w)]
            for d, w in zip(("211025", "211101", "211108", "211115"), WEEKS, strict=True)
        ],
    ]


@sheet("year col -21")
def _(at: Numbers) -> Content:
    return [
        ["År", "Vecka", "Brottstyp", "Antal"],
        *[["-21", w, NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet("year col '21")
def _(at: Numbers) -> Content:
    return [
        ["År", "Vecka", "Brottstyp", "Antal"],
        *[["'21", w, NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet("year col 21")
def _(at: Numbers) -> Content:
    return [
        ["År", "Vecka", "Brottstyp", "Antal"],
        *[[21, w, NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet("xlsx serial dates unformatted")
def _(at: Numbers) -> Content:
    d = {43: 44494, 44: 44501, 45: 44508, 46: 44515}
    return [["Datum", "Brottstyp", "Antal"], *[[d[w], NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR]]


@sheet("v.12-21 series")
def _(at: Numbers) -> Content:
    return [
        ["Brott", *[f"v.{w}-21" for w in (10, 11, 12, 13)]],
        ["Våld", *at.row(VIOLENCE, (10, 11, 12, 13))],
    ]


@sheet("43-21 under Vecka")
def _(at: Numbers) -> Content:
    return [["Vecka", "Våld"], *[[f"{w}-21", at.one(VIOLENCE, w)] for w in (10, 11, 12, 13)]]


@sheet("15/3-21 days")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våld"],
        *[[d, at.one(VIOLENCE, w)] for d, w in (("15/3-21", 11), ("22/3-21", 12), ("29/3-21", 13))],
    ]


@sheet("d.m.yy")
def _(at: Numbers) -> Content:
    return [
        ["Datum", "Våld"],
        *[[d, at.one(VIOLENCE, w)] for d, w in (("15.3.21", 11), ("22.3.21", 12), ("29.3.21", 13))],
    ]


@sheet("Veckonr + Startdatum + Slutdatum")
def _(at: Numbers) -> Content:
    from datetime import date

    return [
        ["Veckonr", "Startdatum", "Slutdatum", "Våld", "Stöld"],
        *[
            [
                w,
                date.fromisocalendar(2021, w, 1),
                date.fromisocalendar(2021, w, 7),
                at.one(VIOLENCE, w),
                at.one(THEFT, w),
            ]
            for w in WEEKS
        ],
    ]


@sheet("Period col as date range")
def _(at: Numbers) -> Content:
    return [
        ["Period", "Våld"],
        ["2021-10-25 – 2021-10-31", at.one(VIOLENCE, 43)],
        ["2021-11-01 – 2021-11-07", at.one(VIOLENCE, 44)],
    ]


@sheet("Vecka col as date range wo year")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våld"],
        ["25/10-31/10", at.one(VIOLENCE, 43)],
        ["1/11-7/11", at.one(VIOLENCE, 44)],
    ]


@sheet("week newline dates")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brott", "v.43\n25/10-31/10", "v.44\n1/11-7/11"],
        ["Våld", at.one(VIOLENCE, 43), at.one(VIOLENCE, 44)],
    ]


@sheet("weeks down with weekday dates in text col")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Datum", "Våld"],
        [43, "25–31 okt", at.one(VIOLENCE, 43)],
        [44, "1–7 nov", at.one(VIOLENCE, 44)],
    ]


@sheet("weeks 52,53,1 with year rows")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våld"],
        ["2020 v.52", at.one(VIOLENCE, 52, 2020)],
        ["2020 v.53", at.one(VIOLENCE, 53, 2020)],
        ["2021 v.1", at.one(VIOLENCE, 1)],
    ]


@sheet("blank weeks future")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våld"],
        *[[w, at.one(VIOLENCE, w)] for w in WEEKS],
        *[[w, None] for w in (47, 48, 49, 50, 51, 52)],
    ]
