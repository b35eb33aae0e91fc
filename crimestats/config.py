"""Settings, read once into a frozen object: ``settings.toml`` under a file named by CRIMESTATS_SETTINGS."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Weeks:
    settle_days: int
    stale_days: int


@dataclass(frozen=True, slots=True)
class Detection:
    min_weeks: int
    season_weeks: int
    rebase_weeks: int
    false_alarms_per_year: float
    unrest: float
    most_alpha: float
    series_alpha: float
    watch_alpha: float


@dataclass(frozen=True, slots=True)
class Comparison:
    percent_from: int
    words_from: int
    alpha: float


@dataclass(frozen=True, slots=True)
class Measures:
    confidence: float
    plausible_effect: float
    least_power: float


@dataclass(frozen=True, slots=True)
class Disclosure:
    fewer_than: int
    sub_areas: Sequence[str]
    sensitive: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bulletin:
    max_words: int


@dataclass(frozen=True, slots=True)
class Upload:
    max_file_mb: int
    max_inflated_mb: int
    max_cells: int
    memory_mb: int
    cpu_seconds: int
    wall_seconds: int


@dataclass(frozen=True, slots=True)
class Settings:
    default_area: str
    default_language: str
    weeks: Weeks
    detection: Detection
    comparison: Comparison
    measures: Measures
    disclosure: Disclosure
    bulletin: Bulletin
    upload: Upload
    load_sample: bool = True


@cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        TypeError: when a settings file holds a name that does not exist.
    """
    values = _read(Path(__file__).with_name("settings.toml"))
    if override := os.environ.get("CRIMESTATS_SETTINGS"):
        for key, value in _read(Path(override)).items():
            values[key] = {**values[key], **value} if isinstance(value, dict) else value
    return Settings(
        default_area=values.pop("default_area"),
        default_language=values.pop("default_language"),
        weeks=Weeks(**values.pop("weeks")),
        detection=Detection(**values.pop("detection")),
        comparison=Comparison(**values.pop("comparison")),
        measures=Measures(**values.pop("measures")),
        disclosure=Disclosure(**values.pop("disclosure")),
        bulletin=Bulletin(**values.pop("bulletin")),
        upload=Upload(**values.pop("upload")),
        **values,
    )


def store_place() -> str:
    """Where the data live: ``CRIMESTATS_STORE`` or ``data/store``."""
    return os.environ.get("CRIMESTATS_STORE") or str(ROOT / "data" / "store")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
