"""Light Markdown to blocks: headings, bold, lists, https links, tables (pasted ones too), notes.

Whatever is no markup here is text, and is escaped where it is rendered: nothing a writer pastes is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crimestats.charts.model import Table
from crimestats.reporting.document import Block, Heading, Items, Paragraph, Span, Spans, TableBlock

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_BULLET = re.compile(r"[-*+•–]\s+(.+)$")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(.+)$")
_NOTE = re.compile(r"\[\^(\d{1,3})\]:\s*(.+)$")
_CAPTION = re.compile(r":\s+(.+)$")
_RULE_CELL = re.compile(r":?-{3,}:?$")
_PIPE = re.compile(r"(?<!\\)\|")
# An escaped sign, bold, a named link, a note, a bare address.
_INLINE = re.compile(
    r"\\(?P<plain>[\\`*_\[\]<>|#~.+:)-])"
    r"|\*\*(?P<bold>\S(?:.*?\S)?)\*\*"
    r"|\[(?P<name>[^\[\]]+)\]\((?P<href>https://[^\s()<>\"]+)\)"
    r"|\[\^(?P<note>\d{1,3})\]"
    r"|(?P<bare>https://[^\s<>\"]+[^\s<>\".,;:!?)])"
)
_NUMBER = re.compile(r"[-−+]?\d[\d\s\u00a0]*(?:[.,]\d+)?$")
_NO_FIGURE = ("", "–", "-")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as blocks, and its notes: spans with ``note`` n refer to ``notes[n - 1]``."""

    blocks: tuple[Block, ...]
    notes: tuple[Spans, ...] = ()


def parse(text: str, *, level: int = 3, caption: str = "") -> Marked:
    """Read a text.

    Args:
        level: of its topmost headings (``#``); the deepest there are have level 4.
        caption: of tables that have none of their own (a line ``: caption`` below the table).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    notes = {int(found[1]): found[2] for line in lines if (found := _NOTE.match(line))}
    order = {number: n for n, number in enumerate(notes, 1)}
    groups = _groups([line for line in lines if not _NOTE.match(line)])
    blocks = [block for group in groups for block in _block(group, level, caption, order)]
    return Marked(tuple(blocks), tuple(spans(words, order) for words in notes.values()))


def spans(text: str, notes: Mapping[int, int] | None = None) -> Spans:
    """A paragraph's inside. ``notes``: number as written → position; an unknown one stays text."""
    found: list[Span] = []
    place = 0
    for hit in _INLINE.finditer(text):
        found += [Span(text[place : hit.start()]), *_span(hit, notes or {})]
        place = hit.end()
    return _joined([*found, Span(text[place:])])


def numbered_from(block: Block, first: int) -> Block:
    """The block with its notes counted from ``first`` + 1, so that several texts share one list of notes."""
    if isinstance(block, Paragraph):
        return replace(block, spans=_moved(block.spans, first))
    if isinstance(block, Items):
        return replace(block, items=tuple(_moved(item, first) for item in block.items))
    return block


def without_notes(block: Block) -> Block:
    """The block without its marks of notes, to be shown where the notes are not."""
    if isinstance(block, Paragraph):
        return replace(block, spans=tuple(span for span in block.spans if not span.note))
    if isinstance(block, Items):
        return replace(block, items=tuple(tuple(s for s in item if not s.note) for item in block.items))
    return block


def _moved(words: Spans, first: int) -> Spans:
    return tuple(replace(span, note=span.note + first) if span.note else span for span in words)


def _span(hit: re.Match[str], notes: Mapping[int, int]) -> Sequence[Span]:
    if hit["plain"]:
        return [Span(hit["plain"])]
    if hit["bold"]:
        return [replace(span, bold=True) for span in spans(hit["bold"], notes)]
    if hit["note"]:
        known = notes.get(int(hit["note"]))
        return [Span(note=known) if known else Span(hit[0])]
    return [Span(hit["name"] or hit["bare"], href=hit["href"] or hit["bare"])]


def _joined(found: Sequence[Span]) -> Spans:
    """Neighbours of the same sort as one."""
    kept: list[Span] = []
    for span in found:
        last = kept[-1] if kept else None
        if not span.text and not span.note:
            continue
        if last and not (span.note or last.note or span.href or last.href) and span.bold == last.bold:
            kept[-1] = replace(last, text=last.text + span.text)
        else:
            kept.append(span)
    return tuple(kept)


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines of one sort: blank lines part them, and so does a change of sort."""
    group: list[str] = []
    for line in lines:
        kind = _kind(line)
        if group and (not kind or kind == "heading" or _kind(group[0]) != kind):
            # A line that carries on belongs to the item before it.
            if kind == "text" and _kind(group[0]) in ("bullet", "numbered") and line[:1] in " \t":
                group.append(line)
                continue
            if not (kind == "caption" and _kind(group[0]) == "table"):
                yield group
                group = []
        if kind:
            group.append(line)
    if group:
        yield group


def _kind(line: str) -> str:
    bare = line.strip()
    if not bare:
        return ""
    if "\t" in bare or bare.startswith("|"):
        return "table"
    kinds = {"heading": _HEADING, "bullet": _BULLET, "numbered": _NUMBERED, "caption": _CAPTION}
    found = next((kind for kind, pattern in kinds.items() if pattern.match(bare)), "")
    return found or ("quote" if bare.startswith("> ") else "text")


def _block(group: Sequence[str], level: int, caption: str, notes: Mapping[int, int]) -> Iterator[Block]:
    kind = _kind(group[0])
    if kind == "heading":
        found = _HEADING.match(group[0].strip())
        assert found
        words = "".join(span.text for span in spans(found[2]))
        yield Heading(min(4, level + len(found[1]) - 1), words)
    elif kind in ("bullet", "numbered"):
        yield Items(tuple(spans(item, notes) for item in _items(group)), kind == "numbered")
    elif kind == "table":
        yield _table(group, caption)
    elif kind == "quote":
        yield Paragraph(spans(" ".join(line.strip()[2:] for line in group), notes), "notice")
    else:
        yield Paragraph(spans(" ".join(line.strip() for line in group), notes))


def _items(group: Sequence[str]) -> list[str]:
    items: list[str] = []
    for line in group:
        found = _BULLET.match(line.strip()) or _NUMBERED.match(line.strip())
        if found:
            items.append(found[1])
        else:
            items[-1] += f" {line.strip()}"
    return items


def _table(group: Sequence[str], caption: str) -> Block:
    """The first row is the head. Rows of differing length are filled up with empty cells."""
    own = [found[1] for line in group if (found := _CAPTION.match(line.strip()))]
    lines = [line for line in group if not _CAPTION.match(line.strip())]
    rows = [cells for line in lines if not all(map(_RULE_CELL.match, cells := _cells(line)))]
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2:
        return Paragraph(spans(" ".join(line.strip() for line in group)))
    filled = [tuple(cells + [""] * (width - len(cells))) for cells in rows]
    head, body = filled[0], tuple(filled[1:])
    return TableBlock(
        Table("".join(s.text for s in spans(own[0])) if own else caption, head, body, _numbers(body))
    )


def _cells(line: str) -> list[str]:
    if "\t" in line and not line.strip().startswith("|"):
        return [cell.strip() for cell in line.strip("\n").split("\t")]
    inside = _PIPE.split(line.strip().removeprefix("|"))
    cells = inside[:-1] if line.strip().endswith("|") else inside
    return ["".join(span.text for span in spans(cell.strip())) for cell in cells]


def _numbers(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[object, ...], ...]:
    """What the cells mean: columns of figures alone are numbers, so that they stand to the right."""
    width = len(rows[0]) if rows else 0
    figures = {
        n
        for n in range(1, width)
        if any(_NUMBER.match(row[n]) for row in rows)
        and all(_NUMBER.match(row[n]) or row[n] in _NO_FIGURE for row in rows)
    }
    return tuple(tuple(_number(cell) if n in figures else cell for n, cell in enumerate(row)) for row in rows)


def _number(cell: str) -> float | None:
    if cell in _NO_FIGURE:
        return None
    bare = re.sub(r"[\s\u00a0]", "", cell).replace("−", "-").replace(",", ".")
    return float(bare)
