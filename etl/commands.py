"""The commands themselves: arguments in, lines or one JSON value out, exit code back."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.store import StoreError, open_store
from crimestats.store.uploads import reinstate, withdraw
from crimestats.weeks import IsoWeek
from etl import progress, sample, summary
from etl.arguments import options_of, received
from etl.changes import against_store
from etl.load import LOADED, REFUSED, LoadResult, load_file
from etl.read import Reading, read_file, refusal
from etl.readers.refused import Refused
from etl.sender import since_last, with_remembered

DONE, FAULT, WRONG = 0, 1, 2
# Trouble with the machine and not with what was asked for: our fault, in the sense of the exit codes.
_STORE_FAULTS = {"store.disk_full", "store.write_failed", "store.unreadable", "store.busy"}


def read_command(given: Namespace) -> int:
    """``read FILE``: exit 0 exactly when no problem is an error."""
    try:
        name, data = received(given.files[0], given.name)
        reading = _read(name, data, given)
    except Refused as refused:
        reading = Reading(Path(given.files[0]).name, problems=(refusal(refused),))
    if given.json:
        plain = summary.reading_json(reading, given.lang, grid=given.grid, around=given.around)
        if given.against_store:
            progress.reach("compare")
            plain["changes"] = against_store(open_store(), reading.rows).as_json()
        _print_json(plain)
    else:
        print(summary.summary_text(reading, given.lang))
    _explain(reading, given)
    if not given.json:
        print(texts(given.lang)(f"etl.cli.{'hint_stopped' if reading.stopped else 'hint_ok'}"))
    return WRONG if reading.wrong else DONE


def _read(name: str, data: bytes, given: Namespace) -> Reading:
    """The reading; with ``--by``, by what that sender answered before, and against their last file."""
    if not given.by:
        return read_file(name, data, options=options_of(given))
    store = open_store()
    reading = read_file(name, data, options=with_remembered(store, given.by, options_of(given)))
    return since_last(store, given.by, reading)


def load_command(given: Namespace) -> int:
    """``load FILE...``: each file on its own; exit 2 when any of them was not taken."""
    results = [_load(file, given) for file in given.files]
    remark = (
        sample.remark(open_store(), given.lang) if any(result.status == LOADED for result in results) else ""
    )
    if given.json:
        _print_json([{**summary.load_json(result, given.lang), "remark": remark} for result in results])
    for result in results:
        _explain(result.reading, given)
        line = summary.load_text(result, given.lang)
        if not result.done:
            print(line, file=sys.stderr)
        elif not given.json:
            print("\n".join([line, *summary.change_lines(result, given.lang)]))
    if remark:
        print(remark, file=sys.stderr)
    return DONE if all(result.done for result in results) else WRONG


def _load(file: str, given: Namespace) -> LoadResult:
    try:
        name, data = received(file, given.name)
        options = options_of(given)
    except Refused as refused:
        return LoadResult(REFUSED, Reading(Path(file).name, problems=(refusal(refused),)))
    return load_file(open_store(), name, data, sender=given.by, comment=given.comment, options=options)


def _explain(reading: Reading, given: Namespace) -> None:
    """The problems on standard error, for people; with ``--json`` they stand in the value as well."""
    for line in summary.problem_lines(reading, given.lang):
        print(line, file=sys.stderr)


def uploads_command(given: Namespace) -> int:
    """``uploads``: all that was ever received, newest first."""
    uploads = open_store().rows("uploads")
    if given.json:
        _print_json([_upload_json(upload) for upload in uploads])
    elif not uploads:
        print(texts(given.lang)("etl.cli.no_uploads"))
    else:
        print("\n".join(_upload_line(upload, given.lang) for upload in uploads))
    return DONE


def _upload_json(upload: dict[str, Any]) -> dict[str, Any]:
    weeks = {name: _week(upload[name]) for name in ("first_week", "last_week")}
    moments = {
        name: upload[name].isoformat() if upload.get(name) else None
        for name in ("received_at", "withdrawn_at")
    }
    return {**upload, **weeks, **moments}


def _week(ordinal: int | None) -> str | None:
    return None if ordinal is None else str(IsoWeek.from_ordinal(ordinal))


def _upload_line(upload: dict[str, Any], lang: str) -> str:
    say, formats = texts(lang), Formats(lang)
    mark = say("etl.cli.mark_sample") if upload["sample"] else ""
    if upload["withdrawn"]:
        mark += say("etl.cli.mark_withdrawn", reason=upload["withdrawn_reason"])
    weeks = ""
    if upload["first_week"] is not None:
        span = Period(IsoWeek.from_ordinal(upload["first_week"]), IsoWeek.from_ordinal(upload["last_week"]))
        weeks = formats.weeks(span, year=True, short=True)
    areas = upload["areas"]
    return say(
        "etl.cli.upload_line",
        upload=upload["id"],
        date=formats.moment(upload["received_at"]),
        file=upload["file_name"],
        count=formats.number(upload["n_counts"]),
        weeks=weeks,
        areas=areas[0] if len(areas) == 1 else say("etl.cli.areas_many", count=formats.number(len(areas))),
        mark=mark,
    )


def withdraw_command(given: Namespace) -> int:
    """``withdraw UPLOAD``: taken back, as a row and not as a deletion."""
    withdraw(open_store(), given.upload, given.by, given.reason)
    return _acted(given, "withdraw_done")


def reinstate_command(given: Namespace) -> int:
    """``reinstate UPLOAD``: a withdrawn upload stands again."""
    reinstate(open_store(), given.upload, given.by, given.reason)
    return _acted(given, "reinstate_done")


def sample_command(given: Namespace) -> int:
    """``sample``: the product's own invented data into an empty store, or with ``--remove`` taken away."""
    store = open_store()
    result = sample.remove_sample(store, given.by) if given.remove else sample.load_sample(store)
    if given.json:
        _print_json({"code": result.code, "files": result.files, "message": result.message(given.lang)})
    else:
        print(result.message(given.lang))
    return DONE


def _acted(given: Namespace, key: str) -> int:
    message = texts(given.lang)(f"etl.cli.{key}", upload=given.upload)
    if given.json:
        _print_json({"upload": given.upload, "message": message})
    else:
        print(message)
    return DONE


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _told(command: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """The command, with what the store cannot do told in a sentence."""

    def run(given: Namespace) -> int:
        try:
            return command(given)
        except StoreError as fault:
            print(texts(given.lang)(fault.code, **fault.values), file=sys.stderr)
            return FAULT if fault.code in _STORE_FAULTS else WRONG

    return run


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "read": _told(read_command),
    "load": _told(load_command),
    "uploads": _told(uploads_command),
    "withdraw": _told(withdraw_command),
    "reinstate": _told(reinstate_command),
    "sample": _told(sample_command),
}
