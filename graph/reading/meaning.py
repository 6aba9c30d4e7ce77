"""Search by words and by meaning at once: the score of a hit, and why it is one.

By words: what holds all of the words, in any of their forms. By meaning: articles and quotes whose vector stands near
that of what is asked; the nearer they are, and the more of the words they hold, the better. One statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import FixInput
from graph.reading.block import fill
from graph.reading.rows import ENTITIES
from graph.reading.words import all_of, any_of
from graph.store import Store

By = Literal["both", "words", "meaning"]
WORDS: dict[str, tuple[str, ...]] = {
    "entity_names": ENTITIES,
    "event_labels": ("Event",),
    "quote_text": ("Quote",),
    "article_text": ("Article",),
}
"""Full-text indexes, and the labels of what is in them."""
MEANING: dict[str, tuple[str, ...]] = {"quote_meaning": ("Quote",), "article_meaning": ("Article",)}
"""Vector indexes, and the labels of what is in them."""
DEPTH = 1_000
"""Hits of one index by words that are ranked; what lies deeper is found by more words."""
NEAR = 300
"""Neighbours in one index by meaning that are looked at."""
FLOOR = 0.3
"""Cosine below which two texts have little to do with each other; made-up words come as near to some news as that."""
SURE = 0.5
"""Cosine from which on a text is as near as texts come to a word or two."""
WEIGHT = 0.6
"""What words count for, beside meaning."""
WHOLE = 1 / 6
"""What it counts for, beside both, that all of the words are there."""

_HITS = """CALL () {
  UNWIND <asked>.words AS index
  CALL (index) {
    CALL db.index.fulltext.queryNodes(index.index, index.query, {limit: <asked>.depth}) YIELD node AS n, score
    WHERE size(<asked>.labels) = 0 OR any(label IN labels(n) WHERE label IN <asked>.labels)
    RETURN n, score
  }
  WITH index.index AS index, n, max(score) AS score, max(index.holds) AS holds
  WITH index, collect({n: n, score: score, holds: holds}) AS found, max(score) AS best
  UNWIND found AS hit
  RETURN hit.n AS n, hit.score / best AS words, hit.holds AS holds, 0 AS close
  UNION ALL
  UNWIND <asked>.meaning AS index
  CALL db.index.vector.queryNodes(index, <asked>.near, <asked>.vector) YIELD node AS n
  RETURN n, 0.0 AS words, 0 AS holds, 1 AS close
}
WITH n, max(words) AS words, max(holds) AS holds, max(close) AS close
WHERE holds = 1 OR close = 1
WITH n, words, holds,
  CASE size(<asked>.vector) WHEN 0 THEN null ELSE 2 * vector.similarity.cosine(n.vector, <asked>.vector) - 1 END AS near
WHERE holds = 1 OR near >= <asked>.floor
WITH collect({n: n, words: words, holds: holds, near: near}) AS found, max(near) AS nearest
UNWIND found AS hit
WITH hit.n AS <it>,
  CASE WHEN nearest IS NULL OR hit.n:Entity OR hit.n:Event THEN hit.words
    ELSE <asked>.whole * hit.holds + (1 - <asked>.whole) * (
      <asked>.weight * hit.words + (1 - <asked>.weight) * CASE WHEN hit.near > 0 THEN hit.near ELSE 0 END
        / CASE WHEN nearest < <asked>.sure THEN <asked>.sure ELSE nearest END
    )
  END AS <score>,
  CASE WHEN hit.holds = 0 THEN "meaning" WHEN hit.near >= <asked>.floor THEN "both" ELSE "words" END AS <reason>"""


def hits(asked: str, it: str = "it", score: str = "score", reason: str = "reason") -> str:
    """Lines that bind each hit, its score (0 to 1, the best of its kind 1), and its reason: words, meaning or both.

    `asked` is an expression for a map as `Asked.parameters` makes it. What stands near and holds only some of the words
    is there by meaning.
    """
    return fill(_HITS, {"asked": asked, "it": it, "score": score, "reason": reason})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for. `vector`: where it stands among texts; empty where nothing makes vectors."""

    text: str
    vector: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()
    """What is searched; all of it where there are none."""
    by: By = "both"

    def parameters(self) -> dict[str, object]:
        """What `hits` is given. FixInput for a search by meaning alone where there is no vector."""
        if self.by == "meaning" and not self.vector:
            raise FixInput(
                "Nothing here knows what words mean.", "Search by words, or run with NEWSGRAPH_VECTORS=true."
            )
        every, some = all_of(self.text), any_of(self.text)
        near = self.by != "words" and bool(self.vector) and bool(every)
        queries = [(every, 1), *([(some, 0)] if near and some else [])] if every and self.by != "meaning" else []
        return {
            "words": [
                {"index": index, "query": query, "holds": holds}
                for query, holds in queries
                for index in _of(WORDS if holds else _TEXTS, self.labels)
            ],
            "meaning": _of(MEANING, self.labels) if near else [],
            "vector": list(self.vector) if near else [],
            "labels": list(self.labels),
            "depth": DEPTH, "near": NEAR, "floor": FLOOR, "sure": SURE,
            "weight": 0.0 if self.by == "meaning" else WEIGHT, "whole": 0.0 if self.by == "meaning" else WHOLE,
        }  # fmt: skip


_TEXTS = {index: group for index, group in WORDS.items() if group in MEANING.values()}


NOTHING: dict[str, object] = {
    "words": [], "meaning": [], "vector": [], "labels": [], "depth": 0, "near": 0, "floor": 0.0, "sure": 0.0,
    "weight": 0.0, "whole": 0.0,
}  # fmt: skip
"""What finds nothing."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit by itself."""

    id: str
    score: float
    reason: str


def ranked(store: Store, asked: Asked, most: int) -> list[Hit]:
    """The best hits, the best first. Raises as `Asked.parameters`."""
    text = f"{hits('$asked')}\nRETURN it.id AS id, score, reason ORDER BY score DESC, id DESC LIMIT $most"
    found = store.read(text, {"asked": asked.parameters(), "most": most})
    return [Hit(str(row["id"]), float(str(row["score"])), str(row["reason"])) for row in found]


def _of(indexes: dict[str, tuple[str, ...]], labels: Sequence[str]) -> list[str]:
    return [index for index, group in indexes.items() if not labels or set(labels) & set(group)]
