"""The docs hold together: links lead somewhere, every package has its reason, the glossary's names exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crimestats.categories import categories

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data" / "sample").glob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`((?:fraud|benefit_fraud|violence|vandalism|theft|rest|other)[a-z_.]*)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    inside = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_package_has_its_reason() -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(pinned) > 10
    assert [name for name in pinned if f"\n| {name} |" not in told] == []


def test_the_glossary_names_codes_that_exist() -> None:
    named = set(CODE.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")))
    assert {"fraud", "fraud.phone", "rest"} <= named
    assert named <= set(categories())


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
