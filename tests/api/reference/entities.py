"""People, organisations, places, the unnamed, and the roles among them; what an article and an event lead to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tests.api.reference import choose
from tests.api.reference.evidence import evidence
from tests.api.reference.fields import Run, down, properties, resolves, up
from tests.api.reference.model import Link, Node
from tests.api.reference.relations import events_in

Args = dict[str, Any]

properties("Entity", "id")
properties("Person", "id", "wikidata")
properties("Organisation", "id", "wikidata")
properties("Place", "id", "wikidata", "kind", "geonames", "latitude", "longitude", "country")
properties("Unnamed", "id", "kind")
properties("Role", "title", "on", "since", "holder", "of")


@resolves("Entity.name")
def _name(entity: Node, run: Run, args: Args) -> Any:
    return entity.get("name") or ""


@resolves("Entity.aliases")
def _aliases(entity: Node, run: Run, args: Args) -> Any:
    return entity.get("aliases") or []


@resolves("Person.formerIds", "Organisation.formerIds", "Place.formerIds")
def _former(entity: Node, run: Run, args: Args) -> Any:
    return entity.get("former_ids") or []


@resolves("Entity.quotes")
def _said(entity: Node, run: Run, args: Args) -> Any:
    return choose.quote_page(run, args, speakers=[entity.id])


@resolves("Entity.quotesAbout", "Event.quotes")
def _said_about(node: Node, run: Run, args: Args) -> Any:
    return choose.quote_page(run, args, about=[node.id])


@resolves("Article.quotes")
def _said_in(article: Node, run: Run, args: Args) -> Any:
    return choose.quote_page(run, args, article=article)


@resolves("Entity.events")
def _events(entity: Node, run: Run, args: Args) -> Any:
    return choose.event_page(run, args, [link.end for link in entity.out["TOOK_PART_IN"]])


@resolves("Place.eventsThere")
def _events_there(place: Node, run: Run, args: Args) -> Any:
    return choose.event_page(run, args, events_in([place]))


@resolves("Article.events")
def _reported(article: Node, run: Run, args: Args) -> Any:
    return choose.event_page(run, args, [link.start for link in article.into["REPORTED_IN"]])


@resolves("Entity.mentions")
def _mentions(entity: Node, run: Run, args: Args) -> Any:
    return choose.mention_page(run, args, entity.into["MENTIONS"], args["order"])


@resolves("Article.mentions")
def _mentioned(article: Node, run: Run, args: Args) -> Any:
    return choose.mention_page(run, args, article.out["MENTIONS"], "name")


@resolves("Entity.relationships")
def _relationships(entity: Node, run: Run, args: Args) -> Any:
    return choose.relationship_page(run, args, lambda link: choose.leads(link, entity.id, args["direction"]))


@resolves("Entity.claims")
def _claims(entity: Node, run: Run, args: Args) -> Any:
    ends = ("SUBJECT", "OBJECT", "MADE_BY")
    return choose.claim_page(
        run, args, lambda claim: any(link.end is entity for type_ in ends for link in claim.out[type_])
    )


@resolves("Article.claims")
def _claims_in(article: Node, run: Run, args: Args) -> Any:
    return choose.claim_page(run, args, lambda claim: claim.out["IN"][0].end is article)


@resolves("Place.within")
def _within(place: Node, run: Run, args: Args) -> Any:
    """The nearest first; where several are as near, by id."""
    found: dict[str, Node] = {}
    level = [place]
    for _ in range(8):
        near = {link.end.id: link.end for each in level for link in each.out["LOCATED_IN"]}
        level = [near[ident] for ident in sorted(near) if ident not in found]
        found |= {each.id: each for each in level}
    return list(found.values())


@resolves("Unnamed.article")
def _spoken_of_in(unnamed: Node, run: Run, args: Args) -> Any:
    return run.graph.node(unnamed.get("article"), "Article")


@dataclass
class Role:
    title: str | None
    on: str | None
    since: str | None
    links: list[Link]
    holder: Node
    of: Node


@resolves("Role.evidence")
def _role_evidence(role: Role, run: Run, args: Args) -> Any:
    return evidence(role.links)


def _roles(*names: str, type_: str, outgoing: bool) -> None:
    """One role for each title and other end, the newest first, each with all that states it, the newest first."""

    def resolve(entity: Node, run: Run, args: Args) -> Any:
        found = run.linked(entity, type_, lambda r, m: (down(r.get("on")), up(r.get("start")), m.id), outgoing=outgoing)
        return in_groups([(entity, link, node) for link, node in found])

    resolves(*names)(resolve)


def in_groups(found: list[tuple[Node, Link, Node]]) -> list[Role]:
    """The roles of links with their near and far ends, the newest first."""
    groups: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for near, link, node in found:
        key = (node.id, near.id, (link.get("title") or "").lower())
        groups[key].append(link)
    roles = {key: _role(links) for key, links in groups.items()}
    placed = sorted(roles, key=lambda key: (up(roles[key].links[0].get("start")), key))
    return sorted((roles[key] for key in placed), key=lambda role: role.on or "", reverse=True)


def _role(links: list[Link]) -> Role:
    days = sorted(link.get("on") for link in links if link.get("on"))
    newest = sorted(links, key=lambda link: link.get("on") or "", reverse=True)
    return Role(
        newest[0].get("title") or None, days[-1] if days else None, days[0] if days else None, newest,
        links[0].start, links[0].end,
    )  # fmt: skip


_roles("Person.roles", "Unnamed.roles", type_="HOLDS_ROLE", outgoing=True)
_roles("Organisation.roleHolders", "Place.roleHolders", type_="HOLDS_ROLE", outgoing=False)
_roles("Person.speaksFor", "Unnamed.speaksFor", type_="SPEAKS_FOR", outgoing=True)
_roles("Person.memberOf", "Organisation.memberOf", type_="MEMBER_OF", outgoing=True)
_roles("Organisation.members", type_="MEMBER_OF", outgoing=False)
_roles("Organisation.basedIn", type_="BASED_IN", outgoing=True)
