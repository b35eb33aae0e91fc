"""From what was written to sentences: marks of HTML and Markdown away, every place kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crimestats.checking.model import CheckError, Sentence

# A bulletin has under 2,000 words; what is much longer is not one month's text.
MOST_WORDS = 20_000
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|</?[a-zA-Z!][^<>]{0,2000}>|&(?:nbsp|ensp|emsp|thinsp|#160|amp|lt|gt|quot);", re.DOTALL
)
_BREAK_TAG = re.compile(r"</?(?:p|br|li|ul|ol|h\d|div|tr|table|section)\b", re.IGNORECASE)
_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+|www\.\S+|\S+@\S+\.\w+")
_MARKS = str.maketrans(
    {mark: " " for mark in '*_`#>[]\u00a0\u2009\u202f\u2007\u200b\ufeff"”“»«'} | {"—": "–"}
)
# They are followed by a number or a name, never by a new sentence.
_BEFORE_NUMBERS = (
    "v",
    "kl",
    "ca",
    "nr",
    "jfr",
    "jmf",
    "inkl",
    "exkl",
    "tel",
    "skadegör",
    "skadeg",
    "anm",
    "bedr",
)
_ABBREVIATIONS = (
    "st bl a t ex dvs m o s ev jan feb apr jun jul aug sep sept okt nov dec ung mfl osv resp proc mkt d kap "
    "r tom fr p g"
).split()
_MONTH_NEXT = re.compile(
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)
_STAR = re.compile(r"^(\s*)\*(?=\s)", re.MULTILINE)
_END = re.compile(r"[.!?…]+[)\"]?(?=\s|\Z)|[;](?=\s)")
_BULLET = re.compile(r"\s*(?:[-–•·+]\s+|\d{1,2}[.)]\s+(?=\D))")
# A line as long as this that stops without a full stop goes on in the next one.
_WRAPPED = 55


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, headings and items of lists among them.

    Raises:
        CheckError: ``checking.empty`` or ``checking.too_long``.
    """
    if not text.strip():
        raise CheckError("checking.empty")
    words = len(text.split())
    if words > MOST_WORDS:
        raise CheckError("checking.too_long", words=words, most=MOST_WORDS)
    return list(_sentences(bare(text), text))


def bare(text: str) -> str:
    """The text in lower case with blanks where marks were, of the same length.

    A tag that begins a new line or paragraph leaves a line break, so that it still parts sentences.
    """
    text = _SCRIPT.sub(_blank, text)
    text = _LINK.sub(_blank, _TAG.sub(_blank, text))
    text = _STAR.sub(r"\1-", text)
    text = text.translate(_MARKS)
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _blank(found: re.Match[str]) -> str:
    blank = re.sub(r"[^\n]", " ", found[0])
    return f"\n{blank[1:]}" if _BREAK_TAG.match(found[0]) else blank


def _sentences(text: str, original: str) -> Iterator[Sentence]:
    paragraph = 0
    for start, end, blank_before in _blocks(text):
        paragraph += blank_before
        block = text[start:end]
        if _is_table(block):
            yield Sentence(block, start, paragraph, table=True)
            continue
        bullet = _BULLET.match(block)
        skip = bullet.end() if bullet else 0
        lone = "\n" not in block.strip() and not block.rstrip().endswith((".", "!", "?", ";"))
        heading = lone and not bullet and ":" not in block and len(block.split()) <= 8
        for first, last in _cuts(block, original[start:end], skip):
            yield Sentence(block[first:last], start + first, paragraph, heading=heading)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, a blank line stands before) of each run of lines that belong together."""
    start, at, blank = None, 0, True
    previous = ""
    for line in text.splitlines(keepends=True):
        bare_line = line.strip(" \r\n")
        new = start is not None and (_BULLET.match(line) or not _goes_on(previous, bare_line))
        if start is not None and (not bare_line or new):
            yield start, at, blank
            start, blank = None, not bare_line
        if bare_line and start is None:
            start = at
        elif not bare_line:
            blank = True
        previous, at = bare_line, at + len(line)
    if start is not None:
        yield start, at, blank


def _goes_on(previous: str, line: str) -> bool:
    if _is_table(previous) or _is_table(line):
        return _is_table(previous) and _is_table(line)
    return len(previous) >= _WRAPPED


def _is_table(line: str) -> bool:
    first = line.strip(" \r\n").split("\n")[0]
    return bool(re.search(r"\d|\|", line)) and (
        first.count("\t") >= 1 or first.count("|") >= 2 or len(re.findall(r";(?=\S)", first)) >= 3
    )


def _cuts(block: str, original: str, skip: int) -> Iterator[tuple[int, int]]:
    first = skip
    for stop in _END.finditer(block, skip):
        if not _ends(block, original, stop):
            continue
        if block[first : stop.end()].strip():
            yield first, stop.end()
        first = stop.end()
    if block[first:].strip():
        yield first, len(block)


def _ends(block: str, original: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation or an ordinal."""
    if stop[0][0] != ".":
        return True
    before = re.search(r"(\w+)$", block[: stop.start()])
    word = before[1] if before else ""
    follows = original[stop.end() :].lstrip()
    if word in _BEFORE_NUMBERS:
        return False
    if word in _ABBREVIATIONS:
        return follows[:1].isupper()
    return not (word.isdigit() and len(word) <= 2 and _MONTH_NEXT.match(follows))
