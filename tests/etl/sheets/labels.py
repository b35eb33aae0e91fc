"""Categories, areas and parties: where they stand and what they are called."""

from __future__ import annotations

from tests.etl.sheets.numbered import (
    CARD,
    FOUR,
    FRAUD,
    NAMES,
    OTHER,
    PHONE,
    THEFT,
    TOTAL,
    VANDALISM,
    VIOLENCE,
    WEEKS,
    Content,
    Numbers,
    sheet,
    weeks,
)


@sheet("varav telefon in rows")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Brottstyp", *weeks()],
        ["Bedrägeri", *at.row(FRAUD, WEEKS)],
        ["varav telefon", *at.row(PHONE, WEEKS)],
        ["varav kort", *at.row(CARD, WEEKS)],
    ]


@sheet("varav telefon cols")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Vecka", "Bedrägeri", "varav telefon", "Stöld"],
        *[[w, at.one(FRAUD, w), at.one(PHONE, w), at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("- telefon under fraud")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Brottstyp", *weeks()],
        ["Bedrägeri", *at.row(FRAUD, WEEKS)],
        ["  - telefon", *at.row(PHONE, WEEKS)],
        ["  - kort", *at.row(CARD, WEEKS)],
    ]


@sheet("stöld 2020 headings")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Stöld 2020", "Stöld 2021", "Våld 2020", "Våld 2021"],
        *[
            [w, at.one(THEFT, w, 2020), at.one(THEFT, w), at.one(VIOLENCE, w, 2020), at.one(VIOLENCE, w)]
            for w in WEEKS
        ],
    ]


@sheet("stöld -20 headings")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Stöld -20", "Stöld -21", "Våld -20", "Våld -21"],
        *[
            [w, at.one(THEFT, w, 2020), at.one(THEFT, w), at.one(VIOLENCE, w, 2020), at.one(VIOLENCE, w)]
            for w in WEEKS
        ],
    ]


@sheet("2020 stöld headings")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "2020 Stöld", "2021 Stöld"],
        *[[w, at.one(THEFT, w, 2020), at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("stöld (2020)")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Stöld (2020)", "Stöld (2021)"],
        *[[w, at.one(THEFT, w, 2020), at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("stöld 2020 rows")
def _(at: Numbers) -> Content:
    return [
        ["Brottstyp", *weeks()],
        ["Stöld 2020", *at.row(THEFT, WEEKS, year=2020)],
        ["Stöld 2021", *at.row(THEFT, WEEKS)],
    ]


@sheet("stöld v.43 headings, areas down")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Kommun", "Stöld v.43", "Stöld v.44"],
        *[[a, at.one(THEFT, 43, area=a), at.one(THEFT, 44, area=a)] for a in ("Lysekil", "Munkedal")],
    ]


@sheet("areas as sheets")
def _(at: Numbers) -> Content:
    return {
        a: [
            ["Anmälningar 2021"],
            ["Vecka", "Våldsbrott", "Stöld"],
            *[[w, at.one(VIOLENCE, w, area=a), at.one(THEFT, w, area=a)] for w in WEEKS],
        ]
        for a in ("Lysekil", "Munkedal", "Sotenäs")
    }


@sheet("areas as section rows")
def _(at: Numbers) -> Content:
    rows = [["Anmälningar 2021"], ["Vecka", "Våldsbrott", "Stöld"]]
    for a in ("Lysekil", "Munkedal"):
        rows.append([a])
        rows += [[w, at.one(VIOLENCE, w, area=a), at.one(THEFT, w, area=a)] for w in WEEKS]
    return rows


@sheet("areas as section rows, cats down")
def _(at: Numbers) -> Content:
    rows = [["Anmälningar 2021"], ["Brottstyp", *weeks()]]
    for a in ("Lysekil", "Munkedal"):
        rows.append([a])
        rows += [[NAMES[c], *at.row(c, WEEKS, area=a)] for c in (VIOLENCE, THEFT)]
    return rows


@sheet("brottskod + klartext")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brottskod", "Brottstyp", *weeks()],
        ["0301", "Våldsbrott", *at.row(VIOLENCE, WEEKS)],
        ["0802", "Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("notes inside table")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våldsbrott", "Stöld"],
        [43, at.one(VIOLENCE, 43), at.one(THEFT, 43)],
        ["Obs! Halloween och höstlov"],
        [44, at.one(VIOLENCE, 44), at.one(THEFT, 44)],
        [45, at.one(VIOLENCE, 45), at.one(THEFT, 45)],
        [None, "preliminärt"],
        [46, at.one(VIOLENCE, 46), at.one(THEFT, 46)],
    ]


@sheet("note column at end")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våldsbrott", "Stöld", "Kommentar"],
        *[[w, at.one(VIOLENCE, w), at.one(THEFT, w), "lov 44" if w == 44 else None] for w in WEEKS],
    ]


@sheet("merged category vertical", "A3:A6", "A7:A10")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brottstyp", "Vecka", "Antal"]]
    for c in (VIOLENCE, THEFT):
        rows += [[NAMES[c] if i == 0 else None, w, at.one(c, w)] for i, w in enumerate(WEEKS)]
    return rows


@sheet("only varav företag")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brottstyp", *[f"v{w}" for w in WEEKS]]]
    return [
        *rows,
        ["Bedrägeri", *at.row(FRAUD, WEEKS)],
        ["varav mot företag", *at.row(FRAUD, WEEKS, party="company")],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("Lysekil - Våldsbrott headings")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Lysekil – Våldsbrott", "Lysekil – Stöld", "Munkedal – Våldsbrott", "Munkedal – Stöld"],
        *[
            [
                w,
                at.one(VIOLENCE, w),
                at.one(THEFT, w),
                at.one(VIOLENCE, w, area="Munkedal"),
                at.one(THEFT, w, area="Munkedal"),
            ]
            for w in WEEKS
        ],
    ]


@sheet("powerbi flattened 2021 Våldsbrott")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "2020 - Våldsbrott", "2021 - Våldsbrott"],
        *[[w, at.one(VIOLENCE, w, 2020), at.one(VIOLENCE, w)] for w in WEEKS],
    ]


@sheet("flattened underscore")
def _(at: Numbers) -> Content:
    return [
        ["Vecka", "Våldsbrott_2020", "Våldsbrott_2021"],
        *[[w, at.one(VIOLENCE, w, 2020), at.one(VIOLENCE, w)] for w in WEEKS],
    ]


@sheet("Lysekil v.43 headings, cats down")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brottstyp", "Lysekil v.43", "Lysekil v.44", "Munkedal v.43", "Munkedal v.44"],
        *[
            [
                NAMES[c],
                at.one(c, 43),
                at.one(c, 44),
                at.one(c, 43, area="Munkedal"),
                at.one(c, 44, area="Munkedal"),
            ]
            for c in (VIOLENCE, THEFT)
        ],
    ]


@sheet("row labels Lysekil Våld")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Område och brott", *[f"v{w}" for w in WEEKS]],
        *[
            [f"{a}, {NAMES[c]}", *at.row(c, WEEKS, area=a)]
            for a in ("Lysekil", "Munkedal")
            for c in (VIOLENCE, THEFT)
        ],
    ]


@sheet("sheet per category")
def _(at: Numbers) -> Content:
    return {
        NAMES[c].replace("/", " "): [
            ["Vecka", 2020, 2021],
            *[[w, at.one(c, w, 2020), at.one(c, w)] for w in WEEKS],
        ]
        for c in (VIOLENCE, VANDALISM, FRAUD)
    }


@sheet("long EN")
def _(at: Numbers) -> Content:
    return [
        ["Area", "ISO year", "ISO week", "Crime type", "Count"],
        *[
            ["Lysekil", 2021, w, {"violence": "Violence", "theft": "Theft"}[c], at.one(c, w)]
            for w in WEEKS
            for c in (VIOLENCE, THEFT)
        ],
    ]


@sheet("long with year-week combined")
def _(at: Numbers) -> Content:
    return [
        ["Kommun", "ÅrVecka", "Brottskategori", "Antal anmälda"],
        *[["Lysekil", f"2021{w}", NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet("long with År-vecka hdr")
def _(at: Numbers) -> Content:
    return [
        ["Kommun", "År-Vecka", "Brott", "Antal"],
        *[["Lysekil", f"2021-{w}", NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet(
    "report numbers in words col",
)
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våld"],
        [43, f"{at.one(VIOLENCE, 43)} st"],
        [44, f"{at.one(VIOLENCE, 44)} anmälningar"],
        [45, f"'{at.one(VIOLENCE, 45)}"],
        [46, f"{at.one(VIOLENCE, 46)},0"],
    ]


@sheet("kap headings")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brott", *weeks()],
        ["8 kap. Stöld", *at.row(THEFT, WEEKS)],
        ["9 kap. Bedrägeri", *at.row(FRAUD, WEEKS)],
        ["12 kap. Skadegörelse", *at.row(VANDALISM, WEEKS)],
    ]


@sheet("Stöld (8 kap.)")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brott", *weeks()],
        ["Stöld (8 kap.)", *at.row(THEFT, WEEKS)],
        ["Bedrägeri (9 kap. BrB)", *at.row(FRAUD, WEEKS)],
        ["Skadegörelse, 12 kap", *at.row(VANDALISM, WEEKS)],
    ]


@sheet("numbering 1. Våldsbrott")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brott", *weeks()],
        ["1. Våldsbrott", *at.row(VIOLENCE, WEEKS)],
        ["2. Stöld", *at.row(THEFT, WEEKS)],
        ["3. Totalt", *at.row(TOTAL, WEEKS)],
    ]


@sheet("Antal prefix/suffix")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Antal våldsbrott", "Antal anmälda stölder", "Skadegörelse (antal)", "Summa anmälningar"],
        *[[w, at.one(VIOLENCE, w), at.one(THEFT, w), at.one(VANDALISM, w), at.one(TOTAL, w)] for w in WEEKS],
    ]


@sheet("Övriga brott & Övrigt")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våld", "Övriga brott"],
        *[[w, at.one(VIOLENCE, w), at.one(OTHER, w)] for w in WEEKS],
    ]


@sheet("survey export: Fråga/Svar")
def _(at: Numbers) -> Content:
    return [
        [
            "Svars-ID",
            "Inskickat",
            "Kommun",
            "Vilken vecka gäller svaret?",
            "Antal våldsbrott",
            "Antal stölder",
        ],
        *[
            [i, f"2021-11-{10 + i:02d}", "Lysekil", f"v. {w} 2021", at.one(VIOLENCE, w), at.one(THEFT, w)]
            for i, w in enumerate(WEEKS)
        ],
    ]


@sheet("footnotes inside labels")
def _(at: Numbers) -> Content:
    return [
        ["2021¹"],
        ["Brott¹", *weeks()],
        ["Våldsbrott²", *at.row(VIOLENCE, WEEKS)],
        ["Stöld 3)", *at.row(THEFT, WEEKS)],
        ["¹ Preliminära siffror för 2020 och 2021."],
        ["² Inkl. rån"],
    ]


@sheet("footnote mentions other year below table")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Brott", *weeks()],
        ["Våld", *at.row(VIOLENCE, WEEKS)],
        [],
        ["Jämförelsetal för 2020 lämnas i januari."],
        ["Källa: Polisen 2022"],
    ]
