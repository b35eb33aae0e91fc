"""Our own browser files: the style sheet with its tokens, the script with its strings, the icon."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from crimestats.charts.theme import css_variables
from crimestats.i18n import texts

PREFIX = "/lagesbild"
_STYLES = tuple(Path(__file__).parent.parent / name for name in ("style.css", "meeting.css"))
_STATIC = Path(__file__).parent.parent / "static"


@cache
def style_sheet() -> str:
    """The style sheets after the tokens of the light and the dark mode."""
    light, dark = _declarations(css_variables()), _declarations(css_variables(dark=True))
    tokens = f":root {{{light}}}\n@media (prefers-color-scheme: dark) {{:root {{{dark}}}}}\n"
    # Paper is light, whatever the screen is.
    paper = f"@media print {{:root {{{light}}}}}\n"
    return tokens + paper + "\n".join(file.read_text(encoding="utf-8") for file in _STYLES)


def _declarations(variables: dict[str, str]) -> str:
    return "".join(f"{name}:{value};" for name, value in variables.items())


@cache
def streamlit_strings() -> dict[str, str]:
    """What Streamlit writes itself, English → Swedish. ``{…}`` stands for a part that varies."""
    english, swedish = texts("en").labels, texts("sv").labels
    return {english[key]: swedish[key] for key in english if key.startswith("streamlit.")}


@cache
def script() -> str:
    """The scripts of ``ui/static`` after the table of strings."""
    table = json.dumps(streamlit_strings(), ensure_ascii=False)
    return f"window.LAGESBILD_STRINGS = {table};\n" + "\n".join(
        (_STATIC / name).read_text(encoding="utf-8") for name in ("app.js", "meeting.js")
    )


@cache
def icon() -> str:
    return (_STATIC / "favicon.svg").read_text(encoding="utf-8")


def icon_path() -> Path:
    return _STATIC / "favicon.svg"


def style_version() -> str:
    """Changes when the style sheet does, so that browsers may keep it for a year."""
    return _version(style_sheet())


def script_version() -> str:
    return _version(script())


def _version(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
