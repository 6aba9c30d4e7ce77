"""What the door lets through, address by address."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from graph.errors import AddressRefused
from loaders.intake.door import Door, checked, is_public, target

DOOR = Door(hosts=("cms.example", "wire.example:8080"))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "not of http or https"),
        ("ftp://news.example/a", "not of http or https"),
        ("gopher://news.example:70/_x", "not of http or https"),
        ("//news.example/a", "not of http or https"),
        ("http:///a", "names no host"),
        ("http://", "names no host"),
        ("https://me:secret@news.example/", "holds a user's name"),
        ("https://news.example@127.0.0.1/", "holds a user's name"),
        ("https://news.example\\@127.0.0.1/", "holds a"),
        ("https://news.example/a b", "holds a space"),
        ("https://news.example/\r\nHost: x", "holds a space"),
        ("https://news.example:22/", "has the port 22"),
        ("https://news.example:8080/", "has the port 8080"),
        ("https://cms.example:9200/", "has the port 9200"),
        ("https://news.example:99999/", "is no address of the web"),
        ("https://[::1/", "is no address of the web"),
        ("https://[fe80::1%25eth0]/", "names no host"),
        ("https://exa mple.example/", "holds a space"),
        ("https://a..b/", "names no host"),
    ],
)
def test_what_an_address_says_itself_is_enough_to_refuse_it(url: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=why):
        target(url, DOOR)


@pytest.mark.parametrize(
    ("url", "gone_to"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("https://news.example:443/a?b=c#d", "https://news.example/a?b=c"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://ｎｅｗｓ.example./", "https://news.example/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://wire.example:8080/x", "http://wire.example:8080/x"),
        ("http://[2001:4860:4860:0:0:0:0:8888]/", "http://[2001:4860:4860::8888]/"),
        ("https://news.example/ü", "https://news.example/%C3%BC"),
    ],
)
def test_one_way_to_write_an_address(url: str, gone_to: str) -> None:
    assert target(url, DOOR).url == gone_to


PRIVATE = (
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1",  # noqa: S104 - nothing is bound to it
    "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "100.100.100.200", "192.0.0.192", "168.63.129.16", "198.18.0.1", "192.0.2.1", "203.0.113.7",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fec0::1", "fd00::1", "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
    "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "100::1",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_that_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(AddressRefused, match="leads to an address that is not public"):
        checked("news.example", 443, ["93.184.216.34", address], DOOR)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses(address: str) -> None:
    assert is_public(ip_address(address))
    assert checked("news.example", 443, [address, address], DOOR) == [address]


def test_hosts_of_ones_own_may_be_private_but_never_metadata() -> None:
    assert checked("cms.example", 443, ["10.0.0.1", "::1"], DOOR) == ["10.0.0.1", "::1"]
    assert checked("wire.example", 8080, ["127.0.0.1"], DOOR) == ["127.0.0.1"]
    for host, port, address in (
        ("wire.example", 443, "127.0.0.1"), ("x.cms.example", 443, "10.0.0.1"), ("cms.example", 443, "169.254.169.254"),
        ("cms.example", 443, "fe80::1"), ("cms.example", 443, "::ffff:169.254.169.254"), ("cms.example", 443, "x"),
    ):  # fmt: skip
        with pytest.raises(AddressRefused):
            checked(host, port, [address], DOOR)
