"""The rows of one article while they are gathered, each fact with its very characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from graph.facts import Link, Node, Value, short_id
from graph.model import RELATIONSHIP, Article
from loaders.extract.reading import Reading, Span
from loaders.resolve.days import day_of
from loaders.resolve.identity import Identity

End = tuple[str, str]
"""(label, id)"""


class Rows:
    """Gathers nodes and links; the same node or fact twice is one."""

    def __init__(self, article: Article, reading: Reading, who: dict[str, Identity]) -> None:
        self.article = article
        self.reading = reading
        self.who = who
        self.published = day_of(article.published)
        self.home: End = ("Article", article.id)
        self.events: dict[str, End] = {}
        """Of the reading's events, by their ids there."""
        self._starts = [s.start for s in reading.sentences]
        self._nodes: dict[End, dict[str, Value]] = {}
        self._links: dict[tuple[str, str], Link] = {}

    def surface(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def sentence(self, spans: Sequence[Span]) -> str:
        """The text from the first to the last sentence that the spans touch; the lines where no sentence is known."""
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        first, last = self._sentence_at(start), self._sentence_at(end - 1)
        text = self.article.text
        begin = first.start if first else text.rfind("\n", 0, start) + 1
        line = text.find("\n", end)
        stop = last.end if last else (line if line >= 0 else len(text))
        return text[min(begin, start) : max(stop, end)].strip()

    def end(self, reference: str | None) -> End | None:
        """The node of an entity or event of the reading; None for a reference that leads nowhere."""
        if reference is None:
            return None
        if reference in self.events:
            return self.events[reference]
        found = self.who.get(reference)
        return found.end if found else None

    def node(self, end: End, properties: dict[str, Value] | None = None) -> End:
        """Note a node. Properties without a value are left out."""
        self._nodes.setdefault(end, {}).update(
            {name: value for name, value in (properties or {}).items() if value is not None}
        )
        return end

    def link(
        self, kind: str, start: End, end: End, spans: Sequence[Span], *, on: date | None = None,
        confidence: float = 1.0, mark: Sequence[object] = (), properties: dict[str, Value] | None = None,
    ) -> bool:  # fmt: skip
        """Note a fact; False where the model has no such link between these labels.

        `spans`: its characters, from the first to the last; the sentence shown holds them all. `mark` tells apart
        facts of the same type, ends and characters. Of the same fact twice the surer one stays.
        """
        model = RELATIONSHIP[kind]
        if start[0] not in model.start or end[0] not in model.end or start == end:
            return False
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        fact = short_id(kind, self.article.id, start[1], end[1], first, last, *mark)
        known = self._links.get((kind, fact))
        if known is not None and _confidence(known) >= confidence:
            return True
        told = {name: value for name, value in (properties or {}).items() if value is not None}
        told |= {
            "id": fact,
            "article": self.article.id,
            "start": first,
            "end": last,
            "sentence": self.sentence(spans),
            "confidence": round(confidence, 4),
        }
        if on is not None:
            told["on"] = on
        self._links[kind, fact] = Link(kind, fact, self.node(start), self.node(end), told)
        return True

    def located_in(self, place: End, within: End) -> None:
        """Note where a place lies, by the gazetteer: no article asserts it."""
        fact = short_id("LOCATED_IN", place[1], within[1])
        self._links["LOCATED_IN", fact] = Link(
            "LOCATED_IN", fact, self.node(place), self.node(within), {"source": "geonames"}
        )

    def nodes(self) -> tuple[Node, ...]:
        """All but the article itself, in the order of their ids."""
        return tuple(
            Node(label, node, properties)
            for (label, node), properties in sorted(self._nodes.items())
            if label != "Article"
        )

    def links(self) -> tuple[Link, ...]:
        return tuple(self._links[key] for key in sorted(self._links))

    def known(self) -> set[End]:
        """The nodes noted so far."""
        return set(self._nodes)

    def _sentence_at(self, offset: int) -> Span | None:
        index = bisect_right(self._starts, offset) - 1
        found = self.reading.sentences[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None


def _confidence(link: Link) -> float:
    value = link.properties["confidence"]
    return value if isinstance(value, float) else 0.0
