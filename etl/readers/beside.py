"""What a workbook says beside its cells: text boxes, charts, pivots, links, rules, comments, properties.

Only texts that could hold personal data are handed on, each with its sheet and its kind of place.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator

# (sheet, place, text); the place is a cell or a word of ``etl.place``.
Text = tuple[str, str, str]
# Part → kind of place; the first that fits holds. Styles and settings hold no texts of people.
_KINDS = (
    (re.compile(r"xl/drawings/|.*vmlDrawing|xl/diagrams/"), "shape"),
    (re.compile(r"xl/(?:charts|chartsheets)/(?!style|colors)"), "chart"),
    (re.compile(r"xl/threadedComments/|xl/(?:\w+/)?comments?\w*\.xml"), "comment"),
    (re.compile(r"xl/pivot"), "pivot"),
    (re.compile(r"xl/externalLinks/"), "link"),
    (re.compile(r"xl/(?:tables|queryTables)/"), "table"),
    (re.compile(r"xl/(?:slicer|timeline|ctrlProps|activeX)"), "control"),
    (re.compile(r"xl/(?:connections|customProperty|metadata|richData|xmlMaps)|customXml/"), "hidden_data"),
    (re.compile(r"docProps/app"), "property"),
)
_PARAGRAPH_END = re.compile(r"</(?:\w+:)?p>")
_LONGEST_PARAGRAPH = 20_000
_TAG = re.compile(r"<[^>]*>")
_TEXT = re.compile(r">([^<]{7,})<")
# Attributes in which people write; all others hold identities, sizes and the like.
_WRITTEN = re.compile(
    r"\b(?:descr|title|name|alt|prompt|promptTitle|error|errorTitle|tooltip|display|location|caption|"
    r"uniqueName|refersTo|displayName|v|author|comment|description|string)=(?:\"([^\"]{7,})\"|'([^']{7,})')"
)
_COMMENT = re.compile(
    r"<((?:\w+:)?(?:threadedComment|comment))\s[^>]*?\bref=\"([A-Z]{1,3}\d+)\"[^>]*>(.*?)</\1>", re.S
)
_EDGE = re.compile(r"<((?:\w+:)?headerFooter)[ >].*?</\1>", re.S)
_FORMULA = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]{1,3}\d+)\"[^>]*>\s*<(?:\w+:)?f[^>]*>([^<]{7,})<")
_STRING = re.compile(rb">([^<]{7,})<")
# The sheets' and names' own list, which repeats what stands elsewhere.
_TITLES = re.compile(r"<TitlesOfParts>.*?</TitlesOfParts>", re.S)
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*?\bname=\"([^\"]*)\"[^>]*?\b\w+:id=\"([^\"]*)\"")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ID, _TARGET = re.compile(r"\bId=\"([^\"]*)\""), re.compile(r"\bTarget=\"([^\"]*)\"")
_OUTSIDE = 'TargetMode="External"'
_SHORTEST = 7


def could_be_personal(text: str) -> bool:
    """A quick look: personal data have an @ or seven figures."""
    return len(text) >= _SHORTEST and ("@" in text or sum(map(str.isdigit, text)) >= _SHORTEST)


class Beside:
    """Takes a workbook's parts one by one, as they are inflated, and tells their texts at the end."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], None] = {}
        self._relations: dict[str, list[tuple[str, str]]] = {}
        self._sheets: list[tuple[str, str]] = []

    def take(self, part: str, body: bytes) -> None:
        """One XML part, already searched for entities. Rows and shared strings are not kept."""
        if part.startswith("xl/worksheets/") and not part.endswith(".rels"):
            self._take_sheet(part, body)
        elif part.startswith("xl/sharedStrings"):
            strings = (html.unescape(text[1].decode("utf-8", "replace")) for text in _STRING.finditer(body))
            self._note(part, (("leftover", text) for text in strings))
        else:
            self._note(part, self._texts(part, body.decode("utf-8", "replace")))

    def texts(self) -> list[Text]:
        """What was found, each text once, with the name of the sheet whose relations lead to it."""
        owners = self._owners()
        return [(owners.get(_owner_part(part), ""), place, text) for part, place, text in self._found]

    def _note(self, part: str, texts: Iterator[tuple[str, str]]) -> None:
        for place, text in texts:
            if could_be_personal(text):
                self._found[part, place, text.strip()] = None

    def _take_sheet(self, part: str, body: bytes) -> None:
        if b"<f" in body or b":f" in body:
            formulas = ((found[1].decode(), _unescaped(found[2])) for found in _FORMULA.finditer(body))
            self._note(part, formulas)
        first, last = body.find(b"sheetData>"), body.rfind(b"sheetData>")
        around = body[:first] + body[last:] if first >= 0 else body
        xml = around.decode("utf-8", "replace")
        edges = "".join(found[0] for found in _EDGE.finditer(xml))
        self._note(part, (("edge", text) for text in written(edges)))
        self._note(part, (("rule", text) for text in written(_EDGE.sub("", xml))))

    def _texts(self, part: str, xml: str) -> Iterator[tuple[str, str]]:
        if part == "xl/workbook.xml":
            self._sheets = [(html.unescape(name), relation) for name, relation in _SHEET.findall(xml)]
        elif part.endswith(".rels"):
            self._relations[_owner_part(part)] = list(_inner(part, xml))
            outside = (tag for tag in _RELATION.findall(xml) if _OUTSIDE in tag)
            yield from (("link", html.unescape(goal[1])) for tag in outside if (goal := _TARGET.search(tag)))
        elif kind := next((kind for pattern, kind in _KINDS if pattern.match(part)), ""):
            if kind == "comment":
                yield from ((found[2], _plain(found[3])) for found in _COMMENT.finditer(xml))
                xml = _COMMENT.sub("", xml)
            yield from ((kind, text) for text in written(_TITLES.sub("", xml)))

    def _owners(self) -> dict[str, str]:
        """Part → name of the sheet that leads to it, through as many relations as it takes."""
        owners: dict[str, str] = {}
        targets = dict(self._relations.get("xl/workbook.xml", ()))
        for name, relation in self._sheets:
            waiting = [targets.get(relation, "")]
            while waiting:
                part = waiting.pop()
                if part and part not in owners:
                    owners[part] = name
                    waiting += [target for _, target in self._relations.get(part, ())]
        return owners


def written(xml: str) -> Iterator[str]:
    """Whole paragraphs, since a text box cuts its text into runs; single texts; and written attributes."""
    start = 0
    for end in _PARAGRAPH_END.finditer(xml):
        yield _plain(xml[max(start, end.start() - _LONGEST_PARAGRAPH) : end.start()])
        start = end.end()
    yield from (html.unescape(found[1]) for found in _TEXT.finditer(xml))
    yield from (html.unescape(found[1] or found[2]) for found in _WRITTEN.finditer(xml))


def _plain(xml: str) -> str:
    return html.unescape(_TAG.sub("", xml)).strip()


def _unescaped(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace"))


def _inner(part: str, xml: str) -> Iterator[tuple[str, str]]:
    """The relations to other parts of the workbook: identity → part."""
    folder = posixpath.dirname(_owner_part(part))
    for tag in _RELATION.findall(xml):
        found, target = _ID.search(tag), _TARGET.search(tag)
        if found and target and _OUTSIDE not in tag:
            path = target[1]
            yield found[1], path[1:] if path.startswith("/") else posixpath.normpath(f"{folder}/{path}")


def _owner_part(name: str) -> str:
    """A part's relations belong where the part does."""
    folder, file = posixpath.split(name)
    return (
        f"{folder.removesuffix('/_rels')}/{file.removesuffix('.rels')}" if folder.endswith("_rels") else name
    )
