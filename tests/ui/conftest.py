"""A browser's request, without a server: ASGI in, status, headers and body out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


async def _ask(app: Any, path: str, method: str, headers: Mapping[str, str]) -> Answer:
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "root_path": "",
        "scheme": "http",
        "server": ("localhost", 80),
        "http_version": "1.1",
    }
    sent: list[dict[str, Any]] = []

    received = False

    async def receive() -> dict[str, Any]:
        """The empty request once; then the browser stays connected and says nothing more."""
        nonlocal received
        if received:
            await asyncio.Event().wait()
        received = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], found, body)


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """``ask(app, "/path", method="GET", accept_encoding="gzip")``; header names with underscores."""

    def asked(app: Any, path: str, method: str = "GET", **headers: str) -> Answer:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return asyncio.run(_ask(app, path, method, given))

    return asked
