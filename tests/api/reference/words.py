"""Names and topics: who answers to some words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from graph.errors import TooMuch
from graph.words import stems
from tests.api.reference.model import ENTITIES, Graph, Node

TITLES = ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "president", "minister", "the")


def tokens(text: str) -> list[str]:
    """The words of a name without case, accents, possessive endings and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", bare))


def asked_tokens(text: str) -> list[str]:
    """Those of a name that is asked for: titles before it do not count."""
    every = tokens(text)
    for at, token in enumerate(every):
        if token not in TITLES:
            return every[at:]
    return every


def topic_tokens(text: str) -> list[str]:
    """The words that are asked about; articles do not count."""
    every = text.split()
    return [word for word in every if word.casefold() not in ("the", "a", "an")] or every


def lucene_all(words: list[str]) -> str:
    """A query for what holds all of these words."""
    clean = [re.sub(r'["\\]', " ", word).strip() for word in words]
    return " ".join(f'+"{word}"' for word in clean if re.search(r"\w", word))


def lucene_name(text: str) -> str:
    """A query for names with all of these words: what an apostrophe or a stop joins, the index keeps as one word."""
    parts = [part for part in re.sub(r"['’]s\b", "", re.sub(r'["\\]', " ", text)).split() if tokens(part)]
    while len(parts) > 1 and all(token in TITLES for token in tokens(parts[0])):
        del parts[0]
    wanted = []
    for part in parts:
        apart = " ".join(f'+"{token}"' for token in tokens(part))
        wanted.append(apart if len(tokens(part)) == 1 else f'+("{part}" OR ({apart}))')
    return " ".join(wanted)


def in_order(name: list[str], asked: list[str]) -> bool:
    """Whether the asked words stand in the name, whole, in this order, others between them or not."""
    at = 0
    for token in name:
        if at < len(asked) and token == asked[at]:
            at += 1
    return bool(asked) and at == len(asked)


def is_id(words: str) -> bool:
    return re.fullmatch(r"(person|organisation|place|unnamed|event)/\S+", words) is not None


def answering(graph: Graph, words: str, *labels: str) -> list[Node]:
    """Who answers to a name, alias or id, by name and id.

    An id answers for itself. Whoever bears the name in full, and where it has several words, nobody else; else also
    people of whose name it is a part. Where there is nobody so far, organisations and places of whose name it is a
    part.
    """
    wanted = labels or ENTITIES
    if is_id(words):
        found = graph.node(words, *ENTITIES)
        return [found] if found and found.label in wanted else []
    asked = asked_tokens(words)
    hits = [node for node, _ in graph.find_words("entity_names", lucene_name(words))]
    if len(hits) > 500:
        raise TooMuch(f'More than 500 names hold "{words}".', "Give more of the name, or an id.")
    kept: dict[str, Node] = {}
    for node in hits:
        if any(tokens(name) == asked or asked_tokens(name) == asked for name in node.names):
            kept[node.id] = node
    if not kept or len(asked) == 1:
        for node in hits:
            if node.label == "Person" and any(in_order(tokens(name), asked) for name in node.names):
                kept[node.id] = node
    if not kept:
        for node in hits:
            if node.label in ("Organisation", "Place") and any(in_order(tokens(n), asked) for n in node.names):
                kept[node.id] = node
    # Whether somebody answers is decided before labels are looked at: a place of this name hides no person, but a
    # full name does.
    return sorted((n for n in kept.values() if n.label in wanted), key=lambda n: (n.names[0], n.id))


@dataclass(frozen=True)
class Topic:
    """What words mean: nodes by id, and the words themselves as a quote has them (none for an id)."""

    ids: list[str]
    stems: list[str]


def has(quote: Node, wanted: list[str]) -> bool:
    """Whether a quote has all of these words; none are in no quote. What a word is is said by `stems`."""
    return bool(wanted) and set(wanted) <= set(stems(quote.get("text") or ""))


def topic(graph: Graph, words: str) -> Topic:
    """Entities that answer to the words, and events whose label or type holds all of them."""
    if is_id(words):
        return Topic([words], [])
    plain = topic_tokens(words)
    events = [node.id for node, _ in graph.find_words("event_labels", lucene_all(plain))]
    return Topic([*(node.id for node in answering(graph, words)), *events], stems(" ".join(plain)))


def in_articles(graph: Graph, words: str) -> set[Node]:
    """Articles that mention an entity that answers to the words, or that hold all of them."""
    found = {link.start for node in answering(graph, words) for link in node.into["MENTIONS"]}
    if not is_id(words):
        found |= {node for node, _ in graph.find_words("article_text", lucene_all(topic_tokens(words)))}
    return found


def nearly(graph: Graph, words: str, labels: tuple[str, ...]) -> list[str]:
    """Five names that are spelt nearly so, the likest first."""
    query = " ".join(f"{token}~" for token in tokens(words) if len(token) > 2)
    hits = sorted(graph.find_words("entity_names", query)[:50], key=lambda hit: (-hit[1], hit[0].id))
    names = [node.names[0] for node, _ in hits if node.label in labels and node.label != "Unnamed"]
    return list(dict.fromkeys(names))[:5]
