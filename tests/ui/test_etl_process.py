from __future__ import annotations

import subprocess

import pytest

from ui.etl_process import REFUSED, run_etl


@pytest.fixture(autouse=True)
def own_store(monkeypatch, tmp_path):
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")


def test_the_bytes_go_through_standard_input():
    answer = run_etl(
        "read", "-", "--name", "a.csv", "--json", data=b"vecka;kategori;antal\n2021-W46;Totalt;3\n"
    )
    assert answer.done
    assert [row["count"] for row in answer.json["rows"]] == [3]


def test_a_refusal_has_its_code_and_its_words():
    answer = run_etl("withdraw", "99", "--reason", "x")
    assert answer.code == REFUSED
    assert answer.message
    assert answer.json is None


def test_a_child_that_takes_too_long_is_ended():
    with pytest.raises(subprocess.TimeoutExpired):
        run_etl("uploads", seconds=0.001)
