"""Articles that are written by one transaction, and whether the next one must see them in the graph first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.candidates import Candidates, Wanted
from graph.facts import Facts
from loaders.resolve.names import fold

ROWS = 5_000
"""Nodes and relationships that one transaction takes in before the next article waits for another."""

_SPOKEN_FOR = ("Person", "Organisation")


@dataclass(slots=True)
class Resolved:
    """One article that is resolved and not written yet."""

    facts: Facts
    new: bool
    """Whether the graph does not have the article."""


@dataclass(slots=True)
class Group:
    """What is resolved and not yet written, and whom the articles since the last look-up speak of."""

    waiting: list[Resolved] = field(default_factory=list)
    _rows: int = 0
    _ids: set[str] = field(default_factory=set)
    _words: set[str] = field(default_factory=set)

    @property
    def full(self) -> bool:
        return self._rows >= ROWS

    def add(self, resolved: Resolved) -> None:
        facts = resolved.facts
        self.waiting.append(resolved)
        self._rows += len(facts.nodes) + len(facts.links)
        self._ids |= {node.id for node in facts.nodes if node.label in _SPOKEN_FOR}
        for link in facts.links:
            if link.type == "MENTIONS" and link.end[0] in _SPOKEN_FOR:
                self._words |= _words([link.end[1], str(link.properties["name"]), *_texts(link.properties["aliases"])])

    def bears_on(self, wanted: Wanted, candidates: Candidates) -> bool:
        """Whether an article of the group speaks of somebody whom these names may mean.

        What was looked up before the group was written does not hold then. Rather too often than too seldom: one word
        in common is enough.
        """
        found = {known.id for some in candidates.found.values() for known in some}
        if not self._ids.isdisjoint(found | set(wanted.full)):
            return True
        return not self._words.isdisjoint(_words(spelling for name in wanted.names for spelling in name.spellings))

    def take(self) -> list[Resolved]:
        """What is to be written now. Whom it speaks of is kept: it is not in what was looked up."""
        taken, self.waiting, self._rows = self.waiting, [], 0
        return taken


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.split(r"\W+", fold(re.sub(r"[-/~]", " ", name))) if word}


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
