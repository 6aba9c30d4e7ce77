"""The addresses of the page. Its Content-Security-Policy lets the browser speak to this service alone."""

from __future__ import annotations

import re

import anyio.to_thread
from fastapi import APIRouter
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from api.page import assets
from graph.errors import NewsgraphError

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the editor sets the sizes of its parts in style attributes
        "img-src 'self' data:",
        "font-src 'self' data:",  # the style sheet holds its fonts
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_HOST = re.compile(r"[\w.-]+(:\d+)?|\[[\da-fA-F:.]+\](:\d+)?", re.ASCII)


def policy(host: str = "") -> str:
    """The policy; for the page at a host, with its sockets, which `'self'` does not mean in every browser."""
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return POLICY.replace("connect-src 'self'", f"connect-src 'self'{sockets}")


router = APIRouter(include_in_schema=False)


@router.get("/")
def root() -> Response:
    """The way in leads to the page."""
    return Response(status_code=307, headers={"Location": "/graphql"})


def page(host: str = "") -> Response:
    """The page for a browser, at the host that it has asked; programs are answered at the same address."""
    headers = {**HEADERS, "Content-Security-Policy": policy(host), "Vary": "Accept"}
    return HTMLResponse(assets.index(), headers=headers)


@router.get("/graphql/assets/{name}")
async def asset(name: str) -> Response:
    """A file of the page."""
    if name not in assets.names():
        return PlainTextResponse("There is no such file.", status_code=404, headers=HEADERS)
    try:
        found = await anyio.to_thread.run_sync(assets.asset, name)
    except NewsgraphError as error:
        return PlainTextResponse(str(error), status_code=503, headers=HEADERS)
    return Response(found.content, media_type=found.media, headers={**HEADERS, "Cache-Control": "max-age=3600"})
