"""Who may import whom, as docs/architecture.md says, and that the repository names nobody's machine."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("crimestats", "etl", "ui", "pages")
# Inside crimestats: a room → the rooms of crimestats it may use, itself aside.
GROUND = {"weeks", "periods", "categories", "config", "clock", "personal"}
INSIDE = {
    "weeks": set(),
    "personal": set(),
    "clock": set(),
    "config": set(),
    "categories": {"config"},
    "periods": {"weeks", "config"},
    "i18n": GROUND,
    "store": GROUND | {"i18n"},
    "counts": GROUND | {"store"},
    "analysis": GROUND | {"counts"},
    "narrative": GROUND | {"i18n", "counts", "analysis"},
    "checking": GROUND | {"i18n", "counts", "analysis"},
    "charts": GROUND | {"i18n", "counts", "analysis"},
    "reporting": GROUND | {"i18n", "store", "counts", "analysis", "narrative", "charts", "checking"},
    "commands": GROUND
    | {"i18n", "store", "counts", "analysis", "narrative", "charts", "reporting", "checking"},
    "__main__": {"commands"},
    "__init__": set(),
}
# A package → the places of the product that may import it.
KEPT = {
    "streamlit": ("dashboard.py", "pages/", "ui/"),
    "duckdb": ("crimestats/store/", "etl/"),
    "plotly": ("crimestats/charts/",),
    "matplotlib": ("crimestats/charts/",),
    "openpyxl": ("etl/readers/", "etl/marking/", "etl/template.py", "crimestats/reporting/"),
    "xlrd": ("etl/readers/",),
    "docx": ("crimestats/reporting/",),
}
ETL_MAY_USE = {*GROUND, "i18n", "store", ""}
# Paths that exist on one machine only.
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|tmp|Users)/|[A-Z]:\\\\Users")


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def production() -> list[Path]:
    return [*sources(*ROOMS), *ROOT.glob("*.py")]


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module a file imports, also inside functions; ``from a import b`` counts as ``a.b`` and ``a``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join([*package, *((node.module,) if node.module else ())])


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def crimestats_rooms(path: Path) -> set[str]:
    """The rooms of crimestats that a file uses; "" for the package itself."""
    names = {name for name in imports(path) if name.split(".")[0] == "crimestats"}
    return {name.split(".")[1] if "." in name else "" for name in names} - {""}


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", production(), ids=where)
def test_rooms_use_only_what_they_may(path: Path) -> None:
    place = where(path).split("/")[0]
    allowed = {"crimestats": {"crimestats"}, "etl": {"etl", "crimestats"}, "ui": {"ui", "crimestats"}}
    used = roots(path) & {*ROOMS, "dashboard", "tests", "scripts", "bench", "data"}
    assert used <= allowed.get(place, {"ui", "crimestats"})
    if place == "etl":
        assert crimestats_rooms(path) <= ETL_MAY_USE


@pytest.mark.parametrize("path", sources("crimestats"), ids=where)
def test_inside_crimestats_the_arrows_point_down(path: Path) -> None:
    room = path.relative_to(ROOT / "crimestats").parts[0].removesuffix(".py")
    assert room in INSIDE, f"say in docs/architecture.md and here what {room} may use"
    assert crimestats_rooms(path) - {room} <= INSIDE[room]


@pytest.mark.parametrize("path", production(), ids=where)
def test_big_libraries_stay_in_their_rooms(path: Path) -> None:
    for package in roots(path) & set(KEPT):
        assert where(path).startswith(KEPT[package]), f"{package} in {where(path)}"


def test_every_room_inside_crimestats_is_documented() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.relative_to(ROOT / "crimestats").parts[0] for path in sources("crimestats")}
    named = {room.removesuffix(".py") for room in rooms} - {"__init__", "__main__"}
    assert {room for room in named if room not in told} == set()


def kept_texts() -> list[Path]:
    """Every text file under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    paths = [ROOT / name for name in listing.split("\0") if name]
    binary = {".xlsx", ".png", ".ttf", ".woff2", ".ico", ".parquet", ".duckdb"}
    return [path for path in paths if path.is_file() and path.suffix not in binary]


def test_no_file_names_a_machine() -> None:
    found = [
        f"{where(path)}: {hit.group(0)}"
        for path in kept_texts()
        if path != Path(__file__).resolve()
        for hit in [MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))]
        if hit
    ]
    assert found == []


def test_files_and_functions_stay_small() -> None:
    """Files at most 260 lines, functions at most 40: past that, stop and think."""
    long = [where(path) for path in production() if len(path.read_text(encoding="utf-8").splitlines()) > 260]
    assert long == []
    for path in production():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                assert length <= 40, f"{where(path)}: {node.name} has {length} lines"
