"""The whole app on a small store: two and a half years of one area with a fraud wave, one week of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from crimestats.config import ROOT, settings
from crimestats.store import Store, open_store
from crimestats.weeks import IsoWeek, week_range
from tests.conftest import append_counts

FIRST, LAST = IsoWeek(2019, 20), IsoWeek(2021, 46)
App = Callable[..., AppTest]


class RoutedPages(PagesManager):
    """As the server has it. AppTest forgets at each run that the folder ``pages/`` was turned off."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        PagesManager.uses_pages_directory = False
        super().__init__(*arguments, **named)


@pytest.fixture(autouse=True)
def routed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.testing.v1.app_test.PagesManager", RoutedPages)


def counts() -> list[tuple]:
    """Weekly counts with a little variation and one week of many telephone frauds."""
    rows: list[tuple] = []
    for n, week in enumerate(week_range(FIRST, LAST)):
        parts = {"violence": 3 + n % 3, "vandalism": 2 + n % 2, "theft": 6 + n % 4, "fraud": 4 + n % 3}
        if week == IsoWeek(2021, 45):
            parts["fraud"] += 25
        rows += [(week, code, count) for code, count in parts.items()]
        rows.append((week, "fraud.phone", parts["fraud"] - 3))
        rows.append((week, "total", sum(parts.values()) + 12 + n % 5))
    return rows


@pytest.fixture
def filled(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The small store as the product's store, on 29 November 2021."""
    append_counts(store, counts(), file_name="lysekil.xlsx", sender="Ada")
    append_counts(store, [("2021-W46", "total", 7)], area="Sotenäs", file_name="sotenas.csv")
    use(monkeypatch, store)
    return store


@pytest.fixture
def empty(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """An empty store that is to stay empty."""
    (tmp_path / "settings.toml").write_text("load_sample = false\n", encoding="utf-8")
    monkeypatch.setenv("CRIMESTATS_SETTINGS", str(tmp_path / "settings.toml"))
    settings.cache_clear()
    use(monkeypatch, store)
    yield store
    settings.cache_clear()


def use(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(store.folder))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    assert open_store().version == store.version


@pytest.fixture
def app() -> App:
    """``app("upload", lang="en")`` starts the product at a page; the start page is ""."""

    def started(page: str = "", **address: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            at.query_params[name] = value
        at.run()
        if page:
            at.switch_page(f"pages/{page}.py").run()
        return at

    return started


def html(at: AppTest) -> str:
    """All HTML on screen."""
    return "\n".join(element.proto.body for element in at.get("html"))
