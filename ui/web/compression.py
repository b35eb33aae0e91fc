"""Streamlit's scripts and styles, compressed once instead of never: 7.5 MB become 2 MB on a slow line.

The files are compressed in the background at start and kept under ``build/``, so that no request waits:
until a file is ready, it is sent as Streamlit would have sent it.
"""

from __future__ import annotations

import gzip
import os
import threading
from contextlib import suppress
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from crimestats.config import ROOT
from ui.web.index_page import original, static_folder

_TYPES = {".js": "text/javascript", ".css": "text/css"}
_LEVEL = 6
_HEADERS = {
    "Cache-Control": "public, immutable, max-age=31536000",
    "Content-Encoding": "gzip",
    "Vary": "Accept-Encoding",
}


class CompressedFiles:
    """ASGI middleware that answers for ``/static/…`` from the compressed files it has."""

    def __init__(self, app: ASGIApp, keep: Path | None = None) -> None:
        self.app = app
        self.keep = keep or ROOT / "build" / f"static-{st.__version__}"
        self.ready: dict[str, bytes] = {}
        self.worker = threading.Thread(target=self.prepare, daemon=True, name="compress-static")
        self.worker.start()

    def prepare(self) -> None:
        """Compress every script and style; those that index.html names come first."""
        root, first = static_folder(), original()
        files = [file for file in (root / "static").rglob("*") if file.suffix in _TYPES]
        for file in sorted(files, key=lambda file: file.name not in first):
            self.ready[f"/{file.relative_to(root).as_posix()}"] = self._compressed(file)

    def _compressed(self, file: Path) -> bytes:
        kept = self.keep / f"{file.name}.gz"  # the name holds the fingerprint of the content
        try:
            return kept.read_bytes()
        except OSError:
            data = gzip.compress(file.read_bytes(), _LEVEL, mtime=0)
        _write(kept, data)
        return data

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        data = self.ready.get(scope["path"]) if _may_compress(scope) else None
        if data is None:
            await self.app(scope, receive, send)
            return
        kind = _TYPES[Path(scope["path"]).suffix]
        await Response(data, media_type=kind, headers=_HEADERS)(scope, receive, send)


def _may_compress(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    asked = Headers(scope=scope)
    return "gzip" in asked.get("accept-encoding", "") and "range" not in asked


def _write(kept: Path, data: bytes) -> None:
    """Whole or not at all; where nothing may be written, memory has to do."""
    part = kept.with_suffix(f".{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(kept)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
