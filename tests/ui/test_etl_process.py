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


def test_the_one_who_waits_hears_the_stages():
    heard = []
    run_etl(
        "read", "-", "--name", "a.csv", "--json", data=b"vecka;kategori;antal\n2021-W46;Totalt;3\n",
        told=lambda stage, share, seconds: heard.append((stage, share)),
    )  # fmt: skip
    stages = list(dict.fromkeys(stage for stage, _ in heard))
    assert stages[0] == ""
    assert set(stages[1:]) <= {"open", "personal", "layout", "checks"}
    assert [share for _, share in heard] == sorted(share for _, share in heard)
    assert heard[-1][1] > 0


def test_a_page_that_is_left_leaves_no_child_behind(monkeypatch):
    children = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: children.append(popen(*a, **k)) or children[-1])

    def leave(stage, share, seconds):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        run_etl("read", "-", "--name", "a.csv", "--json", data=b"x", told=leave)
    assert children[0].poll() is not None


def test_a_child_that_is_killed_is_a_fault_and_not_an_answer(monkeypatch):
    popen = subprocess.Popen

    def killed(*arguments, **named):
        child = popen(*arguments, **named)
        child.kill()
        return child

    monkeypatch.setattr(subprocess, "Popen", killed)
    answer = run_etl("read", "-", "--name", "a.csv", "--json", data=bytes(10_000_000))
    assert answer.code < 0
    assert answer.json is None
