"""Whom in the graph the names of a reading may mean: looked up here, judged in `loaders/resolve`.

Only names that do not say enough by themselves are looked up (bare surnames, initials, letters of an organisation):
a full name has its id from its spelling, a place from the gazetteer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from graph.cypher import statement
from graph.store import Store

LIMIT = 25
"""Candidates for one name. As many as this means that the name says nothing."""
RARE = 200
"""Articles that an entity may stand in and still tell one story from another."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to look up."""

    label: str
    """Person or Organisation."""
    key: str
    """What `Candidates.of` is asked by."""
    spellings: tuple[str, ...]
    """Folded phrases, letters and digits and spaces only; any of them may hit."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `resolve` wants to know before it decides."""

    article: str
    names: tuple[Name, ...] = ()
    full: tuple[str, ...] = ()
    """Ids of persons by full name, of whom something is said that a namesake would contradict."""
    context: tuple[str, ...] = ()
    """Ids of the other named ones in the article, without countries."""


@dataclass(frozen=True, slots=True)
class Known:
    """A node of the graph, and what articles other than the one that is read say of it."""

    label: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    titles: tuple[str, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    """(title, id of the organisation or place)."""
    shared: tuple[str, ...] = ()
    """Which of `Wanted.context` stand in articles together with it."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found. An empty one is what an empty graph gives."""

    found: Mapping[tuple[str, str], tuple[Known, ...]] = field(default_factory=dict)
    """By label and key of `Name`; for `Wanted.full` by "Person" and id."""
    former: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By label and name: the node that this article's name led to when it was read before."""

    def of(self, label: str, key: str) -> tuple[Known, ...]:
        return self.found.get((label, key), ())


def find(store: Store, wanted: Wanted) -> Candidates:
    """Look the names up: no statement where nothing is wanted, else one."""
    return find_all(store, [wanted])[wanted.article]


def find_all(store: Store, several: Sequence[Wanted]) -> dict[str, Candidates]:
    """The same for several articles, by their ids: one statement for all of them."""
    found = {wanted.article: Candidates() for wanted in several}
    asked = [wanted for wanted in several if wanted.names or wanted.full]
    if not asked:
        return found
    given = {"articles": [_asked(wanted) for wanted in asked], "limit": LIMIT, "rare": RARE}
    rows: list[dict[str, Any]] = store.read(statement("lookup/candidates.cypher"), {"given": given}, rows=1_000_000)
    for article, of_article in groupby(sorted(rows, key=_article), _article):
        found[article] = _candidates(of_article)
    return found


def _asked(wanted: Wanted) -> dict[str, object]:
    return {
        "article": wanted.article,
        "names": [
            {"label": n.label, "key": n.key, "query": " OR ".join(f'"{s}"' for s in n.spellings)} for n in wanted.names
        ],
        "full": list(wanted.full),
        "context": list(wanted.context),
    }


def _article(row: Mapping[str, Any]) -> str:
    return str(row["article"])


def _candidates(rows: Iterable[Mapping[str, Any]]) -> Candidates:
    found: dict[tuple[str, str], list[Known]] = defaultdict(list)
    former: dict[tuple[str, str], str] = {}
    for row in rows:
        if row["former"]:
            former[row["label"], row["key"]] = row["id"]
            continue
        found[row["label"], row["key"]].append(
            Known(
                row["label"],
                row["id"],
                row["name"] or "",
                tuple(row["aliases"] or ()),
                row["wikidata"],
                tuple(sorted(row["titles"])),
                tuple(sorted((title or "", where) for title, where in row["offices"])),
                tuple(sorted(row["shared"])),
            )
        )
    return Candidates({k: tuple(sorted(v, key=lambda known: known.id)) for k, v in found.items()}, former)
