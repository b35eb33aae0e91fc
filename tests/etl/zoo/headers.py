"""Headings of two and three rows, years, areas and parties across, and categories that stand in a title."""

from __future__ import annotations

from itertools import product

from tests.etl.zoo.figures import (
    HOME,
    NAMES,
    PARTIES,
    SOME,
    WEEKS,
    add,
    count,
    down,
    keys,
    labels,
    over,
    summed,
    v,
)

BOTH = (2020, 2021)
TWO = ("violence", "theft")
AREAS = ("Lysekil", "Munkedal", "Sotenäs")
PEOPLE = ("private", "company")

add(
    "year over weeks, merged",
    [
        ["Anmälningar"],
        ["Brottstyp", 2020, *[None] * 3, 2021],
        [None, *v(), *v()],
        *[[NAMES[c], *over(c, year=2020), *over(c)] for c in SOME],
    ],
    keys(years=BOTH),
    "B2:E2",
    "F2:I2",
    "A2:A3",
)
add(
    "year over weeks, not merged, bare numbers",
    [
        ["Vecka", 2020, None, None, None, 2021],
        ["Brottstyp", *WEEKS, *WEEKS],
        *[[NAMES[c], *over(c, year=2020), *over(c)] for c in SOME],
    ],
    keys(years=BOTH),
)
add(
    "injured party under category",
    [
        ["Anmälningar 2021"],
        ["Vecka", "Bedrägeri", None, None, "Tillgrepp/stöld"],
        [None, *PARTIES.values(), *PARTIES.values()],
        *[[w, *[count(c, w, party=p) for c in ("fraud", "theft") for p in PARTIES]] for w in WEEKS],
    ],
    keys(("fraud", "theft"), parties=PARTIES),
    "B2:D2",
    "E2:G2",
    "A2:A3",
)
add(
    "injured party under category, unmerged and week in the lower row",
    [
        ["Anmälningar 2021"],
        [None, "Bedrägeri", None, None, "Tillgrepp/stöld"],
        ["Vecka", *PARTIES.values(), *PARTIES.values()],
        *[[w, *[count(c, w, party=p) for c in ("fraud", "theft") for p in PARTIES]] for w in WEEKS],
    ],
    keys(("fraud", "theft"), parties=PARTIES),
)
add(
    "category over years, weeks down",
    [
        ["Vecka", "Våldsbrott", None, "Tillgrepp/stöld"],
        [None, 2020, 2021, 2020, 2021],
        *[[w, *[count(c, w, y) for c in TWO for y in BOTH]] for w in WEEKS],
    ],
    keys(TWO, years=BOTH),
    "B1:C1",
    "D1:E1",
)
add(
    "year over categories, weeks down",
    [
        ["Vecka", 2020, None, 2021],
        [None, *labels(TWO), *labels(TWO)],
        *[[w, *down(TWO, w, year=2020), *down(TWO, w)] for w in WEEKS],
    ],
    keys(TWO, years=BOTH),
    "B1:C1",
    "D1:E1",
)
add(
    "category over weeks, areas down",
    [
        ["Anmälningar 2021"],
        ["Kommun", "Våldsbrott", *[None] * 3, "Tillgrepp/stöld"],
        [None, *v(), *v()],
        *[[a, *[count(c, w, area=a) for c in TWO for w in WEEKS]] for a in AREAS],
    ],
    keys(TWO, areas=AREAS),
    "B2:E2",
    "F2:I2",
    "A2:A3",
)
add(
    "week over categories, areas down",
    [
        ["Anmälningar 2021"],
        ["Kommun", "Vecka 43", None, "Vecka 44"],
        [None, *labels(TWO), *labels(TWO)],
        *[[a, *[count(c, w, area=a) for w in (43, 44) for c in TWO]] for a in AREAS],
    ],
    keys(TWO, (43, 44), areas=AREAS),
    "B2:C2",
    "D2:E2",
)
add(
    "area over categories, weeks down",
    [
        ["Anmälningar 2021"],
        ["Vecka", "Lysekil", None, "Munkedal"],
        [None, *labels(TWO), *labels(TWO)],
        *[[w, *[count(c, w, area=a) for a in AREAS[:2] for c in TWO]] for w in WEEKS],
    ],
    keys(TWO, areas=AREAS[:2]),
    "B2:C2",
    "D2:E2",
)
add(
    "three rows: year over category over party",
    [
        ["Vecka", 2020, *[None] * 3, 2021],
        [None, "Bedrägeri", None, "Tillgrepp/stöld", None, "Bedrägeri", None, "Tillgrepp/stöld"],
        [None, *["Privatperson", "Företag"] * 4],
        *[
            [w, *[count(c, w, y, party=p) for y, c, p in product(BOTH, ("fraud", "theft"), PEOPLE)]]
            for w in WEEKS
        ],
    ],
    keys(("fraud", "theft"), years=BOTH, parties=PEOPLE),
    "B1:E1",
    "F1:I1",
    "B2:C2",
    "D2:E2",
    "F2:G2",
    "H2:I2",
)
add(
    "years across, weeks down, category in the title",
    [
        ["Bedrägerier per vecka, Lysekils kommun"],
        ["Vecka", 2020, 2021],
        *[[w, *[count("fraud", w, y) for y in BOTH]] for w in WEEKS],
    ],
    keys(("fraud",), years=BOTH),
)
add(
    "years across, weeks down, category is the sheet",
    {
        NAMES[c].replace("/", "-"): [
            ["Vecka", 2020, 2021],
            *[[w, *[count(c, w, y) for y in BOTH]] for w in WEEKS],
        ]
        for c in TWO
    },
    keys(TWO, years=BOTH),
)
add(
    "years across with change beside",
    [
        ["Våldsbrott i Lysekil"],
        ["Vecka", 2020, 2021, "Förändring", "Förändring %"],
        *[[w, count("violence", w, 2020), count("violence", w), 3, "12 %"] for w in WEEKS],
        ["Summa", *[sum(count("violence", w, y) for w in WEEKS) for y in BOTH]],
    ],
    keys(("violence",), years=BOTH),
    warns=("column_not_read",),
)
add(
    "years across, week and category down",
    [
        ["Brottstyp", "Vecka", "2020", "2021"],
        *[[NAMES[c], w, *[count(c, w, y) for y in BOTH]] for c in SOME for w in WEEKS],
    ],
    keys(years=BOTH),
)
add(
    "areas across, weeks down, category in the title",
    [
        ["Bedrägeri 2021"],
        ["Vecka", *AREAS, "Summa"],
        *[[w, *summed([count("fraud", w, area=a) for a in AREAS])] for w in WEEKS],
    ],
    keys(("fraud",), areas=AREAS),
)
add(
    "areas across, week and category down",
    [
        ["2021"],
        ["Vecka", "Brottstyp", *AREAS],
        *[[w, NAMES[c], *[count(c, w, area=a) for a in AREAS]] for w in WEEKS for c in SOME],
    ],
    keys(areas=AREAS),
)
add(
    "parties across, weeks down, category in the title",
    [
        ["Anmälda bedrägerier 2021 efter målsägande"],
        ["Vecka", *PARTIES.values()],
        *[[w, *[count("fraud", w, party=p) for p in PARTIES]] for w in WEEKS],
    ],
    keys(("fraud",), parties=PARTIES),
)
add(
    "weeks across, areas down, category in the title",
    [["Våldsbrott 2021"], ["Kommun", *v()], *[[a, *over("violence", area=a)] for a in AREAS]],
    keys(("violence",), areas=AREAS),
)
add(
    "weeks across, years down, category in the title",
    [["Våldsbrott per vecka, Lysekil"], ["År", *v()], *[[y, *over("violence", year=y)] for y in BOTH]],
    keys(("violence",), years=BOTH),
)
add(
    "weeks across, parties down, category in the title",
    [
        ["Bedrägeri 2021"],
        ["Målsägande", *v()],
        *[[name, *over("fraud", party=p)] for p, name in PARTIES.items()],
    ],
    keys(("fraud",), parties=PARTIES),
)
add(
    "week and antal, category in the title",
    [["Skadegörelse 2021"], ["Vecka", "Antal"], *[[w, count("vandalism", w)] for w in WEEKS]],
    keys(("vandalism",)),
)
add(
    "week and antal anmälningar, category is the sheet",
    {
        f"{NAMES[c]} 2021": [["Vecka", "Antal anmälningar"], *[[w, count(c, w)] for w in WEEKS]]
        for c in ("violence", "fraud")
    },
    keys(("violence", "fraud")),
)
add(
    "one sheet per area",
    {
        a: [["Anmälningar 2021"], ["Brottstyp", *v()], *[[NAMES[c], *over(c, area=a)] for c in SOME]]
        for a in AREAS
    },
    keys(areas=AREAS),
)
add(
    "one sheet per district, names of no municipality",
    {
        a: [["Anmälningar 2021"], ["Brottstyp", *v()], *[[NAMES[c], *over(c, area=a)] for c in SOME]]
        for a in ("Brastad", "Centrum")
    },
    keys(areas=("Brastad", "Centrum")),
)
add(
    "one sheet per week",
    {f"v{w}": [["Brottstyp", "Antal"], *[[NAMES[c], count(c, w)] for c in SOME]] for w in WEEKS},
    keys(),
    file="Lägesbild 2021.xlsx",
)
add(
    "one sheet per month of weeks",
    {
        m: [["Vecka", *labels()], *[[w, *down(SOME, w)] for w in weeks]]
        for m, weeks in (("Oktober 2021", (43,)), ("November 2021", (44, 45, 46)))
    },
    keys(),
)
add(
    "the area stands in the title",
    [
        ["Anmälningar i Munkedals kommun 2021"],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w, area="Munkedal")] for w in WEEKS],
    ],
    keys(areas=("Munkedal",)),
)
add(
    "the area stands on a line of its own",
    [
        ["Område: Brastad"],
        ["År: 2021"],
        [],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w, area="Brastad")] for w in WEEKS],
    ],
    keys(areas=("Brastad",)),
)
add(
    "area and year in cells beside their names",
    [
        ["Kommun", "Sotenäs"],
        ["År", 2021],
        [],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w, area="Sotenäs")] for w in WEEKS],
    ],
    keys(areas=("Sotenäs",)),
)
add(
    "units in the headings",
    [["2021"], ["Vecka", *[f"{name} (antal)" for name in labels()]], *[[w, *down(SOME, w)] for w in WEEKS]],
    keys(),
)
add(
    "rates and changes beside each count",
    [
        ["2021"],
        [
            "Vecka",
            "Våldsbrott",
            "per 100 000 inv.",
            "Förändring jämfört med 2020",
            "Tillgrepp/stöld",
            "Andel (%)",
            "Medelvärde 5 år",
        ],
        *[[w, count("violence", w), 12.5, -3, count("theft", w), "4,5", 7.2] for w in WEEKS],
    ],
    keys(TWO),
    warns=("column_not_read",),
)
add(
    "party named in the category's heading",
    [
        ["2021"],
        ["Vecka", "Bedrägeri mot privatperson", "Bedrägeri mot företag"],
        *[[w, *[count("fraud", w, party=p) for p in PEOPLE]] for w in WEEKS],
    ],
    keys(("fraud",), parties=PEOPLE),
)
add(
    "a spacer between heading and figures, and between columns",
    [
        ["2021"],
        [],
        [None, None, "Vecka", None, "Våldsbrott", None, "Tillgrepp/stöld"],
        [],
        *[
            row
            for w in WEEKS
            for row in ([None, None, w, None, count("violence", w), None, count("theft", w)], [])
        ],
    ],
    keys(TWO),
)
add(
    "home is not needed",
    [["Vecka", "2021"], *[[w, count("fraud", w)] for w in WEEKS]],
    keys(("fraud",), areas=(HOME,)),
    file="bedrägerier Lysekil.xlsx",
)
