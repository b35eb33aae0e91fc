"""Several tables on a sheet, blocks with titles, pivot exports, subtotals, and labels that stand once."""

from __future__ import annotations

from tests.etl.zoo.figures import NAMES, PARTIES, SOME, WEEKS, add, count, down, keys, labels, over, summed, v

AREAS = ("Lysekil", "Munkedal")
TWO = ("violence", "theft")
BOTH = (2020, 2021)


def beside(*tables: list[list[object]], gap: int = 1) -> list[list[object]]:
    """Tables next to one another."""
    height = max(map(len, tables))
    joined: list[list[object]] = [[] for _ in range(height)]
    for table in tables:
        width = max(map(len, table)) + gap
        for n in range(height):
            row = table[n] if n < len(table) else []
            joined[n] += [*row, *[None] * (width - len(row))]
    return joined


add(
    "side by side, a category each",
    beside(*[[[f"{NAMES[c]} 2021"], ["Vecka", "Antal"], *[[w, count(c, w)] for w in WEEKS]] for c in TWO]),
    keys(TWO),
)
add(
    "side by side without a gap",
    beside(
        *[[[f"{NAMES[c]} 2021"], ["Vecka", "Antal"], *[[w, count(c, w)] for w in WEEKS]] for c in TWO], gap=0
    ),
    keys(TWO),
)
add(
    "side by side, an area each, a common title",
    [
        ["Anmälningar 2021"],
        *beside(*[[[a], ["Vecka", *labels()], *[[w, *down(SOME, w, area=a)] for w in WEEKS]] for a in AREAS]),
    ],
    keys(areas=AREAS),
)
add(
    "side by side, a year each",
    beside(
        *[[[f"År {y}"], ["Brottstyp", *v()], *[[NAMES[c], *over(c, year=y)] for c in SOME]] for y in BOTH]
    ),
    keys(years=BOTH),
)
add(
    "stacked, an area each",
    [
        ["Anmälningar 2021"],
        *[
            row
            for a in AREAS
            for row in ([], [a], ["Brottstyp", *v()], *[[NAMES[c], *over(c, area=a)] for c in SOME])
        ],
    ],
    keys(areas=AREAS),
)
add(
    "stacked, a category each",
    [
        row
        for c in TWO
        for row in (
            [f"Anmälda {NAMES[c].lower()} 2021"],
            ["Vecka", "Antal"],
            *[[w, count(c, w)] for w in WEEKS],
            [],
        )
    ],
    keys(TWO),
)
add(
    "stacked, a year each, same headings",
    [
        row
        for y in BOTH
        for row in ([f"{y}"], ["Vecka", *labels()], *[[w, *down(SOME, w, year=y)] for w in WEEKS], [])
    ],
    keys(years=BOTH),
)
add(
    "stacked, a week each",
    [
        ["2021"],
        *[
            row
            for w in WEEKS
            for row in ([f"Vecka {w}"], ["Brottstyp", "Antal"], *[[NAMES[c], count(c, w)] for c in SOME], [])
        ],
    ],
    keys(),
)
add(
    "areas as rows within one table",
    [
        ["2021"],
        ["Brottstyp", *v()],
        *[row for a in AREAS for row in ([a], *[[NAMES[c], *over(c, area=a)] for c in SOME])],
    ],
    keys(areas=AREAS),
)
add(
    "years as rows within one table",
    [
        ["Vecka", *labels()],
        *[row for y in BOTH for row in ([y], *[[w, *down(SOME, w, year=y)] for w in WEEKS])],
    ],
    keys(years=BOTH),
)
add(
    "categories as rows above weeks",
    [
        ["2021"],
        ["Vecka", "Antal"],
        *[row for c in TWO for row in ([NAMES[c]], *[[f"v{w}", count(c, w)] for w in WEEKS])],
    ],
    keys(TWO),
)
add(
    "pivot: years and weeks nested, categories across",
    [
        ["Summa av Antal", "Kolumnetiketter"],
        ["Radetiketter", *labels(TWO), "Totalsumma"],
        *[
            row
            for y in BOTH
            for row in (
                [y, *summed([sum(over(c, year=y)) for c in TWO])],
                *[[f"v{w}", *summed(down(TWO, w, year=y))] for w in WEEKS],
            )
        ],
        ["Totalsumma", *summed([sum(sum(over(c, year=y)) for y in BOTH) for c in TWO])],
    ],
    {
        **keys(TWO, years=BOTH),
        **{("Lysekil", y, w, "total", ""): sum(down(TWO, w, year=y)) for y in BOTH for w in WEEKS},
    },
)
add(
    "pivot: categories and weeks nested in one column",
    [
        ["År", "2021"],
        [],
        ["Radetiketter", "Summa av Antal"],
        *[row for c in TWO for row in ([NAMES[c], sum(over(c))], *[[f"  v{w}", count(c, w)] for w in WEEKS])],
        ["Totalsumma", sum(sum(over(c)) for c in TWO)],
    ],
    keys(TWO),
)
add(
    "pivot: weeks and categories nested in one column",
    [
        ["Radetiketter", "Summa av Antal"],
        *[
            row
            for w in WEEKS
            for row in ([f"2021-W{w}", sum(down(TWO, w))], *[[NAMES[c], count(c, w)] for c in TWO])
        ],
        ["Totalsumma", sum(sum(down(TWO, w)) for w in WEEKS)],
    ],
    keys(TWO),
)
add(
    "pivot: year, week, category in one column",
    [
        ["Radetiketter", "Antal av Ärende"],
        [2021, sum(sum(down(TWO, w)) for w in WEEKS)],
        *[row for w in WEEKS for row in ([w, sum(down(TWO, w))], *[[NAMES[c], count(c, w)] for c in TWO])],
        ["Totalsumma", sum(sum(down(TWO, w)) for w in WEEKS)],
    ],
    keys(TWO),
)
add(
    "pivot: weeks across under kolumnetiketter",
    [
        ["Summa av Antal", "Kolumnetiketter"],
        ["Radetiketter", *[f"2021-W{w}" for w in WEEKS], "Totalsumma"],
        *[[NAMES[c], *over(c), sum(over(c))] for c in TWO],
        ["Totalsumma", *summed([sum(down(TWO, w)) for w in WEEKS])],
    ],
    {**keys(TWO), **{("Lysekil", 2021, w, "total", ""): sum(down(TWO, w)) for w in WEEKS}},
)
add(
    "indented kinds",
    [
        ["2021"],
        ["Radetiketter", *v()],
        ["Bedrägeri", *over("fraud")],
        ["  Telefonbedrägeri", *over("fraud.phone")],
        ["    Kortbedrägeri", *over("fraud.card")],
        ["Våldsbrott", *over("violence")],
    ],
    keys(("fraud", "fraud.phone", "fraud.card", "violence")),
)
add(
    "parties indented under categories",
    [
        ["2021"],
        ["Brottstyp", *v()],
        *[
            row
            for c in ("fraud", "theft")
            for row in ([NAMES[c]], *[[f"   {name}", *over(c, party=p)] for p, name in PARTIES.items()])
        ],
    ],
    keys(("fraud", "theft"), parties=PARTIES),
)
add(
    "varav rows",
    [
        ["2021"],
        ["Brottstyp", *v()],
        ["Bedrägeri", *over("fraud")],
        ["- varav telefonbedrägeri", *over("fraud.phone")],
        ["varav bidragsbrott", *over("benefit_fraud")],
    ],
    keys(("fraud", "fraud.phone", "benefit_fraud")),
)
add(
    "week stands once, empty cells below",
    [
        ["År", "Vecka", "Brottstyp", "Antal"],
        *[
            [2021 if (w, c) == (43, SOME[0]) else None, w if c == SOME[0] else None, NAMES[c], count(c, w)]
            for w in WEEKS
            for c in SOME
        ],
    ],
    keys(),
)
add(
    "category stands once, empty cells below",
    [
        ["2021"],
        ["Brottstyp", "Vecka", "Antal"],
        *[[NAMES[c] if w == 43 else None, w, count(c, w)] for c in SOME for w in WEEKS],
    ],
    keys(),
)
add(
    "week stands once, merged",
    [
        ["2021"],
        ["Vecka", "Brottstyp", "Antal"],
        *[[w if c == SOME[0] else None, NAMES[c], count(c, w)] for w in WEEKS for c in SOME],
    ],
    keys(),
    "A3:A6",
    "A7:A10",
    "A11:A14",
    "A15:A18",
)
add(
    "subtotals of each week in a long table",
    [
        ["2021"],
        ["Vecka", "Brottstyp", "Antal"],
        *[
            row
            for w in WEEKS
            for row in (
                *[[w if c == TWO[0] else None, NAMES[c], count(c, w)] for c in TWO],
                [f"Summa v{w}", None, sum(down(TWO, w))],
            )
        ],
        ["Totalsumma", None, sum(sum(down(TWO, w)) for w in WEEKS)],
    ],
    keys(TWO),
)
add(
    "subtotals per area, grand total below",
    [
        ["2021"],
        ["Kommun", "Vecka", "Våldsbrott"],
        *[
            row
            for a in AREAS
            for row in (
                *[[a if w == 43 else None, w, count("violence", w, area=a)] for w in WEEKS],
                [f"Summa {a}", None, sum(over("violence", area=a))],
            )
        ],
        ["Totalt", None, sum(sum(over("violence", area=a)) for a in AREAS)],
    ],
    keys(("violence",), areas=AREAS),
)
add(
    "accumulated beside the counts",
    [
        ["2021"],
        ["Vecka", "Våldsbrott", "Ack.", "Hittills i år"],
        *[
            [
                w,
                count("violence", w),
                sum(over("violence", range(43, w + 1))),
                sum(over("violence", range(43, w + 1))),
            ]
            for w in WEEKS
        ],
    ],
    keys(("violence",)),
    warns=("column_not_read",),
)
add(
    "notes inside the table",
    [
        ["2021"],
        ["Vecka", *labels()],
        [43, *down(SOME, 43)],
        ["Systembyte i vecka 44, siffrorna kan ändras"],
        *[[w, *down(SOME, w)] for w in WEEKS[1:]],
        [],
        ["Källa: Polisen"],
        ["Kontakt: kommunpolis"],
    ],
    keys(),
)
add(
    "columns for party and source, shuffled",
    [
        ["Antal", "Källa", "Målsägande", "Brottstyp", "Vecka", "År", "Kommun"],
        *[
            [count("fraud", w, party=p), "Polisen", name, "Bedrägerier", w, 2021, "Lysekils kommun"]
            for w in WEEKS
            for p, name in PARTIES.items()
        ],
    ],
    keys(("fraud",), parties=PARTIES),
)
add(
    "areas and categories down, weeks across, area merged",
    [
        ["2021"],
        ["Kommun", "Brottstyp", *v(), "Summa"],
        *[
            [a if c == SOME[0] else None, NAMES[c], *over(c, area=a), sum(over(c, area=a))]
            for a in AREAS
            for c in SOME
        ],
    ],
    keys(areas=AREAS),
    "A3:A6",
    "A7:A10",
)
add(
    "two identical headings with a repeated page head",
    [
        ["2021"],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w)] for w in WEEKS[:2]],
        ["Sida 2"],
        ["Vecka", *labels()],
        *[[w, *down(SOME, w)] for w in WEEKS[2:]],
    ],
    keys(),
)
add(
    "stacked halves of weeks without a name of the label column",
    [
        ["2021"],
        [None, *v(43, 44)],
        *[[NAMES[c], *over(c, (43, 44))] for c in SOME],
        [],
        [None, *v(45, 46)],
        *[[NAMES[c], *over(c, (45, 46))] for c in SOME],
    ],
    keys(),
)
