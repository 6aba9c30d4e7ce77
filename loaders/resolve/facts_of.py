"""From a reading and who its entities are to the facts of the graph."""

from __future__ import annotations

from graph.candidates import Candidates
from graph.facts import Facts
from graph.model import Article
from loaders.extract.reading import Reading
from loaders.resolve import entities_of, events_of, quotes_of, relations_of
from loaders.resolve.identity import identities
from loaders.resolve.rows import Rows


def resolve(article: Article, reading: Reading, candidates: Candidates) -> Facts:
    """The facts of one article about the people, places and events of the whole graph. Pure.

    `candidates`: what `graph.candidates.find` says for `names_wanted(reading)`; an empty one resolves against an empty
    graph. The same arguments give the same facts in the same order.
    """
    rows = Rows(article, reading, identities(article, reading, candidates))
    events_of.name_events(rows)
    entities_of.places(rows)
    quoted = quotes_of.quotes(rows)
    events_of.events(rows)
    relations_of.roles(rows)
    relations_of.relations(rows, quoted)
    entities_of.mentions(rows)
    return Facts(article, reading.language, reading.reader, reading.note, rows.nodes(), rows.links(), reading.vector)
