"""The five operations from us, from the peer and as bare statements, on the same graph, in the same minutes."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.client import Client
from bench.operations import OPERATIONS, Operation
from bench.rounds import Pace, Times, Work, take
from bench.services import served
from graph.errors import NewsgraphError
from graph.progress import Progress, silent

if TYPE_CHECKING:
    import neo4j

OURS, PEER, BARE = "ours", "peer", "bare"


@dataclass(frozen=True, slots=True)
class Compared:
    """Of one graph: the times of each operation by who answers it, and what cannot be answered, with the reason."""

    quotes: int
    times: dict[str, dict[str, Times]]
    failed: dict[str, dict[str, str]]
    floor: dict[str, Times]
    """Of answers without work: what the client, HTTP and the servers cost by themselves."""


class NotComparable(NewsgraphError):
    """What is to be compared is not the same: the answers, or what there is to answer."""


class Failed(Exception):
    """A service does not answer an operation."""


def compare(quotes: int, pace: Pace, *, peer: bool, progress: Progress = silent) -> Compared:
    """Take the times of all operations. NotComparable where two give different answers: then nothing is timed."""
    times: dict[str, dict[str, Times]] = {}
    failed: dict[str, dict[str, str]] = {}
    with ExitStack() as stack:
        place = stack.enter_context(served(quotes, peer=peer, progress=progress))
        addresses = {OURS: place.ours} | ({PEER: place.peer} if place.peer else {})
        clients = {name: stack.enter_context(Client(address)) for name, address in addresses.items()}
        for number, operation in enumerate(OPERATIONS):
            progress(f"Timing: {operation.name}", number, len(OPERATIONS))
            works, broken = _works(operation, clients, place.driver)
            times[operation.name] = take(works, pace)
            failed[operation.name] = broken
        with Client(place.ours_trivial) as trivial:
            floor = take({"ours, a page without work": _asking(trivial, trivial.trivial())}, pace)
    return Compared(quotes, times, {name: reasons for name, reasons in failed.items() if reasons}, floor)


def _works(
    operation: Operation, clients: dict[str, Client], driver: neo4j.Driver
) -> tuple[dict[str, Work], dict[str, str]]:
    """What is to be timed, after all that answer have given the same answer; and why others do not."""
    statement, values = operation.statement(), dict(operation.variables)
    works: dict[str, Work] = {BARE: lambda: bare(driver, statement, values)}
    answers = {BARE: bare(driver, statement, values)}
    broken: dict[str, str] = {}
    asked = {OURS: (operation.ours, operation.shape_ours), PEER: (operation.peer, operation.shape_peer)}
    for name, client in clients.items():
        query, shape = asked[name]
        request = client.operation(query, values)
        try:
            answers[name] = shape(answered(client.ask(request)))
        except (Failed, ConnectionError) as error:
            broken[name] = str(error)
        else:
            works[name] = _asking(client, request)
    for name, answer in answers.items():
        if plain(answer) != plain(answers[BARE]):
            raise NotComparable(
                f"{operation.name}: {name} does not answer as the bare statement does.",
                f"{name}: {plain(answer)[:300]} … bare: {plain(answers[BARE])[:300]} …",
            )
    return works, broken


def bare(driver: neo4j.Driver, statement: str, values: dict[str, Any]) -> object:
    """The `answer` of the one row that the statement returns."""
    with driver.session(database="neo4j", default_access_mode="READ") as session:
        record = session.run(statement, values).single(strict=True)
    return record["answer"]


def answered(body: bytes) -> dict[str, Any]:
    """The data of an answer. Failed with the first error, if there is one."""
    answer: dict[str, Any] = json.loads(body)
    if answer.get("errors"):
        raise Failed(str(answer["errors"][0]["message"]))
    data: dict[str, Any] = answer["data"]
    return data


def plain(answer: object) -> str:
    """An answer as text that is the same for the same answer."""
    return json.dumps(answer, sort_keys=True, ensure_ascii=False)


def _asking(client: Client, request: bytes) -> Callable[[], object]:
    return lambda: client.ask(request)
