"""Quotes, articles, events, figures, mentions, claims, relationships, roles, evidence."""

from __future__ import annotations

from typing import Any

from tests.api.reference.evidence import Evidence, evidence, utf16
from tests.api.reference.fields import Run, down, once, properties, resolves, up
from tests.api.reference.model import ENTITIES, Link, Node

Args = dict[str, Any]

properties(
    "Quote", "id", "text", "kind", "saidOn", "saidPrecision", "cue", "medium", "confidence", "polarity", "speechAct"
)
properties("Article", "id")
properties("Event", "id", "type", "date", "dateEnd", "datePrecision", "status")
properties("Figure", "id", "kind", "low", "high", "unit", "verified", "words")
properties("Claim", "id", "type", "verb", "polarity", "modality")
properties("Relationship", "id", "verb", "on", "confidence")
properties("Mention", "name", "title")
properties("Participant", "role")
properties("About", "basis", "score")
properties("Evidence", "start", "end", "sentence", "confidence")
properties("Why", "code", "message", "suggestions")
properties("PageInfo", "hasNextPage", "hasPreviousPage", "startCursor", "endCursor")


# Quotes


@resolves("Quote.sourceWords")
def _source_words(quote: Node, run: Run, args: Args) -> Any:
    return quote.get("source")


@resolves("Quote.speakers")
def _speakers(quote: Node, run: Run, args: Args) -> Any:
    return [node for _, node in once(_said(quote, run))]


@resolves("Quote.speaker")
def _speaker(quote: Node, run: Run, args: Args) -> Any:
    return next((node for _, node in _said(quote, run, whole=False)), None)


def _said(quote: Node, run: Run, *, whole: bool = True) -> list[tuple[Link, Node]]:
    return run.linked(quote, "SAID", lambda r, m: (up(r.get("start")), m.id), outgoing=False, whole=whole)


@resolves("Quote.addressees")
def _addressees(quote: Node, run: Run, args: Args) -> Any:
    return [node for _, node in once(run.linked(quote, "ADDRESSED_TO", lambda _, m: m.id, outgoing=True))]


@resolves("Quote.about")
def _about(quote: Node, run: Run, args: Args) -> Any:
    return [
        link for link, _ in once(run.linked(quote, "ABOUT", lambda r, m: (down(r.get("score")), m.id), outgoing=True))
    ]


@resolves("Quote.article", "Claim.article")
def _article_of(node: Node, run: Run, args: Args) -> Any:
    found = _in(node, run)
    return found[0].end if found else None


@resolves("Quote.evidence")
def _quote_evidence(quote: Node, run: Run, args: Args) -> Any:
    pieces = list(zip(quote.get("starts") or (), quote.get("ends") or (), strict=True))
    return [
        Evidence(link.get("article"), start, end, link.get("sentence") or "", link.get("confidence"))
        for link in _in(quote, run)[:1]
        for start, end in pieces or [(link.get("start"), link.get("end"))]
    ]


def _in(node: Node, run: Run) -> list[Link]:
    return [link for link, _ in run.linked(node, "IN", lambda _, m: m.id, outgoing=True)]


@resolves("About.node")
def _about_node(about: Link, run: Run, args: Args) -> Any:
    return about.end


@resolves("About.evidence", "Participant.evidence", "Mention.evidence", "Relationship.evidence")
def _link_evidence(link: Link, run: Run, args: Args) -> Any:
    return evidence([link])


# Articles


@resolves("Article.headline")
def _headline(article: Node, run: Run, args: Args) -> Any:
    return article.get("headline") or ""


@resolves("Article.text")
def _text(article: Node, run: Run, args: Args) -> Any:
    return article.get("text") or ""


def _or_null(name: str) -> None:
    resolves(f"Article.{name}")(lambda article, _run, _args: article.get(name) or None)


for _name in ("byline", "url", "source", "published", "language", "reader", "note"):
    _or_null(_name)


@resolves("Article.publishedAt")
def _published_at(article: Node, run: Run, args: Args) -> Any:
    return article.get("published_at") or None


@resolves("Article.corrects")
def _corrects(article: Node, run: Run, args: Args) -> Any:
    return [m for _, m in run.linked(article, "CORRECTS", lambda _, m: m.id, outgoing=True)]


@resolves("Article.correctedBy")
def _corrected_by(article: Node, run: Run, args: Args) -> Any:
    return [m for _, m in run.linked(article, "CORRECTS", lambda _, m: m.id, outgoing=False)]


@resolves("Article.copyOf")
def _copy_of(article: Node, run: Run, args: Args) -> Any:
    found = run.linked(article, "COPY_OF", lambda _, m: m.id, outgoing=True, whole=False)
    return found[0][1] if found else None


# Events and figures


@resolves("Event.label")
def _label(event: Node, run: Run, args: Args) -> Any:
    return event.get("label") or ""


@resolves("Event.dateWords")
def _date_words(event: Node, run: Run, args: Args) -> Any:
    return event.get("date_words") or None


@resolves("Event.confidence")
def _event_confidence(event: Node, run: Run, args: Args) -> Any:
    sure = [report.get("confidence") for report in event.out["REPORTED_IN"]]
    return max((each for each in sure if each is not None), default=None)


@resolves("Event.places")
def _event_places(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(
        event, "TOOK_PLACE_IN", lambda r, m: (up(r.get("article")), up(r.get("start")), m.id), outgoing=True
    )
    return [place for _, place in once(found)]


@resolves("Event.participants")
def _participants(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(
        event, "TOOK_PART_IN", lambda r, m: (up(r.get("article")), up(r.get("start")), m.id), outgoing=False
    )
    return [link for link, _ in found]


@resolves("Participant.entity")
def _participant(link: Link, run: Run, args: Args) -> Any:
    return link.start


@resolves("Event.figures")
def _figures(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(event, "HAS_FIGURE", lambda r, _: (up(r.get("article")), up(r.get("start"))), outgoing=True)
    return [figure for _, figure in found]


@resolves("Event.partOf")
def _part_of(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(event, "PART_OF", lambda _, m: m.id, outgoing=True, whole=False)
    return found[0][1] if found else None


@resolves("Event.parts")
def _parts(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(event, "PART_OF", lambda _, m: (up(m.get("day")), m.id), outgoing=False)
    return [part for _, part in once(found)]


@resolves("Event.evidence")
def _event_evidence(event: Node, run: Run, args: Args) -> Any:
    found = run.linked(event, "REPORTED_IN", lambda r, m: (up(m.get("day")), m.id, up(r.get("start"))), outgoing=True)
    return evidence(link for link, _ in found)


@resolves("Figure.accordingTo")
def _given_by(figure: Node, run: Run, args: Args) -> Any:
    return [m for _, m in run.linked(figure, "ACCORDING_TO", lambda _, m: m.id, outgoing=True)]


@resolves("Figure.event")
def _figure_event(figure: Node, run: Run, args: Args) -> Any:
    found = run.linked(figure, "HAS_FIGURE", lambda _, m: m.id, outgoing=False, whole=False)
    return found[0][1] if found else None


@resolves("Figure.evidence")
def _figure_evidence(figure: Node, run: Run, args: Args) -> Any:
    return evidence(link for link, _ in run.linked(figure, "HAS_FIGURE", lambda _, m: m.id, outgoing=False))


# Mentions


@resolves("Mention.count")
def _count(mention: Link, run: Run, args: Args) -> Any:
    return len(mention.get("starts") or ()) or 1


@resolves("Mention.entity")
def _mentioned(mention: Link, run: Run, args: Args) -> Any:
    return mention.end


@resolves("Mention.article")
def _mentioned_in(mention: Link, run: Run, args: Args) -> Any:
    return run.graph.node(mention.get("article"), "Article")


# Claims


def _claim_end(name: str, type_: str) -> None:
    def resolve(claim: Node, run: Run, args: Args) -> Any:
        found = run.linked(claim, type_, lambda _, m: m.id, outgoing=True, whole=False)
        return found[0][1] if found else None

    resolves(f"Claim.{name}")(resolve)


_claim_end("subject", "SUBJECT")
_claim_end("object", "OBJECT")
_claim_end("madeBy", "MADE_BY")


@resolves("Claim.on")
def _claim_on(claim: Node, run: Run, args: Args) -> Any:
    found = _in(claim, run)
    return found[0].get("on") if found else None


@resolves("Claim.evidence")
def _claim_evidence(claim: Node, run: Run, args: Args) -> Any:
    return evidence(_in(claim, run))


# Relationships


@resolves("Relationship.type")
def _relationship_type(link: Link, run: Run, args: Args) -> Any:
    return link.type


@resolves("Relationship.subject")
def _relationship_subject(link: Link, run: Run, args: Args) -> Any:
    return link.start


@resolves("Relationship.object")
def _relationship_object(link: Link, run: Run, args: Args) -> Any:
    return link.end


@resolves("Relationship.accordingTo")
def _according_to(link: Link, run: Run, args: Args) -> Any:
    return run.graph.node(link.get("according_to"), *ENTITIES)


@resolves("Relationship.quote")
def _in_quote(link: Link, run: Run, args: Args) -> Any:
    return run.graph.node(link.get("quote"), "Quote")


# Evidence


@resolves("Evidence.article")
def _evidence_article(place: Evidence, run: Run, args: Args) -> Any:
    return place.article(run.graph)


@resolves("Evidence.text")
def _evidence_text(place: Evidence, run: Run, args: Args) -> Any:
    article = place.article(run.graph)
    return article.get("text")[place.start : place.end] if article and place.end is not None else None


@resolves("Evidence.utf16Start")
def _utf16_start(place: Evidence, run: Run, args: Args) -> Any:
    return utf16(place.article(run.graph), place.start)


@resolves("Evidence.utf16End")
def _utf16_end(place: Evidence, run: Run, args: Args) -> Any:
    return utf16(place.article(run.graph), place.end)
