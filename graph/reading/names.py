"""Who answers to a name, and which nodes some words may mean: as parts of one statement.

A name's keys (`graph.words.name_keys`) are its folded tokens, joined by spaces; what is asked for is folded the same
way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import TooMuch
from graph.model import NODE
from graph.reading.block import Block
from graph.reading.rows import ENTITIES
from graph.reading.words import all_of, asked_name, named, nearly, topic_words
from graph.words import stems

MOST_NAMES = 500
"""Nodes that one name may mean; a name with more is no name."""
MOST_TOPICS = 5_000
"""Events that some words may mean."""
MERGED = ("Person", "Organisation", "Place")
"""Labels of which an id may have been given up for another."""


_LABELS = {label.lower(): label for label in NODE if label != "Article"}
_ID = re.compile(rf"({'|'.join(_LABELS)})/\S+")


def label_of(ident: object) -> str | None:
    """The label of the node that an id of ours means, which it begins with; None where it does not say.

    >>> label_of("person/ivan-example"), label_of("Ivan Example")
    ('Person', None)
    """
    found = _ID.fullmatch(ident) if isinstance(ident, str) else None
    return _LABELS[found[1]] if found else None


def is_id(words: object) -> bool:
    """Whether the words are the id of somebody, something or an event, such as `person/ivan-example`."""
    return label_of(words) in (*ENTITIES, "Event")


def asked(words: str) -> dict[str, object]:
    """What `answering` wants to know of a name: the parameter's value. An empty `query` finds nobody."""
    tokens = asked_name(words)
    between = r"(?: .*)? "
    return {
        "query": named(words), "full": " ".join(tokens), "several": len(tokens) > 1,
        "holds": f"(?:.* )?{between.join(tokens)}(?: .*)?",
    }  # fmt: skip


def topic(words: str) -> dict[str, object]:
    """What `meant` and the quotes' own words want to know of what somebody asks about."""
    plain = " ".join(topic_words(words))
    stemmed = stems(plain)
    return {
        **asked(words), "events": all_of(plain), "stems": stemmed,
        "words": " ".join(f'+"{stem}"' for stem in stemmed),
    }  # fmt: skip


def alone(words: str) -> list[dict[str, object]]:
    """Each of several words as a topic of its own, with the word itself; none where it is one word, an id, or a
    list.
    """
    single = list(dict.fromkeys(topic_words(words)))
    if is_id(words) or not 2 <= len(single) <= 8:
        return []
    return [{"word": word, **topic(word)} for word in single]


NOBODY: dict[str, object] = {
    "query": "", "full": "", "several": False, "holds": "", "events": "", "stems": [], "words": "",
}  # fmt: skip
"""What finds nobody."""


def check_names(words: str, hits: int) -> None:
    """TooMuch where more names hold the words than a name may mean."""
    if hits > MOST_NAMES:
        raise TooMuch(f'More than {MOST_NAMES} names hold "{words}".', "Give more of the name, or an id.")


def check_topics(words: str, events: int) -> None:
    """TooMuch where the words name more events than words may mean."""
    if events > MOST_TOPICS:
        raise TooMuch(f'More than {MOST_TOPICS} events are called "{words}".', "Give more words, or an id.")


def narrowed(labels: Sequence[str], label: str | None) -> Sequence[str]:
    """Which of the labels a node may have whose id says this one; an article's id may say anything."""
    return labels if label is None else [each for each in labels if each in (label, "Article")]


def now(block: Block, ident: str, label: str | None) -> str:
    """A variable for the id that stands for a node now: a merge may have given this one up. Itself where its label says
    that nothing is merged."""
    if label not in MERGED:
        return ident
    found = block.fresh("ident")
    body = block.inside()
    body.add(f"OPTIONAL MATCH (d:_Merged) WHERE d.former = {ident}")
    body.add(f"RETURN coalesce(d.now, {ident}) AS {found}")
    block.call(body, found, single=True)
    return found


def by_id(block: Block, ident: str, labels: Sequence[str], label: str | None = None) -> str:
    """A variable for the list of nodes with an id (one or none): one index seek for each label, or for the one that the
    id is known to begin with."""
    nodes = block.fresh("nodes")
    labels = narrowed(labels, label)
    if not labels:
        block.call(f"RETURN [] AS {nodes}", nodes)
        return nodes
    ident = now(block, ident, label)
    if len(labels) == 1:
        block.call(f"MATCH (n:{labels[0]}) WHERE n.id = {ident}\nRETURN collect(n) AS {nodes}", nodes)
        return nodes
    branches = "\nUNION\n".join(f"MATCH (n:{label}) WHERE n.id = {ident} RETURN n" for label in labels)
    block.call(f"CALL ({_root(ident)}) {{ {branches} }}\nRETURN collect(n) AS {nodes}", nodes)
    return nodes


def answering(block: Block, words: str) -> tuple[str, str]:
    """Variables for the list of nodes that answer to a name or alias, and for how many hold its words.

    `words` is an expression for a map as `asked` makes it. A name that is given in full wins. Otherwise a person
    answers to any whole part of a name ("Example" finds Ivan Example, not Anna Examplova); an organisation or place to
    a part of its name only where nobody answers to it in full, and no person to a part. An unnamed one answers to all
    its words alone.
    """
    named, size = block.fresh("named"), block.fresh("size")
    block.call(
        f"""CALL ({_root(words)}) {{
  UNWIND CASE WHEN {words}.query = '' THEN [] ELSE [{words}.query] END AS query
  CALL db.index.fulltext.queryNodes('entity_names', query, {{limit: {MOST_NAMES + 1}}}) YIELD node
  RETURN collect(node) AS hits
}}
WITH hits,
  [n IN hits WHERE any(k IN n.keys WHERE k = {words}.full)] AS full,
  [n IN hits WHERE n:Person AND any(k IN n.keys WHERE k =~ {words}.holds)] AS people
RETURN size(hits) AS {size}, CASE
  WHEN size(full) > 0 AND {words}.several THEN full
  WHEN size(full) > 0 OR size(people) > 0 THEN full + [p IN people WHERE NOT p IN full]
  ELSE [n IN hits WHERE (n:Organisation OR n:Place) AND any(k IN n.keys WHERE k =~ {words}.holds)]
END AS {named}""",
        named,
        size,
    )
    return named, size


def events_called(block: Block, words: str) -> tuple[str, str]:
    """Variables for the ids of events whose label or type holds all the words, and for how many there are."""
    found, size = block.fresh("events"), block.fresh("size")
    block.call(
        f"""UNWIND CASE WHEN {words}.events = '' THEN [] ELSE [{words}.events] END AS query
CALL db.index.fulltext.queryNodes('event_labels', query, {{limit: {MOST_TOPICS + 1}}}) YIELD node
WITH collect(node.id) AS ids
RETURN ids AS {found}, size(ids) AS {size}""",
        found,
        size,
    )
    return found, size


def near(block: Block, query: str, labels: Sequence[str] = ENTITIES) -> str:
    """A variable for names that are spelt nearly so, likest first; `query` is an expression as `nearly` makes it."""
    found = block.fresh("near")
    wanted = [label for label in labels if label != "Unnamed"]
    block.call(
        f"""UNWIND CASE WHEN {query} = '' THEN [] ELSE [{query}] END AS query
CALL db.index.fulltext.queryNodes('entity_names', query, {{limit: 50}}) YIELD node, score
WHERE {" OR ".join(f"node:{label}" for label in wanted)}
WITH node, score ORDER BY score DESC, node.id
RETURN collect(node.name) AS {found}""",
        found,
    )
    return found


def _root(expression: str) -> str:
    """The variable that an expression begins with, if it is one and no parameter."""
    return "" if expression.startswith("$") else expression.partition(".")[0]


__all__ = ["MOST_NAMES", "MOST_TOPICS", "NOBODY", "alone", "answering", "asked", "by_id", "check_names", "check_topics",
           "events_called", "is_id", "near", "nearly", "now", "topic"]  # fmt: skip
