"""What is told: everything that fits, once to each, whatever happens to the service, the database and other clients."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from api.live.limits import Limits
from bench.graphs.plan import Plan
from bench.graphs.stories import Stories
from graph.arrivals import cursor, newest
from graph.errors import RetryLater, TooMuch
from graph.facts import Facts
from graph.store import Store
from graph.testing import empty
from graph.write import write, write_all
from tests.api.live.serving import Client, Serving, client, serving
from tests.graph.stories import harbour, strike

pytestmark = [pytest.mark.store, pytest.mark.long]

FOLLOW = "subscription ($after: String) { quoteSaid(after: $after) { cursor quote { id text } } }"


@pytest.fixture(scope="module")
def graph(newsgraph_store: Store) -> Store:
    """A graph in which something has arrived before; tests add to it."""
    empty(newsgraph_store)
    write(newsgraph_store, strike())
    return newsgraph_store


@pytest.fixture(scope="module")
def stories() -> list[Facts]:
    return list(islice(Stories(Plan(1_000)), 160))


def now(store: Store) -> str:
    """The cursor of the newest that is there."""
    there = newest(store)
    return cursor(there.graph, there.number)


def since(store: Store, after: int, fits: str = "true") -> list[str]:
    """Ids of the quotes that have arrived since, in order."""
    rows = store.read(
        f"MATCH (q:Quote) WHERE q.arrived > $after AND {fits} RETURN q.id AS id ORDER BY q.arrived", {"after": after}
    )
    return [str(row["id"]) for row in rows]


async def placed(service: Serving, many: int) -> None:
    """Until so many subscriptions have their place."""
    async with asyncio.timeout(60):
        while service.live.subscribers != many:
            await asyncio.sleep(0.01)


def test_what_another_process_loads_is_told(graph: Store, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    text = 'OSLO (Fjord News) - "The bridge is safe," Signe Aas, the mayor of Oslo, said on Monday.\n'
    article.write_text(f"---\npublished: 2025-04-07\n---\n{text}", encoding="utf-8")
    command = [sys.executable, "-m", "newsgraph", "load", str(article)]

    async def ask(service: Serving) -> None:
        asked = 'subscription { quoteSaid(speaker: "Aas") { quote { text saidOn speakers { name } } } }'
        async with client(service.address) as one:
            await one.subscribe(asked)
            await placed(service, 1)
            ran = await asyncio.to_thread(
                subprocess.run, command, env=environment(graph), capture_output=True, text=True, timeout=200
            )
            assert ran.returncode == 0, ran.stderr
            quote = {"text": "The bridge is safe,", "saidOn": "2025-04-07", "speakers": [{"name": "Signe Aas"}]}
            assert await one.next() == {"quoteSaid": {"quote": quote}}

    with serving(graph) as service:
        asyncio.run(ask(service))


def environment(store: Store) -> Mapping[str, str]:
    """For a process that loads into the same store, by the rules alone, which is quicker to start."""
    settings = store.settings
    found = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH_")} | {"NEWSGRAPH_READER": "rules"}
    if settings.neo4j_uri is None:
        return found | {"NEWSGRAPH_DATA": str(settings.data)}
    assert settings.neo4j_password is not None
    return found | {
        "NEWSGRAPH_NEO4J_URI": settings.neo4j_uri,
        "NEWSGRAPH_NEO4J_USER": settings.neo4j_user,
        "NEWSGRAPH_NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "NEWSGRAPH_NEO4J_DATABASE": settings.neo4j_database,
    }


class Follower:
    """A client that comes again with its newest cursor, until it has seen enough."""

    def __init__(self, query: str, after: str, address: str) -> None:
        self.query, self.after, self.address = query, after, address
        self.seen: list[str] = []
        self.codes: list[int] = []

    async def follow(self) -> None:
        while True:
            with suppress(OSError, EOFError, ConnectionClosed):
                async with client(self.address) as one:
                    await self._read(one)
            await asyncio.sleep(0.05)

    async def _read(self, one: Client) -> None:
        await one.subscribe(self.query, after=self.after)
        try:
            while True:
                message = json.loads(await one.socket.recv())
                assert message["type"] == "next", message
                said = message["payload"]["data"]["quoteSaid"]
                self.after = said["cursor"]
                self.seen.append(said["quote"]["id"])
        except ConnectionClosed as end:
            self.codes.append(end.rcvd.code if end.rcvd else 1006)
            raise


FILTERS = {
    "": "true",
    ", where: {kind: [direct]}": "q.kind = 'direct'",
    ', about: "agreement"': "EXISTS { (q)-[:ABOUT]->(e:Event) WHERE e.id = 'event/agreement-velmora' }",
    ', where: {words: "nothing of the kind"}': "false",
}
"""What is asked for, and the quotes that fit."""


def test_every_quote_is_told_once_though_the_service_is_restarted(graph: Store, stories: list[Facts]) -> None:
    before = newest(graph).number
    after = now(graph)
    port = 0

    async def ask(address: str, halves: Sequence[Sequence[Facts]]) -> list[Follower]:
        queries = [FOLLOW.replace("after: $after", f"after: $after{each}") for each in FILTERS]
        followers = [Follower(queries[i % len(queries)], after, address) for i in range(40)]
        tasks = [asyncio.create_task(each.follow()) for each in followers]
        for half in halves:
            await asyncio.to_thread(load, half)
        wanted = [since(graph, before, fits) for fits in FILTERS.values()]
        async with asyncio.timeout(120):
            while any(len(each.seen) < len(wanted[i % len(wanted)]) for i, each in enumerate(followers)):
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)  # nothing comes after the last
        for task in tasks:
            task.cancel()
        for found in await asyncio.gather(*tasks, return_exceptions=True):
            assert isinstance(found, asyncio.CancelledError), found
        for i, each in enumerate(followers):
            assert each.seen == wanted[i % len(wanted)]
        return followers

    restart = threading.Event()
    restarted = threading.Event()

    def load(some: Sequence[Facts]) -> None:
        for first in range(0, len(some), 5):
            write_all(graph, some[first : first + 5])
            if some is halves[0] and first >= len(some) // 2 and not restart.is_set():
                restart.set()
        restarted.wait(30)

    halves = (stories[:50], stories[50:100])
    found: list[list[Follower]] = []
    with serving(graph) as service:
        port = service.port
        clients = threading.Thread(target=lambda: found.append(asyncio.run(ask(service.address, halves))))
        clients.start()
        assert restart.wait(120)
    with serving(graph, port=port):
        restarted.set()
        clients.join(180)
    assert len(found) == 1
    assert {code for each in found[0] for code in each.codes} == {1012}
    assert all(each.codes for each in found[0])


def test_without_a_cursor_one_begins_now_and_what_is_loaded_again_is_not_told(graph: Store) -> None:
    async def ask(service: Serving) -> None:
        async with client(service.address) as one:
            await one.subscribe("subscription { quoteSaid { quote { text } } }")
            await one.subscribe("subscription { eventReported { isNew event { label } article { id } } }", "2")
            await placed(service, 2)
            await asyncio.to_thread(write, graph, strike())
            await asyncio.to_thread(write, graph, harbour())
            said = {"quoteSaid": {"quote": {"text": "We are close,"}}}
            told = {"isNew": False, "event": {"label": "talks in Tallmouth"}, "article": {"id": harbour().article.id}}
            found = {message["id"]: message["payload"]["data"] for message in (await one.get(), await one.get())}
            assert found == {"1": said, "2": {"eventReported": told}}
            await one.send(id="1", type="complete")
            await placed(service, 1)
            await one.send(type="ping")
            assert await one.get() == {"type": "pong"}

    with serving(graph) as service:
        asyncio.run(ask(service))


class Trying:
    """The store, which is away at times, or has too little time for all that is asked at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.away, self.at_most, self.statements, self.behind = False, 1_000, 0, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def seen(self, *args: Any, **more: Any) -> Any:
        if self.away:
            raise RetryLater("The store is away.")
        found: Any
        found, seen = self._store.seen(*args, **more)
        return [found[0] - self.behind, found[1]], seen

    def one(self, statement: str, parameters: Mapping[str, Any], **more: Any) -> Any:
        if self.away:
            raise RetryLater("The store is away.")
        self.statements += 1
        after, upto, most = (parameters["given"][f"p{i}"] for i in range(3))
        if min(upto - after, most) > self.at_most:
            raise TooMuch("It took too long.")
        return self._store.one(statement, parameters, **more)


def test_one_statement_is_for_all_who_have_subscribed_to_the_same(graph: Store, stories: list[Facts]) -> None:
    store = Trying(graph)

    async def ask(service: Serving) -> None:
        async with client(service.address) as one, client(service.address) as other:
            for i in range(10):
                await one.subscribe(FOLLOW, str(i))
                await other.subscribe(FOLLOW, str(i))
            await placed(service, 20)
            before = newest(graph).number
            await asyncio.to_thread(write, graph, stories[100])
            wanted = since(graph, before)
            for each in (one, other):
                got = [await each.get() for _ in range(10 * len(wanted))]
                ids = [message["payload"]["data"]["quoteSaid"]["quote"]["id"] for message in got]
                assert sorted(ids) == sorted(wanted * 10)
        assert store.statements == 1

    with serving(store) as service:  # type: ignore[arg-type]  # as far as it needs one
        asyncio.run(ask(service))


def test_while_the_database_is_away_nobody_is_dropped_and_nothing_is_lost(graph: Store, stories: list[Facts]) -> None:
    store = Trying(graph)

    async def ask(service: Serving) -> None:
        async with client(service.address) as one:
            await one.subscribe(FOLLOW)
            await placed(service, 1)
            before, store.away = newest(graph).number, True
            await one.subscribe(FOLLOW, "2", after=now(graph))
            await asyncio.to_thread(write, graph, stories[101])
            await asyncio.sleep(0.5)
            store.away = False
            wanted = since(graph, before)
            got = [await one.get() for _ in range(2 * len(wanted))]
            for ident in ("1", "2"):
                mine = [message["payload"]["data"]["quoteSaid"] for message in got if message["id"] == ident]
                assert [each["quote"]["id"] for each in mine] == wanted

    with serving(store) as service:  # type: ignore[arg-type]  # as far as it needs one
        asyncio.run(ask(service))


def test_who_has_seen_more_elsewhere_is_waited_for(graph: Store, stories: list[Facts]) -> None:
    """By another service, or another server of a cluster."""
    store = Trying(graph)
    store.behind = 1

    async def ask(service: Serving) -> None:
        async with client(service.address) as one:
            before = newest(graph).number
            await one.subscribe(FOLLOW, after=now(graph))
            await asyncio.sleep(0.5)
            assert service.live.subscribers == 0
            store.behind = 0
            await asyncio.to_thread(write, graph, stories[105])
            wanted = since(graph, before)
            assert [(await one.next())["quoteSaid"]["quote"]["id"] for _ in wanted] == wanted

    with serving(store) as service:  # type: ignore[arg-type]  # as far as it needs one
        asyncio.run(ask(service))


def test_what_takes_too_long_is_read_in_smaller_pieces_and_given_up_at_last(graph: Store, stories: list[Facts]) -> None:
    store = Trying(graph)

    async def ask(service: Serving) -> None:
        before, after = newest(graph).number, now(graph)
        await asyncio.to_thread(write_all, graph, stories[102:104])
        wanted = since(graph, before)
        store.at_most = 2
        async with client(service.address) as one:
            await one.subscribe(FOLLOW, after=after)
            assert [(await one.next())["quoteSaid"]["quote"]["id"] for _ in wanted] == wanted
            store.at_most = 0
            await asyncio.to_thread(write, graph, stories[104])
            found = await one.get()
            assert (found["id"], found["type"]) == ("1", "error")
            (error,) = found["payload"]
            assert (error["extensions"]["code"], error["path"]) == ("LIMIT_EXCEEDED", ["quoteSaid"])
            store.at_most = 1_000
            await one.subscribe(FOLLOW, after=after)
            assert (await one.next())["quoteSaid"]["quote"]["id"] == wanted[0]

    with serving(store) as service:  # type: ignore[arg-type]  # as far as it needs one
        asyncio.run(ask(service))


LARGE = """subscription ($after: String) { quoteSaid(after: $after) { cursor quote { id
  article { quotes(first: 5) { nodes { article { text quotes(first: 5) { nodes { article { text } } } } } } } } } }"""
"""Some 20 kB for each quote."""
NARROW = Limits(send_within=1.0, waiting=100_000, batch=5)


def test_who_does_not_read_is_closed_and_others_go_on(graph: Store, stories: list[Facts]) -> None:
    async def ask(service: Serving) -> None:
        before, after = newest(graph).number, now(graph)
        loading = asyncio.create_task(asyncio.to_thread(write_all, graph, stories[106:160]))
        most = 0
        async with client(service.address, max_queue=1) as lazy, client(service.address) as eager:
            await lazy.subscribe(LARGE, after=after)
            first = await lazy.next()
            await eager.subscribe(LARGE, after=after)
            seen: list[str] = []
            await loading
            wanted = since(graph, before)
            began = time.monotonic()
            while len(seen) < len(wanted) or service.live.sockets > 1:
                if len(seen) < len(wanted):
                    seen.append((await eager.next())["quoteSaid"]["quote"]["id"])
                else:
                    assert time.monotonic() - began < 60, "the one who does not read is still there"
                    await asyncio.sleep(0.05)
                most = max(most, *(socket._out.size for socket in service.live._sockets))
            assert seen == wanted
            assert most < NARROW.waiting + 5 * 60_000
            code, reason = 0, ""
            rest = [first["quoteSaid"]]
            try:
                while True:
                    rest.append((await lazy.next())["quoteSaid"])
            except ConnectionClosed as end:
                code, reason = (end.rcvd.code, end.rcvd.reason) if end.rcvd else (1006, "")
            assert (code, reason) in ((1013, "You did not read. Come again, with your newest cursor."), (1006, ""))
        async with client(service.address) as again:
            await again.subscribe(FOLLOW, after=rest[-1]["cursor"])
            got = [each["quote"]["id"] for each in rest]
            while len(got) < len(wanted):
                got.append((await again.next())["quoteSaid"]["quote"]["id"])
            assert got == wanted

    with serving(graph, NARROW) as service:
        asyncio.run(ask(service))


def test_when_the_service_ends_clients_are_told_to_come_again(graph: Store) -> None:
    told: list[tuple[int, str]] = []

    async def ask(service: Serving, ready: threading.Event) -> None:
        async with client(service.address) as one:
            await one.subscribe(FOLLOW)
            await placed(service, 1)
            ready.set()
            told.append(await one.closed())

    ready = threading.Event()
    with serving(graph) as service:
        thread = threading.Thread(target=lambda: asyncio.run(ask(service, ready)))
        thread.start()
        assert ready.wait(30)
    thread.join(20)
    assert told == [(1012, "Service restart")]
