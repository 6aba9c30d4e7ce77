"""Search by words and by meaning at once: the score of a hit, and why it is one.

By words: what holds all of the words, in any of their forms. By meaning: articles and quotes whose vector stands near
that of what is asked; the nearer they are, and the more of the words they hold, the better. One statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import FixInput
from graph.reading import rows
from graph.reading.page import EMPTY, Page, Window
from graph.reading.words import all_of, any_of
from graph.store import Store

By = Literal["both", "words", "meaning"]
WORDS: dict[str, tuple[str, ...]] = {
    "entity_names": rows.ENTITIES,
    "event_labels": ("Event",),
    "quote_text": ("Quote",),
    "article_text": ("Article",),
}
"""Full-text indexes, and the labels of what is in them."""
MEANING: dict[str, tuple[str, ...]] = {"quote_meaning": ("Quote",), "article_meaning": ("Article",)}
"""Vector indexes, and the labels of what is in them."""
SEARCHED = tuple(dict.fromkeys(label for group in WORDS.values() for label in group))
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

HITS = """CALL () {
  UNWIND $words AS asked
  CALL (asked) {
    CALL db.index.fulltext.queryNodes(asked.index, asked.query, {limit: $depth}) YIELD node AS n, score
    WHERE size($labels) = 0 OR any(label IN labels(n) WHERE label IN $labels)
    RETURN n, score
  }
  WITH asked.index AS index, n, max(score) AS score, max(asked.holds) AS holds
  WITH index, collect({n: n, score: score, holds: holds}) AS found, max(score) AS best
  UNWIND found AS hit
  RETURN hit.n AS n, hit.score / best AS words, hit.holds AS holds, 0 AS close
  UNION ALL
  UNWIND $meaning AS index
  CALL db.index.vector.queryNodes(index, $near, $vector) YIELD node AS n
  RETURN n, 0.0 AS words, 0 AS holds, 1 AS close
}
WITH n, max(words) AS words, max(holds) AS holds, max(close) AS close
WHERE holds = 1 OR close = 1
WITH n, words, holds, CASE size($vector) WHEN 0 THEN null ELSE 2 * vector.similarity.cosine(n.vector, $vector) - 1 END
  AS near
WHERE holds = 1 OR near >= $floor
WITH collect({n: n, words: words, holds: holds, near: near}) AS found, max(near) AS nearest
UNWIND found AS hit
WITH hit.n AS n,
  CASE WHEN nearest IS NULL OR hit.n:Entity OR hit.n:Event THEN hit.words
    ELSE $weight * hit.words + (1 - $weight) * CASE WHEN hit.near > 0 THEN hit.near ELSE 0 END
      / CASE WHEN nearest < $sure THEN $sure ELSE nearest END
  END AS score,
  CASE WHEN hit.holds = 0 THEN "meaning" WHEN hit.near >= $floor THEN "both" ELSE "words" END AS reason"""
"""Yields `n`, `score` (0 to 1, the best of its kind 1) and `reason`: `words`, `meaning` or `both`. Its parameters are
those of `Asked`. What stands near and holds only some of the words is there by meaning."""
_ROW = f"{rows.node('n', *SEARCHED)[:-1]}, score: score, reason: reason}}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for. `vector`: where it stands among texts; empty where nothing makes vectors."""

    text: str
    vector: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()
    """What is searched; all of it where there are none."""
    by: By = "both"

    def parameters(self) -> dict[str, object] | None:
        """Of `HITS`; None where nothing is asked. FixInput for a label that is not searched, or for a search by meaning
        alone where there is no vector."""
        if unknown := [label for label in self.labels if label not in SEARCHED]:
            raise FixInput(f"{unknown[0]} is not searched.", f"There are: {', '.join(sorted(SEARCHED))}.")
        if self.by == "meaning" and not self.vector:
            raise FixInput(
                "Nothing here knows what words mean.", "Search by words, or run with NEWSGRAPH_VECTORS=true."
            )
        every, some = all_of(self.text), any_of(self.text)
        if not every:
            return None
        near = self.by != "words" and bool(self.vector)
        queries = [] if self.by == "meaning" else [(every, 1), *([(some, 0)] if near and some else [])]
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
            "weight": 0.0 if self.by == "meaning" else WEIGHT,
        }  # fmt: skip


_TEXTS = {index: group for index, group in WORDS.items() if group in MEANING.values()}


def search(store: Store, asked: Asked, window: Window) -> Page:
    """A page of hits, the best first: node rows with `score` and `reason`. Raises as `Asked.parameters`."""
    parameters = asked.parameters()
    if parameters is None:
        return EMPTY
    statement = f"""{HITS}
WITH n, score, reason WHERE true {window.within("score", "n.id")}
WITH n, score, reason ORDER BY score {window.direction}, n.id {window.direction} LIMIT $limit
RETURN {_ROW} AS row"""
    return window.page(rows.maps(store.read(statement, parameters | window.parameters())), "score")


def count(store: Store, asked: Asked) -> int:
    """How many hits there are, as far as `DEPTH` and `NEAR` reach."""
    parameters = asked.parameters()
    if parameters is None:
        return 0
    (row,) = store.read(f"{HITS} RETURN count(*) AS total", parameters)
    return int(str(row["total"]))


def is_known(store: Store, vector: Sequence[float]) -> bool:
    """Whether anything in the graph has a vector: why a search by meaning is empty. `vector`: any that was asked."""
    text = """UNWIND $meaning AS index
CALL db.index.vector.queryNodes(index, 1, $vector) YIELD node
RETURN count(node) > 0 AS known"""
    (row,) = store.read(text, {"meaning": list(MEANING), "vector": list(vector)})
    return bool(row["known"])


def _of(indexes: dict[str, tuple[str, ...]], labels: Sequence[str]) -> list[str]:
    return [index for index, group in indexes.items() if not labels or set(labels) & set(group)]
