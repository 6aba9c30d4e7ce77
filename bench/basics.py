"""How quickly articles are read and loaded, a store starts, and the documented operations on the samples answer."""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from api.app import create_app
from bench.reading import pace
from bench.rounds import percentile, seconds
from graph.model import Article
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.extract.reader import Reader
from loaders.load import load
from loaders.read.articles import articles

SAMPLES = Path(__file__).parent.parent / "samples"
WARM_UP, RUNS = 200, 300
OPERATIONS = {
    "a person with roles": '{ person(name: "Marta Lindqvist") { name roles { title } } }',
    "everything somebody said": '{ quotes(speaker: "Peskov") { edges { node { text saidOn } } } }',
    "said about, with evidence": (
        '{ quotes(speaker: "Peskov", about: "talks") { edges { node { text kind saidOn'
        " evidence { sentence start end article { headline url } } } } } }"
    ),
    "three levels": (
        "{ people(first: 5) { edges { node { name quotes(first: 10) { edges { node { text"
        " evidence { article { headline } } } } } } } } }"
    ),
}
"""What is asked over HTTP: the operations of the documentation."""


def reading(reader: Reader, rounds: int = 5) -> dict[str, str]:
    """How quickly articles are read, beside bare spaCy on the same texts in the same run."""
    texts = [article for article in articles([str(SAMPLES)]) if isinstance(article, Article)] * rounds
    found = pace(reader, texts)
    return {
        f"reading {found.articles} articles": f"{found.articles / found.wall:.0f} articles/s",
        "reading, CPU time to bare spaCy": f"{found.to_bare:.2f} times",
    }


def loading(store: Store, reader: Reader) -> dict[str, str]:
    """How quickly articles get into the graph, and how quickly it is seen that nothing changed."""
    count = len(list(SAMPLES.glob("*.txt")))

    def once(again: bool = False) -> None:
        load(store, reader, articles([str(SAMPLES)]), again=again)

    return {
        f"loading {count} new articles": f"{seconds(once):.2f} s",
        "the same again": f"{seconds(once):.2f} s",
        "the same again, read anew": f"{seconds(lambda: once(again=True)):.2f} s",
    }


@contextmanager
def served(store: Store) -> Iterator[httpx.Client]:
    """A client of the service on loopback."""
    server = uvicorn.Server(uvicorn.Config(create_app(store.settings, store), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        yield client
    server.should_exit = True
    thread.join()


def asking(client: httpx.Client) -> dict[str, str]:
    """Each operation over HTTP, one after the other, warm."""
    found = {}
    for name, query in OPERATIONS.items():

        def ask(query: str = query) -> None:
            answer = client.post("/graphql", json={"query": query})
            if "errors" in answer.json():
                sys.exit(f"{query}: {json.dumps(answer.json()['errors'])}")

        for _ in range(WARM_UP):
            ask()
        times = [seconds(ask) * 1000 for _ in range(RUNS)]
        found[f"GraphQL: {name}"] = f"p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms"
    return found


def basics() -> dict[str, str]:
    """All of these figures, on a store of its own in a temporary directory."""
    figures: dict[str, str] = {}
    reader = Reader(Settings())
    figures |= reading(reader)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), neo4j_uri=None)
        start = time.perf_counter()
        with open_store(settings) as store:
            figures["starting a new store"] = f"{time.perf_counter() - start:.1f} s"
            figures |= loading(store, reader)
            with served(store) as client:
                figures |= asking(client)
        time.sleep(3)  # until its last server has gone
        start = time.perf_counter()
        with open_store(settings):
            figures["starting it again"] = f"{time.perf_counter() - start:.1f} s"
        time.sleep(3)
    return figures
