from __future__ import annotations

from ipaddress import ip_network

import pytest
from starlette.requests import Request

from api.http.client import Client, Clients
from api.http.refused import Refused

PROXIES = tuple(map(ip_network, ("127.0.0.1/32", "10.0.0.0/8", "fd00::/8")))


def request(peer: str | None, **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "client": (peer, 1) if peer else None, "headers": named})


@pytest.mark.parametrize(
    ("peer", "said", "client"),
    [
        ("203.0.113.5", "198.51.100.7", "203.0.113.5"),  # anybody can say so
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "192.0.2.1, 198.51.100.7", "198.51.100.7"),  # the client has invented the first
        ("127.0.0.1", "192.0.2.1, 198.51.100.7, 10.1.2.3", "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 10.1.2.3", "10.9.9.9"),
        ("127.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        ("127.0.0.1", "[2001:db8:1:2:3::4]:4711", "2001:db8:1:2::/64"),
        ("127.0.0.1", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
        ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.7, unknown", "127.0.0.1"),
        ("127.0.0.1", " , ", "127.0.0.1"),
    ],
)
def test_who_asks_is_the_nearest_that_no_proxy_stands_for(peer: str, said: str, client: str) -> None:
    assert Clients(PROXIES).of(request(peer, x_forwarded_for=said)).name == client


def test_the_header_is_the_one_of_the_settings_alone() -> None:
    both = {"x_forwarded_for": "192.0.2.1", "forwarded": 'for=192.0.2.9, For="[2001:db8::1]:9";proto=https;by=10.0.0.1'}
    assert Clients(PROXIES).of(request("10.0.0.1", **both)).name == "192.0.2.1"
    assert Clients(PROXIES, "Forwarded").of(request("10.0.0.1", **both)).name == "2001:db8::/64"
    assert Clients(PROXIES, "Forwarded").of(request("10.0.0.1", forwarded="for=_hidden")).name == "10.0.0.1"


def test_what_is_on_this_machine_is_local_unless_a_proxy_speaks_for_others() -> None:
    assert Clients().of(request("127.0.0.1", x_forwarded_for="192.0.2.1")) == Client("127.0.0.1", local=True)
    assert Clients().of(request("::1")) == Client("::/64", local=True)
    assert Clients(PROXIES).of(request("127.0.0.1", x_forwarded_for="192.0.2.1")) == Client("192.0.2.1", local=False)
    assert Clients().of(request(None)) == Client("", local=False)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "a.localhost", "127.0.0.1:8000", "[::1]:8000", ""])
def test_this_machine_knows_itself(host: str) -> None:
    Clients().check(request("127.0.0.1", host=host))


def test_this_machine_does_not_answer_to_another_name() -> None:
    """As a page's browser asks whose name has been led here."""
    with pytest.raises(Refused) as refused:
        Clients().check(request("127.0.0.1", host="evil.example:8000"))
    assert (refused.value.status, refused.value.code) == (421, "HOST_NOT_ALLOWED")
    Clients().check(request("192.0.2.1", host="paper.example"))
    Clients(PROXIES).check(request("127.0.0.1", host="paper.example"))


def test_a_proxy_that_is_not_trusted_is_told_of_once(capsys: pytest.CaptureFixture[str]) -> None:
    from api import log

    log.configure()
    clients = Clients()
    for _ in range(3):
        clients.check(request("127.0.0.1", host="localhost", x_forwarded_for="192.0.2.1"))
    assert capsys.readouterr().err.count("NEWSGRAPH_TRUSTED_PROXIES") == 1
