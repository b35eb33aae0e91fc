"""Any table of counts, in any layout and style, reads back exactly; one broken cell is told at that cell."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from crimestats.weeks import IsoWeek, week_range
from tests.etl.make_fixtures import text_file, xlsx
from tests.etl.reading import read_bytes, read_rows, stops

SPELLINGS = {
    "violence": ["Våldsbrott", "våld", "VÅLDSBROTT", "Anmälda våldsbrott", "Våldsbrott*"],
    "vandalism": ["Skadegörelse", "Skadegörelsebrott", "12 kap.", "skadegörelse\u00a0(inkl. mordbrand)"],
    "theft": ["Tillgrepp/stöld", "Stölder", "8 kap", "Stöld- och tillgreppsbrott", "Stöld 1)"],
    "fraud": ["Bedrägeri", "Bedrägeribrott", "9 kap.", "bedrägerier"],
    "benefit_fraud": ["Bidragsbrott", "bidragsfusk"],
}
WEEKS = [
    lambda w: f"v{w.week}",
    lambda w: f"v. {w.week}",
    lambda w: f"Vecka {w.week}",
    lambda w: str(w),
    lambda w: f"{w.week}/{w.year}",
    lambda w: f"{w.year} v {w.week}",
    lambda w: w.monday,
]
NUMBERS = [
    lambda n: n,
    lambda n: float(n),
    str,
    lambda n: f"{n:,}".replace(",", "\u00a0"),
    lambda n: f"{n:,}".replace(",", " "),
    lambda n: f"{n},0",
    lambda n: f"'{n}",
    lambda n: f"{n} st",
    lambda n: f"{n}*",
]
BROKEN = ["x", "<5", "ca 7", "2,5", "-3", "#REF!", "tolv", "12 %", "1 23"]


@dataclass
class Drawn:
    """A table with its spellings chosen. ``counts``: (week, category) → count, None = blank."""

    layout: str
    weeks: list[IsoWeek]
    labels: dict[str, str]
    counts: dict[tuple[IsoWeek, str], int | None]
    week_style: int
    number_styles: list[int]
    titles: int
    notes: int
    as_text: bool

    def number(self, position: int, count: int | None) -> object:
        style = NUMBERS[self.number_styles[position % len(self.number_styles)]]
        return None if count is None else style(count)

    def rows(self) -> tuple[list[list[object]], dict[tuple[IsoWeek, str], tuple[int, int]]]:
        """The sheet, and where each count stands in it."""
        head: list[list[object]] = [
            [f"Anmälningar {self.weeks[0].year}"],
            *[[None] for _ in range(self.titles)],
        ]
        week = WEEKS[self.week_style]
        body: list[list[object]] = []
        where = {}
        top = len(head) + 1
        if self.layout == "weeks_across":
            head.append(["Brottstyp", *[week(w) for w in self.weeks]])
            for r, (code, label) in enumerate(self.labels.items()):
                body.append(
                    [label, *[self.number(r + c, self.counts[w, code]) for c, w in enumerate(self.weeks)]]
                )
                where |= {(w, code): (top + r, 1 + c) for c, w in enumerate(self.weeks)}
        elif self.layout == "weeks_down":
            head.append(["Vecka", *self.labels.values()])
            for r, w in enumerate(self.weeks):
                body.append(
                    [
                        week(w),
                        *[self.number(r + c, self.counts[w, code]) for c, code in enumerate(self.labels)],
                    ]
                )
                where |= {(w, code): (top + r, 1 + c) for c, code in enumerate(self.labels)}
        else:
            head.append(["År", "Vecka", "Kategori", "Antal"])
            for n, (w, code) in enumerate((w, code) for w in self.weeks for code in self.labels):
                body.append([w.year, w.week, self.labels[code], self.number(n, self.counts[w, code])])
                where[w, code] = (top + n, 3)
        return [*head, *body, *[["* preliminära siffror"] for _ in range(self.notes)]], where


@st.composite
def tables(draw: st.DrawFn) -> Drawn:
    first = IsoWeek(draw(st.integers(2010, 2020)), draw(st.integers(1, 40)))
    weeks = list(week_range(first, first + draw(st.integers(1, 11))))
    codes = draw(st.lists(st.sampled_from(sorted(SPELLINGS)), min_size=1, max_size=5, unique=True))
    labels = {code: draw(st.sampled_from(SPELLINGS[code])) for code in codes}
    count = st.one_of(st.none(), st.integers(0, 60), st.integers(0, 9999))
    counts = {(week, code): draw(count) for week in weeks for code in codes}
    if all(value is None for value in counts.values()):
        counts[weeks[0], codes[0]] = 3
    return Drawn(
        layout=draw(st.sampled_from(["weeks_across", "weeks_down", "long"])),
        weeks=weeks,
        labels=labels,
        counts=counts,
        week_style=draw(st.integers(0, len(WEEKS) - 1)),
        number_styles=draw(st.lists(st.integers(0, len(NUMBERS) - 1), min_size=1, max_size=6)),
        titles=draw(st.integers(0, 4)),
        notes=draw(st.integers(0, 2)),
        as_text=draw(st.booleans()),
    )


@settings(max_examples=80, deadline=None)
@given(tables())
def test_reads_back_exactly_with_right_cells(drawn: Drawn) -> None:
    rows, where = drawn.rows()
    data = text_file(rows) if drawn.as_text else xlsx(rows)
    reading = read_bytes("fil.csv" if drawn.as_text else "fil.xlsx", data)
    assert not stops(reading)
    assert reading.layout == drawn.layout
    found = {(row.week, row.category): (row.count, row.cell) for row in reading.rows}
    expected = {key: (value, _cell(*where[key])) for key, value in drawn.counts.items() if value is not None}
    assert found == expected


@settings(max_examples=80, deadline=None)
@given(tables(), st.sampled_from(BROKEN), st.data())
def test_one_broken_cell_is_told_at_that_cell(drawn: Drawn, broken: str, data: st.DataObject) -> None:
    rows, where = drawn.rows()
    key = data.draw(st.sampled_from(sorted(where)))
    row, column = where[key]
    rows[row] += [None] * (column + 1 - len(rows[row]))
    rows[row][column] = broken
    reading = read_rows(rows)
    if (
        drawn.layout != "long"
        and len([v for k, v in drawn.counts.items() if v is not None and k != key]) == 0
    ):
        return
    assert [cell for _, cell in stops(reading)] == [_cell(row, column)]
    assert _cell(row, column) not in [one.cell for one in reading.rows]
    left = {k for k, v in drawn.counts.items() if v is not None and k != key}
    assert {(one.week, one.category) for one in reading.rows} == left


def _cell(row: int, column: int) -> str:
    return f"{chr(65 + column)}{row + 1}"
