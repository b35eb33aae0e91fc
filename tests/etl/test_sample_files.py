"""The kept sample files, read back with openpyxl: the published month, the real level, parts that add up."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from crimestats.categories import fold, spellings
from crimestats.config import ROOT
from crimestats.periods import Period, month_of, seams
from crimestats.weeks import IsoWeek, parse_week, week_range
from data.sample import make_sample, simulate

SAMPLE = ROOT / "data" / "sample"
PARTIES = {"": "", "Privatperson": "private", "Företag": "company", "Myndighet": "authority"}
Record = dict[IsoWeek, dict[tuple[str, str], int]]
NOVEMBER = tuple(week_range(IsoWeek(2021, 43), IsoWeek(2021, 46)))


def cells(path: Path) -> list[tuple[object, ...]]:
    """The values of a file's only sheet, header row first."""
    if path.suffix == ".csv":
        text = path.read_bytes().decode("utf-8-sig")
        return [tuple(row) for row in csv.reader(io.StringIO(text), delimiter=";")]
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return rows[3:]


def counts(path: Path) -> Iterator[tuple[IsoWeek, str, str, int]]:
    """(week, category, injured party, count) of a file, whichever of the three layouts it has."""
    header, *rows = cells(path)
    if header[-1] == "Summa":
        first = 2 if "Målsägande" in header else 1
        for row in rows:
            party = PARTIES[str(row[1] or "")] if first == 2 else ""
            assert sum(map(number, row[first:-1])) == row[-1]
            for week, value in zip(header[first:-1], row[first:-1], strict=True):
                yield parse_week(str(week), int(path.name.split()[3][:4])), code(row[0]), party, number(value)
    elif "Antal" in header:
        for year, week, label, party, value in rows:
            yield (
                IsoWeek(int(str(year)), int(str(week))),
                code(label),
                PARTIES[str(party or "")],
                number(value),
            )
    else:
        for year, week, *values in rows:
            for label, value in zip(header[2:], values, strict=True):
                if value is not None:
                    yield IsoWeek(int(str(year)), int(str(week))), code(label), "", number(value)


def code(label: object) -> str:
    return spellings()[fold(str(label))]


def number(value: object) -> int:
    whole = float(str(value).replace(",", "."))
    assert whole == int(whole)
    assert whole >= 0
    return int(whole)


def uploads() -> list[dict[str, object]]:
    return tomllib.loads((SAMPLE / "uploads.toml").read_text(encoding="utf-8"))["upload"]


@pytest.fixture(scope="module")
def record() -> Record:
    """The newest count of every week, category and party, as the store will know it."""
    found: Record = defaultdict(dict)
    for upload in sorted(uploads(), key=lambda row: row["received_at"]):
        for week, category, party, value in counts(SAMPLE / str(upload["file"])):
            found[week][category, party] = value
    return found


def whole(week: dict[tuple[str, str], int], category: str) -> int | None:
    """A category's count: as given, or the sum over injured parties."""
    parts = [value for (name, _), value in week.items() if name == category]
    return sum(parts) if parts else None


def test_writing_the_files_anew_changes_nothing() -> None:
    for name, data in make_sample.files().items():
        kept = SAMPLE / name
        if kept.suffix == ".xlsx":
            fresh = openpyxl.load_workbook(io.BytesIO(data))
            old = openpyxl.load_workbook(kept)
            assert fresh.sheetnames == old.sheetnames
            for sheet in fresh.sheetnames:
                assert list(fresh[sheet].values) == list(old[sheet].values)
        else:
            assert kept.read_bytes() == data


def test_every_file_is_listed_and_there() -> None:
    listed = {str(upload["file"]) for upload in uploads()}
    assert listed == {path.name for path in SAMPLE.iterdir() if path.suffix in {".xlsx", ".csv"}}
    assert listed == set(make_sample.files()) - {"calendar.toml"}


def test_every_workbook_says_that_it_is_sample_data() -> None:
    for path in SAMPLE.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        assert str(book.worksheets[0]["A2"].value).startswith("EXEMPELDATA")
        assert "exempeldata" in str(book.properties.title)


def test_the_csv_is_as_swedish_excel_saves_it() -> None:
    data = next(SAMPLE.glob("*.csv")).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") > 600
    assert data.splitlines()[1].endswith(b",0")


def test_no_week_is_missing(record: Record) -> None:
    assert sorted(record) == list(week_range(IsoWeek(2016, 1), IsoWeek(2021, 46)))


def test_the_published_month_is_exact(record: Record) -> None:
    sums = {name: sum(whole(record[week], name) or 0 for week in NOVEMBER) for name in simulate_codes()}
    assert (sums["total"], sums["violence"], sums["vandalism"], sums["theft"]) == (167, 15, 7, 23)
    assert [record[week]["total", ""] for week in NOVEMBER] == [37, 38, 61, 31]
    assert sums["total"] - sums["violence"] - sums["vandalism"] - sums["theft"] == 122


def simulate_codes() -> set[str]:
    return {"total", "violence", "vandalism", "theft", "fraud", "benefit_fraud"}


def test_the_peak_is_fraud_and_an_authoritys_batch(record: Record) -> None:
    peak, others = record[IsoWeek(2021, 45)], [record[week] for week in NOVEMBER if week.week != 45]
    assert peak["benefit_fraud", "authority"] == 11
    assert peak["fraud.phone", "private"] > 2 * max(week["fraud.phone", "private"] for week in others)
    named = ("violence", "vandalism", "theft")
    assert (
        sum(peak[name, ""] for name in named) <= max(sum(w[name, ""] for name in named) for w in others) + 1
    )


def test_parts_add_up(record: Record) -> None:
    for week, values in record.items():
        assert set(simulate_codes()) <= {name for name, _ in values}, week
        named = sum(whole(values, name) or 0 for name in simulate_codes() - {"total"})
        assert named <= values["total", ""], week
        kinds = {name for name, _ in values if name.startswith("fraud.")}
        assert bool(kinds) == (week.year >= 2019), week
        if kinds:
            assert sum(whole(values, kind) or 0 for kind in kinds) == whole(values, "fraud"), week
        for party in ("private", "company"):
            by_kind = sum(n for (name, who), n in values.items() if name in kinds and who == party)
            assert by_kind == values.get(("fraud", party), 0), week


def test_injured_parties_are_told_from_2020(record: Record) -> None:
    for week, values in record.items():
        has_parties = {party for _, party in values} == {"", "private", "company", "authority"}
        assert has_parties == (week.year >= 2020), week


def test_a_category_is_given_whole_or_by_party_never_both(record: Record) -> None:
    for week, values in record.items():
        by_party = {name for name, party in values if party}
        assert not {name for name in by_party if (name, "") in values}, week


def mean_total(record: Record, year: int, months: range) -> float:
    values = [
        v["total", ""] for week, v in record.items() if week.year == year and week.thursday.month in months
    ]
    return sum(values) / len(values)


@pytest.mark.parametrize("year", range(2016, 2022))
def test_the_level_is_the_real_one(record: Record, year: int) -> None:
    assert 22 <= mean_total(record, year, range(1, 6)) <= 32
    assert 37 <= mean_total(record, year, range(6, 9)) <= 47
    assert 27 <= mean_total(record, year, range(1, 13)) <= 36


def test_the_summer_of_2019_is_the_known_one(record: Record) -> None:
    assert mean_total(record, 2019, range(6, 9)) == pytest.approx(42.7, abs=0.6)


def test_the_spread_is_more_than_chance_and_not_wild() -> None:
    told = {week for week, _ in simulate.STORIES} | set(simulate.NOVEMBER)
    ratios = [
        (sum(drawn.values()) - mean) ** 2 / mean
        for seed in range(5)
        for week, drawn in simulate.simulate(seed).items()
        if week not in told
        for mean in [simulate.expected_total(week)]
    ]
    assert 1.2 <= sum(ratios) / len(ratios) <= 1.6


def test_later_files_revise_a_few_earlier_weeks() -> None:
    known: Record = defaultdict(dict)
    changed: set[tuple[str, int]] = set()
    for upload in uploads():
        for week, category, party, value in counts(SAMPLE / str(upload["file"])):
            if known[week].get((category, party), value) != value:
                changed.add((category, week.week))
            known[week][category, party] = value
    assert {week for _, week in changed} == {37, 38, 39, 41, 42}
    assert ("vandalism", 37) in changed
    assert ("total", 37) not in changed
    assert ("total", 38) in changed


def test_easter_against_known_years() -> None:
    known = {
        2000: (4, 23),
        2008: (3, 23),
        2011: (4, 24),
        2016: (3, 27),
        2019: (4, 21),
        2021: (4, 4),
        2038: (4, 25),
    }
    assert {year: (simulate.easter(year).month, simulate.easter(year).day) for year in known} == known


def test_the_calendar_holds_breaks_patrol_and_months() -> None:
    listed = tomllib.loads((SAMPLE / "calendar.toml").read_text(encoding="utf-8"))
    events = {(row["kind"], row["name"], row["first"], row["last"]) for row in listed["event"]}
    assert ("measure", "Ordningsvakter", "2021-W28", "2021-W37") in events
    assert ("break", "Höstlov", "2021-W44", "2021-W44") in events
    assert ("break", "Påsklov", "2021-W13", "2021-W13") in events
    assert ("holiday", "Midsommar", "2021-W25", "2021-W25") in events
    assert all(row["name_en"] for row in listed["event"])
    months = [
        Period(parse_week(row["first"]), parse_week(row["last"]), row["name"]) for row in listed["period"]
    ]
    assert months[-1].name == "november 2021"
    assert months[-1].weeks == NOVEMBER
    assert months[0].name == "januari 2020"
    assert {len(month) for month in months} == {4, 5}
    assert seams(months) == []
    assert [month_of(month.first) for month in months] == [(2020 + n // 12, n % 12 + 1) for n in range(23)]
