"""How easily a text reads: LIX, the Swedish readability index."""

from __future__ import annotations

import re

# Longer than this many letters is a long word.
_LONG = 6
_WORD = re.compile(r"[^\W_]+(?:[-–’'][^\W_]+)*")
_END = re.compile(r"[.!?](?=\s|$)")


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words with more than six letters; 0 for no words.

    Under 30 very easy, 30-40 easy (fiction, magazines), 40-50 medium (newspapers), 50-60 difficult (official
    texts). Source: C.-H. Björnsson, *Läsbarhet*, Liber, Stockholm 1968.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    long = sum(len(word) > _LONG for word in words)
    return len(words) / max(1, len(_END.findall(text))) + 100 * long / len(words)
