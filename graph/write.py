"""Writing what articles say, in one transaction: it replaces all that they said before.

What is there already and equal is not touched, so the same facts again are no change at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graph import corrections, published
from graph.change.redecide import decided_facts
from graph.changes import Changes
from graph.facts import Facts
from graph.replace import Saying, clear, replace
from graph.store import Store
from graph.turn import Kept, Turn, in_turn


@dataclass(frozen=True, slots=True)
class Written:
    """What a write of several articles did."""

    changes: Changes
    changed: frozenset[str]
    """Ids of the articles that say something else now than before, or are new."""


def write(store: Store, facts: Facts) -> Changes:
    """Write the facts of one article; what it said before and says no more is taken out.

    The facts of an article that another one corrects are not written: it keeps its text, with the status `corrected`.
    Either may come first. Raises ValueError for rows that the model does not know, RetryLater where the store is away:
    then nothing is written, or all of it.
    """
    return write_all(store, [facts]).changes


def write_all(store: Store, several: Sequence[Facts], also: Callable[[Turn], None] | None = None) -> Written:
    """The same for several articles at once, each with another id: a transaction costs as much for twenty as for one.

    All of them are written, or none; `also` is done in the same transaction.
    """
    for facts in several:
        facts.check()
    if len({facts.article.id for facts in several}) < len(several):
        raise ValueError("One article cannot be written twice at once.")
    changed: set[str] = set()

    def work(turn: Turn) -> None:
        changed.clear()
        changed.update(_write(turn, several))
        if also is not None:
            also(turn)

    return Written(in_turn(store, work), frozenset(changed))


def _write(turn: Turn, several: Sequence[Facts]) -> set[str]:
    asked = [{"id": f.article.id, "url": f.article.url, "hash": published.text_hash(f.article.text)} for f in several]
    there = {row["id"]: row for row in turn.rows("articles_there", articles=asked)}
    several = decided_facts(turn, several, [f.article.id for f in several if there[f.article.id]["correctors"]])
    sayings = [_saying(facts, there[facts.article.id]) for facts in several]
    changed = replace(turn, turn.links_of([s.article for s in sayings if s.kept is not None]), sayings)
    for facts in several:
        known = there[facts.article.id]
        if facts.article.corrects or known["corrects"] or known["correctors"]:
            for old in corrections.link(turn, facts.article):
                _withdraw(turn, old)
    corrections.link_copies(turn, _hashes(several, there))
    return changed


def _saying(facts: Facts, there: dict[str, Any]) -> Saying:
    corrected = bool(there["correctors"])
    wanted = published.properties(facts, corrected=corrected)
    kept = None
    if there["element"] is not None:
        kept = Kept(there["element"], there["properties"])
        if kept.properties["text_hash"] == wanted["text_hash"]:
            del wanted["text"]
    if corrected:
        return Saying(facts.article.id, kept, wanted)
    return Saying(facts.article.id, kept, wanted, facts.nodes, facts.links)


def _hashes(several: Sequence[Facts], there: dict[str, dict[str, Any]]) -> set[str]:
    """Of texts that several articles carry, or carried so far."""
    now = {facts.article.id: published.text_hash(facts.article.text) for facts in several}
    carried = Counter(now.values())
    hashes = {digest for article, digest in now.items() if there[article]["copies"] or carried[digest] > 1}
    for article, digest in now.items():
        before = (there[article]["properties"] or {}).get("text_hash")
        if before not in (None, digest):
            hashes |= {before, digest}
    return hashes


def _withdraw(turn: Turn, article: str) -> None:
    """Take the facts of an article out; its text stays."""
    home = ("Article", article)
    turn.set_differing([(turn.nodes_there([home])[home], {"status": "corrected"})])
    clear(turn, article)
