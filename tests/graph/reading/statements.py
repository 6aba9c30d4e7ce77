"""Statements for quotes, made as a page makes them. `$s`, `$t`, `$a`, `$w`: speakers, targets, an article, words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.reading import quotes
from graph.reading.block import Block, Names
from graph.reading.names import topic
from graph.reading.page import Window
from graph.reading.quotes import Source
from graph.store import Store

ANY = Source()
SAID, ABOUT, BOTH = Source(speakers="$s"), Source(targets="$t"), Source(speakers="$s", targets="$t")
WORDS, SAID_WORDS = Source(targets="$t", words="$w"), Source(speakers="$s", targets="$t", words="$w")
IN, IN_BOTH = Source(article="$a"), Source(article="$a", speakers="$s", targets="$t")
IN_WORDS = Source(article="$a", targets="$t", words="$w")


def statement(source: Source, conditions: str = "", window: Window | None = None, nodes: bool = False) -> str:
    block = Block(Names())
    if source.article is not None:
        a = block.fresh("a")
        block.add(f"MATCH ({a}:Article {{id: $a}})")
        source = replace(source, article=a)
    if nodes:
        n = block.fresh("nodes")
        block.call(f"MATCH (n:Person) WHERE n.id IN $s RETURN collect(n) AS {n}", n)
        source = Source(speakers=source.speakers, nodes=n, targets=source.targets, words=source.words)
    q = quotes.rows(block, source, conditions, window)
    block.add(f"RETURN collect([{q}.text, {q}.day, {q}.id]) AS found")
    return block.text()


def read(store: Store, text: str, limit: int = 21, **given: Any) -> list[Any]:
    parameters: dict[str, object] = {"s": [], "t": [], "a": "", "w": topic(""), "limit": limit, **given}
    found = store.one(text, parameters)
    assert isinstance(found, list)
    return found
