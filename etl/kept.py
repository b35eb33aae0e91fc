"""The copy of a file that is kept: the same, without the names of who made it (DOMAIN 7)."""

from __future__ import annotations

import io
import re
import zipfile

_CORE = "docProps/core.xml"
_MOST = 1 << 16
# One moment for the changed part, so that the same file always gives the same copy and fingerprint.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_AUTHOR = re.compile(
    rb"(<(?P<tag>(?:\w+:)?(?:creator|lastModifiedBy))(?:\s[^>]*)?>)[^<]*(</(?P=tag)\s*>)", re.S
)
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def without_authors(data: bytes) -> bytes:
    """A workbook's bytes with creator and last editor emptied; everything else as it came.

    The fingerprint that the store keeps is of this copy. The same original always gives the same copy, so the
    same file twice is recognised.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            if part.filename == _CORE:
                core = zipfile.ZipInfo(_CORE, _MOMENT)
                target.writestr(core, _emptied(source.open(part).read(_MOST + 1)))
            else:
                target.writestr(part, source.read(part), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _emptied(core: bytes) -> bytes:
    """The properties without authors; without anything at all where they are not plain text to search."""
    if len(core) > _MOST or (b"creator" not in core and b"lastModifiedBy" not in core):
        return _EMPTY
    return _AUTHOR.sub(rb"\1\3", core)
