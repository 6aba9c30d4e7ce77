"""Clients as front-end teams use them, against the service with the samples.

All in one module: the samples are read once for it. What is asked and expected stands in the programs beside it, in the
language of those who write such programs.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport
from gql.utilities import update_schema_scalars
from graphql import GraphQLError, GraphQLScalarType

from graph.arrivals import cursor, newest
from graph.store import Store
from tests.api.test_page import served
from tests.clients.install import HERE, packages

SCHEMA = HERE.parent.parent / "api/schema.graphql"
PATIENCE = 300
"""Seconds for a program, most of which the database may need for planning its first statements on a busy machine."""


@pytest.fixture(scope="module")
def address(samples_graph: Store) -> Iterator[str]:
    """The service with the samples."""
    with served(samples_graph) as root:
        yield f"{root}/graphql"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project of the clients, with the packages and our schema in it."""
    installed = packages()
    folder = tmp_path_factory.mktemp("clients") / "project"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__", "node_modules"))
    (folder / "node_modules").symlink_to(installed / "node_modules")
    shutil.copy(SCHEMA, folder)
    return folder


def run(folder: Path, *command: str, address: str = "", **more: str) -> None:
    """Run a program that must succeed."""
    environment = os.environ | {"NEWSGRAPH_ADDRESS": address, "FORCE_COLOR": "0"} | more
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.store
@pytest.mark.parametrize("client", ["apollo", "audit", "urql"])
def test_clients_and_the_audit(client: str, project: Path, address: str) -> None:
    run(project, "node", "--test", f"{client}.test.js", address=address)


@pytest.fixture(scope="module")
def beginning(samples_graph: Store) -> str:
    """A cursor of before anything arrived."""
    return cursor(newest(samples_graph).graph, 0)


@pytest.mark.store
def test_clients_of_subscriptions(project: Path, address: str, beginning: str) -> None:
    run(project, "node", "--test", "live.test.js", address=address, NEWSGRAPH_AFTER=beginning)


@pytest.mark.store
def test_the_example_of_the_documentation(project: Path, address: str, beginning: str) -> None:
    page = HERE.parent.parent.joinpath("docs/live.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```js\n(.*?)```", page, re.DOTALL)
    program = example.replace("wss://graph.example/graphql", address.replace("http", "ws", 1))
    project.joinpath("example.mjs").write_text(program, encoding="utf-8")
    run(project, "node", "--import", "./page.js", "example.mjs", address=address, NEWSGRAPH_AFTER=beginning)


@pytest.mark.store
def test_relay(project: Path, address: str) -> None:
    folder = project / "relay"
    (folder / "__generated__").mkdir()
    run(folder, "node", "../node_modules/relay-compiler/cli.js", "relay.config.json")
    run(folder, "node", "--test", "relay.test.mjs", address=address)


@pytest.mark.store
def test_typed_typescript(project: Path, address: str) -> None:
    run(project, "node", "codegen.js")
    run(project, "node", "node_modules/typescript/bin/tsc", "--project", "typescript")
    run(project, "node", "--test", "typescript/typescript.test.mjs", address=address)


SAID = """
query Said($speaker: String!, $first: Int!) {
  quotes(speaker: $speaker, first: $first) { edges { node { id article { published } speakers { name } } } }
}
"""


@pytest.mark.store
def test_gql_for_python(address: str) -> None:
    """It takes the schema from the service, and looks at each operation before it sends it."""

    async def ask() -> None:
        async with Client(
            transport=HTTPXAsyncTransport(url=address, timeout=PATIENCE),
            fetch_schema_from_transport=True, parse_results=True, execute_timeout=PATIENCE,
        ) as session:  # fmt: skip
            assert session.client.schema is not None
            update_schema_scalars(session.client.schema, [GraphQLScalarType("Date", parse_value=date.fromisoformat)])
            request = gql(SAID)
            request.variable_values = {"speaker": "Peskov", "first": 3}
            answer = await session.execute(request)
            quotes = [edge["node"] for edge in answer["quotes"]["edges"]]
            assert len(quotes) == 3
            assert all(quote["article"]["published"] >= date(2025, 1, 1) for quote in quotes)
            assert all(quote["id"].startswith("quote/") for quote in quotes)
            with pytest.raises(GraphQLError, match="Cannot query field 'sung' on type 'Query'"):
                await session.execute(gql("{ sung }"))
            with pytest.raises(TransportQueryError) as refused:
                await session.execute(gql('{ ask(question: "sing me a song") { understood } }'))
            assert refused.value.errors is not None
            assert refused.value.errors[0]["extensions"]["code"] == "NOT_UNDERSTOOD"

    asyncio.run(ask())


ARRIVING = """
subscription ($after: String) { quoteSaid(speaker: "Peskov", after: $after) { cursor quote { id } } }
"""


@pytest.mark.store
def test_gql_for_python_subscribes(address: str, beginning: str) -> None:
    """It goes on behind the newest cursor with another socket."""

    async def some(after: str, many: int) -> list[tuple[str, str]]:
        transport = WebsocketsTransport(url=address.replace("http", "ws", 1))
        found = []
        async with Client(transport=transport, execute_timeout=PATIENCE) as session:
            request = gql(ARRIVING)
            request.variable_values = {"after": after}
            async for result in session.subscribe(request):
                found.append((result["quoteSaid"]["cursor"], result["quoteSaid"]["quote"]["id"]))
                if len(found) == many:
                    break
        return found

    async def ask() -> None:
        first = await some(beginning, 4)
        assert await some(first[1][0], 2) == first[2:]

    asyncio.run(ask())
