"""A small invented graph for the tests of reading: three articles about a strike of dockers.

Facts by hand, held against the model, written as they stand. Offsets are found in the texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import neo4j

from graph.facts import Facts, Link, Node, Value, short_id
from graph.found_by import found_by
from graph.model import Article
from graph.store import Store

FIRST = Article(
    id="https://news.example/strike",
    headline="Dockers and ports far apart \U0001f6a2",
    text=(
        "\U0001f6a2 SANDHAVEN (Wire) - Nothing in the talks points to a deal yet, "
        "the ports' spokesman Oleg Peskov said on Tuesday.\n\n"
        '"We see no movement," Peskov added. "The door stays open."\n\n'
        'Docker leader Ana Peskova accused Peskov of stalling. "The weather was kind at least," she said in '
        "Sandhaven.\n"
    ),
    published="2031-05-06",
    url="https://news.example/strike",
    source="Example Wire",
)
SECOND = Article(
    id="https://news.example/deal",
    headline="Deal in sight",
    text='Peskov met Peskova in Sandhaven. "The talks went well," Peskov said. A port official spoke of 12 injured.\n',
    published="2031-05-09",
    url="https://news.example/deal",
    source="Example Gazette",
)
UNREAD = Article(id="file:/tmp/unread.txt", headline="Nichts gelesen", text="Kein Wort.\n", published=None, source="")

PESKOV = ("Person", "person/oleg-peskov")
PESKOVA = ("Person", "person/ana-peskova")
UNION = ("Organisation", "organisation/union-of-ports")
SANDHAVEN = ("Place", "place/sandhaven")
COAST = ("Place", "place/eastern-coast")
OFFICIAL = ("Unnamed", "unnamed/00000000000000aa")
TALKS = ("Event", "event/talks-sandhaven-2031-05-06")


def day(article: Article) -> date | None:
    return date.fromisoformat(article.published) if article.published else None


def link(article: Article, kind: str, start: tuple[str, str], end: tuple[str, str], words: str, **more: Value) -> Link:
    """A relationship whose evidence is the first place of the words; the sentence is their line."""
    at = article.text.index(words)
    line = next(line for line in article.text.split("\n") if words in line)
    return Link(
        kind, short_id(kind, article.id, start, end, at), start, end,
        {
            "article": article.id, "start": at, "end": at + len(words), "sentence": line, "on": day(article),
            "confidence": 0.9, **more,
        },
    )  # fmt: skip


def quote(
    article: Article, speaker: tuple[str, str] | None, pieces: list[str], about: dict[tuple[str, str], str],
    *, kind: str = "direct", cue: str = "said", confidence: float = 0.9,
) -> tuple[Node, list[Link]]:  # fmt: skip
    """A quote with its SAID, ABOUT and IN."""
    starts = [article.text.index(p) for p in pieces]
    ends = [s + len(p) for s, p in zip(starts, pieces, strict=True)]
    ident = f"quote/{short_id(article.id, *starts)}"
    me = ("Quote", ident)
    node = Node(
        "Quote", ident,
        {
            "article": article.id, "text": " ".join(pieces), "kind": kind, "cue": cue, "source": "Peskov",
            "day": article.published or "",
            "said_on": day(article), "said_precision": "day", "polarity": "positive", "speech_act": "statement",
            "starts": starts, "ends": ends, "confidence": confidence,
        },
    )  # fmt: skip
    whole = article.text[starts[0] : ends[-1]]
    key: dict[str, Value] = {"speaker": speaker[1] if speaker else "", "day": article.published or "", "quote": ident}
    links = [link(article, "IN", me, ("Article", article.id), whole)]
    if speaker:
        links.append(link(article, "SAID", speaker, me, whole, **key))
    links += [
        link(article, "ABOUT", me, target, whole, **key, target=target[1], basis=basis, score=0.8)
        for target, basis in about.items()
    ]
    return node, links


def facts() -> list[Facts]:
    """All that the three articles say."""
    people = (
        Node("Person", PESKOV[1], {"name": "Oleg Peskov", "aliases": ["Peskov"]}),
        Node("Person", PESKOVA[1], {"name": "Ana Peskova", "aliases": ["Peskova"]}),
        Node("Organisation", UNION[1], {"name": "Union of Ports", "aliases": []}),
        Node("Place", SANDHAVEN[1], {
            "name": "Sandhaven", "kind": "city", "country": "XX", "latitude": 1.5, "longitude": 2.5,
        }),
        Node("Place", COAST[1], {"name": "Eastern Coast", "kind": "region", "country": "XX"}),
        Node("Event", TALKS[1], {
            "type": "Talks", "label": "talks in Sandhaven", "date": date(2031, 5, 6), "date_precision": "day",
            "date_words": "Tuesday", "status": "happened", "day": "2031-05-06",
        }),
    )  # fmt: skip
    lies = Link("LOCATED_IN", "", SANDHAVEN, COAST, {"source": "geonames"})
    one, two = FIRST, SECOND
    quotes = [
        quote(one, PESKOV, ["Nothing in the talks points to a deal yet"], {TALKS: "words"}, kind="indirect"),
        quote(
            one, PESKOV, ["We see no movement,", "The door stays open."], {TALKS: "context"}, cue="add", confidence=0.6
        ),
        quote(one, PESKOVA, ["The weather was kind at least,"], {}),
    ]
    first = Facts(
        one, "en", "test 1", "", (*people, *(n for n, _ in quotes)),
        (
            lies,
            *(each for _, links in quotes for each in links),
            link(one, "MENTIONS", ("Article", one.id), PESKOV, "Oleg Peskov", starts=[1, 2], ends=[3, 4],
                 name="Oleg Peskov"),
            link(one, "HOLDS_ROLE", PESKOV, UNION, "the ports' spokesman Oleg Peskov", title="spokesman"),
            link(one, "SPEAKS_FOR", PESKOV, UNION, "the ports' spokesman Oleg Peskov", title="spokesman"),
            link(one, "ACCUSED", PESKOVA, PESKOV, "Ana Peskova accused Peskov of stalling", verb="accuse"),
            link(one, "TOOK_PART_IN", PESKOV, TALKS, "Oleg Peskov", role="participant"),
            link(one, "TOOK_PLACE_IN", TALKS, SANDHAVEN, "Sandhaven"),
            link(one, "REPORTED_IN", TALKS, ("Article", one.id), "the talks", starts=[40], ends=[49]),
        ),
    )  # fmt: skip
    later = [quote(two, PESKOV, ["The talks went well,"], {TALKS: "words"})]
    figure = ("Figure", "figure/00000000000000bb")
    second = Facts(
        two, "en", "test 1", "",
        (
            *(n for n, _ in later),
            Node("Unnamed", OFFICIAL[1], {"article": two.id, "name": "A port official", "kind": "person"}),
            Node("Figure", figure[1], {
                "article": two.id, "kind": "injured", "low": 12, "high": 12, "verified": False, "words": "12",
            }),
        ),
        (
            *(each for _, links in later for each in links),
            link(two, "MET", PESKOV, PESKOVA, "Peskov met Peskova", verb="meet"),
            link(two, "REPORTED_IN", TALKS, ("Article", two.id), "The talks", starts=[34], ends=[43]),
            link(two, "HAS_FIGURE", TALKS, figure, "12 injured"),
            link(two, "ACCORDING_TO", figure, OFFICIAL, "A port official"),
            link(two, "HOLDS_ROLE", PESKOV, UNION, "Peskov met", title="Spokesman"),
        ),
    )  # fmt: skip
    return [first, second, Facts(UNREAD, "de", "", "The article is in another language.", (), ())]


def fill(store: Store, articles: Iterable[Facts] | None = None) -> None:
    """Write the facts as they stand: the tests of reading do not depend on how writing derives and merges."""
    for each in facts() if articles is None else articles:
        each.check()
        store.write(lambda transaction, each=each: _write(transaction, each))  # type: ignore[misc]  # a default argument


def _write(transaction: neo4j.ManagedTransaction, facts: Facts) -> None:
    article = facts.article
    properties = {
        "headline": article.headline, "text": article.text, "published": day(article), "day": article.published or "",
        "url": article.url, "source": article.source, "language": facts.language, "reader": facts.reader,
        "note": facts.note,
    }  # fmt: skip
    for node in (Node("Article", article.id, properties), *facts.nodes):
        entity = ":Entity" if node.label in ("Person", "Organisation", "Place", "Unnamed") else ""
        text = f"MERGE (n:{node.label} {{id: $id}}) SET n{entity or ':' + node.label} SET n += $properties"
        bears = {**node.properties, **found_by(node.label, node.properties)}
        transaction.run(text, id=node.id, properties=bears).consume()
    for each in facts.links:
        text = (
            f"MATCH (a:{each.start[0]} {{id: $start}}), (b:{each.end[0]} {{id: $end}}) "
            f"CREATE (a)-[r:{each.type}]->(b) SET r += $properties"
        )
        more = {"id": each.id} if each.id else {}
        transaction.run(
            text,
            start=each.start[1],
            end=each.end[1],
            properties={**dict(each.properties), **more},
        ).consume()
