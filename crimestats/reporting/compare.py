"""Two versions of a text compared word by word, and two writers' texts put together on a common base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Each covers the whole text: lines, sentences, words with the space behind them.
_LEVELS = (
    re.compile(r".*\n|.+\Z"),
    re.compile(r"(?s).+?(?:[.!?:]\s+|\Z)"),
    re.compile(r"\w+\s*|[^\w\s]\s*|\s+"),
)
# Pairs of words, or of sentences, that are held against one another at most.
_MOST = 1_000_000
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a comparison. ``kind``: same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Two texts as one. ``clean`` is False where both changed the same paragraph: then both stand."""

    text: str
    clean: bool


def compare(old: str, new: str) -> tuple[Change, ...]:
    """What must be removed from and added to ``old`` to get ``new``; same and removed together are ``old``.

    Lines are matched first, in those that differ sentences, in these words: the time grows with
    what has changed and not with the whole. A sentence of a thousand words is not taken apart.
    """
    return _joined(_compared(old, new, 0))


def _compared(old: str, new: str, level: int) -> Iterator[Change]:
    before, after = (_LEVELS[level].findall(text) for text in (old, new))
    if level and len(before) * len(after) > _MOST:
        yield from (Change(REMOVED, old), Change(ADDED, new))
        return
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal":
            yield Change(SAME, gone)
        elif gone and come and level + 1 < len(_LEVELS):
            yield from _compared(gone, come, level + 1)
        else:
            yield from _replaced(gone, come)


def _replaced(gone: str, come: str) -> Iterator[Change]:
    """One for the other, but the space that both end with has not changed."""
    kept = gone[len(gone.rstrip()) :]
    if not kept or not gone.strip() or not come.endswith(kept):
        kept = ""
    cut = len(kept)
    yield from (
        Change(REMOVED, gone[: len(gone) - cut]),
        Change(ADDED, come[: len(come) - cut]),
        Change(SAME, kept),
    )


def _joined(changes: Iterator[Change]) -> tuple[Change, ...]:
    """Neighbours of a kind as one, empty ones left out."""
    kept: list[Change] = []
    for change in changes:
        if not change.text:
            continue
        if kept and kept[-1].kind == change.kind:
            kept[-1] = Change(change.kind, kept[-1].text + change.text)
        else:
            kept.append(change)
    return tuple(kept)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Both writers' changes of a common base, paragraph by paragraph (three-way merge, as ``diff3`` does it).

    Where both changed the same paragraph, mine stands first and theirs after it: nothing is dropped.
    """
    parts = [_PARAGRAPHS.split(text.strip()) if text.strip() else [] for text in (base, mine, theirs)]
    kept: list[str] = []
    clean = True
    for old, ours, others in (one for stretch in _stretches(*parts) for one in _each(*stretch)):
        if ours == others or others == old:
            kept += ours
        elif ours == old:
            kept += others
        else:
            clean = False
            kept += [*ours, *(part for part in others if part not in ours)]
    return Merged("\n\n".join(kept), clean)


def _stretches(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """The three texts cut where all of them agree: stretches between the common paragraphs, and those."""
    place = [0, 0, 0]
    ours, others = _partners(base, mine), _partners(base, theirs)
    for n in sorted(ours.keys() & others.keys()):
        yield (
            list(base[place[0] : n]),
            list(mine[place[1] : ours[n]]),
            list(theirs[place[2] : others[n]]),
        )
        yield [base[n]], [base[n]], [base[n]]
        place = [n + 1, ours[n] + 1, others[n] + 1]
    yield list(base[place[0] :]), list(mine[place[1] :]), list(theirs[place[2] :])


def _each(
    old: list[str], ours: list[str], others: list[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """A stretch that is as long in all three texts, paragraph by paragraph: neighbours are no conflict."""
    if len(old) == len(ours) == len(others):
        yield from (([a], [b], [c]) for a, b, c in zip(old, ours, others, strict=True))
    else:
        yield old, ours, others


def _partners(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Position in the base → position of the same paragraph in the other text, in order."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
