"""Which node each entity of a reading is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.candidates import Candidates, Known, Name, Wanted
from graph.model import Article
from loaders.extract.reading import Entity, Reading
from loaders.resolve import ids
from loaders.resolve.match import Asked, contradicted, decide
from loaders.resolve.names import (
    fits,
    fold,
    is_acronym,
    is_full,
    organisation_key,
    person_tokens,
    spells,
    surname,
)
from loaders.resolve.spelling import variants
from loaders.resolve.titles import is_singular, trade

COARSE = frozenset({"country", "continent", "ocean", "sea", "region", "state"})
"""Kinds of places too large to tell one story, or one event, from another."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The node that an entity is. `why`: the reasons of a judgement, empty where the name alone decided."""

    label: str
    id: str
    why: tuple[str, ...] = ()

    @property
    def end(self) -> tuple[str, str]:
        return self.label, self.id


def label_of(entity: Entity) -> str:
    """The label of an entity's node. A group with a name of its own is an organisation, one known by a demonym or a
    noun ("Ukrainians", "the miners") is unnamed."""
    if not entity.named:
        return "Unnamed"
    if entity.type == "Group":
        return "Organisation" if any(m.kind == "name" for m in entity.mentions) else "Unnamed"
    return entity.type


def names_wanted(reading: Reading) -> Wanted:
    """What to look up in the graph before `resolve`. Nothing where every name says enough."""
    names: list[Name] = []
    full: list[str] = []
    offices = _offices(reading)
    for entity in reading.entities:
        label = label_of(entity)
        if label == "Person":
            tokens = person_tokens(entity.name)
            if is_full(tokens):
                if entity.wikidata or any(trade(title) for title, _ in offices[entity.id]):
                    full.append(ids.person(tokens))
            else:
                names.append(Name(label, " ".join(tokens), _phrases(tokens)))
        elif label == "Organisation" and _is_weak_organisation(entity):
            names.append(Name(label, organisation_key(entity.name), (fold(entity.name),)))
    strong = {e.id: strong_id(e) for e in reading.entities}
    context = {
        node
        for e in reading.entities
        if (node := strong[e.id]) and not (e.type == "Place" and (e.location is None or e.location.kind in COARSE))
    }
    return Wanted(
        reading.id,
        tuple(sorted(set(names), key=lambda n: (n.label, n.key))),
        tuple(sorted(set(full))),
        tuple(sorted(context)),
    )


def strong_id(entity: Entity) -> str | None:
    """The id that an entity's name gives by itself; None where it does not say enough."""
    label = label_of(entity)
    if label == "Person":
        tokens = person_tokens(entity.name)
        return ids.person(tokens) if is_full(tokens) else None
    if label == "Organisation":
        return None if _is_weak_organisation(entity) else ids.organisation(organisation_key(_best_name(entity)))
    if label == "Place":
        if entity.location is None:
            return None if entity.candidates else ids.place(entity.name, "")
        if entity.location.geonames is None:
            return ids.place(entity.name, entity.location.kind)
        return ids.gazetteer_place(entity.location.geonames, entity.location.name)
    return None


def identities(article: Article, reading: Reading, candidates: Candidates) -> dict[str, Identity]:
    """The node of each entity, by the entity's id in the reading."""
    offices = _offices(reading)
    strong = {e.id: node for e in reading.entities if (node := strong_id(e))}
    found: dict[str, Identity] = {}
    for entity in reading.entities:
        label = label_of(entity)
        if label == "Unnamed":
            found[entity.id] = Identity(label, ids.owned(label, article.id, *_first(entity)))
            continue
        here = _offices_in_graph(offices[entity.id], strong)
        titles = frozenset(fold(title) for title, _ in offices[entity.id] if title)
        taken = frozenset(node for other, node in strong.items() if other != entity.id)
        if entity.id in strong:
            node = strong[entity.id]
            asked = Asked(node, entity.wikidata, titles, here)
            found[entity.id] = _unless_namesake(label, asked, candidates.of(label, node))
        else:
            asked = Asked(_marked(article, entity, label, here), entity.wikidata, titles, here, taken)
            found[entity.id] = _judged(entity, label, asked, candidates)
    return found


def _unless_namesake(label: str, asked: Asked, known: Sequence[Known]) -> Identity:
    """The node of a full name; another, marked by what tells the two apart, where the graph's one contradicts."""
    against = next((reason for k in known if (reason := contradicted(asked, k))), "")
    if not against:
        return Identity(label, asked.id)
    trades = sorted({trade(t) for t in asked.titles} - {""})
    return Identity(label, ids.marked(asked.id, asked.wikidata or "/".join(trades)), (against,))


def _judged(entity: Entity, label: str, asked: Asked, candidates: Candidates) -> Identity:
    """The node of a name that does not say enough."""
    former = candidates.former.get((label, entity.name))
    if former is not None and former not in asked.taken:
        return Identity(label, former, ("so read before",))
    if label == "Person":
        tokens = person_tokens(entity.name)
        fitting = [k for k in candidates.of(label, " ".join(tokens)) if _may_be(tokens, k)]
    else:
        key = organisation_key(entity.name)
        fitting = [
            k for k in candidates.of(label, key) if any(organisation_key(n) == key for n in (k.name, *k.aliases))
        ]
    if not fitting or label == "Place":
        return Identity(label, asked.id)
    decision = decide(asked, fitting)
    return Identity(label, decision.joined or asked.id, decision.reasons)


def _may_be(tokens: tuple[str, ...], known: Known) -> bool:
    names = [person_tokens(name) for name in (known.name, *known.aliases)]
    return any(fits(tokens, full) for full in names if is_full(full)) or tokens in names


def _marked(article: Article, entity: Entity, label: str, offices: frozenset[tuple[str, str]]) -> str:
    """The id of a weak name that joins nobody. One who holds an office that one person holds at a time is the same in
    every article that says so; else the article is the mark."""
    if label == "Person":
        node = ids.person(person_tokens(entity.name))
        singular = sorted(office for office in offices if is_singular(office[0]))
        return ids.marked(node, *singular[0]) if singular else ids.marked(node, article.id)
    if label == "Organisation":
        return ids.marked(ids.organisation(organisation_key(entity.name)), article.id)
    return ids.marked(ids.place(entity.name, ""), article.id)


def _is_weak_organisation(entity: Entity) -> bool:
    """Letters alone, unless they are known everywhere or the article spells them out."""
    return is_acronym(entity.name) and organisation_key(_best_name(entity)) == fold(entity.name)


def _best_name(entity: Entity) -> str:
    """The name that letters stand for, where the article gives it."""
    if is_acronym(entity.name):
        return next((a for a in entity.aliases if not is_acronym(a) and spells(entity.name, a)), entity.name)
    return entity.name


def _phrases(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """What to look for: the surname in all its spellings, without given initials."""
    while len(tokens) > 1 and len(tokens[0]) == 1:
        tokens = tokens[1:]
    tokens = surname(tokens) if len(tokens) > 1 else tokens
    return tuple(" ".join((*tokens[:-1], last)) for last in variants(tokens[-1]))


def _offices(reading: Reading) -> dict[str, list[tuple[str, str | None]]]:
    """(title, entity of the institution) by entity: roles, and whom one speaks for."""
    found: dict[str, list[tuple[str, str | None]]] = {
        e.id: [(r.title, r.of) for r in e.roles] for e in reading.entities
    }
    for r in reading.relations:
        if r.type in ("HOLDS_ROLE", "SPEAKS_FOR", "MEMBER_OF") and r.assertion == "asserted" and r.source in found:
            found[r.source].append((r.title, r.target))
    return found


def _offices_in_graph(offices: Sequence[tuple[str, str | None]], strong: dict[str, str]) -> frozenset[tuple[str, str]]:
    """The same by ids of the graph, where the institution's name says enough."""
    return frozenset((fold(title), strong[of]) for title, of in offices if of in strong)


def _first(entity: Entity) -> tuple[str, int]:
    return entity.name, entity.mentions[0].start if entity.mentions else -1
