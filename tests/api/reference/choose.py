"""Which quotes, events, relationships, claims … the arguments of a page ask for, and why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tests.api.reference import pages, words
from tests.api.reference.fields import Run
from tests.api.reference.filters import fits as fits_filter
from tests.api.reference.model import BOTH_WAYS, ENTITIES, Graph, Link, Node
from tests.api.reference.pages import Page, page, why
from tests.api.reference.relations import article_of, days, ends, events_in, starts

Args = dict[str, Any]
NAMED = ("Person", "Organisation", "Place")
MOST_WORDS = 8
NAME_CURSORS = {"ascending": "name", "descending": "name-descending"}
"""What the cursors of pages by name say."""


def one_of(chosen: Sequence[str] | None) -> Callable[[str | None], bool]:
    """Whether a value is among those chosen; none chosen is no condition."""
    return lambda value: not chosen or value in chosen


def sure(args: Args) -> Callable[[float | None], bool]:
    """Whether a confidence is as high as is asked for."""
    least = args.get("minConfidence")
    return lambda confidence: least is None or (confidence is not None and confidence >= least)


def from_source(articles: Iterable[Node | None], source: str | None) -> bool:
    return source is None or any(article and article.get("source") == source for article in articles)


def named(run: Run, name: str | None, *labels: str) -> list[str] | None:
    """Ids of those who answer to a name; None where none is given."""
    return None if name is None else [node.id for node in words.answering(run.graph, name, *labels)]


# Reasons


def why_nothing(graph: Graph, turned: bool) -> dict[str, Any]:
    if turned:
        return why("END", "There is nothing on that side of the cursor.")
    articles = graph.all("Article")
    if not articles:
        return why("NO_ARTICLE", "The graph holds no article yet.")
    if not any(article.get("reader") for article in articles):
        return why("NO_ARTICLE_READ", "None of the articles in the graph could be read.")
    return why("NOTHING_FOUND", "Nothing fits all that was asked for.")


def why_no_name(graph: Graph, name: str, labels: tuple[str, ...] = NAMED) -> dict[str, Any]:
    near = words.nearly(graph, name, labels)
    hint = f" Did you mean {near[0]}?" if near else ""
    return why("NO_SUCH_NAME", f'Nobody and nothing answers to "{name}".{hint}', near)


def why_nobody(run: Run, turned: bool, *given: tuple[str | None, list[str] | None]) -> dict[str, Any]:
    """The reason of a page that was asked for with names: the first to whom nobody answers."""
    reason = why_nothing(run.graph, turned)
    if reason["code"] == "NOTHING_FOUND":
        for name, found in given:
            if name is not None and not found:
                return why_no_name(run.graph, name)
    return reason


# Quotes


def day_and_id(node: Node) -> tuple[str, str]:
    return node.get("day") or "", node.id


def quote_page(
    run: Run, args: Args, *, speakers: list[str] | None = None, about: list[str] | None = None,
    article: Node | None = None,
) -> Page:  # fmt: skip
    """A page of quotes. `speakers`, `about`: ids that the object itself asks for."""
    asked = pages.asked(args, args["order"], run.most)
    by_name, to = named(run, args.get("speaker")), named(run, args.get("to"))
    given = speakers if speakers is not None else [args["speakerId"]] if args.get("speakerId") else None
    said_by = by_name if given is None else given if by_name is None else [s for s in by_name if s in given]
    targets = about if about is not None else [args["aboutId"]] if args.get("aboutId") else None
    own: list[str] = []
    topic = args.get("about")
    if topic is not None:
        meant = words.topic(run.graph, topic)
        targets, own = [*(targets or ()), *meant.ids], meant.stems

    def fitting(targets: list[str] | None, own: list[str]) -> list[Node]:
        return [
            quote
            for quote in run.graph.all("Quote")
            if quote_fits(quote, args)
            and fits_filter(run.graph, "Quote", quote, args.get("where"))
            and (article is None or article_of(quote) is article)
            and (said_by is None or starts(quote.into["SAID"]) & set(said_by))
            and (targets is None or ends(quote.out["ABOUT"]) & set(targets) or words.has(quote, own))
            and (to is None or ends(quote.out["ADDRESSED_TO"]) & set(to))
            and not (args.get("others") and starts(quote.into["SAID"]) & set(targets or ()))
        ]

    def reason() -> dict[str, Any]:
        found = why_nothing(run.graph, asked.turned)
        if found["code"] != "NOTHING_FOUND":
            return found
        speaker = args.get("speaker")
        for name, answer in ((speaker, said_by), (args.get("to"), to)):
            if name is not None and not answer:
                return why_no_name(run.graph, name)
        if topic is None:
            return why("NOTHING_SAID", "No quote fits all that was asked for.")
        line = f'No quote was found that "{speaker}" has said about' if speaker else "Nothing was said about"
        found = why("NOTHING_SAID", f'{line} "{topic}", as far as the other conditions go.')
        alone = list(dict.fromkeys(words.topic_tokens(topic)))
        if 2 <= len(alone) <= MOST_WORDS and not words.is_id(topic):
            some = []
            for word in alone:
                meant = words.topic(run.graph, word)
                base = about if about is not None else [args["aboutId"]] if args.get("aboutId") else []
                if fitting([*base, *meant.ids], meant.stems):
                    some.append(word)
            if some:
                found["suggestions"] = some
                found["message"] += " There is something about " + " and about ".join(f'"{w}"' for w in some) + "."
        return found

    return page(asked, fitting(targets, own), day_and_id, reason)


def quote_fits(quote: Node, args: Args) -> bool:
    return (
        one_of(args.get("kind"))(quote.get("kind"))
        and days(args.get("saidOn"))(quote.get("said_on"))
        and days(args.get("day"))(quote.get("day"))
        and from_source([article_of(quote)], args.get("source"))
        and one_of(args.get("speechAct"))(quote.get("speech_act"))
        and sure(args)(quote.get("confidence"))
    )


# Events


def event_page(
    run: Run, args: Args, events: Iterable[Node], reason: Callable[[], dict[str, Any]] | None = None,
    asked: pages.Asked | None = None,
) -> Page:  # fmt: skip
    """A page of those among these events that fit."""
    asked = asked or pages.asked(args, args["order"], run.most)
    found = {
        event.id: event
        for event in events
        if event_fits(event, args) and fits_filter(run.graph, "Event", event, args.get("where"))
    }
    return page(asked, found.values(), day_and_id, reason)


def event_fits(event: Node, args: Args) -> bool:
    """An event is as sure as the surest article that reports it."""
    reports = event.out["REPORTED_IN"]
    return (
        one_of(args.get("type"))(event.get("type"))
        and one_of(args.get("status"))(event.get("status"))
        and days(args.get("on"))(event.get("day"))
        and (args.get("minConfidence") is None or any(sure(args)(r.get("confidence")) for r in reports))
        and from_source((r.end for r in reports), args.get("source"))
    )


def root_events(run: Run, args: Args) -> Page:
    asked = pages.asked(args, args["order"], run.most)
    place, participant, about = (args.get(name) for name in ("place", "participant", "about"))
    places, people = named(run, place, "Place"), named(run, participant)
    events = run.graph.all("Event")
    if places is not None:
        events = events_in(run.graph.nodes[ident] for ident in places)
    if people is not None:
        events = [event for event in events if starts(event.into["TOOK_PART_IN"]) & set(people)]
    if about is not None:
        meant = words.topic(run.graph, about).ids
        events = [event for event in events if event.id in meant]
    return event_page(
        run, args, events, lambda: why_nobody(run, asked.turned, (place, places), (participant, people)), asked
    )


# Relationships


def link_day_and_id(link: Link) -> tuple[str, str]:
    return link.get("on") or "", link.get("id")


def relationship_page(
    run: Run, args: Args, fits: Callable[[Link], bool], reason: Callable[[], dict[str, Any]] | None = None,
    asked: pages.Asked | None = None,
) -> Page:  # fmt: skip
    """A page of the direct relationships that fit."""
    asked = asked or pages.asked(args, args["order"], run.most)
    found = [
        link
        for link in run.graph.direct
        if one_of(args.get("type"))(link.type)
        and days(args.get("on"))(link.get("on"))
        and sure(args)(link.get("confidence"))
        and fits_filter(run.graph, "Relationship", link, args.get("where"))
        and fits(link)
    ]
    return page(asked, found, link_day_and_id, reason)


def leads(link: Link, ident: str, direction: str) -> bool:
    """Whether a relationship leads from or to somebody; what goes both ways leads both ways."""
    from_it, to_it = link.start.id == ident, link.end.id == ident
    if direction == "both" or link.type in BOTH_WAYS:
        return from_it or to_it
    return from_it if direction == "out" else to_it


def root_relationships(run: Run, args: Args) -> Page:
    asked = pages.asked(args, args["order"], run.most)
    subject, object_ = args.get("subject"), args.get("object")
    subjects, objects = named(run, subject), named(run, object_)

    def fits(link: Link) -> bool:
        ways = [(link.start.id, link.end.id)]
        if link.type in BOTH_WAYS:
            ways.append((link.end.id, link.start.id))
        return any(
            (subjects is None or one in subjects) and (objects is None or other in objects) for one, other in ways
        )

    return relationship_page(
        run, args, fits, lambda: why_nobody(run, asked.turned, (subject, subjects), (object_, objects)), asked
    )


# Claims


def claim_page(
    run: Run, args: Args, fits: Callable[[Node], bool], reason: Callable[[], dict[str, Any]] | None = None,
    asked: pages.Asked | None = None,
) -> Page:  # fmt: skip
    asked = asked or pages.asked(args, args["order"], run.most)
    found = [
        claim
        for claim in run.graph.all("Claim")
        if claim.out["IN"]
        and one_of(args.get("type"))(claim.get("type"))
        and one_of(args.get("modality"))(claim.get("modality"))
        and sure(args)(claim.out["IN"][0].get("confidence"))
        and days(args.get("on"))(claim.out["IN"][0].get("on"))
        and fits_filter(run.graph, "Claim", claim, args.get("where"))
        and fits(claim)
    ]
    return page(asked, found, lambda claim: (claim.out["IN"][0].get("on") or "", claim.id), reason)


def root_claims(run: Run, args: Args) -> Page:
    asked = pages.asked(args, args["order"], run.most)
    kinds = {"subject": ("SUBJECT",), "object": ("OBJECT",), "madeBy": ("MADE_BY",), "about": ("SUBJECT", "OBJECT")}
    given = {name: named(run, args.get(name)) for name in kinds}

    def fits(claim: Node) -> bool:
        return all(
            found is None or any(ends(claim.out[type_]) & set(found) for type_ in kinds[name])
            for name, found in given.items()
        )

    return claim_page(
        run, args, fits, lambda: why_nobody(run, asked.turned, *((args.get(n), given[n]) for n in kinds)), asked
    )


# Mentions


def mention_page(run: Run, args: Args, links: Iterable[Link], order: str) -> Page:
    asked = pages.asked(args, order, run.most)
    found = [
        link
        for link in links
        if sure(args)(link.get("confidence"))
        and days(args.get("published"))(link.start.get("day"))
        and from_source([link.start], args.get("source"))
        and link.end.label in ENTITIES
    ]

    def key(link: Link) -> tuple[str, str]:
        return (link.end.names[0] if order == "name" else link.start.get("day") or ""), link.get("id")

    return page(asked, found, key)


# Articles, people, organisations, places


def article_page(run: Run, args: Args) -> Page:
    asked = pages.asked(args, args["order"], run.most)
    mentioned, about = named(run, args.get("mentions")), args.get("about")
    meant = None if about is None else words.in_articles(run.graph, about)
    found = [
        article
        for article in run.graph.all("Article")
        if days(args.get("published"))(article.get("day"))
        and from_source([article], args.get("source"))
        and (args.get("language") is None or article.get("language") == args["language"])
        and (mentioned is None or ends(article.out["MENTIONS"]) & set(mentioned))
        and (meant is None or article in meant)
        and fits_filter(run.graph, "Article", article, args.get("where"))
    ]
    return page(asked, found, day_and_id, lambda: why_nobody(run, asked.turned, (args.get("mentions"), mentioned)))


def named_page(run: Run, args: Args, label: str) -> Page:
    """All of a label by name, or those who answer to one."""
    order = args.get("order") or "ascending"
    asked = pages.asked(args, order, run.most, NAME_CURSORS[order])
    name = args.get("name")
    ids = named(run, name, label)
    found = [
        node
        for node in run.graph.all(label)
        if (ids is None or node.id in ids) and fits_filter(run.graph, "Entity", node, args.get("where"))
    ]

    def reason() -> dict[str, Any]:
        if name is None or asked.turned:
            return why_nothing(run.graph, asked.turned)
        return why_no_name(run.graph, name, (label,))

    return page(asked, found, lambda node: (node.names[0], node.id), reason, NAME_CURSORS[order])
