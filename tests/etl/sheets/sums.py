"""Sums, periods, comparisons and rates beside the counts."""

from __future__ import annotations

from tests.etl.sheets.numbered import (
    FOUR,
    FRAUD,
    NAMES,
    THEFT,
    TOTAL,
    VIOLENCE,
    WEEKS,
    Content,
    Numbers,
    sheet,
    weeks,
)


@sheet("month groups w subtotals across")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [
        ["Anmälningar 2021"],
        ["Brottstyp", "Oktober", None, None, None, None, "November"],
        [None, *[f"v.{w}" for w in w10], "Summa oktober", *weeks(), "Summa november", "Totalt"],
    ]
    for c in FOUR:
        a, b = at.row(c, w10), at.row(c, WEEKS)
        rows.append([NAMES[c], *a, sum(a), *b, sum(b), sum(a) + sum(b)])
    return rows


@sheet("month subtotals down")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [["Anmälningar 2021"], ["Vecka", *map(NAMES.get, FOUR)]]
    for name, ws in (("Oktober", w10), ("November", WEEKS)):
        b = [[w, *[at.one(c, w) for c in FOUR]] for w in ws]
        rows += b
        rows.append([f"Summa {name}", *[sum(x[i] for x in b) for i in range(1, 5)]])
    return rows


@sheet("month subtotals down, month name alone")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [["Anmälningar 2021"], ["Vecka", *map(NAMES.get, FOUR)]]
    for name, ws in (("Oktober", w10), ("November", WEEKS)):
        b = [[w, *[at.one(c, w) for c in FOUR]] for w in ws]
        rows += b
        rows.append([f"{name} totalt", *[sum(x[i] for x in b) for i in range(1, 5)]])
    return rows


@sheet("month as section rows down")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [["Anmälningar 2021"], ["Vecka", *map(NAMES.get, FOUR)]]
    for name, ws in (("Oktober", w10), ("November", WEEKS)):
        rows.append([name])
        rows += [[w, *[at.one(c, w) for c in FOUR]] for w in ws]
    return rows


@sheet("month header sums above down")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [["Anmälningar 2021"], ["Vecka", *map(NAMES.get, FOUR)]]
    for name, ws in (("Oktober", w10), ("November", WEEKS)):
        b = [[w, *[at.one(c, w) for c in FOUR]] for w in ws]
        rows.append([name, *[sum(x[i] for x in b) for i in range(1, 5)]])
        rows += b
    return rows


@sheet("month column beside week")
def _(at: Numbers) -> Content:
    rows = [["Anmälningar 2021"], ["Månad", "Vecka", *map(NAMES.get, FOUR)]]
    for name, ws in (("Oktober", (39, 40, 41, 42)), ("November", WEEKS)):
        for i, w in enumerate(ws):
            rows.append([name if i == 0 else None, w, *[at.one(c, w) for c in FOUR]])
    return rows


@sheet("month subtotal columns w. just month name")
def _(at: Numbers) -> Content:
    w10 = (39, 40, 41, 42)
    rows = [["Anmälningar 2021"], ["Brottstyp", *[f"v.{w}" for w in w10], "Oktober", *weeks(), "November"]]
    for c in FOUR:
        a, b = at.row(c, w10), at.row(c, WEEKS)
        rows.append([NAMES[c], *a, sum(a), *b, sum(b)])
    return rows


@sheet("ackumulerat col per category")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Vecka", "Våldsbrott", "Ack. våldsbrott", "Stöld", "Ackumulerat"]]
    a = b = 0
    for w in WEEKS:
        x, y = at.one(VIOLENCE, w), at.one(THEFT, w)
        a += x
        b += y
        rows.append([w, x, a, y, b])
    return rows


@sheet("hittills i år col across", warns=("column_not_read",))
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brottstyp", *weeks(), "Hittills i år", "Hittills i fjol", "Förändring", "%"],
        ["Våldsbrott", *at.row(VIOLENCE, WEEKS), 900, 800, 100, "12,5 %"],
        ["Stöld", *at.row(THEFT, WEEKS), 1900, 1800, 100, 0.055],
    ]


@sheet("diff columns down", warns=("column_not_read",))
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Totalt", "Diff mot föreg. vecka", "Snitt 4 v", "Index"],
        *[[w, at.one(TOTAL, w), -3, 5.5, 101] for w in WEEKS],
    ]


@sheet("föregående år col", warns=("column_not_read",))
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Vecka", "Totalt", "Föregående år"],
        *[[w, at.one(TOTAL, w), 900] for w in WEEKS],
    ]


@sheet("single week report: category / this week / last week / same week last year")
def _(at: Numbers) -> Content:
    return [
        ["Lägesbild vecka 46 2021"],
        ["Brottstyp", "Antal", "Föregående vecka", "Förändring"],
        *[[NAMES[c], at.one(c, 46), 777, 3] for c in FOUR],
    ]


@sheet("single week report: v.46 v.45 diff")
def _(at: Numbers) -> Content:
    return [
        ["Lägesbild 2021"],
        ["Brottstyp", "v.45", "v.46", "Diff", "Diff %"],
        *[[NAMES[c], at.one(c, 45), at.one(c, 46), 3, "4 %"] for c in FOUR],
    ]


@sheet("two tables side by side different areas")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Lysekil", None, None, None, "Munkedal"],
        ["Vecka", "Våldsbrott", "Stöld", None, "Vecka", "Våldsbrott", "Stöld"],
        *[
            [
                w,
                at.one(VIOLENCE, w),
                at.one(THEFT, w),
                None,
                w,
                at.one(VIOLENCE, w, area="Munkedal"),
                at.one(THEFT, w, area="Munkedal"),
            ]
            for w in WEEKS
        ],
    ]


@sheet("total first col across")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brottstyp", "Summa", *weeks()]]
    for c in FOUR:
        a = at.row(c, WEEKS)
        rows.append([NAMES[c], sum(a), *a])
    return rows


@sheet("party split with Totalt")
def _(at: Numbers) -> Content:
    rows = [
        ["2021"],
        ["Vecka", "Bedrägeri", None, None, None],
        [None, "Privatperson", "Företag", "Myndighet", "Totalt"],
    ]
    for w in WEEKS:
        a = [at.one(FRAUD, w, party=p) for p in ("private", "company", "authority")]
        rows.append([w, *a, sum(a)])
    return rows


@sheet("party split with Summa first")
def _(at: Numbers) -> Content:
    rows = [
        ["2021"],
        ["Vecka", "Bedrägeri", None, None, None],
        [None, "Summa", "Privatperson", "Företag", "Myndighet"],
    ]
    for w in WEEKS:
        a = [at.one(FRAUD, w, party=p) for p in ("private", "company", "authority")]
        rows.append([w, sum(a), *a])
    return rows


@sheet("party rows under fraud, fraud=sum")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brottstyp", *[f"v{w}" for w in WEEKS]]]
    a = [[at.one(FRAUD, w, party=p) for w in WEEKS] for p in ("private", "company", "authority")]
    return [
        *rows,
        ["Bedrägeri", *[sum(x) for x in zip(*a, strict=True)]],
        ["  varav privatpersoner", *a[0]],
        ["  varav företag", *a[1]],
        ["  varav myndighet", *a[2]],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("party rows under fraud without varav")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brottstyp", *[f"v{w}" for w in WEEKS]]]
    a = [[at.one(FRAUD, w, party=p) for w in WEEKS] for p in ("private", "company", "authority")]
    return [
        *rows,
        ["Bedrägeri", *[sum(x) for x in zip(*a, strict=True)]],
        ["  Privatperson", *a[0]],
        ["  Företag", *a[1]],
        ["  Myndighet", *a[2]],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("long with party and total rows")
def _(at: Numbers) -> Content:
    rows = [["År", "Vecka", "Brottstyp", "Målsägande", "Antal"]]
    for w in WEEKS:
        a = [at.one(FRAUD, w, party=p) for p in ("private", "company")]
        rows += [
            [2021, w, "Bedrägeri", "Privatperson", a[0]],
            [2021, w, "Bedrägeri", "Företag", a[1]],
            [2021, w, "Bedrägeri", "Totalt", sum(a)],
        ]
    return rows


@sheet("party sum too low claims", stops=(("parties_unlike_sum", "E4"),))
def _(at: Numbers) -> Content:
    rows = [
        ["2021"],
        ["Vecka", "Bedrägeri", None, None, None],
        [None, "Privatperson", "Företag", "Myndighet", "Summa"],
    ]
    for w in WEEKS:
        a = [at.one(FRAUD, w, party=p) for p in ("private", "company", "authority")]
        rows.append([w, *a, sum(a) + (2 if w == 43 else 0)])
    return rows


@sheet("Bedrägeri privat / företag / totalt flat headings")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Vecka", "Bedrägeri privat", "Bedrägeri företag", "Bedrägeri totalt"]]
    for w in WEEKS:
        a = [at.one(FRAUD, w, party=p) for p in ("private", "company")]
        rows.append([w, *a, sum(a)])
    return rows


@sheet("rate table below", warns=("table_not_read",))
def _(at: Numbers) -> Content:
    return [
        ["Antal anmälda brott 2021"],
        ["Brottstyp", *WEEKS],
        *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR],
        [],
        ["Antal per 100 000 invånare"],
        ["Brottstyp", *WEEKS],
        *[[NAMES[c], 900, 901, 902, 903] for c in FOUR],
    ]


@sheet("change table below", warns=("table_not_read",))
def _(at: Numbers) -> Content:
    return [
        ["Antal anmälda brott 2021"],
        ["Brottstyp", *WEEKS],
        *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR],
        [],
        ["Förändring mot föregående år"],
        ["Brottstyp", *WEEKS],
        *[[NAMES[c], 900, 901, 902, 903] for c in FOUR],
    ]


@sheet("title oktober over 43-46", stops=(("period_differs", "A1"),))
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar oktober 2021"],
        ["Brottstyp", *weeks()],
        *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR],
    ]


@sheet("title november over 43-46 ok")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar november 2021"],
        ["Brottstyp", *weeks()],
        *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR],
    ]


@sheet("title made line ok")
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2021"],
        ["Uttag 3 december 2021"],
        ["Brottstyp", *weeks()],
        *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR],
    ]


@sheet("sheet name Oktober", stops=(("period_differs", ""),))
def _(at: Numbers) -> Content:
    return {"Oktober 2021": [["Brottstyp", *weeks()], *[[NAMES[c], *at.row(c, WEEKS)] for c in FOUR]]}


@sheet("title year vs column", warns=("period_differs",))
def _(at: Numbers) -> Content:
    return [
        ["Anmälningar 2020"],
        ["År", "Vecka", "Brottstyp", "Antal"],
        *[[2021, w, NAMES[c], at.one(c, w)] for w in WEEKS for c in FOUR],
    ]


@sheet("brott vs anmälningar columns")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Våldsbrott", "Våldsbrott %", "Stöld", "Andel stöld"],
        *[[w, at.one(VIOLENCE, w), "4 %", at.one(THEFT, w), 0.33] for w in WEEKS],
    ]


@sheet("uppklarade")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Anmälda stölder", "Uppklarade stölder", "Invånare", "Mål totalt", "Utfall totalt"],
        *[[w, at.one(THEFT, w), 1, 14500, 20, at.one(TOTAL, w)] for w in WEEKS],
    ]


@sheet("kvartal kolumner")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brott", "v1", "v2", "Kv 1", "v14", "v15", "Kv 2", "Helår"]]
    for c in FOUR:
        a, b = at.row(c, (1, 2)), at.row(c, (14, 15))
        rows.append([NAMES[c], *a, sum(a), *b, sum(b), sum(a) + sum(b)])
    return rows


@sheet("kvartal mismatch fine", warns=("column_not_read",))
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brott", "v1", "v2", "Kv 1"]]
    for c in FOUR:
        a = at.row(c, (1, 2))
        rows.append([NAMES[c], *a, 777])
    return rows


@sheet("v43-46 sum col")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brott", *weeks(), "v.43-46"]]
    for c in FOUR:
        a = at.row(c, WEEKS)
        rows.append([NAMES[c], *a, sum(a)])
    return rows


@sheet("ytd from week 1")
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brott", "v1", "v2", "v3", "Ack"]]
    for c in FOUR:
        a = at.row(c, (1, 2, 3))
        rows.append([NAMES[c], *a, sum(a)])
    return rows


@sheet("ytd from week 1 wrong", stops=(("sum_differs", "E3"),))
def _(at: Numbers) -> Content:
    rows = [["2021"], ["Brott", "v1", "v2", "v3", "Ack"]]
    for c in FOUR:
        a = at.row(c, (1, 2, 3))
        rows.append([NAMES[c], *a, sum(a) + (c == VIOLENCE)])
    return rows


@sheet("bare weeks months among with gap")
def _(at: Numbers) -> Content:
    rows = [["Anmälningar 2021"], ["Brott", 36, 37, 38, "Sep", 40, 41, 42, "Okt"]]
    for c in FOUR:
        a, b = at.row(c, (36, 37, 38)), at.row(c, (40, 41, 42))
        rows.append([NAMES[c], *a, sum(a), *b, sum(b)])
    return rows


@sheet("weeks in long col with '2021' merged top of months")
def _(at: Numbers) -> Content:
    rows = [["År", "Månad", "Vecka", "Våldsbrott", "Stöld"]]
    for i, w in enumerate((39, 40, 43, 44)):
        rows.append(
            [
                2021 if i == 0 else None,
                {39: "okt", 43: "nov"}.get(w),
                w,
                at.one(VIOLENCE, w),
                at.one(THEFT, w),
            ]
        )
    return rows


@sheet("year total rows in long weeks down")
def _(at: Numbers) -> Content:
    rows = [["Vecka", "Våldsbrott", "Stöld"]]
    for y in (2020, 2021):
        b = [[f"{y}-W{w}", at.one(VIOLENCE, w, y), at.one(THEFT, w, y)] for w in WEEKS]
        rows += b
        rows.append([f"Totalt {y}", sum(x[1] for x in b), sum(x[2] for x in b)])
    return rows


@sheet("two header repeated per month with title rows")
def _(at: Numbers) -> Content:
    rows = []
    for m, ws in (("Oktober 2021", (39, 40, 41, 42)), ("November 2021", WEEKS)):
        rows += [[m], ["Brott", *[f"v.{w}" for w in ws], "Summa"]]
        for c in FOUR:
            a = at.row(c, ws)
            rows.append([NAMES[c], *a, sum(a)])
        rows.append([])
    return rows


@sheet("months side by side blocks")
def _(at: Numbers) -> Content:
    ws = (39, 40, 41, 42)
    return [
        ["2021"],
        ["Oktober", None, None, None, "November"],
        ["Vecka", "Våld", "Stöld", None, "Vecka", "Våld", "Stöld"],
        *[
            [w, at.one(VIOLENCE, w), at.one(THEFT, w), None, x, at.one(VIOLENCE, x), at.one(THEFT, x)]
            for w, x in zip(ws, WEEKS, strict=True)
        ],
    ]


@sheet("header months serial across")
def _(at: Numbers) -> Content:
    return [
        ["Brott", 44494, 44501, 44508, 44515],
        ["Våld", *at.row(VIOLENCE, WEEKS)],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("week labels down 'V.43' with month in separate merged col")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Månad", "V", "Våld"],
        ["Okt", "V.43", at.one(VIOLENCE, 43)],
        ["Nov", "V.44", at.one(VIOLENCE, 44)],
        [None, "V.45", at.one(VIOLENCE, 45)],
    ]


@sheet("transposed: years in rows, weeks across, single cat title")
def _(at: Numbers) -> Content:
    return [
        ["Anmälda stölder i Lysekil"],
        ["År", *[f"v{w}" for w in WEEKS]],
        [2020, *at.row(THEFT, WEEKS, year=2020)],
        [2021, *at.row(THEFT, WEEKS)],
    ]


@sheet("Varav kol with total left")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Vecka", "Totalt", "varav våld", "varav stöld"],
        *[[w, at.one(TOTAL, w), at.one(VIOLENCE, w), at.one(THEFT, w)] for w in WEEKS],
    ]


@sheet("qlik matrix: År/Vecka stacked header")
def _(at: Numbers) -> Content:
    return [
        ["Brottstyp", "År", "2021", None, None, None],
        [None, "Vecka", "43", "44", "45", "46"],
        ["Våldsbrott", None, *at.row(VIOLENCE, WEEKS)],
        ["Stöld", None, *at.row(THEFT, WEEKS)],
    ]


@sheet("powerbi matrix w Total col")
def _(at: Numbers) -> Content:
    rows = [["År", "2021", None, None, None, "Total"], ["Kategori", "43", "44", "45", "46", "Total"]]
    for c in (VIOLENCE, THEFT):
        a = at.row(c, WEEKS)
        rows.append([NAMES[c], *a, sum(a)])
    rows.append(["Total", *[at.one(TOTAL, w) - 0 for w in WEEKS], None])
    return rows


@sheet("transposed year blocks: 'v.43' col then 2020 2021 diff")
def _(at: Numbers) -> Content:
    return [
        ["Stöld"],
        ["Vecka", 2020, 2021, "Diff", "%"],
        *[[w, at.one(THEFT, w, 2020), at.one(THEFT, w), 1, "3%"] for w in WEEKS],
    ]


@sheet("title 'Vecka 43–46 2021' & no year elsewhere")
def _(at: Numbers) -> Content:
    return [
        ["Lägesbild vecka 43–46, 2021"],
        ["Brott", 43, 44, 45, 46],
        ["Våld", *at.row(VIOLENCE, WEEKS)],
        ["Stöld", *at.row(THEFT, WEEKS)],
    ]


@sheet("two areas stacked w title rows")
def _(at: Numbers) -> Content:
    rows = []
    for a in ("Lysekil", "Munkedal"):
        rows += [
            [f"{a} 2021"],
            ["Brott", *weeks()],
            *[[NAMES[c], *at.row(c, WEEKS, area=a)] for c in FOUR],
            [],
        ]
    return rows


@sheet("total row above categories")
def _(at: Numbers) -> Content:
    return [
        ["2021"],
        ["Brott", *weeks()],
        ["Alla brott", *at.row(TOTAL, WEEKS)],
        ["därav våld", *at.row(VIOLENCE, WEEKS)],
        ["därav stöld", *at.row(THEFT, WEEKS)],
    ]
