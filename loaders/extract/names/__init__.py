"""Who and what the article names: entities with all their mentions, titles and gender."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.document import Document
from loaders.extract.names import lexicon
from loaders.extract.names.found import Cluster, Found
from loaders.extract.names.gather import gather
from loaders.extract.names.kinds import Atlas, settle
from loaders.extract.names.spans import found
from loaders.extract.reading import Entity, Mention


def find(document: Document, atlas: Atlas | None = None) -> tuple[Entity, ...]:
    """All entities, ids e1, e2 … in the order of their first mention. `atlas` helps to tell places from people."""
    names = settle(found(document), atlas)
    entities = [_entity(cluster) for cluster in gather(names)]
    entities.sort(key=lambda e: e.mentions[0].start)
    return tuple(replace(entity, id=f"e{number}") for number, entity in enumerate(entities, 1))


def _entity(cluster: Cluster) -> Entity:
    mentions = sorted({f.span: _mention(f) for f in cluster.found}.values())
    name = _name(cluster)
    aliases = dict.fromkeys(f.name for f in cluster.found if f.kind == "name" and f.type != "Group" and f.name != name)
    return Entity("", cluster.type, name, tuple(mentions), 0.9 if len(mentions) > 1 else 0.8, aliases=tuple(aliases))


def _name(cluster: Cluster) -> str:
    if cluster.type == "Place":
        first = cluster.found[0].name
        country = lexicon.countries().get(first) or lexicon.demonyms().get(first)
        if country:
            return country
    return cluster.name


def _mention(item: Found) -> Mention:
    return Mention(item.start, item.end, "demonym" if item.type == "Group" else "name", _speaks(item))


def _speaks(item: Found) -> bool:
    """Whether a place name stands for those who govern there: "Exampleland said", "accused Exampleland"."""
    if item.type != "Place" or item.tokens is None:
        return False
    root = item.tokens.root
    return root.dep_ == "nsubj" and root.head.lemma_ in _SAYING


_SAYING = frozenset(
    "say tell accuse warn urge deny vow pledge announce insist reject demand call claim agree refuse promise blame "
    "condemn criticise criticize welcome confirm offer propose want seek threaten describe expel impose sign vote "
    "abstain support oppose respond retaliate".split()
)
