"""The arguments that several commands share, and those of the commands that give something back."""

from __future__ import annotations

import argparse
from typing import Any


def add_about_file(command: argparse.ArgumentParser) -> None:
    """Add what may be said about a file from outside it."""
    command.add_argument("--name", default="", help="filens namn, när FILE är - (standard in)")
    command.add_argument("--year", default="", help="år för veckor utan år, när filen inte säger det")
    command.add_argument("--area", metavar="NAME", help="område, när filen inte säger det")
    command.add_argument(
        "--answers", metavar="FILE.json", help="svar på frågor, en fil eller JSON-texten själv"
    )
    command.add_argument(
        "--by", default="", metavar="WHO", help="vem som laddar upp; dess tidigare svar gäller"
    )


def add_giving_back(commands: Any) -> list[argparse.ArgumentParser]:
    """Add ``mark``, ``mended``, ``template`` and ``typed`` to the commands."""
    mark = commands.add_parser("mark", help="filen tillbaka med det som är fel markerat; sparar inget")
    mark.add_argument("files", metavar="FILE", nargs=1)
    add_about_file(mark)
    mended = commands.add_parser("mended", help="vad en rättad fil har rättat: två svar från read --json")
    mended.add_argument("before", metavar="BEFORE.json", help="eller -: {before, after} på standard in")
    mended.add_argument("after", metavar="AFTER.json", nargs="?", default="")
    template = commands.add_parser("template", help="en mall för årets veckor att fylla i")
    template.add_argument("--year", default="", help="år, annars innevarande")
    template.add_argument("--area", metavar="NAME", help="område, annars det vanliga")
    typed = commands.add_parser("typed", help="antal som skrivits in för hand, som en fil att läsa in")
    typed.add_argument("--week", required=True, metavar="2021-W47")
    typed.add_argument("--area", metavar="NAME", help="område, annars det vanliga")
    typed.add_argument("counts", nargs="+", metavar="KOD=ANTAL", help="till exempel total=31 violence=4")
    for one in (mark, template, typed):
        one.add_argument(
            "-o",
            dest="out",
            required=one is not typed,
            default="",
            metavar="OUT",
            help="- med --json: i svaret",
        )
    return [mark, mended, template, typed]
