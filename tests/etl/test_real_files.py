"""Real published files: those by week load as they are, the others are refused with the right sentence."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crimestats.categories import fold, spellings
from crimestats.config import ROOT
from crimestats.store import open_store
from etl.intake import receive
from etl.load import load_file
from etl.read import Reading, read_book, read_file
from etl.sandbox import read_in_child
from tests.etl.reading import options

REAL = ROOT.parent / "shared" / "data" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the published files in ../shared are not here")

# File → what refuses it, in the order found. (layout_unknown: neither weeks nor months nor years in a table.)
REFUSED = {
    "bra_manad/DatabasfilJan2013.txt": "period_month",
    "bra_manad/DatabasfilMay2014.txt": "period_month",
    "bra_manad/DatabasfilOct2015.txt": "period_month",
    "bra_manad/bra_vg_2013_2015_latin1.csv": "period_month",
    "manad_bred/MPS Borough Level Crime (Historical).csv": "period_month",
    "manad_bred/MPS Borough Level Crime (most recent 24 months).csv": "period_month",
    "manad_bred/logregla_hofudborgarsvaedis.xlsx": "period_month",
    "manad_bred/mps_hand_edited_duplicate_year_headers.csv": "period_year",
    "bra_hela_landet_ar.csv": "period_year",
    "scb_brott_kommun_ar_wide.csv": "period_year",
    "norge_anmeldt_20-24.csv": "layout_unknown",
    "befolkning/befolkning_kommunkod_1996_2019.csv": "period_year",
    "befolkning/folkmangd_1950_2019_wide.csv": "period_year",
    "befolkning/kolada_befolkning_2010_2016.csv": "period_year",
    "befolkning/kolada_befolkning_2016.xls": "period_year",
    "befolkning/kommuner_invanare_1998_2019.xlsx": "period_year",
    "befolkning/norsk_befolkning_2018_2019_bom.csv": "period_year",
    "polisen/polisen_handelser_vastra_gotaland.json": "extension_of_text",
    "polisen/polisen_typer.csv": "layout_unknown",
    "referens/kommunkoder_scb.csv": "layout_unknown",
    "toppar_facit/rki_weekly_known_outbreaks.csv": "layout_unknown",
    "vecka_bred/Folkhalsomyndigheten_Covid19_2020-04-02.xlsx": "category_unknown",
    "vecka_bred/publishedweek532020.xlsx": "personal_data",
    "vecka_brott/charlottesville_offense_mapping.csv": "layout_unknown",
}
LONG = [
    "vecka_brott/charlottesville_vecka_2012_2019.csv",
    "vecka_brott/ucpd_hyde_park_vecka_2010_2019.csv",
    "vecka_brott/spokane_vecka_2017_2022.csv",
    "vecka_brott/chicago_vecka_2022.csv",
    "polisen/polisen_vecka_lan.csv",
]


def read(name: str) -> Reading:
    path = REAL / name
    return read_file(path.name, path.read_bytes())


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_right_sentence(name: str) -> None:
    reading = read(name)
    assert reading.rows == ()
    assert next(p.code for p in reading.problems if p.level == "error") == REFUSED[name]
    for problem in reading.problems:
        assert problem.message("sv")
        assert problem.message("en")


@pytest.mark.parametrize("name", LONG)
def test_read_as_they_are(name: str) -> None:
    """Every figure of the file, with its cell, read independently of the product's own reader."""
    reading = read(name)
    assert not reading.problems
    with (REAL / name).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    truth = {
        (
            line["area"],
            int(line["iso_year"]),
            int(line["iso_week"]),
            spellings()[fold(line["category"])],
            f"E{n}",
        ): int(line["count"])
        for n, line in enumerate(lines, 2)
    }
    found = {(r.area, r.iso_year, r.iso_week, r.category, r.cell): r.count for r in reading.rows}
    assert found == truth


def sheet_of(name: str, sheet: str, answers: dict[str, str], year: int | None = None) -> Reading:
    """One sheet of a workbook through its reader, the labels that are not ours answered for."""
    path = REAL / name
    book = read_in_child(receive(path.name, path.read_bytes()))
    one = replace(book, sheets=[s for s in book.sheets if s.name == sheet], texts={}, beside=())
    return read_book(path.name, one, options(answers, year=year, today=date(2023, 1, 1)))


def test_infections_per_municipality_and_week() -> None:
    """45,228 counts of municipalities and districts; "<15" is refused at its cell; 2020 has a week 53."""
    mapped = {"category_unknown|*|nya_fall_vecka": "total", "category_unknown|*|*": "skip"}
    name = "vecka_bred/Folkhalsomyndigheten_Covid19.xlsx"
    reading = sheet_of(name, "Veckodata Kommun_stadsdel", mapped)
    assert {p.code for p in reading.problems if p.level == "error"} == {"count_masked"}
    assert len([p for p in reading.problems if p.code == "count_masked"]) == 2280
    assert len(reading.rows) == 45_228
    lysekil = {
        (row.iso_year, row.iso_week): (row.count, row.cell) for row in reading.rows if row.area == "Lysekil"
    }
    assert lysekil[2021, 45] == (7, "J21115")
    assert any(row.iso_week == 53 and row.iso_year == 2020 for row in reading.rows)


def test_deaths_with_weeks_down_and_years_across() -> None:
    """SCB spreads days over weeks: most figures are no whole counts and are told of at their cells."""
    name = "vecka_bred/2020-04-24---preliminar-statistik-over-doda-inkl-eng.xlsx"
    assert {p.code for p in read(name).problems if p.level == "error"} >= {
        "category_missing",
        "year_ambiguous",
    }
    reading = sheet_of(name, "Tabell 5", {"category_missing|*|*": "total"})
    cells = {row.cell: (row.iso_year, row.iso_week, row.count) for row in reading.rows}
    assert (cells["B12"], cells["C12"]) == ((2015, 1, 276), (2016, 1, 270))
    assert ("count_fraction", "B13") in [(p.code, p.cell) for p in reading.problems]


def test_deaths_with_weeks_across_and_dates_below() -> None:
    """Weeks that end on Fridays are dates of the same weeks; 53 totals stand in line 9."""
    mapped = {"category_unknown|*|Total deaths, all ages": "total", "category_unknown|*|*": "skip"}
    reading = sheet_of("vecka_bred/publishedweek532020.xlsx", "Weekly figures 2020", mapped, year=2020)
    weeks = {(row.iso_year, row.iso_week): row.count for row in reading.rows if row.cell.endswith("9")}
    assert len(weeks) == 53
    assert (weeks[2020, 1], weeks[2020, 2]) == (12254, 14058)


def test_a_weekly_workbook_of_many_sheets_is_understood_but_not_ours() -> None:
    """Deaths and infections by week: weeks are found, names are asked about, nothing is guessed."""
    reading = read("vecka_bred/Folkhalsomyndigheten_Covid19_2020-04-02.xlsx")
    assert {p.code for p in reading.problems if p.level != "warning"} <= {
        "category_unknown",
        "week_unreadable",
    }


def test_the_files_of_the_issue_load_unedited(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    for name in ("vecka_brott/charlottesville_vecka_2012_2019.csv", "vecka_brott/chicago_vecka_2022.csv"):
        result = load_file(store, Path(name).name, (REAL / name).read_bytes())
        assert result.status == "loaded"
        assert result.changes.new == len(result.reading.rows)
    assert len(store.rows("areas")) == 79
    again = load_file(store, "igen.csv", (REAL / LONG[0]).read_bytes())
    assert (again.status, again.upload_id) == ("already", 1)
