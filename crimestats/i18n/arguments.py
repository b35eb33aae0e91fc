"""argparse that explains itself in the municipality's language, for every command line of the product."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from crimestats.config import settings
from crimestats.i18n.texts import texts

# What argparse says, in English, and the label that says it here.
_SAID = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "required"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "unknown"),
    (
        re.compile(r"argument (?P<what>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<all>.+)\)"),
        "choice",
    ),
    (re.compile(r"argument (?P<what>.+?): expected .*"), "no_value"),
    (re.compile(r"argument (?P<what>.+?): invalid \w+ value: .+"), "unfit"),
    (re.compile(r"argument (?P<what>.+?): (?P<value>.+)"), "value"),
)


class ArgumentParser(argparse.ArgumentParser):
    """Wrong arguments: one line on standard error that says what to do, and exit code 2."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False)
        self._positionals.title, self._optionals.title = _say("arguments"), _say("options")
        self.add_argument("-h", "--help", action="help", help=_say("help.help"))

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", _say("usage"), 1)

    def explained(self, message: str) -> str:
        """What argparse says in English, in our words."""
        for pattern, label in _SAID:
            if found := pattern.fullmatch(message):
                return f"{_say(f'bad.{label}', **found.groupdict())} {_say('bad.help', prog=self.prog)}"
        return _say("bad.help", prog=self.prog)

    def error(self, message: str) -> NoReturn:
        self.exit(2, self.explained(message) + "\n")


def _say(key: str, **values: object) -> str:
    return texts(settings().default_language)(f"cli.{key}", **values)
