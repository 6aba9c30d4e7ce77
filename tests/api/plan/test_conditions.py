"""What filters let through, each key by what is let through of a small graph."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from api.plan.conditions import keys_of
from api.plan.run import Service
from api.types.filters import (
    ArticleFilter,
    ClaimFilter,
    EntityFilter,
    EventFilter,
    QuoteFilter,
    RelationshipFilter,
)
from graph.facts import Facts, Node
from graph.model import Article
from graph.store import Store
from graph.testing import empty
from tests.newsroom import COAST, FIRST, PESKOV, PESKOVA, SECOND, TALKS, UNREAD, facts, fill, link

pytestmark = pytest.mark.store

MORE = Article(
    id="more", headline="More", text="Quill met Lunt, Peskov said. Quill denied that she accused Lunt.",
    published="2031-07-01", source="Third Paper",
)  # fmt: skip
QUILL, LUNT, VOTE = ("Person", "person/mara-quill"), ("Person", "person/theo-lunt"), ("Event", "event/vote")
DENIED, FEARED = ("Claim", "claim/00000000000000c1"), ("Claim", "claim/00000000000000c2")


def more() -> Facts:
    """Two people who met on somebody's word, two claims, and an event that no article reports."""
    said = "Quill denied that she accused Lunt"
    return Facts(
        MORE, "en", "test 1", "",
        (
            Node("Person", QUILL[1], {"name": "Mara Quill", "aliases": []}),
            Node("Person", LUNT[1], {"name": "Theo Lunt", "aliases": ["The Lunt"]}),
            Node("Event", VOTE[1], {"type": "Election", "label": "vote on the deal", "status": "planned", "day": ""}),
            Node("Claim", DENIED[1], {
                "article": MORE.id, "type": "ACCUSED", "polarity": "negative", "modality": "negated",
            }),
            Node("Claim", FEARED[1], {"article": MORE.id, "type": "MET", "modality": "hypothetical"}),
        ),
        (
            link(MORE, "MET", QUILL, LUNT, "Quill met Lunt", confidence=0.5, according_to=PESKOV[1]),
            link(MORE, "IN", DENIED, ("Article", MORE.id), said),
            link(MORE, "SUBJECT", DENIED, QUILL, said), link(MORE, "OBJECT", DENIED, LUNT, said),
            link(MORE, "MADE_BY", DENIED, QUILL, said),
            link(MORE, "IN", FEARED, ("Article", MORE.id), "Quill met", confidence=0.4),
            link(MORE, "SUBJECT", FEARED, LUNT, "Quill met"),
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def graph(newsgraph_store: Store) -> Store:
    empty(newsgraph_store)
    fill(newsgraph_store, [*facts(), more()])
    return newsgraph_store


Cases = dict[str, str]
"""Filters, and what each lets through, a letter for each; `-` for nothing."""

QUOTES: Cases = {
    "{}": "nmwk", "{kind: [indirect]}": "n", "{kind: [indirect, mixed]}": "n", "{kind: []}": "nmwk",
    "{kind: null}": "nmwk", "{speechAct: [statement, doubt]}": "nmwk", "{speechAct: [denial]}": "-",
    "{polarity: positive}": "nmwk", "{polarity: negative}": "-", '{saidOn: {on: "2031-05-09"}}': "k",
    '{saidOn: {until: "2031-05-06"}}': "nmw", '{saidOn: {since: "2031-05-06", until: "2031-05-08"}}': "nmw",
    '{saidOn: {on: "2031-05-09", since: "2031-05-01"}}': "k", '{saidOn: {on: "2031-05-09", until: "2031-05-08"}}': "-",
    "{saidOn: {}}": "nmwk", '{published: {since: "2031-05-07"}}': "k", '{text: {eq: "the talks WENT well,"}}': "k",
    '{text: {in: ["the TALKS went well,", "no"]}}': "k", "{text: {in: []}}": "-", '{text: {contains: "TALKS"}}': "nk",
    '{text: {startsWith: "THE"}}': "wk", '{text: {contains: "."}}': "m", '{words: "doors stay"}': "m",
    '{words: "the"}': "-", '{medium: {contains: ""}}': "-", '{not: {medium: {contains: ""}}}': "nmwk",
    '{cue: {eq: "Add"}}': "m", "{confidence: {min: 0.7}}": "nwk", "{confidence: {max: 0.6}}": "m",
    "{confidence: {min: 0.6, max: 0.6}}": "m", "{confidence: {}}": "nmwk", '{source: {eq: "example gazette"}}': "k",
    f'{{speakerId: ["{PESKOVA[1]}", "person/nobody"]}}': "w", "{speakerId: []}": "-",
    "{speakerType: [Person, Place]}": "nmwk", "{speakerType: [Unnamed]}": "-", f'{{aboutId: ["{TALKS[1]}"]}}': "nmk",
    "{or: []}": "-", "{and: []}": "nmwk", "{not: {}}": "-", "{or: [{}]}": "nmwk", "{not: {or: []}}": "nmwk",
    '{or: [{kind: [indirect]}, {cue: {eq: "add"}}]}': "nm",
    '{and: [{kind: [direct]}, {not: {source: {eq: "Example Wire"}}}]}': "k",
    f'{{not: {{or: [{{kind: [indirect]}}, {{aboutId: ["{TALKS[1]}"]}}]}}}}': "w",
    '{kind: [direct], cue: {eq: "said"}, or: [{confidence: {max: 0.5}}, {words: "talks"}]}': "k",
}  # fmt: skip
ARTICLES: Cases = {
    '{published: {since: "2031-05-07"}}': "sm", '{published: {until: "2031-12-31"}}': "fsm",
    '{not: {published: {until: "2031-12-31"}}}': "u", '{source: {startsWith: "example"}}': "fs",
    '{headline: {contains: "GELESEN"}}': "u", '{headline: {contains: "\U0001f6a2"}}': "f",
    '{byline: {contains: "a"}}': "-", '{not: {byline: {contains: "a"}}}': "fsum", '{language: ["de", "fr"]}': "u",
    "{language: []}": "fsum", f'{{mentionsId: ["{PESKOV[1]}"]}}': "f",
    f'{{not: {{mentionsId: ["{PESKOV[1]}"]}}, language: ["en"]}}': "sm",
}  # fmt: skip
EVENTS: Cases = {
    "{type: [Talks]}": "t", "{type: [Talks, Election]}": "tv", "{status: [planned]}": "v",
    '{on: {since: "2000-01-01"}}': "t",
    '{not: {on: {since: "2000-01-01"}}}': "v", '{label: {contains: "VOTE"}}': "v", "{confidence: {min: 0.5}}": "t",
    "{not: {confidence: {min: 0.5}}}": "v", "{confidence: {}}": "tv", '{source: {eq: "Example Gazette"}}': "t",
    '{source: {eq: "Third Paper"}}': "-", f'{{participantId: ["{PESKOV[1]}"]}}': "t",
    '{figure: ["injured", "killed"]}': "t", '{figure: ["killed"]}': "-", f'{{placeId: ["{COAST[1]}"]}}': "t",
}  # fmt: skip
PEOPLE: Cases = {
    '{name: {contains: "PESK"}}': "oa", '{name: {eq: "the lunt"}}': "l", '{not: {name: {startsWith: "mara"}}}': "oal",
    '{mentionedIn: {source: {eq: "Example Wire"}}}': "o", "{mentionedIn: {}}": "o", "{not: {mentionedIn: {}}}": "aql",
    '{mentionedIn: {not: {published: {since: "2031-01-01"}}}}': "-",
    f'{{mentionedIn: {{or: [{{mentionsId: ["{PESKOV[1]}"]}}, {{language: ["de"]}}]}}}}': "o",
    "{quoted: true}": "oa", "{quoted: false}": "ql", '{country: ["XX"]}': "-", '{not: {country: ["XX"]}}': "oaql",
}  # fmt: skip
RELATIONSHIPS: Cases = {
    "{type: [MET]}": "mq", "{type: [ACCUSED, DETAINED]}": "a", '{on: {on: "2031-05-06"}}': "a",
    '{on: {since: "2031-05-07"}}': "mq", '{verb: {eq: "ACCUSE"}}': "a", '{not: {verb: {eq: "accuse"}}}': "mq",
    "{confidence: {max: 0.5}}": "q", f'{{subjectId: ["{PESKOVA[1]}"]}}': "a", f'{{objectId: ["{PESKOVA[1]}"]}}': "m",
    "{attributed: true}": "q", "{attributed: false}": "am",
}  # fmt: skip
CLAIMS: Cases = {
    "{type: [ACCUSED]}": "d", "{modality: [hypothetical, attributed]}": "f", "{polarity: negative}": "d",
    "{not: {polarity: negative}}": "f", "{confidence: {min: 0.5}}": "d", f'{{subjectId: ["{LUNT[1]}"]}}': "f",
    f'{{objectId: ["{LUNT[1]}"]}}': "d", f'{{madeById: ["{QUILL[1]}"]}}': "d",
    f'{{not: {{madeById: ["{QUILL[1]}"]}}}}': "f",
}  # fmt: skip
Letter = Callable[[dict[str, Any]], str]


def by(**letters: str) -> Letter:
    """A letter by what is selected of an object: a word of it, or its id."""
    return lambda node: next(
        letter
        for letter, has in letters.items()
        if has in (*node.values(), str(next(iter(node.values()))).split(" ")[0])
    )


@pytest.mark.parametrize(
    ("field", "selected", "filter_", "cases", "letter"),
    [
        ("quotes", "text", QuoteFilter, QUOTES, by(n="Nothing", m="We", w="The weather was kind at least,",
                                                   k="The talks went well,")),
        ("articles", "id", ArticleFilter, ARTICLES, by(f=FIRST.id, s=SECOND.id, u=UNREAD.id, m=MORE.id)),
        ("events", "id", EventFilter, EVENTS, by(t=TALKS[1], v=VOTE[1])),
        ("people", "id", EntityFilter, PEOPLE, by(o=PESKOV[1], a=PESKOVA[1], q=QUILL[1], l=LUNT[1])),
        ("relationships", "evidence { text }", RelationshipFilter, RELATIONSHIPS,
         lambda node: {"Ana": "a", "Peskov": "m", "Quill": "q"}[node["evidence"][0]["text"].split()[0]]),
        ("claims", "id", ClaimFilter, CLAIMS, by(d=DENIED[1], f=FEARED[1])),
    ],
)  # fmt: skip
def test_each_key_lets_through_what_fits(
    graph: Store, service: Service, field: str, selected: str, filter_: type, cases: Cases, letter: Letter
) -> None:
    keys = {key for case in cases for key in re.findall(r"(\w+):", case)}
    assert set(keys_of(filter_)) <= keys, "each key has a case"
    asked = " ".join(f"a{i}: {field}(where: {case}) {{ nodes {{ {selected} }} }}" for i, case in enumerate(cases))
    response = service.answer(graph, f"{{ {asked} }}").response
    assert "errors" not in response
    through = {
        case: "".join(sorted(letter(node) for node in response["data"][f"a{i}"]["nodes"])) or "-"
        for i, case in enumerate(cases)
    }
    assert through == {case: "".join(sorted(letters)) for case, letters in cases.items()}


def test_filters_hold_wherever_a_page_hangs(graph: Store, service: Service) -> None:
    response = service.answer(
        graph,
        """query ($quotes: QuoteFilter, $events: EventFilter, $done: RelationshipFilter, $claims: ClaimFilter) {
          people(where: {quoted: true}) { nodes { name
            quotes(where: $quotes) { totalCount nodes { kind } } events(where: $events) { totalCount }
            relationships(where: $done) { totalCount } claims(where: $claims) { totalCount } } }
          articles(where: {source: {eq: "Third Paper"}}) { nodes { claims(where: $claims) { totalCount } } }
          places(where: {country: ["XX"]}) { nodes { name eventsThere(where: $events) { totalCount } } }
          organisations(where: {not: {country: ["XX"]}}) { nodes { name } } }""",
        {
            "quotes": {"kind": ["direct"]}, "events": {"not": {"status": ["planned"]}},
            "done": {"verb": {"eq": "meet"}}, "claims": {"modality": ["negated"]},
        },
    ).response  # fmt: skip

    def person(name: str, quotes: int, events: int) -> dict[str, Any]:
        return {
            "name": name, "quotes": {"totalCount": quotes, "nodes": [{"kind": "direct"}] * quotes},
            "events": {"totalCount": events}, "relationships": {"totalCount": 1}, "claims": {"totalCount": 0},
        }  # fmt: skip

    assert response == {
        "data": {
            "people": {"nodes": [person("Ana Peskova", 1, 0), person("Oleg Peskov", 2, 1)]},
            "articles": {"nodes": [{"claims": {"totalCount": 1}}]},
            "places": {
                "nodes": [
                    {"name": "Eastern Coast", "eventsThere": {"totalCount": 1}},
                    {"name": "Sandhaven", "eventsThere": {"totalCount": 1}},
                ]
            },
            "organisations": {"nodes": [{"name": "Union of Ports"}]},
        }
    }
