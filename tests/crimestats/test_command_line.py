"""``python -m crimestats``: what comes out, and how it says no."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

from crimestats.clock import LOCAL
from crimestats.commands.arguments import moment
from crimestats.commands.guard import guarded
from crimestats.config import ROOT
from crimestats.reporting.counts_table import FIELDS

MONTH = ["--from", "2021-W43", "--to", "2021-W46"]


@pytest.fixture
def run(sample_folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    """``run(*arguments) -> (exit code, standard output, standard error)``, on the sample data."""
    monkeypatch.setenv("CRIMESTATS_STORE", str(sample_folder))

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = guarded(list(arguments))
        except SystemExit as leave:  # --help
            code = int(leave.code or 0)
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return command


def test_counts_as_json_are_one_value_with_cells(run) -> None:
    code, out, err = run("counts", *MONTH)
    rows = json.loads(out)
    assert (code, err) == (0, "")
    assert tuple(rows[0]) == FIELDS
    assert sum(row["count"] for row in rows if row["category"] == "total") == 167
    assert rows[0]["cell"] == "C20"


def test_categories_may_be_codes_or_names_and_derived(run) -> None:
    _, out, _ = run("counts", *MONTH, "--category", "våld", "rest", "--category", "fraud")
    counts: dict[str, int] = {}
    for row in json.loads(out):
        counts[row["category"]] = counts.get(row["category"], 0) + row["count"]
    assert counts == {"violence": 15, "rest": 64, "fraud": 45}


def test_counts_as_csv_for_swedish_excel(run, tmp_path: Path) -> None:
    place = tmp_path / "antal.csv"
    assert run("counts", *MONTH, "--format", "csv", "-o", str(place)) == (0, "", "")
    data = place.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert sum(int(row["count"]) for row in rows if row["category"] == "theft") == 23


def test_counts_as_workbook_say_that_they_are_samples(run, tmp_path: Path) -> None:
    place = tmp_path / "antal.xlsx"
    assert run("counts", *MONTH, "--format", "xlsx", "-o", str(place))[0] == 0
    book = openpyxl.load_workbook(place)
    assert [cell.value for cell in book.worksheets[0][1]] == list(FIELDS)
    about = {row[0].value: row[1].value for row in book["Om uttaget"].rows}
    assert about["Period"] == "vecka\u00a043–46 2021 (25 oktober–21 november 2021)"
    assert "exempeldata" in about["Obs"]
    assert "Anmälda brott Lysekil 2021 v43-46.xlsx" in about["Källa"]


def test_counts_as_parquet_keep_their_types(run, tmp_path: Path) -> None:
    place = tmp_path / "antal.parquet"
    assert run("counts", *MONTH, "--format", "parquet", "-o", str(place))[0] == 0
    table = parquet.read_table(place)
    assert table.column_names == list(FIELDS)
    assert str(table.schema.field("count").type) == "int64"
    assert table.num_rows == len(json.loads(run("counts", *MONTH)[1]))


def test_as_known_then(run) -> None:
    early = ["counts", "--from", "2021-W42", "--to", "2021-W42", "--category", "total"]
    now = json.loads(run(*early)[1])[0]["count"]
    then = json.loads(run(*early, "--as-of", "2021-10-25")[1])[0]["count"]
    assert now == then + 2


def test_a_date_means_the_end_of_that_swedish_day() -> None:
    assert moment("2021-11-29").isoformat() == "2021-11-29T23:59:59.999999+01:00"
    assert moment("2021-11-29T08:00").tzinfo is LOCAL
    assert moment("2021-11-29T08:00+00:00").utcoffset().total_seconds() == 0


def test_peaks_in_words_and_as_json(run) -> None:
    _, out, _ = run("peaks", *MONTH)
    assert out.startswith("v.\u00a045 2021: 61 anmälningar, vanligt ")
    found = json.loads(run("peaks", *MONTH, "--json")[1])
    assert [(peak["week"], peak["observed"], peak["level"]) for peak in found] == [("2021-W45", 61, "alarm")]
    assert {driver["category"] for driver in found[0]["drivers"]} >= {"fraud", "benefit_fraud"}
    code, out, _ = run("peaks", "--from", "2021-W25", "--to", "2021-W25")
    assert (code, out) == (0, "Ingen ovanlig vecka vecka\u00a025 2021.\n")


def test_a_week_explained_in_words_and_as_json(run) -> None:
    code, out, _ = run("explain", "--week", "2021-W45")
    assert code == 0
    assert out.startswith("Totalt, v.\u00a045 2021: 61 anmälningar, vanligt 22–")
    assert "11 anmälningar om bidragsbrott" in out
    told = json.loads(run("explain", "--week", "2021-W45", "--json")[1])
    assert (told["week"], told["observed"], told["cause"]) == ("2021-W45", 61, "fraud")
    assert told["without"]["code"] == "benefit_fraud"
    excess = sum(driver["excess"] for driver in told["drivers"]) + told["spread"]
    assert excess == pytest.approx(told["observed"] - told["expected"], abs=0.05)


def test_an_ordinary_week_is_not_explained_away(run) -> None:
    told = json.loads(run("explain", "--week", "2021-W20", "--json")[1])
    assert (told["level"], told["cause"], told["question"]) == ("usual", None, "")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--week", "2016-W05"], "kan inte bedömas"),
        (["--week", "2021-W45", "--category", "fraud.romance"], "redovisas inte"),
        ([], "Det saknas: --week."),
    ],
)
def test_what_cannot_be_explained_is_refused(run, more: list[str], words: str) -> None:
    code, out, told = run("explain", *more)
    assert (code, out) == (2, "")
    assert words in told


@pytest.mark.parametrize(("form", "start"), [("md", "# "), ("html", "<!doctype html>"), ("json", "{")])
def test_the_month_as_a_file(run, tmp_path: Path, form: str, start: str) -> None:
    place = tmp_path / f"november.{form}"
    given = ["--name", "november 2021", "--lang", "en", "--format", form, "-o", str(place)]
    assert run("report", *MONTH, *given) == (0, "", "")
    text = place.read_text(encoding="utf-8")
    assert text.startswith(start)
    assert "167" in text
    assert "November 2021" in text or form == "md"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Det saknas: counts|peaks|explain|report|check-text|detect|farrington."),
        (["counts"], "Det saknas: --from, --to."),
        (["spela"], "'spela'"),
        (["counts", "--from", "v43", "--to", "2021-W46"], "saknar år"),
        (["counts", "--from", "2021-W53", "--to", "2021-W53"], "Vecka 53 finns inte år 2021."),
        (["counts", "--from", "2021-W46", "--to", "2021-W43"], "Byt plats på veckorna."),
        (["counts", *MONTH, "--area", "Mora"], "Området Mora finns inte. Områden med uppgifter: Lysekil."),
        (["counts", *MONTH, "--category", "snatteri"], "Kategorin snatteri är okänd."),
        (["counts", *MONTH, "--as-of", "igår"], "igår är ingen tidpunkt."),
        (["counts", *MONTH, "--as-of", "2001-01-01"], "Vid den tidpunkten fanns inga uppgifter."),
        (["counts", *MONTH, "--format", "pdf"], "Välj bland 'json', 'csv', 'xlsx', 'parquet'."),
        (["counts", *MONTH, "-o", "ingen/sådan/mapp.json"], "går inte att skriva"),
        (["counts", "--from"], "Efter --from ska det stå ett värde."),
        (["report", *MONTH], "Det saknas: --format."),
        (["peaks", *MONTH, "--bogus"], "Okänt: --bogus."),
    ],
)
def test_wrong_input_is_refused_in_swedish(run, arguments: list[str], words: str) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert words in err
    assert "Traceback" not in err


def test_help_is_in_swedish(run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert out.startswith("användning: python -m crimestats")


def test_an_empty_store_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "tom"))
    assert guarded(["counts", *MONTH]) == 2
    assert "python -m etl load" in capsys.readouterr().err


def test_a_store_of_a_kind_we_lack_is_refused(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", "ducklake:postgres:host=x")
    assert guarded(["counts", *MONTH]) == 2
    assert "Delad lagring" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_line_and_exit_1(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("hemligt")

    monkeypatch.setitem(guarded.__globals__, "parser", lambda: broken(None))
    assert guarded(["counts", *MONTH]) == 1
    err = capsys.readouterr().err
    assert "Något gick fel hos oss." in err
    assert "hemligt" not in err
    assert err.count("\n") == 1


def test_the_module_runs_and_loads_no_screen_or_picture_library(sample_folder: Path) -> None:
    code = (
        "import sys; from crimestats.commands.guard import guarded;"
        f"guarded(['peaks', {', '.join(map(repr, MONTH))}, '--json']);"
        "heavy = {'matplotlib', 'streamlit', 'plotly', 'openpyxl'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    env = {**os.environ, "CRIMESTATS_STORE": str(sample_folder)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
    assert json.loads(done.stdout)


def test_a_report_can_be_one_line_or_one_paragraph(run) -> None:
    _, line, _ = run("report", *MONTH, "--format", "md", "--length", "line")
    _, paragraph, _ = run("report", *MONTH, "--format", "html", "--length", "paragraph")
    assert line.startswith("Fler anmälningar än vanligt: bedrägerierna vecka\u00a045 ligger bakom (167[^1]")
    assert "är preliminär" in paragraph
    assert paragraph.startswith("<!doctype html>")
    code, out, err = run("report", *MONTH, "--format", "xlsx", "--length", "line")
    assert (code, out) == (2, "")
    assert "json har alla tre längderna" in err
