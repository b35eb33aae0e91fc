"""What the fault tests run in processes of their own: ``child.py STORE serve|many|read|fill|die …``."""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
from datetime import UTC, datetime

from crimestats.store import Store, StoreError, Writer, files, open_store
from crimestats.weeks import IsoWeek

FIRST = IsoWeek(2020, 1)
WEEKS, CODES = 52, ("total", "violence", "vandalism", "theft")
COUNTS = WEEKS * len(CODES)


def load(store: Store, name: str) -> None:
    """One upload of ``COUNTS`` counts; all of them are the upload's own number, so that a mixture shows."""
    sha256 = store.put_bytes(name.encode() * 100)

    def work(writer: Writer) -> None:
        number = writer.next_id("upload")
        at = datetime.now(UTC)
        upload = {"id": number, "sha256": sha256, "file_name": name, "received_at": at}
        writer.insert("upload", [upload])
        writer.insert("observation", [_row(number, FIRST + n, code) for n in range(WEEKS) for code in CODES])

    store.append(work)


def _row(number: int, week: IsoWeek, code: str) -> dict[str, object]:
    iso = {"iso_year": week.year, "iso_week": week.week, "week": week.ordinal}
    return {"upload_id": number, "area": "Lysekil", **iso, "category": code, "count": number, "cell": "B2"}


def look(store: Store, seen: int) -> int:
    """One read of a dashboard; gives the number of uploads, never fewer than ``seen``.

    Raises:
        AssertionError: when something is half, mixed or lost.
    """
    uploads = store.rows("uploads")
    assert len(uploads) >= seen, f"{seen} uploads became {len(uploads)}"
    assert all(upload["n_counts"] == COUNTS for upload in uploads), "half an upload"
    counts = store.columns("weekly_record", area="Lysekil")["count"]
    assert len(counts) == (COUNTS if counts else 0), "half a record"
    assert len(set(counts)) <= 1, "a record of two uploads"
    return len(uploads)


def read_on(store: Store, stop: threading.Event) -> dict[str, object]:
    """Read until told to stop; how often, and every fault met."""
    reads, seen, faults = 0, 0, []
    while not stop.wait(0.05):
        try:
            seen = look(store, seen)
        except Exception as fault:
            faults.append(repr(fault))
        reads += 1
    return {"reads": reads, "seen": seen, "faults": faults}


def serve(place: str) -> None:
    """Loads in processes of their own, forked from this one, which never opens the store itself.

    A name on standard input starts its load and is answered with ``pid N``; ``reap`` waits until that process
    has ended. The load prints ``done`` when it is acknowledged.
    """
    pid = 0
    for line in sys.stdin:
        if line == "reap\n":
            os.waitpid(pid, 0)
            print("end", flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            try:
                load(open_store(place), line.strip())
                os.write(1, b"done\n")
            finally:
                os._exit(0)
        print(f"pid {pid}", flush=True)


def main(place: str, task: str, *rest: str) -> None:
    if task == "serve":
        serve(place)
        return
    store = open_store(place)
    print("ready", flush=True)
    if task == "many":
        for n in range(int(rest[1])):
            load(store, f"{rest[0]}{n}")
    elif task == "read":
        stop = threading.Event()
        threading.Thread(target=lambda: (sys.stdin.read(), stop.set()), daemon=True).start()
        print(json.dumps(read_on(store, stop)), flush=True)
    elif task == "die":
        setattr(files, rest[0], lambda *_: os._exit(9))
        load(store, "dying")
    elif task == "fill":
        size = files.path_of(store.folder, store.version).stat().st_size + int(rest[0])
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            for n in range(100):
                load(store, f"fill{n}")
        except StoreError as fault:
            print(json.dumps({"code": fault.code, "loads": n}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
