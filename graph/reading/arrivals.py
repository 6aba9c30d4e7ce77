"""Quotes and reports in the order in which they came into the graph, as part of one statement.

They are walked by number between two that are known, so that a statement costs what has arrived and not what is there.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading.block import Block, fill
from graph.reading.quotes import Source, any_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of the order is read: expressions for the number before it, its last one, and for how many rows."""

    after: str
    upto: str
    limit: str

    def holds(self, number: str) -> str:
        """A condition on a number."""
        return f"{number} > {self.after} AND {number} <= {self.upto}"


def quotes(block: Block, source: Source, conditions: str, stretch: Stretch) -> str:
    """Lines that bind the quotes of a stretch, in its order and cut; their variable.

    `conditions` are on `<it>`, each starting with AND.
    """
    q = block.fresh("q")
    spoken = any_of(q, "SAID", "speaker", source.speaker, source.speakers)
    about = any_of(q, "ABOUT", "target", source.target, source.targets)
    if source.words is not None:
        worded = f"(size({source.words}.stems) > 0 AND all(w IN {source.words}.stems WHERE w IN {q}.words))"
        about = f"AND ({about.removeprefix('AND ')} OR {worded})"
    days = source.days.replace("<day>", f"{q}.day")
    block.add(
        f"MATCH ({q}:Quote)\nWHERE {stretch.holds(f'{q}.arrived')} {days} {spoken} {about} "
        f"{fill(conditions, {'it': q})}\nWITH {q} ORDER BY {q}.arrived LIMIT {stretch.limit}"
    )
    return q


def reports(block: Block, conditions: str, stretch: Stretch) -> dict[str, str]:
    """Lines that bind the reports of events in a stretch, in its order and cut: variables for the event (`it`), the
    report (`r`) and the article (`a`).

    `conditions` are on `<it>` and `<r>`, each starting with AND.
    """
    names = {"it": block.fresh("e"), "r": block.fresh("r"), "a": block.fresh("a")}
    it, r, a = names["it"], names["r"], names["a"]
    block.add(
        f"MATCH ({it}:Event)-[{r}:REPORTED_IN]->({a}:Article)\nWHERE {stretch.holds(f'{r}.arrived')} "
        f"{fill(conditions, names)}\nWITH {it}, {r}, {a} ORDER BY {r}.arrived LIMIT {stretch.limit}"
    )
    return names
