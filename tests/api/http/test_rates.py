from __future__ import annotations

import pytest

from api.http import rates
from api.http.client import Client
from api.http.rates import Rates
from graph.errors import RateLimited

ADA, IVAN, HERE = (Client(name, local=name == "127.0.0.1") for name in ("192.0.2.1", "192.0.2.2", "127.0.0.1"))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def left(rates: Rates, client: Client) -> str:
    return rates.headers(client)["RateLimit"]


def test_a_bucket_empties_and_fills_up_again(clock: Clock) -> None:
    rates = Rates(10, 100, clock)
    rates.take(ADA, 85)
    rates.take(ADA, 10)
    assert (left(rates, ADA), left(rates, IVAN)) == ('"objects";r=5', '"objects";r=100')
    with pytest.raises(RateLimited) as told:
        rates.take(ADA, 20)
    assert (told.value.wait, str(told.value)) == (
        2, "You have asked for more than 10 objects a second. Ask again in 2 s, for less.",
    )  # fmt: skip
    clock.now = 1.5
    rates.take(ADA, 20)
    clock.now = 500
    assert left(rates, ADA) == '"objects";r=100'


def test_an_operation_that_costs_more_than_a_bucket_holds_takes_a_full_one(clock: Clock) -> None:
    limited = Rates(10, 100, clock)
    for _ in range(2):
        limited.take(ADA, rates.REQUEST)
        limited.take(ADA, 5_000)
        with pytest.raises(RateLimited):
            limited.take(ADA, 1)
        clock.now += 10


def test_what_is_done_already_is_charged_as_far_as_there_is(clock: Clock) -> None:
    rates = Rates(10, 100, clock)
    rates.charge(ADA, 70)
    rates.charge(ADA, 70)
    assert left(rates, ADA) == '"objects";r=0'


def test_headers_say_how_much_and_when(clock: Clock) -> None:
    assert Rates(10, 105, clock).headers(ADA, wait=3) == {
        "RateLimit-Policy": '"objects";q=105;w=11', "RateLimit": '"objects";r=105;t=3',
    }  # fmt: skip


def test_neither_this_machine_nor_anybody_without_a_rate_is_limited(clock: Clock) -> None:
    for limited, client in ((Rates(10, 100, clock), HERE), (Rates(0, 100, clock), ADA)):
        for _ in range(5):
            limited.take(client, 90)
            limited.charge(client, 90)
        assert limited.headers(client) == {}


def test_clients_are_remembered_within_bounds(clock: Clock) -> None:
    limited = Rates(10, 100, clock)
    limited.take(ADA, 90)
    for n in range(rates.MOST_CLIENTS):
        limited.take(Client(str(n), local=False), 1)
    assert (len(limited._buckets), left(limited, ADA)) == (rates.MOST_CLIENTS, '"objects";r=100')
