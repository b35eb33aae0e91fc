"""Languages: labels from ``sv/*.toml`` and ``en/*.toml``, and one formatter for numbers, dates and weeks."""

from crimestats.i18n.formats import Formats
from crimestats.i18n.texts import LANGUAGES, MissingText, Texts, texts

__all__ = ["LANGUAGES", "Formats", "MissingText", "Texts", "texts"]
