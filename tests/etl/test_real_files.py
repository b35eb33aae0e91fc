"""Real published files: those by week load as they are, the others are refused with the right sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from crimestats.categories import fold, spellings
from crimestats.config import ROOT
from crimestats.store import open_store
from etl.load import load_file
from etl.read import Reading, read_file

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
    "vecka_bred/2020-04-24---preliminar-statistik-over-doda-inkl-eng.xlsx": "year_ambiguous",
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
