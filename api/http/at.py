"""The address that is asked most, answered before all others are looked at."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class At:
    """Sends requests for one path to `answers`, everything else on: routing costs as much as reading a request."""

    def __init__(self, app: ASGIApp, path: str, answers: ASGIApp) -> None:
        self._app, self._path, self._answers = app, path, answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = scope["type"] == "http" and scope["path"] == self._path
        await (self._answers if taken else self._app)(scope, receive, send)
