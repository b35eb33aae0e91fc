"""The figures that every sheet of the zoo shows, and what reading one of them should give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.etl.make_fixtures import book, saved, text_file

NAMES = {
    "violence": "Våldsbrott",
    "vandalism": "Skadegörelse",
    "theft": "Tillgrepp/stöld",
    "fraud": "Bedrägeri",
    "fraud.phone": "Telefonbedrägeri",
    "fraud.card": "Kortbedrägeri",
    "benefit_fraud": "Bidragsbrott",
    "total": "Totalt",
}
PARTIES = {"private": "Privatperson", "company": "Företag", "authority": "Myndighet"}
WEEKS = (43, 44, 45, 46)
SOME = ("violence", "vandalism", "theft", "total")
HOME = "Lysekil"
# (area, year, week, category, injured party)
Key = tuple[str, int, int, str, str]
Grid = Sequence[Sequence[object]]


def count(code: str, week: int, year: int = 2021, area: str = HOME, party: str = "") -> int:
    """A count that differs from place to place; totals and categories are never below their parts."""
    if code == "total":
        return 400 + week
    if code == "fraud" and not party:
        return 90 + week % 10
    seed = week * 7 + year * 5 + len(area) * 3 + len(code) * 11 + len(party) * 2
    return seed % 23 + 1


def keys(
    codes: Iterable[str] = SOME,
    weeks: Iterable[int] = WEEKS,
    years: Iterable[int] = (2021,),
    areas: Iterable[str] = (HOME,),
    parties: Iterable[str] = ("",),
) -> dict[Key, int]:
    """What a sheet of these says."""
    return {
        (a, y, w, c, p): count(c, w, y, a, p)
        for a in areas
        for y in years
        for w in weeks
        for c in codes
        for p in parties
    }


@dataclass(frozen=True)
class Specimen:
    """One file: its sheets (or text), what is said beside it, and the counts that it states.

    ``stops``: (code, cell) of every error and question expected; ``warns``: codes that must be said.
    """

    name: str
    sheets: Mapping[str, Grid]
    truth: Mapping[Key, int]
    merges: Mapping[str, Sequence[str]] = field(default_factory=dict)
    file: str = "fil.xlsx"
    area: str | None = None
    year: int | None = None
    stops: tuple[tuple[str, str], ...] = ()
    warns: tuple[str, ...] = ()

    def data(self) -> bytes:
        """The file's bytes; a name in .csv writes the first sheet as text."""
        if self.file.endswith(".csv"):
            return text_file(next(iter(self.sheets.values())))
        workbook = book(self.sheets)
        for sheet, ranges in self.merges.items():
            for one in ranges:
                workbook[sheet].merge_cells(one)
        return saved(workbook)


ZOO: list[Specimen] = []


def add(
    name: str, rows: Grid | Mapping[str, Grid], truth: Mapping[Key, int], *merges: str, **more: object
) -> None:
    """Put a file into the zoo; ``merges`` are of its first sheet."""
    sheets = rows if isinstance(rows, Mapping) else {"Blad1": rows}
    ranges = {next(iter(sheets)): merges}
    ZOO.append(Specimen(name, sheets, truth, merges=ranges, **more))  # type: ignore[arg-type]


def down(codes: Iterable[str], week: int, **of: object) -> list[int]:
    """The counts of one week."""
    return [count(code, week, **of) for code in codes]  # type: ignore[arg-type]


def over(code: str, weeks: Iterable[int] = WEEKS, **of: object) -> list[int]:
    """The counts of one category."""
    return [count(code, week, **of) for week in weeks]  # type: ignore[arg-type]


def summed(counts: Sequence[int]) -> list[int]:
    """The counts and their sum."""
    return [*counts, sum(counts)]


def v(*weeks: int) -> list[str]:
    return [f"v.{week}" for week in weeks or WEEKS]


def labels(codes: Iterable[str] = SOME) -> list[str]:
    return [NAMES[code] for code in codes]
