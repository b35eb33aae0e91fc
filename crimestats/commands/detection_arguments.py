"""The arguments of ``detect`` and ``farrington``, which judge files rather than the store."""

from __future__ import annotations

from typing import Any

from crimestats.config import settings
from crimestats.i18n import texts


def add_detection(commands: Any) -> None:
    """Add both commands to the subparsers of the command line."""
    say, lang = texts(settings().default_language), "detect.help"
    detect = commands.add_parser("detect", help=say(f"{lang}.detect"))
    detect.add_argument("input", metavar="INPUT.csv", help=say(f"{lang}.input"))
    detect.add_argument("-o", "--output", required=True, metavar="OUT.csv", help=say(f"{lang}.output"))
    told = say(f"{lang}.alpha", default=settings().detection.series_alpha)
    detect.add_argument("--alpha", type=float, metavar="A", help=told)
    detect.add_argument("--last", type=int, default=104, metavar="N", help=say(f"{lang}.last"))
    farrington = commands.add_parser("farrington", help=say(f"{lang}.farrington"))
    farrington.add_argument("folder", metavar="FOLDER", help=say(f"{lang}.folder"))
    farrington.add_argument("-o", "--output", required=True, metavar="OUTDIR", help=say(f"{lang}.outdir"))
