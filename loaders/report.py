"""What a load has done."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.changes import Changes
from graph.facts import Facts
from loaders.read import Broken


@dataclass(slots=True)
class Report:
    """Counts of articles, and of what those that were read say."""

    loaded: int = 0
    """New to the graph."""
    changed: int = 0
    """In the graph before, and now different."""
    unchanged: int = 0
    broken: list[Broken] = field(default_factory=list)
    """Where, and why."""
    unread: list[str] = field(default_factory=list)
    """Ids of articles that were kept without reading, each with its note: another language, no text."""
    unsettled: list[str] = field(default_factory=list)
    """Articles that could not be looked at again when a name of theirs became known in full; they stay as they were."""
    changes: Changes = field(default_factory=Changes)
    quotes: int = 0
    _people: set[str] = field(default_factory=set, repr=False)
    _events: set[str] = field(default_factory=set, repr=False)

    @property
    def people(self) -> int:
        """Named people, each once."""
        return len(self._people)

    @property
    def events(self) -> int:
        """Events, each once."""
        return len(self._events)

    @property
    def seen(self) -> int:
        """Articles that are done, the broken ones too."""
        return self.loaded + self.changed + self.unchanged + len(self.broken)

    @property
    def safe(self) -> str:
        """How many articles nobody can take away any more, in words."""
        count = self.loaded + self.changed + self.unchanged
        return "1 article is safe." if count == 1 else f"{count} articles are safe."

    def add(self, facts: Facts, *, changed: bool, new: bool) -> None:
        """Count one article that was written; `changes` are counted apart."""
        self.loaded += new
        self.changed += not new and changed
        self.unchanged += not new and not changed
        if facts.note:
            self.unread.append(f"{facts.article.id}: {facts.note}")
        self.quotes += sum(node.label == "Quote" for node in facts.nodes)
        self._people |= {node.id for node in facts.nodes if node.label == "Person"}
        self._events |= {node.id for node in facts.nodes if node.label == "Event"}
