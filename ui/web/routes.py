"""Our own addresses beside Streamlit's: the health check and our browser files."""

from __future__ import annotations

import gzip
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from crimestats.store import StoreError, open_store
from ui.web import assets

_FOR_A_YEAR = "public, immutable, max-age=31536000"


def routes() -> list[Route]:
    """To be given to ``st.App(routes=…)``."""
    return [
        Route("/halsa", health),
        Route(f"{assets.PREFIX}/style.css", style),
        Route(f"{assets.PREFIX}/app.js", script),
        Route(f"{assets.PREFIX}/favicon.svg", icon),
    ]


async def health(_request: Request) -> Response:
    """200 when the store can be read, else 503; says nothing about what it holds."""
    try:
        version = await run_in_threadpool(lambda: open_store().version)
    except (StoreError, OSError):
        return JSONResponse({"status": "fel"}, status_code=503, headers={"Cache-Control": "no-store"})
    return JSONResponse({"status": "ok", "store": version}, headers={"Cache-Control": "no-store"})


async def style(request: Request) -> Response:
    return _file(request, assets.style_sheet(), "text/css")


async def script(request: Request) -> Response:
    return _file(request, assets.script(), "text/javascript")


async def icon(request: Request) -> Response:
    return _file(request, assets.icon(), "image/svg+xml")


def _file(request: Request, text: str, media_type: str) -> Response:
    headers = {"Cache-Control": _FOR_A_YEAR, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(text, media_type=media_type, headers=headers)
    return Response(_compressed(text), media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})


@cache
def _compressed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
