from __future__ import annotations

import pytest

from crimestats.config import settings
from crimestats.store import open_store
from ui import first_start
from ui.etl_process import EtlAnswer


@pytest.fixture(autouse=True)
def own_store(monkeypatch, tmp_path):
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))


def fake_load(monkeypatch, answer):
    asked = []
    monkeypatch.setattr(first_start, "run_etl", lambda *words, **_named: asked.append(words) or answer)
    return asked


def test_an_empty_store_is_filled_once(monkeypatch):
    asked = fake_load(monkeypatch, EtlAnswer(0, None, ""))
    first, second = first_start.begin(), first_start.begin()
    assert first is second
    first.thread.join()
    assert asked == [("sample",)]
    assert first.fault == ""


def test_a_store_with_uploads_is_left_alone(monkeypatch, add_counts):
    asked = fake_load(monkeypatch, EtlAnswer(0, None, ""))
    add_counts(open_store(), [("2021-W46", "total", 7)])
    assert first_start.begin() is None
    assert asked == []


def test_who_wants_no_sample_gets_none(monkeypatch, tmp_path):
    (tmp_path / "settings.toml").write_text("load_sample = false\n", encoding="utf-8")
    monkeypatch.setenv("CRIMESTATS_SETTINGS", str(tmp_path / "settings.toml"))
    settings.cache_clear()
    asked = fake_load(monkeypatch, EtlAnswer(0, None, ""))
    assert first_start.begin() is None
    assert asked == []
    settings.cache_clear()


def test_a_load_that_fails_is_told(monkeypatch):
    fake_load(monkeypatch, EtlAnswer(1, None, "disken är full"))
    load = first_start.begin()
    load.thread.join()
    assert load.fault == "disken är full"
