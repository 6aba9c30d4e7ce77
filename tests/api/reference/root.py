"""The fields that a query starts with."""

from __future__ import annotations

from typing import Any

from graph.errors import Ambiguous, FixInput
from tests.api.reference import choose, pages, words
from tests.api.reference.fields import Run, properties, resolves
from tests.api.reference.model import ENTITIES, Node
from tests.api.reference.pages import Page, page

Args = dict[str, Any]


# Connections


@resolves("Connection.edges")
def _edges(found: Page, run: Run, args: Args) -> Any:
    return found.edges


@resolves("Connection.pageInfo")
def _page_info(found: Page, run: Run, args: Args) -> Any:
    return found.info


@resolves("Connection.totalCount")
def _total(found: Page, run: Run, args: Args) -> Any:
    return len(found.rows)


@resolves("Connection.why")
def _why(found: Page, run: Run, args: Args) -> Any:
    return found.reason() if found.empty else None


@resolves("Connection.nodes")
def _nodes(found: Page, run: Run, args: Args) -> Any:
    return [edge["node"] for edge in found.edges]


properties("Edge", "cursor", "node")


# One


@resolves("Query.node")
def _node(root: None, run: Run, args: Args) -> Any:
    return run.graph.node(args["id"])


@resolves("Query.nodes")
def _some(root: None, run: Run, args: Args) -> Any:
    ids = args["ids"]
    if len(ids) > 100:
        raise FixInput(f"{len(ids)} ids are too many.", "Give 100 at most.")
    return [run.graph.node(ident) for ident in ids]


def _by_id(name: str, label: str) -> None:
    resolves(f"Query.{name}")(lambda _, run, args: run.graph.node(args["id"], label))


_by_id("article", "Article")
_by_id("event", "Event")
_by_id("quote", "Quote")


def only(run: Run, name: str, *labels: str) -> Node | None:
    """The only one who answers to a name."""
    found = words.answering(run.graph, name, *labels)
    if len(found) > 1:
        candidates = [
            {"id": n.id, "name": n.get("name") or "", "hint": ", ".join((n.get("aliases") or [])[:3])} for n in found
        ]
        raise Ambiguous(f'{len(found)} answer to "{name}".', "Ask by the id of one of the candidates.", candidates)
    return found[0] if found else None


def _by_name_or_id(name: str, label: str) -> None:
    @resolves(f"Query.{name}")
    def resolve(root: None, run: Run, args: Args) -> Any:
        if (args["id"] is None) == (args["name"] is None):
            raise FixInput("One of id and name is wanted.", "Give either.")
        return run.graph.node(args["id"], label) if args["name"] is None else only(run, args["name"], label)


_by_name_or_id("person", "Person")
_by_name_or_id("organisation", "Organisation")
_by_name_or_id("place", "Place")


# Many


@resolves("Query.quotes")
def _quotes(root: None, run: Run, args: Args) -> Any:
    return choose.quote_page(run, args)


@resolves("Query.events")
def _events(root: None, run: Run, args: Args) -> Any:
    return choose.root_events(run, args)


@resolves("Query.relationships")
def _relationships(root: None, run: Run, args: Args) -> Any:
    return choose.root_relationships(run, args)


@resolves("Query.claims")
def _claims(root: None, run: Run, args: Args) -> Any:
    return choose.root_claims(run, args)


@resolves("Query.articles")
def _articles(root: None, run: Run, args: Args) -> Any:
    return choose.article_page(run, args)


def _by_name(field: str, label: str) -> None:
    resolves(f"Query.{field}")(lambda _, run, args: choose.named_page(run, args, label))


_by_name("people", "Person")
_by_name("organisations", "Organisation")
_by_name("places", "Place")


# Search

_INDEXES = {
    "entity_names": ENTITIES, "event_labels": ("Event",), "quote_text": ("Quote",), "article_text": ("Article",),
}  # fmt: skip


@resolves("Query.search")
def _search(root: None, run: Run, args: Args) -> Any:
    """Each index's scores are divided by its best, of those whose type is asked for. There are no vectors here, so that
    words alone are searched by both ways.
    """
    asked = pages.asked(args, "score", run.most)
    if args["by"] == "meaning":
        raise FixInput("Nothing here knows what words mean.", "Search by words, or run with NEWSGRAPH_VECTORS=true.")
    query = words.lucene_all(args["query"].split())
    hits = []
    for index, labels in _INDEXES.items():
        wanted = [label for label in labels if not args["types"] or label in args["types"]]
        found = [(node, score) for node, score in run.graph.find_words(index, query)[:1000] if node.label in wanted]
        best = max((score for _, score in found), default=1.0)
        hits += [(node, score / best) for node, score in found]

    def reason() -> Any:
        nothing = choose.why_nothing(run.graph, asked.turned)
        return nothing if nothing["code"] != "NOTHING_FOUND" else choose.why_no_name(run.graph, args["query"])

    made = page(asked, hits, lambda hit: (hit[1], hit[0].id), reason)
    for edge in made.edges:
        edge["node"], edge["score"] = edge["node"]
    return made


properties("Hit", "cursor", "score", "node")


@resolves("Hit.reason")
def _reason(hit: dict[str, Any], run: Run, args: Args) -> Any:
    return "words"


@resolves("Query.suggest")
def _suggest(root: None, run: Run, args: Args) -> Any:
    """Names with all of the words, of which the last may be begun only; then such as are spelt nearly so."""
    if not 0 <= args["first"] <= run.most:
        raise FixInput(f"first: {args['first']} is no number of names.", f"Give a number from 0 to {run.most}.")
    tokens = words.tokens(args["name"])
    begun = " ".join([f"+{token}" for token in tokens[:-1]] + [f"+{token}*" for token in tokens[-1:]])
    near = " ".join(f"{token}~" for token in tokens if len(token) > 2)
    found: dict[Node, tuple[int, float]] = {}
    for way, query in enumerate((begun, near)):
        for node, score in run.graph.find_words("entity_names", query)[:100]:
            if node.label in (args["types"] or choose.NAMED):
                first, best = found.get(node, (way, score))
                found[node] = first, max(best, score)
    return sorted(found, key=lambda n: (found[n][0], -found[n][1], len(n.names[0]), n.names[0], n.id))[: args["first"]]
