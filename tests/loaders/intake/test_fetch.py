"""Fetching, from servers on loopback that the door knows as hosts of its own, by a resolver of the test's."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from graph.errors import AddressRefused, FixInput, NotFetched
from loaders.intake.door import Door
from loaders.intake.fetch import fetch
from loaders.intake.web import from_web
from loaders.read.values import Options

HTML = frozenset({"text/html"})
PARAGRAPH = "The ferry to the islands did not sail on Monday, the harbour master Vera Lindholm said. " * 3
PAGE = f"""<!doctype html><html lang="en"><head><title>No ferry</title><link rel="canonical" href="CANON">
<meta property="article:published_time" content="2025-03-03T10:00:00+00:00"></head>
<body><article><h1>No ferry</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH[:90]}</p></article></body></html>"""
NINJS = (
    '{"uri": "urn:wire:1", "type": "text", "pubstatus": "usable", "headline": "No ferry",'
    ' "versioncreated": "2025-03-03T10:00:00+00:00", "body_html": "<p>The ferry did not sail.</p><p>It was late.</p>"}'
)
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; what it was asked is kept."""

    asked: ClassVar[list[tuple[str, str]]] = []
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        Handler.asked.append((self.path, self.headers.get("Host", "")))
        ANSWERS[self.path.partition("?")[0]](self)

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content_type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def moved(to: str) -> Answer:
    return lambda h: h.send(b"", 302, location=to.replace("PORT", str(h.connection.getsockname()[1])))


def trickle(h: Handler) -> None:
    h.send_response(200)
    h.send_header("content-type", "text/html")
    h.end_headers()
    for _ in range(60):
        h.wfile.write(b"x")
        time.sleep(0.05)


def slow_headers(h: Handler) -> None:
    for _ in range(60):
        h.wfile.write(b"H")
        h.wfile.flush()
        time.sleep(0.05)


def endless(h: Handler) -> None:
    h.send_response(200)
    h.send_header("content-type", "text/html")
    h.send_header("connection", "close")
    h.end_headers()
    for _ in range(10_000):
        h.wfile.write(b"x" * 65_536)


BOMB = gzip.compress(b"\0" * 50_000_000)
ANSWERS: dict[str, Answer] = {
    "/page": lambda h: h.send(PAGE.encode()),
    "/own-link": lambda h: h.send(PAGE.replace("CANON", "https://www.cms.example/story?utm_source=x").encode()),
    "/foreign-link": lambda h: h.send(PAGE.replace("CANON", "https://other.example/their-story").encode()),
    "/text": lambda h: h.send(PARAGRAPH.encode("cp1252"), content_type="text/plain; charset=cp1252"),
    "/ninjs": lambda h: h.send(NINJS.encode(), content_type="application/json"),
    "/gzip": lambda h: h.send(gzip.compress(b"<p>packed"), content_encoding="gzip"),
    "/deflate": lambda h: h.send(zlib.compress(b"<p>packed"), content_encoding="deflate"),
    "/bomb": lambda h: h.send(BOMB, content_encoding="gzip"),
    "/cut": lambda h: h.send(gzip.compress(b"<p>packed")[:-6], content_encoding="gzip"),
    "/torn": lambda h: h.send(b"no gzip", content_encoding="gzip"),
    "/twice": lambda h: h.send(gzip.compress(BOMB), content_encoding="gzip, gzip"),
    "/brotli": lambda h: h.send(b"x", content_encoding="br"),
    "/image": lambda h: h.send(b"x", content_type="image/png"),
    "/gone": lambda h: h.send(b"x", 404),
    "/large": lambda h: h.send(b"x" * 200_001),
    "/endless": endless,
    "/trickle": trickle,
    "/slow-headers": slow_headers,
    "/there": moved("/page"),
    "/round": moved("/round"),
    "/inside": moved("http://inside.example/"),
    "/loopback": moved("http://127.0.0.1:PORT/page"),
    "/numbers": moved("http://2130706433:PORT/page"),
    "/metadata": moved("http://169.254.169.254/latest/meta-data/"),
    "/file": moved("file:///etc/passwd"),
    "/port": moved("http://cms.example:22/"),
    "/to-name": moved("//cms.example:PORT/page?a=1"),
}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def door(port: int) -> Door:
    """Knows `cms.example` at the server's port; other names are private."""
    Handler.asked.clear()
    names = {"cms.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"], "127.0.0.1": ["127.0.0.1"]}

    def resolve(host: str, _: int) -> list[str]:
        if host in names:
            return names[host]
        if host.replace(".", "").isdigit():
            return [socket.gethostbyname(host)]
        raise OSError("no such name")

    return Door(
        hosts=(f"cms.example:{port}",), ports=(80, 443, port), limit=200_000, seconds=3, idle=0.5, resolve=resolve
    )


def at(port: int, path: str) -> str:
    return f"http://cms.example:{port}{path}"


@pytest.mark.parametrize(
    ("path", "body"),
    [("/page", PAGE.encode()), ("/gzip", b"<p>packed"), ("/deflate", b"<p>packed"), ("/there", PAGE.encode())],
)
def test_a_page_is_fetched(door: Door, port: int, path: str, body: bytes) -> None:
    found = fetch(at(port, path), door, HTML)
    assert (found.body, found.kind, found.charset) == (body, "text/html", "utf-8")
    assert {host for _, host in Handler.asked} == {f"cms.example:{port}"}


def test_where_it_was_in_the_end_is_said(door: Door, port: int) -> None:
    assert fetch(at(port, "/to-name"), door, HTML).url == at(port, "/page?a=1")


@pytest.mark.parametrize("path", ["/inside", "/loopback", "/numbers", "/metadata", "/file", "/port"])
def test_no_redirect_leads_inside(door: Door, port: int, path: str) -> None:
    with pytest.raises(AddressRefused):
        fetch(at(port, path), door, HTML)
    assert [asked for asked, _ in Handler.asked] == [path]


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost", "[::1]"])
def test_no_spelling_of_loopback_leads_there(port: int, host: str) -> None:
    Handler.asked.clear()
    with pytest.raises(AddressRefused, match="not public"):
        fetch(f"http://{host}:{port}/page", Door(ports=(port,)), HTML)
    assert Handler.asked == []


def test_a_name_that_changes_its_mind_is_asked_once(door: Door, port: int) -> None:
    """DNS rebinding: the address that is checked is the one that is connected to."""
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    found = fetch(at(port, "/page"), replace(door, resolve=lambda *_: next(answers)), HTML)
    assert found.body == PAGE.encode()
    assert next(answers) == ["10.0.0.7"]
    public_then_private = iter([["93.184.216.34", "127.0.0.1"]])
    with pytest.raises(AddressRefused):
        fetch("http://news.example/", replace(door, resolve=lambda *_: next(public_then_private)), HTML)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/bomb", "larger than 200,000 bytes"), ("/large", "larger than 200,000 bytes"),
        ("/endless", "larger than 200,000 bytes"), ("/twice", "is packed as 'gzip, gzip'"),
        ("/brotli", "is packed as 'br'"), ("/cut", "breaks off"), ("/torn", "cannot be unpacked"),
        ("/image", "is image/png"), ("/gone", "answers with status 404"), ("/round", "leads on more than 5 times"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_not_taken(door: Door, port: int, path: str, why: str) -> None:
    with pytest.raises(NotFetched, match=why):
        fetch(at(port, path), door, HTML)


@pytest.mark.parametrize("path", ["/trickle", "/slow-headers"])
def test_the_whole_has_a_time_limit(door: Door, port: int, path: str) -> None:
    with pytest.raises(NotFetched, match="does not answer in time"):
        fetch(at(port, path), replace(door, seconds=0.6), HTML)


def test_a_resolver_that_does_not_answer_is_not_waited_for(door: Door, port: int) -> None:
    def never(*_: object) -> list[str]:
        time.sleep(3)
        return []

    with pytest.raises(NotFetched, match="does not answer in time"):
        fetch(at(port, "/page"), replace(door, resolve=never, idle=0.1), HTML)


def test_what_cannot_be_reached_is_said(door: Door) -> None:
    for url in ("http://nobody.example/", "http://cms.example/"):
        with pytest.raises((NotFetched, AddressRefused)):
            fetch(url, door, HTML)


def test_a_page_is_known_by_its_own_address(door: Door, port: int) -> None:
    options = Options(limit=50_000)
    made = from_web(at(port, "/own-link?utm_source=y"), door, options)
    assert (made.id, made.url, made.headline, made.published, made.path) == (
        "https://www.cms.example/story", "https://www.cms.example/story", "No ferry", "2025-03-03", "",
    )  # fmt: skip
    foreign = from_web(at(port, "/foreign-link?utm_source=y"), door, options)
    assert foreign.id == foreign.url == at(port, "/foreign-link")  # it may not pass for another paper's


def test_texts_and_records_are_articles_too(door: Door, port: int) -> None:
    text = from_web(at(port, "/text"), door, Options(published="2025-03-04"))
    assert (text.id, text.text, text.published) == (at(port, "/text"), PARAGRAPH, "2025-03-04")
    record = from_web(at(port, "/ninjs"), door, Options())
    assert (record.id, record.url, record.text, record.headline, record.published) == (
        "urn:wire:1", at(port, "/ninjs"), "The ferry did not sail.\nIt was late.", "No ferry", "2025-03-03",
    )  # fmt: skip
    with pytest.raises(FixInput, match="is image/png"):
        from_web(at(port, "/image"), door, Options())
