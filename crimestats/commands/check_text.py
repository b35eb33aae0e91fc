"""``check-text``: a text held against the counts, claim by claim."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from crimestats.checking import CheckedText, CheckError
from crimestats.commands.arguments import Refused
from crimestats.config import settings
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.reporting.checking import check_text
from crimestats.reporting.plain_text import text_of
from crimestats.store import Store


def run(given: Namespace, store: Store, area: str, period: Period) -> int:
    """Check a file, or standard input for ``-``; the verdicts go to standard output."""
    try:
        found = check_text(
            store, _read(given.file), area=area, period=period, as_of=given.as_of, lang=_lang()
        )
    except CheckError as fault:
        raise Refused(texts(_lang())(fault.code, **fault.values)) from fault
    for notice in found.notices:
        print(notice, file=sys.stderr)
    if given.json:
        told = {"claims": [asdict(claim) for claim in found.claims]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found)))
    return 0


def _read(place: str) -> str:
    if place == "-":
        return text_of("-", sys.stdin.buffer.read())
    try:
        return text_of(place, Path(place).read_bytes())
    except OSError as fault:
        raise Refused(_say("no_file", place=place)) from fault


def _lines(found: CheckedText) -> list[str]:
    if not found.claims:
        return [_say("cli.nothing")]
    lines = []
    for claim in found.claims:
        words = " ".join(claim.text.split())
        lines.append(
            _say("cli.claim", verdict=_say(f"verdict.{claim.verdict}"), words=words, reason=claim.reason)
        )
        lines += [_say(f"cli.{key}", what=what) for key, what in _more(claim.warning, claim.proposal)]
    counts = {
        v: sum(c.verdict == v for c in found.claims) for v in ("supported", "contradicted", "cannot_check")
    }
    return [*lines, _say("cli.summary", n=len(found.claims), **counts)]


def _more(warning: str | None, proposal: str | None) -> list[tuple[str, str]]:
    return [(key, what) for key, what in (("warning", warning), ("proposal", proposal)) if what]


def _lang() -> str:
    return settings().default_language


def _say(key: str, **values: object) -> str:
    return texts(_lang())(f"checking.{key}", **values)
