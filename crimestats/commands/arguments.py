"""What can be asked on the command line, and how a text there is read. Refusals are in Swedish."""

from __future__ import annotations

import argparse
import re
from datetime import datetime, timedelta
from typing import NoReturn

from crimestats.categories import categories, fold, spellings
from crimestats.clock import LOCAL
from crimestats.commands.check_arguments import add_check
from crimestats.commands.detection_arguments import add_detection
from crimestats.config import settings
from crimestats.i18n import LANGUAGES, texts
from crimestats.i18n.arguments import ArgumentParser
from crimestats.narrative.lengths import LENGTHS
from crimestats.weeks import IsoWeek, WeekError, parse_week

COUNT_FORMATS, REPORT_FORMATS = ("json", "csv", "xlsx", "parquet"), ("md", "html", "json", "xlsx")


class Refused(Exception):
    """Wrong input; the text is what the person reads."""


def say(key: str, **values: object) -> str:
    """A line of the command line, in the municipality's language."""
    return texts(settings().default_language)(f"cli.{key}", **values)


class Parser(ArgumentParser):
    """Wrong input is refused by the caller, as all else that is."""

    def error(self, message: str) -> NoReturn:
        raise Refused(self.explained(message))


def parser() -> Parser:
    """The commands and their arguments."""
    top = Parser(prog="python -m crimestats", description=say("about"))
    commands = top.add_subparsers(
        dest="command",
        required=True,
        metavar="counts|peaks|explain|report|check-text|detect|farrington",
        title=say("commands"),
    )
    counts = commands.add_parser("counts", help=say("help.counts"))
    counts.add_argument(
        "--category", action="extend", nargs="+", type=category, metavar="C", help=say("help.category")
    )
    counts.add_argument("--format", choices=COUNT_FORMATS, default="json", help=say("help.format"))
    peaks = commands.add_parser("peaks", help=say("help.peaks"))
    peaks.add_argument("--category", type=category, default="total", metavar="C", help=say("help.category"))
    peaks.add_argument("--json", action="store_true", help=say("help.json"))
    explain = commands.add_parser("explain", help=say("help.explain"))
    explain.add_argument("--week", type=week, required=True, metavar="WEEK", help=say("help.week"))
    explain.add_argument("--category", type=category, default="total", metavar="C", help=say("help.category"))
    explain.add_argument("--json", action="store_true", help=say("help.json"))
    _where(explain)
    report = commands.add_parser("report", help=say("help.report"))
    report.add_argument("--name", default="", help=say("help.name"))
    report.add_argument(
        "--lang", choices=LANGUAGES, default=settings().default_language, help=say("help.lang")
    )
    report.add_argument("--format", choices=REPORT_FORMATS, required=True, help=say("help.format"))
    report.add_argument("--length", choices=LENGTHS, default="full", help=say("help.length"))
    for command in (counts, peaks, report, add_check(commands)):
        _common(command)
    for command in (counts, report):
        command.add_argument("-o", "--output", metavar="OUT", help=say("help.output"))
    add_detection(commands)
    return top


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--from", dest="first", type=week, required=True, metavar="WEEK", help=say("help.from")
    )
    command.add_argument("--to", dest="last", type=week, required=True, metavar="WEEK", help=say("help.to"))
    _where(command)


def _where(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", metavar="A", help=say("help.area"))
    command.add_argument("--as-of", type=moment, metavar="T", help=say("help.as_of"))


def week(text: str) -> IsoWeek:
    """A week in any accepted spelling that tells its year."""
    try:
        return parse_week(text)
    except WeekError as fault:
        told = texts(settings().default_language)(fault.code, **fault.values)
        raise argparse.ArgumentTypeError(told) from fault


def category(text: str) -> str:
    """A category by its code or by any accepted spelling."""
    if text in categories():
        return text
    if code := spellings().get(fold(text)):
        return code
    known = ", ".join(code for code in categories())
    raise argparse.ArgumentTypeError(say("bad.category", text=text, known=known))


def moment(text: str) -> datetime:
    """An ISO moment; without a zone it is Swedish time, and a date alone means the end of that day."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(say("bad.moment", text=text)) from fault
    if found.tzinfo is None:
        found = found.replace(tzinfo=LOCAL)
    is_date = re.fullmatch(r"\d{4}-?\d\d-?\d\d", text) is not None
    return found + timedelta(days=1) - timedelta(microseconds=1) if is_date else found
