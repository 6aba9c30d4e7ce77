"""Who answers to a name, and which nodes some words may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from graph.errors import TooMuch
from graph.reading import rows
from graph.reading.page import Row
from graph.reading.words import all_of, asked_name, fold, holds, nearly, topic_words
from graph.store import Store

MOST_NAMES = 500
"""Nodes that one name may mean; a name with more is no name."""
MOST_TOPICS = 5_000
"""Events that some words may mean."""

# One text for all that words may mean, in as many indexes as are asked: the database plans it once.
_LOOKUP = f"""UNWIND $asked AS asked
CALL (asked) {{
  CALL db.index.fulltext.queryNodes(asked.index, asked.query, {{limit: asked.most}}) YIELD node AS n
  RETURN collect(CASE WHEN n:Event THEN {{id: n.id}} ELSE {rows.node("n", *rows.ENTITIES)} END) AS found
}}
RETURN asked.key AS key, found"""
_NAMES, _EVENTS = "entity_names", "event_labels"
_BY_ID = " UNION ".join(
    f"MATCH (n:{label}) WHERE n.id IN [$id] RETURN {rows.node('n', label)} AS row" for label in rows.ENTITIES
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What some words may mean: ids of entities and events, and the words themselves for the text of quotes."""

    targets: tuple[str, ...]
    query: str


def is_id(words: str) -> bool:
    """Whether the words are an id of ours, such as `person/ivan-example`."""
    return bool(re.fullmatch(r"(person|organisation|place|unnamed|event)/\S+", words))


def _lookup(store: Store, *asked: tuple[str, str, int]) -> list[list[Row]]:
    """Nodes that a full-text index finds, for each (index, query, most); none for an empty query. One statement."""
    wanted = [
        {"key": key, "index": index, "query": query, "most": most}
        for key, (index, query, most) in enumerate(asked)
        if query
    ]
    read = store.read(_LOOKUP, {"asked": wanted}) if wanted else []
    found = {int(str(r["key"])): cast("list[Row]", r["found"]) for r in read}
    return [found.get(key, []) for key in range(len(asked))]


def find(store: Store, words: str, labels: Sequence[str] = rows.ENTITIES) -> list[Row]:
    """Nodes that answer to a name, alias or id, by name.

    An id answers for itself. A name that is given in full wins. Otherwise a person answers to any whole part of a
    name ("Example" finds Ivan Example, not Anna Examplova); an organisation or place to a part of its name only where
    nobody answers to it in full, and no person to a part. An unnamed one answers to all its words alone.
    TooMuch where more than `MOST_NAMES` hold the words.
    """
    if is_id(words):
        return [row for row in rows.maps(store.read(_BY_ID, {"id": words})) if row["node"] in labels]
    (hits,) = _lookup(store, (_NAMES, _name_query(words), MOST_NAMES + 1))
    return _answering(words, hits, labels)


def _name_query(words: str) -> str:
    return all_of(" ".join(asked_name(words)))


def _answering(words: str, hits: Sequence[Row], labels: Sequence[str]) -> list[Row]:
    if len(hits) > MOST_NAMES:
        raise TooMuch(f'More than {MOST_NAMES} names hold "{words}".', "Give more of the name, or an id.")
    return best([row for row in hits if row["node"] in labels], asked_name(words))


def best(hits: Sequence[Row], asked: tuple[str, ...]) -> list[Row]:
    """Those of the hits that answer to the asked tokens, by the rule of `find`, sorted by name and id."""
    full = [row for row in hits if any(_same(name, asked) for name in _names(row))]
    people = [row for row in hits if row["node"] == "Person" and any(holds(fold(n), asked) for n in _names(row))]
    if full and len(asked) > 1:
        kept = full
    elif full or people:
        kept = [*full, *(row for row in people if row not in full)]
    else:
        kept = [
            row
            for row in hits
            if row["node"] in ("Organisation", "Place") and any(holds(fold(n), asked) for n in _names(row))
        ]
    return sorted(kept, key=lambda row: (row["name"] or "", row["id"]))


def topic(store: Store, words: str) -> Topic:
    """What the words may mean: entities that answer to them, events whose label or type holds all of them. Articles
    ("the talks") are passed over.

    TooMuch where the words name more than `MOST_TOPICS` events.
    """
    if is_id(words):
        return Topic((words,), "")
    query = all_of(" ".join(topic_words(words)))
    named, events = _lookup(store, (_NAMES, _name_query(words), MOST_NAMES + 1), (_EVENTS, query, MOST_TOPICS + 1))
    entities = _answering(words, named, rows.ENTITIES)
    if len(events) > MOST_TOPICS:
        raise TooMuch(f'More than {MOST_TOPICS} events are called "{words}".', "Give more words, or an id.")
    targets = [str(row["id"]) for row in (*entities, *events)]
    return Topic(tuple(dict.fromkeys(targets)), query)


def suggest(store: Store, words: str, labels: Sequence[str] = rows.ENTITIES, most: int = 5) -> list[str]:
    """Names that are spelt nearly like the words, likest first."""
    query = nearly(words)
    if not query:
        return []
    (found,) = _lookup(store, (_NAMES, query, 50))
    named = [str(row["name"]) for row in found if row["node"] in labels and row["node"] != "Unnamed"]
    return list(dict.fromkeys(named))[:most]


def _names(row: Row) -> list[str]:
    return [row["name"] or "", *(row["aliases"] or ())]


def _same(name: str, asked: tuple[str, ...]) -> bool:
    return fold(name) == asked or asked_name(name) == asked
