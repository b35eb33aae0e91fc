"""Bad input: refused with file, sheet, cell and what to do; exit code 2; nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crimestats.store import open_store
from etl.__main__ import run
from etl.readers.refused import Refused
from tests.etl.make_fixtures import ACROSS, LONG, changed, text_file, xlsx


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    return tmp_path


LONG_53 = changed(LONG, 1, 2, 53)
BAD: dict[str, tuple[list[list[object]], str, str]] = {
    "unknown layout": ([["a", "b"], ["x", 1]], "Blad1", "veckor och brottstyper"),
    "unknown category": (changed(ACROSS, 4, 0, "Vapenbrott"), "Blad1!A5", "Rätta namnet"),
    "near category": (changed(ACROSS, 4, 0, "Skadegörlse"), "Blad1!A5", "Menas Skadegörelse?"),
    "week 53 of 52": (LONG_53, "Blad1!C2", "Vecka 53 finns inte år 2021"),
    "negative": (changed(ACROSS, 3, 1, -4), "Blad1!B4", "mindre än noll"),
    "fraction": (changed(ACROSS, 3, 1, 4.5), "Blad1!B4", "utan decimaler"),
    "text": (changed(ACROSS, 3, 1, "fyra"), "Blad1!B4", "Skriv antalet med siffror"),
    "masked": (changed(ACROSS, 3, 1, "<5"), "Blad1!B4", "exakta antalet"),
    "rough": (changed(ACROSS, 3, 1, "ca 7"), "Blad1!B4", "exakta antalet"),
    "error value": (changed(ACROSS, 3, 1, "#REF!"), "Blad1!B4", "Rätta formeln"),
    "dash": (changed(ACROSS, 3, 1, "-"), "Blad1!B4", "Skriv 0, eller lämna cellen tom"),
    "parts above the total": (changed(ACROSS, 6, 1, 11), "Blad1!B7", "Rätta totalen eller delarna"),
    "the same week twice": ([*LONG, [*LONG[1][:4], 9]], "Blad1!E18", "Rätta eller ta bort"),
    "no year": (changed(ACROSS, 0, 0, "Anmälningar"), "Blad1!B3", "ange --year"),
    "personal data": (changed(ACROSS, 7, 0, "811218-9876"), "Blad1!A8", "Ta bort det ur filen"),
    "week ahead": (changed(LONG, 1, 2, 50), "Blad1!E2", "har inte börjat"),
}


@pytest.mark.parametrize("kind", BAD)
def test_refused_with_file_sheet_cell_and_what_to_do(
    kind: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, where, advice = BAD[kind]
    path = place / "underlag.xlsx"
    path.write_bytes(xlsx(rows))
    assert run(["load", str(path)]) == 2
    said = capsys.readouterr().err
    assert f"underlag.xlsx, {where}: " in said
    assert advice in said
    assert "Traceback" not in said
    assert open_store().rows("uploads") == []
    assert not [kept for kept in (place / "store" / "files").rglob("*") if kept.is_file()]


def test_one_file_refused_does_not_hinder_the_next(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "fel.csv").write_bytes(text_file(BAD["text"][0]))
    (place / "rätt.csv").write_bytes(text_file(ACROSS))
    assert run(["load", str(place / "fel.csv"), str(place / "rätt.csv")]) == 2
    assert [upload["file_name"] for upload in open_store().rows("uploads")] == ["rätt.csv"]
    assert "fel.csv, B4: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "finns inte.xlsx", "finns inte"),
        (lambda folder: folder, "går inte att öppna"),
    ],
)
def test_files_that_cannot_be_opened(
    make: Callable[[Path], Path], code: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("read", "load"):
        assert run([command, str(make(place))]) == 2
        assert code in capsys.readouterr().err


def test_arguments_that_say_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = place / "a.csv"
    path.write_bytes(text_file(ACROSS))
    assert run(["read", str(path), "--year", "tjugo"]) == 2
    assert "inget år" in capsys.readouterr().err
    (place / "svar.json").write_text("[1]")
    assert run(["read", str(path), "--answers", str(place / "svar.json")]) == 2
    assert "Svarsfilen svar.json" in capsys.readouterr().err
    assert run(["read", str(path), "--answers", "{nej"]) == 2
    assert run(["read", "-"]) == 2
    assert "--name" in capsys.readouterr().err


def test_missing_weeks_are_not_stored_as_zero(place: Path) -> None:
    path = place / "a.csv"
    path.write_bytes(text_file(changed(changed(ACROSS, 3, 2, None), 3, 5, 10)))
    assert run(["load", str(path)]) == 0
    counts = open_store().rows("weekly_counts", area="Lysekil")
    assert len([row for row in counts if row["category"] == "violence"]) == 3
    assert 0 not in [row["count"] for row in counts]


def test_a_refusal_is_an_exception_with_a_code() -> None:
    assert Refused("file_empty", "Blad1", "A1", x=1).values == {"x": 1}
