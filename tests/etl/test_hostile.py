"""Files made to harm, through the real command: refused in plain words, soon, and in little memory."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from crimestats.config import ROOT
from crimestats.i18n import texts
from etl.mark import mark_file
from etl.readers.refused import Refused
from tests.etl.hostile import altered
from tests.etl.hostile_files import FILES
from tests.etl.make_fixtures import ACROSS, text_file
from tests.etl.reading import read_bytes

# Processor time of the command and its child together; what the machine does besides does not count.
SECONDS, MEGABYTES = 2.0, 800


# Starts the command, waits and prints what it used. A forked process inherits its parent's size as its
# own greatest, and the test runner can be larger than any limit worth having.
MIDDLEMAN = """
import os, sys
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


@dataclass(frozen=True)
class Run:
    code: int
    said: str
    seconds: float
    megabytes: float


def run(arguments: list[str], store: Path) -> Run:
    """A Python command and what it and its children used, as the system counted it."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MIDDLEMAN, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "CRIMESTATS_STORE": str(store)},
        check=True,
    )
    code, seconds, megabytes = done.stdout.splitlines()[-1].split()
    return Run(int(code), done.stderr, float(seconds), float(megabytes))


def test_what_a_command_used_is_its_own_and_not_the_test_runners(tmp_path: Path) -> None:
    ballast = bytearray(b"x") * 200_000_000
    idle = run(["-I", "-S", "-c", "pass"], tmp_path)
    filled = run(["-I", "-S", "-c", "bytearray(b'x') * 200_000_000"], tmp_path)
    assert len(ballast) > 1024**2 * idle.megabytes
    assert idle.megabytes < 100 < filled.megabytes


@pytest.mark.parametrize("kind", FILES)
def test_refused_in_plain_words_soon_and_in_little_memory(kind: str, tmp_path: Path) -> None:
    name, build, codes = FILES[kind]
    path = tmp_path / name
    path.write_bytes(build())
    done = run(["-m", "etl", "read", str(path)], tmp_path / "store")
    assert done.code == 2, done.said
    sentences = [texts("sv")(f"etl.problem.{code}").split("{")[0] for code in codes]
    assert any(sentence in done.said for sentence in sentences), done.said
    assert done.said.startswith("fel: ")
    assert "Traceback" not in done.said
    assert not (tmp_path / "store").exists()
    assert done.megabytes < MEGABYTES
    assert done.seconds < SECONDS


@pytest.mark.parametrize(
    "kind", ["zip bomb", "giant merge", "billion laughs", "ods repeated cell", "xls in a circle"]
)
def test_the_marker_refuses_them_too_and_lives_on(kind: str) -> None:
    name, build, codes = FILES[kind]
    with pytest.raises(Refused) as caught:
        mark_file(name, build())
    assert caught.value.code in codes
    assert mark_file("a 2021.csv", text_file(ACROSS)).data


def test_a_sheet_that_adds_itself_up_ends() -> None:
    rows = '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1</f></c><c r="C1"><f>SUM(C1:C1)</f></c></row>'
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    data = altered(
        {"xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode()}
    )
    assert [problem.code for problem in read_bytes("a.xlsx", data).problems] == ["layout_unknown"]
