"""``check-text``: files in, JSON or lines out, and how it says no."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document

from crimestats.commands.guard import guarded

MONTH = ["--from", "2021-W43", "--to", "2021-W46"]
KEYS = {"text", "start", "end", "verdict", "reason", "fact", "warning", "proposal"}


@pytest.fixture
def run(sample_folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    """``run(*arguments, given=b"") -> (exit code, standard output, standard error)``, on the sample data."""
    monkeypatch.setenv("CRIMESTATS_STORE", str(sample_folder))

    def command(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = guarded(["check-text", *arguments, *MONTH])
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return command


def test_json_is_one_value_with_places_in_the_text(run, tmp_path: Path) -> None:
    place = tmp_path / "brev.md"
    text = "# November\n\nDet kom in **167 anmälningar**, varav 16 gällde våld.\n"
    place.write_text(text, encoding="utf-8")
    code, out, err = run(str(place), "--json")
    claims = json.loads(out)["claims"]
    assert (code, err) == (0, "")
    assert [claim["verdict"] for claim in claims] == ["supported", "contradicted"]
    assert all(set(claim) == KEYS for claim in claims)
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims)


def test_a_word_document_with_a_table(run, tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Våldsbrott", 1)
    document.add_paragraph("18 anmälningar gjordes.")
    document.add_table(1, 2).rows[0].cells[1].text = "15"
    document.save(tmp_path / "brev.docx")
    code, out, _ = run(str(tmp_path / "brev.docx"), "--json")
    assert code == 0
    assert [c["verdict"] for c in json.loads(out)["claims"]] == ["contradicted", "cannot_check"]


def test_lines_for_people_and_standard_input(run) -> None:
    code, out, _ = run("-", given="Det anmäldes 16 våldsbrott.".encode())
    assert code == 0
    assert out.startswith("stämmer inte: ”16 våldsbrott”.")
    assert "Förslag: 15 våldsbrott" in out
    assert out.endswith("1 påståenden: 0 stämmer, 1 stämmer inte, 0 kan inte kontrolleras.\n")


def test_nothing_found_is_said(run) -> None:
    assert run("-", given=b"Hej.")[:2] == (0, "Inga uppgifter om antal anmälningar hittades i texten.\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"  \n", "Texten är tom"),
        (b"ord " * 50_000, "Texten har 50000 ord"),
        (b"PK\x03\x04 not a document", "kan inte läsas"),
        (b"\x00\x01\x02\x00", "kan inte läsas"),
    ],
)
def test_refusals_say_what_to_do(run, given: bytes, said: str) -> None:
    code, out, err = run("-", given=given)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_file_that_is_not_there(run, tmp_path: Path) -> None:
    code, _, err = run(str(tmp_path / "borta.txt"))
    assert code == 2
    assert "Kontrollera namn och mapp" in err
