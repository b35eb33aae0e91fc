"""The arguments of ``check-text``."""

from __future__ import annotations

import argparse
from typing import Any

from crimestats.config import settings
from crimestats.i18n import texts


def add_check(commands: Any) -> argparse.ArgumentParser:
    """Add the command to the subparsers of the command line."""
    say = texts(settings().default_language)
    check: argparse.ArgumentParser = commands.add_parser("check-text", help=say("checking.help.check"))
    check.add_argument("file", metavar="FILE", help=say("checking.help.file"))
    check.add_argument("--json", action="store_true", help=say("cli.help.json"))
    return check
