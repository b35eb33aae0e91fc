"""What openpyxl cannot carry over: what the original's package holds against what openpyxl took up."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping

from openpyxl import Workbook

# Kind → parts of a package that belong to it.
_PARTS = {
    "charts": re.compile(r"xl/charts/chart(?:Ex)?\d+\.xml"),
    "images": re.compile(r"xl/media/"),
    "pivots": re.compile(r"xl/pivotTables/[^_]"),
    "macros": re.compile(r"xl/vbaProject\.bin"),
    "controls": re.compile(r"xl/(?:ctrlProps|activeX)/[^_]"),
    "slicers": re.compile(r"xl/(?:slicers|timelines)/[^_]"),
    "threads": re.compile(r"xl/threadedComments/[^_]"),
    "links": re.compile(r"xl/externalLinks/[^_]"),
    "queries": re.compile(r"xl/(?:connections\.xml|queryTables/[^_])"),
    "objects": re.compile(r"xl/(?:embeddings|diagrams)/[^_]"),
    "custom": re.compile(r"customXml/item\d+\.xml|xl/customProperty"),
    "signature": re.compile(r"_xmlsignatures/sig"),
}
# Kind → (parts, what stands in them once each).
_INSIDE = {
    "shapes": (re.compile(r"xl/drawings/drawing"), re.compile(rb"<xdr:(?:sp|cxnSp|grpSp)[ >]")),
    "sparklines": (re.compile(r"xl/worksheets/sheet"), re.compile(rb"<x14:sparklineGroup[ >]")),
    "rules": (
        re.compile(r"xl/worksheets/sheet"),
        re.compile(rb"<x14:(?:conditionalFormatting|dataValidation)[ >]"),
    ),
    "backgrounds": (re.compile(r"xl/worksheets/sheet"), re.compile(rb"<(?:picture|legacyDrawingHF)\s")),
}


def counted(data: bytes) -> Counter[str]:
    """Kind of content → how much of it a workbook holds. The package has been looked over before."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            found.update(kind for kind, parts in _PARTS.items() if parts.match(name))
            searched = [(kind, inside) for kind, (parts, inside) in _INSIDE.items() if parts.match(name)]
            body = archive.read(name) if searched else b""
            for kind, inside in searched:
                found[kind] += len(inside.findall(body))
    return found


def kept(book: Workbook) -> dict[str, int]:
    """How much openpyxl has taken up, of the kinds that it can write at all."""
    sheets = book._sheets
    return {
        "charts": sum(len(sheet._charts) for sheet in sheets),
        "images": sum(len(getattr(sheet, "_images", ())) for sheet in sheets),
        "pivots": sum(len(getattr(sheet, "_pivots", ())) for sheet in sheets),
        "links": len(book._external_links),
    }


def lost(before: Mapping[str, int], after: Mapping[str, int]) -> list[str]:
    """The kinds of which the copy holds less; ``redrawn`` where charts came along, in other looks."""
    kinds = [*_PARTS, *_INSIDE]
    missing = [kind for kind in kinds if after.get(kind, 0) < before.get(kind, 0)]
    redrawn = before.get("charts", 0) and "charts" not in missing
    return [*missing, "redrawn"] if redrawn else missing
