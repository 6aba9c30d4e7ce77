"""Who stands with whom: networks and paths; and one entity by whatever tells it apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Any

from graph.errors import FixInput
from tests.api.reference.fields import UNCOMPARED, Run, properties, resolves
from tests.api.reference.model import DIRECT, ENTITIES, Node
from tests.api.reference.relations import days
from tests.api.reference.root import only

Args = dict[str, Any]

properties("Network", "center", "nodes", "links")
properties("NetworkLink", "source", "target", "weight")
properties("Path", "length")

# Which of several shortest paths is shown is left open; a test of its own follows those that the service shows.
UNCOMPARED.update({"Path.nodes", "Path.steps"})

MOST = 100
"""Neighbours of a network, and articles of a link, that may be asked for."""
_STEPS = (
    "SAID", "ABOUT", "ADDRESSED_TO", "HOLDS_ROLE", "MEMBER_OF", "SPEAKS_FOR", "BASED_IN", "TOOK_PART_IN",
    "TOOK_PLACE_IN", *DIRECT,
)  # fmt: skip


@resolves("Query.network")
def network(root: None, run: Run, args: Args) -> Any:
    if (args["id"] is None) == (args["name"] is None):
        raise FixInput("One of id and name is wanted.", "Give either.")
    _number(args, "minWeight", 1, 2**31)
    _number(args, "first", 0, MOST)
    center = run.graph.node(args["id"], *ENTITIES) if args["name"] is None else only(run, args["name"])
    if center is None:
        return None
    lies = days(args["days"])
    shared: dict[frozenset[Node], list[Node]] = defaultdict(list)
    for article in run.graph.all("Article"):
        if lies(article.get("day")) and args["source"] in (None, article.get("source")):
            for one, other in combinations(_present(article, args["kind"]), 2):
                shared[frozenset((one, other))].append(article)
    weights = {pair: articles for pair, articles in shared.items() if len(articles) >= args["minWeight"]}

    def fits(node: Node) -> bool:
        return node.label in args["types"] if args["types"] else node.label != "Unnamed"

    near = {next(iter(pair - {center})): len(articles) for pair, articles in weights.items() if center in pair}
    found = sorted((n for n in near if fits(n)), key=lambda n: (-near[n], n.names[0], n.id))[: args["first"]]
    links: list[dict[str, Any]] = []
    for pair, articles in weights.items():
        if pair <= {center, *found}:
            one, other = sorted(pair, key=lambda n: (n is not center, n.id))
            links.append({"source": one, "target": other, "weight": len(articles), "in": articles})
    links.sort(key=lambda link: (-link["weight"], link["source"].id, link["target"].id))
    return {"center": center, "nodes": [center, *found], "links": links}


def _present(article: Node, kind: str) -> list[Node]:
    """Whom an article mentions, or quotes."""
    if kind == "mentioned":
        found = [link.end for link in article.out["MENTIONS"]]
    else:
        quotes = [link.start for link in article.into["IN"] if link.start.label == "Quote"]
        found = [link.start for quote in quotes for link in quote.into["SAID"]]
    return list({node.id: node for node in found}.values())


@resolves("NetworkLink.articles")
def _link_articles(link: dict[str, Any], run: Run, args: Args) -> Any:
    """The newest first."""
    _number(args, "first", 0, MOST)
    return sorted(link["in"], key=lambda a: (a.get("day") or "", a.id), reverse=True)[: args["first"]]


@resolves("Query.path")
def path(root: None, run: Run, args: Args) -> Any:
    _number(args, "maxSteps", 1, 6)
    start, end = (only(run, args[name], *ENTITIES, "Event") for name in ("from", "to"))
    if start is None or end is None:
        return None
    length = shortest(start, end, args["maxSteps"], mentions=args["mentions"])
    return None if length is None else {"length": length}


def shortest(start: Node, end: Node, most: int, *, mentions: bool) -> int | None:
    """The length of a shortest path; None where there is none so short. From one to itself there are no steps."""
    types = (*_STEPS, "MENTIONS") if mentions else _STEPS
    seen, level = {start.id}, [start]
    for length in range(most + 1):
        if any(node is end for node in level):
            return length
        beside = [
            *(link.end for node in level for type_ in types for link in node.out[type_]),
            *(link.start for node in level for type_ in types for link in node.into[type_]),
        ]
        level = list({node.id: node for node in beside if node.id not in seen}.values())
        seen |= {node.id for node in level}
    return None


def _number(args: Args, name: str, least: int, most: int) -> None:
    if not least <= args[name] <= most:
        raise FixInput(f"{name}: {args[name]} is none that can be used.", f"Give a number from {least} to {most}.")


@resolves("Query.entity")
def _entity(root: None, run: Run, args: Args) -> Any:
    ((how, value),) = args["by"].items()
    if how == "id":
        return run.graph.node(value, *ENTITIES)
    if how == "name":
        return only(run, value)
    found = [node for node in run.graph.all(*ENTITIES) if node.get(how) == value]
    return min(found, key=lambda node: node.id, default=None)
