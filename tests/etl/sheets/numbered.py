"""Sheets in which no two figures are alike: each tells by itself where it belongs, or that it is no count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tests.etl.make_fixtures import Rows, book, saved, text_file

# Area, ISO year, ISO week, category, injured party.
Key = tuple[str, int, int, str, str]
VIOLENCE, VANDALISM, THEFT, FRAUD, TOTAL = "violence", "vandalism", "theft", "fraud", "total"
PHONE, CARD, OTHER_FRAUD, OTHER = "fraud.phone", "fraud.card", "fraud.other", "other"
FOUR = (VIOLENCE, VANDALISM, THEFT, TOTAL)
NAMES = {
    VIOLENCE: "Våldsbrott", VANDALISM: "Skadegörelse", THEFT: "Tillgrepp/stöld", FRAUD: "Bedrägeri",
    TOTAL: "Totalt", PHONE: "Telefonbedrägeri", CARD: "Kortbedrägeri", OTHER: "Övrigt",
}  # fmt: skip
WEEKS = (43, 44, 45, 46)
# Wholes lie far above their parts, so that no check objects.
_LEAST = {TOTAL: 100_000, FRAUD: 20_000}


class Numbers:
    """Hands out figures and remembers what each one counts."""

    def __init__(self) -> None:
        self.truth: dict[int, Key] = {}

    def one(self, category: str, week: int, year: int = 2021, area: str = "Lysekil", party: str = "") -> int:
        number = len(self.truth) + 1 + (0 if party else _LEAST.get(category, 0))
        self.truth[number] = (area, year, week, category, party)
        return number

    def row(
        self,
        category: str,
        weeks: Iterable[int] = WEEKS,
        year: int = 2021,
        area: str = "Lysekil",
        party: str = "",
    ) -> list[int]:
        return [self.one(category, week, year, area, party) for week in weeks]


Content = Rows | Mapping[str, Rows] | str | bytes


@dataclass(frozen=True)
class Made:
    """One file. ``stops``: (code, cell) of its errors and questions; ``warns``: codes that must be said."""

    name: str
    file: str
    content: Content
    truth: Mapping[int, Key]
    merges: Sequence[str]
    stops: tuple[tuple[str, str], ...]
    warns: tuple[str, ...]
    year: int | None
    today: date

    def data(self) -> bytes:
        """The file's bytes."""
        if isinstance(self.content, str | bytes):
            return self.content.encode() if isinstance(self.content, str) else self.content
        sheets = self.content if isinstance(self.content, Mapping) else {"Blad1": self.content}
        workbook = book(sheets)
        for merge in self.merges:
            workbook.worksheets[0].merge_cells(merge)
        return saved(workbook)

    def twin(self) -> bytes | None:
        """The same cells as a text file; None where they need several sheets or merges."""
        plain = isinstance(self.content, str | bytes | Mapping) or self.merges
        return None if plain else text_file(self.content)  # type: ignore[arg-type]


SHEETS: list[Made] = []


def sheet(
    name: str,
    *merges: str,
    file: str = "fil.xlsx",
    stops: tuple[tuple[str, str], ...] = (),
    warns: tuple[str, ...] = (),
    year: int | None = None,
    today: date = date(2021, 12, 20),
) -> Callable[[Callable[[Numbers], Content]], None]:
    """Register what a function makes of numbers."""

    def register(make: Callable[[Numbers], Content]) -> None:
        numbers = Numbers()
        content = make(numbers)
        SHEETS.append(Made(name, file, content, numbers.truth, merges, stops, warns, year, today))

    return register


def weeks(*numbers: int) -> list[str]:
    return [f"v.{number}" for number in numbers or WEEKS]
