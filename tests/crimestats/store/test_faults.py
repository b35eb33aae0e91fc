"""Kills, a full disk, two writers, with readers going on all the time.

Nothing acknowledged is lost, nothing is half, no reader ever sees an error.
"""

from __future__ import annotations

import importlib.util
import json
import math
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from crimestats.config import ROOT
from crimestats.store import Store, StoreError, files, open_store

CHILD = Path(__file__).with_name("child.py")
LOADS = 50


def _import_child() -> ModuleType:
    spec = importlib.util.spec_from_file_location("store_child", CHILD)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


child = _import_child()


def start(store: Store, *task: object) -> subprocess.Popen[str]:
    """A process of its own, ready to begin."""
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(store.folder), *map(str, task)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def ready(process: subprocess.Popen[str]) -> subprocess.Popen[str]:
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def tell(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin
    process.stdin.write(text)
    process.stdin.flush()


def last_words(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=60)
    return said


@contextmanager
def readers(store: Store) -> Iterator[list[dict[str, Any]]]:
    """A second dashboard (a process) and this one (a thread) read until the block ends; what they met."""
    met: list[dict[str, Any]] = []
    stop = threading.Event()
    other = ready(start(store, "read"))
    own = threading.Thread(target=lambda: met.append(child.read_on(store, stop)))
    own.start()
    try:
        yield met
    finally:
        stop.set()
        own.join()
        met.append(json.loads(last_words(other)))


def check_whole(store: Store, acknowledged: set[str]) -> None:
    """Every acknowledged load is there, every load is whole, and the folder holds one version."""
    child.load(store, "the last one")  # the append after a kill is what clears up
    uploads = store.rows("uploads")
    names = [upload["file_name"] for upload in uploads]
    assert acknowledged <= set(names)
    assert len(set(names)) == len(names), "a load was written twice"
    child.look(store, len(acknowledged))
    for upload in uploads:
        assert store.get_bytes(upload["sha256"]) == upload["file_name"].encode() * 100
    assert [file.name for file in store.folder.glob("*.duckdb*")] == [f"{store.version}.duckdb"]
    assert list(store.folder.glob("tmp-*")) == []


def hear(process: subprocess.Popen[str], until: str) -> list[str]:
    """The lines a process says, up to and with one that begins so."""
    assert process.stdout
    lines = [process.stdout.readline()]
    while not lines[-1].startswith(until):
        assert lines[-1], f"the process ended before it said {until}"
        lines.append(process.stdout.readline())
    return lines


def load_in(server: subprocess.Popen[str], name: str, kill_after: float | None) -> bool:
    """One load in a process of its own, killed after so many seconds; whether it was acknowledged."""
    tell(server, f"{name}\n")
    heard = hear(server, "pid ")
    if kill_after is not None:
        time.sleep(kill_after)
        # Not yet waited for, so the number is still this load's, also when it has ended.
        os.kill(int(heard[-1].split()[1]), signal.SIGKILL)
    tell(server, "reap\n")
    return "done\n" in heard + hear(server, "end")


def test_kill_at_random_moments_of_fifty_loads(store: Store) -> None:
    acknowledged: set[str] = set()
    usual = math.inf
    server = start(store, "serve")
    with readers(store) as met:
        for n in range(LOADS):
            begun = time.monotonic()
            # The first few show how long a load takes here and now.
            if load_in(server, f"load{n}", random.uniform(0, 1.2 * usual) if n >= 3 else None):
                acknowledged.add(f"load{n}")
            usual = min(usual, time.monotonic() - begun) if n < 3 else usual
    last_words(server)
    assert 3 <= len(acknowledged) < LOADS, "some loads are to be killed, some to be done"
    assert all(one["faults"] == [] and one["reads"] > 0 for one in met), met
    check_whole(store, acknowledged)


@pytest.mark.parametrize("step", ["publish", "point"])
def test_a_writer_that_dies_at_the_last_moment_publishes_nothing(store: Store, step: str) -> None:
    """Rows written but the file not published; the file named but not pointed to."""
    child.load(store, "before")
    version = store.version
    dying = start(store, "die", step)
    last_words(dying)
    assert dying.returncode == 9
    assert store.version == version
    assert len(list(store.folder.glob("*.duckdb"))) == 2, "what it had written is still there"
    assert child.look(Store(store.folder), 1) == 1
    check_whole(store, {"before"})


def test_two_writers_and_two_readers(store: Store) -> None:
    with readers(store) as met:
        writers = [start(store, "many", name, 10) for name in ("a", "b")]
        assert [process.wait(60) for process in writers] == [0, 0]
        for process in writers:
            last_words(process)
    assert all(one["faults"] == [] and one["seen"] > 0 for one in met), met
    check_whole(store, {f"{name}{n}" for name in ("a", "b") for n in range(10)})


def test_a_file_that_may_not_grow(store: Store) -> None:
    """A quota: the process may write no larger file than the store has room for."""
    child.load(store, "before")
    with readers(store) as met:
        for room in (0, 1, 70_000):
            told = json.loads(last_words(ready(start(store, "fill", room))))
            assert told["code"] == "store.disk_full"
            assert [file.stem for file in store.folder.glob("*.duckdb*")] == [store.version]
    assert all(one["faults"] == [] for one in met), met
    check_whole(store, {"before"})


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting a small disk needs the rights of root; the quota test covers the same ground")
    with ExitStack() as stack:
        stack.callback(subprocess.run, ["umount", "-l", str(place)], check=True)
        yield place


def test_a_full_disk(small_disk: Path) -> None:
    store = open_store(str(small_disk / "store"))
    loads, code = 0, ""
    while not code:
        try:
            child.load(store, f"load{loads}")
            loads += 1
        except StoreError as fault:
            code = fault.code
    assert code == "store.disk_full"
    version = store.version
    child.look(store, loads)
    assert [file.stem for file in store.folder.glob("*.duckdb*")] == [version]
    (small_disk / "ballast").write_bytes(b"x" * os.statvfs(small_disk).f_bavail * 4096)
    with pytest.raises(StoreError) as caught:
        store.put_bytes(os.urandom(100_000))
    assert caught.value.code == "store.disk_full"
    assert list((store.folder / "files").rglob("tmp-*")) == []
    (small_disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    check_whole(store, {f"load{n}" for n in range(loads)})


def test_a_lock_goes_with_its_holder(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LOCK_SECONDS", 5)
    code = (
        f"import fcntl, time; f = open({str(store.folder / 'LOCK')!r}, 'a'); fcntl.flock(f, fcntl.LOCK_EX); "
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code + "print('held', flush=True); time.sleep(60)"], stdout=subprocess.PIPE
    )
    assert holder.stdout
    holder.stdout.readline()
    holder.kill()
    holder.communicate()
    store.append(lambda _: None)
