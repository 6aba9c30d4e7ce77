"""Who and what the article names: entities with all their mentions, titles and gender."""

from __future__ import annotations

from collections.abc import Callable

from loaders.extract.document import Document
from loaders.extract.names import gender, interview, lexicon, nominals, owners, pronouns, roles
from loaders.extract.names.draft import Draft, Index, Place
from loaders.extract.names.found import Cluster, Found
from loaders.extract.names.gather import gather
from loaders.extract.names.kinds import settle
from loaders.extract.names.nobody import left_out, works
from loaders.extract.names.placelike import Atlas
from loaders.extract.names.spans import found
from loaders.extract.names.spread import spread
from loaders.extract.reading import Entity, Mention, Role
from loaders.extract.words import wordset


def find(
    document: Document, atlas: Atlas | None = None, common: Callable[[str], bool] = lambda _: False
) -> tuple[Entity, ...]:
    """All entities, ids e1, e2 … in the order of their first mention. `atlas` helps to tell places from people,
    `common(word)` says whether a dictionary has the small word."""
    named = {
        e.text for b in document.blocks if b.doc is not None for e in b.doc.ents if e.label_ in ("GPE", "PERSON", "ORG")
    }
    is_place = atlas.is_place if atlas is not None else lambda _: False
    names = found(document, lambda name: name in named or is_place(name), is_place, common)
    clusters = gather(left_out(spread(document, settle(names, atlas)), works(document)))
    index = Index(document, [_draft(cluster) for cluster in clusters])
    roles.give(index)
    for draft in index.drafts:
        if draft.type == "Person":
            draft.gender = gender.of_person(draft)
        elif draft.type in ("Organisation", "Place"):
            draft.gender = "neuter"
    nominals.link(index)
    interview.link(index)
    pronouns.link(index)
    owners.give(index)
    return _numbered(index.drafts, document.published)


def _draft(cluster: Cluster) -> Draft:
    places = list({f.span: Place(_mention(f), f.block, f.tokens) for f in cluster.found}.values())
    name = _name(cluster)
    aliases = dict.fromkeys(f.name for f in cluster.found if f.kind == "name" and f.type != "Group" and f.name != name)
    honorifics = {f.honorific for f in cluster.found if f.honorific}
    return Draft(
        cluster.type, name, places, confidence=_sureness(cluster), aliases=tuple(aliases), honorifics=honorifics,
    )  # fmt: skip


def _sureness(cluster: Cluster) -> float:
    """By how it was found: from capitals alone, by the model, or by proof such as "Inc."."""
    best = max(f.weight for f in cluster.found)
    return 0.55 if best < 1 else 0.8 if best < 5 else 0.95


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
    return root.dep_ == "nsubj" and root.head.lemma_ in _DOING


_DOING = wordset(
    "say tell accuse warn urge deny vow pledge announce insist reject demand call claim agree refuse promise "
    "blame condemn criticise criticize welcome confirm offer propose want seek threaten describe expel impose "
    "sign vote abstain support oppose respond retaliate raise launch plan expect hope fear ask decide sanction"
)


def _numbered(drafts: list[Draft], published: str | None) -> tuple[Entity, ...]:
    ordered = sorted(drafts, key=lambda d: d.start)
    ids = {id(draft): f"e{number}" for number, draft in enumerate(ordered, 1)}
    made = []
    for draft in ordered:
        given = tuple(
            Role(title, ids[id(of)] if of is not None else None, published, evidence, confidence)
            for title, of, evidence, confidence in draft.roles
        )
        entity = Entity(
            ids[id(draft)],
            draft.type,
            draft.name,
            tuple(sorted({p.mention for p in draft.places})),
            draft.confidence,
            named=draft.named,
            aliases=draft.aliases,
            roles=given,
            gender=draft.gender,
        )
        made.append(entity)
    return tuple(made)
