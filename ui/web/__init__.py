"""What the server does around Streamlit: headers, its one HTML page, compressed files, our own addresses."""

from __future__ import annotations

from starlette.middleware import Middleware

from ui.web.compression import CompressedFiles
from ui.web.headers import SecurityHeaders
from ui.web.index_page import IndexPage
from ui.web.routes import routes

__all__ = ["middleware", "routes"]


def middleware() -> list[Middleware]:
    """Outermost first: every answer gets the headers, also those made here."""
    return [Middleware(SecurityHeaders), Middleware(CompressedFiles), Middleware(IndexPage)]
