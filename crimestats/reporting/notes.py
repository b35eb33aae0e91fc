"""Numbered notes: in a file each number of a text leads to a note that says file, sheet and cells."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.narrative.compose import Sentence
from crimestats.narrative.grammar import Run
from crimestats.reporting.origins import origin_text


class Notes:
    """The notes of one text, numbered from 1 in the order in which they are needed; the same note once."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._numbers: dict[str, int] = {}

    def marked(self, sentence: Sentence) -> Iterator[tuple[Run, int | None]]:
        """The sentence's runs, each with the note to mark behind it; a note is marked once a sentence."""
        seen: set[int] = set()
        for run in sentence.runs:
            note = self._note(run, sentence) if run.number else None
            yield run, None if note in seen else note
            seen |= {note} if note else set()

    def of(self, sentence: Sentence) -> list[int]:
        """The notes of a sentence, to be marked behind the whole of it."""
        return [note for _, note in self.marked(sentence) if note]

    def _note(self, run: Run, sentence: Sentence) -> int | None:
        words = origin_text(run.fact or sentence.fact, self.lang)
        return self._numbers.setdefault(words, len(self._numbers) + 1) if words else None

    @property
    def texts(self) -> dict[int, str]:
        """Number → text, of the notes marked so far."""
        return {number: words for words, number in self._numbers.items()}
