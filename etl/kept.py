"""The copy of a file that is kept: the same, without the names of who made it (DOMAIN 7)."""

from __future__ import annotations

import io
import re
import zipfile

from etl.kept_xls import OLE, without_xls_authors

_CORE = "docProps/core.xml"
_MOST = 1 << 16
# One moment for the changed part, so that the same file always gives the same copy and fingerprint.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_AUTHOR = re.compile(
    rb"(<(?P<tag>(?:\w+:)?(?:creator|lastModifiedBy|initial-creator|printed-by))(?:\s[^>]*)?>)[^<]*(</(?P=tag)\s*>)",
    re.S,
)
# Those who took part in threaded comments: their names and accounts.
_PERSON = re.compile(rb"\b(displayName|userId)=\"[^\"]*\"")
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def without_authors(data: bytes) -> bytes:
    """A workbook's bytes with creator and last editor emptied; everything else as it came.

    The fingerprint that the store keeps is of this copy. The same original always gives the same copy, so the
    same file twice is recognised.
    """
    if data.startswith(OLE):
        return without_xls_authors(data)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            if part.filename in (_CORE, "meta.xml") or part.filename.startswith("xl/persons/"):
                target.writestr(zipfile.ZipInfo(part.filename, _MOMENT), _nameless(source, part))
            else:
                target.writestr(part, source.read(part), part.compress_type, 6)
    return out.getvalue()


def _nameless(source: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part without names; core properties without anything where they are not plain text to search."""
    if part.filename != _CORE:
        return _PERSON.sub(rb'\1=""', _AUTHOR.sub(rb"\1\3", source.read(part)))
    core = source.open(part).read(_MOST + 1)
    if len(core) > _MOST or (b"creator" not in core and b"lastModifiedBy" not in core):
        return _EMPTY
    return _AUTHOR.sub(rb"\1\3", core)
