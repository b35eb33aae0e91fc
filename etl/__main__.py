"""Command line: ``python -m etl read | load | uploads | withdraw | reinstate | sample``, and what goes back
to the sender: ``mark | mended | template | typed``.

Exit code 0 = done, 2 = refused or wrong input, 1 = a fault of ours; never a traceback.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext

from crimestats.config import settings
from crimestats.i18n.arguments import ArgumentParser
from etl.command_line import add_about_file, add_giving_back
from etl.faults import guarded


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments (docs/uploading.md)."""
    top = ArgumentParser(prog="python -m etl", description="Läser kalkylblad med anmälda brott per vecka.")
    commands = top.add_subparsers(
        dest="command",
        required=True,
        metavar="read|load|uploads|withdraw|reinstate|sample|mark|mended|template|typed",
    )
    read = commands.add_parser("read", help="vad som skulle läsas; sparar inget")
    read.add_argument("files", metavar="FILE", nargs=1)
    read.add_argument("--grid", action="store_true", help="bladens celler med vad de lästes som, i JSON")
    read.add_argument(
        "--around", action="append", default=[], metavar="BLAD!CELL",
        help="en cell som ska vara med bland bladens celler; kan anges flera gånger",
    )  # fmt: skip
    read.add_argument("--against-store", action="store_true", help="vad som skulle ändras, i JSON")
    load = commands.add_parser("load", help="läser, kontrollerar och sparar; allt eller inget per fil")
    load.add_argument("files", metavar="FILE", nargs="+")
    load.add_argument("--comment", default="", help="en kommentar som sparas med uppladdningen")
    for one in (read, load):
        add_about_file(one)
        one.add_argument("--progress", action="store_true", help="varje steg som en rad på standard fel")
    uploads = commands.add_parser("uploads", help="vad som är inläst")
    for name, help_text in (
        ("withdraw", "drar tillbaka en uppladdning"),
        ("reinstate", "låter den gälla igen"),
    ):
        one = commands.add_parser(name, help=help_text)
        one.add_argument("upload", metavar="UPLOAD", type=int)
        one.add_argument("--reason", required=True, metavar="TEXT")
        one.add_argument("--by", default="", metavar="WHO")
        _common(one)
    sample = commands.add_parser("sample", help="läser in exempeldata i ett tomt dataförråd")
    sample.add_argument("--remove", action="store_true", help="drar tillbaka exempeldata")
    sample.add_argument("--by", default="", metavar="WHO")
    others: list[argparse.ArgumentParser] = [read, load, uploads, sample, *add_giving_back(commands)]
    for other in others:
        _common(other)
    return top


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="ett JSON-värde på standard ut")
    command.add_argument("--lang", choices=("sv", "en"), default=settings().default_language)


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    given = parser().parse_args(arguments)
    # Late: the help text needs no database.
    from etl.commands import COMMANDS
    from etl.giving_back import GIVING_BACK
    from etl.progress import told

    with told() if getattr(given, "progress", False) else nullcontext():
        return {**COMMANDS, **GIVING_BACK}[given.command](given)


if __name__ == "__main__":
    sys.exit(guarded(run, sys.argv[1:]))
