"""Looks a label up and complains if it is missing. Swedish is the original; a test keeps English complete."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("sv", "en")


class MissingText(KeyError):
    """A label that no language file holds: a fault of ours, never of the user."""


class Texts:
    """Labels of one language: ``texts("sv")("upload.choose", n=3)``.

    A file ``sv/upload.toml`` with ``choose = "…"`` gives the key ``upload.choose``; tables nest with dots.
    Values are put in with ``str.format``, so numbers are to be formatted first (``Formats``).
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.labels = _read_folder(Path(__file__).with_name(lang))

    def __call__(self, key: str, **values: object) -> str:
        try:
            template = self.labels[key]
        except KeyError:
            raise MissingText(f"{self.lang}: {key}") from None
        return template.format(**values) if values else template

    def __contains__(self, key: str) -> bool:
        return key in self.labels


@cache
def texts(lang: str) -> Texts:
    """The labels of ``sv`` or ``en``; any other language gets Swedish."""
    return Texts(lang if lang in LANGUAGES else "sv")


def _read_folder(folder: Path) -> dict[str, str]:
    labels: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        _flatten(file.stem, tomllib.loads(file.read_text(encoding="utf-8")), labels)
    return labels


def _flatten(prefix: str, table: dict[str, Any], labels: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{key}", value, labels)
        else:
            labels[f"{prefix}.{key}"] = value
