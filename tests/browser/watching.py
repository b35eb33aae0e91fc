"""Watches one page for two faults: requests that leave the machine, and errors in the console."""

from __future__ import annotations

from urllib.parse import urlparse

from playwright.sync_api import Page


class Watch:
    """What a page asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.outside: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, url: str) -> None:
        parts = urlparse(url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != "localhost":
            self.outside.append(url)
