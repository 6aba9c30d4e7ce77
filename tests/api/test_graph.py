"""Everything but quotes, and that no object costs a statement of its own."""

from __future__ import annotations

import pytest

from api.plan.run import Service
from graph.facts import Facts, Node
from graph.model import Article
from graph.reading.links import MOST
from graph.store import Store
from tests.api.conftest import Ask
from tests.newsroom import FIRST, OFFICIAL, PESKOV, PESKOVA, SECOND, TALKS, UNION, UNREAD, fill, link, quote

pytestmark = pytest.mark.store


def test_a_person_with_all_that_hangs_on_one(ask: Ask) -> None:
    data = ask(
        """{ person(name: "Oleg Peskov") {
          __typename id name aliases
          roles { title on since of { id } holder { id } evidence { start article { id } } }
          speaksFor { of { name } } memberOf { title }
          events { edges { node { id participants { role entity { id } } places { name within { name } } } } }
          mentions { edges { node { name count evidence { text } article { source } entity { id } } } }
          relationships(direction: into) { edges { node {
            type verb on subject { id } object { id } accordingTo { id } quote { id } evidence { text } } } }
        } }"""
    )
    assert data["person"] == {
        "__typename": "Person", "id": PESKOV[1], "name": "Oleg Peskov", "aliases": ["Peskov"],
        "roles": [
            {
                "title": "Spokesman", "on": "2031-05-09", "since": "2031-05-06", "of": {"id": UNION[1]},
                "holder": {"id": PESKOV[1]},
                "evidence": [
                    {"start": 0, "article": {"id": SECOND.id}},
                    {"start": FIRST.text.index("the ports'"), "article": {"id": FIRST.id}},
                ],
            }
        ],
        "speaksFor": [{"of": {"name": "Union of Ports"}}],
        "memberOf": [],
        "events": {
            "edges": [
                {
                    "node": {
                        "id": TALKS[1], "participants": [{"role": "participant", "entity": {"id": PESKOV[1]}}],
                        "places": [{"name": "Sandhaven", "within": [{"name": "Eastern Coast"}]}],
                    }
                }
            ]
        },
        "mentions": {
            "edges": [
                {
                    "node": {
                        "name": "Oleg Peskov", "count": 2, "evidence": [{"text": "Oleg Peskov"}],
                        "article": {"source": "Example Wire"}, "entity": {"id": PESKOV[1]},
                    }
                }
            ]
        },
        "relationships": {
            "edges": [
                {
                    "node": {
                        "type": "MET", "verb": "meet", "on": "2031-05-09", "subject": {"id": PESKOV[1]},
                        "object": {"id": PESKOVA[1]}, "accordingTo": None, "quote": None,
                        "evidence": [{"text": "Peskov met Peskova"}],
                    }
                },
                {
                    "node": {
                        "type": "ACCUSED", "verb": "accuse", "on": "2031-05-06", "subject": {"id": PESKOVA[1]},
                        "object": {"id": PESKOV[1]}, "accordingTo": None, "quote": None,
                        "evidence": [{"text": "Ana Peskova accused Peskov of stalling"}],
                    }
                },
            ]
        },
    }  # fmt: skip


def test_events_and_their_figures(ask: Ask) -> None:
    data = ask(
        """{ events(
            place: "Eastern Coast", about: "talks", type: [Talks], status: [happened], on: {until: "2031-12-31"}) {
          totalCount edges { node { type label date status evidence { article { id } text }
            figures { kind low verified accordingTo { id __typename } event { id } evidence { text } } } } } }"""
    )
    assert data["events"] == {
        "totalCount": 1,
        "edges": [
            {
                "node": {
                    "type": "Talks", "label": "talks in Sandhaven", "date": "2031-05-06", "status": "happened",
                    "evidence": [
                        {"article": {"id": FIRST.id}, "text": "the talks"},
                        {"article": {"id": SECOND.id}, "text": "The talks"},
                    ],
                    "figures": [
                        {
                            "kind": "injured", "low": 12, "verified": False, "event": {"id": TALKS[1]},
                            "accordingTo": [{"id": OFFICIAL[1], "__typename": "Unnamed"}],
                            "evidence": [{"text": "12 injured"}],
                        }
                    ],
                }
            }
        ],
    }  # fmt: skip


def test_articles_and_what_they_name(ask: Ask) -> None:
    data = ask(
        """{ articles(order: oldest) { edges { node { id published reader note } } }
        one: articles(source: "Example Wire") { edges { node { text
          mentions { edges { node { entity { __typename name } } } } events { edges { node { id } } } } } } }"""
    )
    assert [edge["node"] for edge in data["articles"]["edges"]] == [
        {"id": UNREAD.id, "published": None, "reader": None, "note": "The article is in another language."},
        {"id": FIRST.id, "published": "2031-05-06", "reader": "test 1", "note": None},
        {"id": SECOND.id, "published": "2031-05-09", "reader": "test 1", "note": None},
    ]
    assert data["one"]["edges"] == [
        {
            "node": {
                "text": FIRST.text,
                "mentions": {"edges": [{"node": {"entity": {"__typename": "Person", "name": "Oleg Peskov"}}}]},
                "events": {"edges": [{"node": {"id": TALKS[1]}}]},
            }
        }
    ]


def test_nodes_by_id_and_by_name(ask: Ask) -> None:
    data = ask(
        """query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } node(id: "person/nobody") { id }
          people { edges { node { name } } totalCount } organisations(name: "ports") { edges { node { id } } }
          place(name: "Sandhaven") { latitude longitude country eventsThere { totalCount } }
          nobody: people(name: "Nobody") { edges { node { id } } why { code } }
          search(query: "ports", types: [Organisation]) { edges { score node { id } } }
        }""",
        ids=[TALKS[1], "quote/none", FIRST.id, OFFICIAL[1]],
    )
    assert data == {
        "nodes": [
            {"__typename": "Event", "id": TALKS[1]}, None, {"__typename": "Article", "id": FIRST.id},
            {"__typename": "Unnamed", "id": OFFICIAL[1]},
        ],
        "node": None,
        "people": {"edges": [{"node": {"name": "Ana Peskova"}}, {"node": {"name": "Oleg Peskov"}}], "totalCount": 2},
        "organisations": {"edges": [{"node": {"id": UNION[1]}}]},
        "place": {"latitude": 1.5, "longitude": 2.5, "country": "XX", "eventsThere": {"totalCount": 1}},
        "nobody": {"edges": [], "why": {"code": "NO_SUCH_NAME"}},
        "search": {"edges": [{"score": 1.0, "node": {"id": UNION[1]}}]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what did Peskova say?", {"quotes": {"edges": [{"node": {"text": "The weather was kind at least,"}}]}}),
        ("who accused Peskov", {"relationships": {"edges": [{"node": {"subject": {"id": PESKOVA[1]}}}]}}),
        ("whom did Peskov accuse", {"relationships": {"edges": []}}),
        ("who met Peskova", {"relationships": {"edges": [{"node": {"subject": {"id": PESKOV[1]}}}]}}),
        ("who is Ana Peskova", {"entities": [{"id": PESKOVA[1]}]}),
        ("what happened in Sandhaven", {"events": {"edges": [{"node": {"label": "talks in Sandhaven"}}]}}),
        ("what happened on 7 May 2031", {"events": {"edges": []}}),
        ("what happened in May 2031", {"events": {"edges": [{"node": {"label": "talks in Sandhaven"}}]}}),
        ("what happened after 6 May 2031", {"events": {"edges": []}}),
        ("what did Peskov say since 7 May 2031", {"quotes": {"edges": [{"node": {"text": "The talks went well,"}}]}}),
        ("what did Peskova say between 1 and 5 May 2031", {"quotes": {"edges": []}}),
    ],
)
def test_plain_questions_are_answered(ask: Ask, question: str, answer: dict[str, object]) -> None:
    found = ask(
        """query ($q: String!) { ask(question: $q) { quotes { edges { node { text } } } entities { id }
          events { edges { node { label } } } relationships { edges { node { subject { id } } } } } }""",
        q=question,
    )["ask"]
    assert {name: value for name, value in found.items() if value is not None} == answer


EVERYTHING = """{ quotes(first: 100, about: "talks") { totalCount edges { node { text
  speakers { id name ... on Person { roles { title of { name } evidence { article { headline } } } }
    quotes(about: "talks", first: 3) { totalCount edges { node { id about { node { id } } } } }
    events { edges { node { places { within { name } } participants { entity { id } } evidence { utf16Start } } } }
    relationships { edges { node { subject { id } evidence { text } } } }
    mentions { edges { node { article { url } } } } }
  about { node { id ... on Event { figures { accordingTo { id } } quotes(first: 2) { edges { node { id } } } } } }
  evidence { article { headline quotes(first: 2) { edges { node { id } } } } text utf16Start } } } }
  people { edges { node { name quotes { edges { node { evidence { sentence } } } } } } } }"""


def test_more_objects_take_no_more_statements(execute: Ask, newsroom: Store) -> None:
    few = execute(EVERYTHING)
    many = []
    for i in range(12):
        article = FIRST.__class__(id=f"a{i}", text=f'"No talks today," said Oona Example{i}.\n', published=None)
        who = ("Person", f"person/oona-example{i}")
        said, links = quote(article, who, ["No talks today,"], {TALKS: "words"})
        person = Node("Person", who[1], {"name": f"Oona Example{i}", "aliases": []})
        role = link(article, "HOLDS_ROLE", who, UNION, "Oona", title="clerk")
        many.append(Facts(article, "en", "test 1", "", (person, said), (*links, role)))
    fill(newsroom, many)
    more = execute(EVERYTHING)
    assert few["errors"] == more["errors"] == []
    assert len(more["data"]["quotes"]["edges"]) == len(few["data"]["quotes"]["edges"]) + 12
    assert few["reads"] == more["reads"] == 1


def test_what_is_denied_is_a_claim_and_no_relationship(ask: Ask, newsroom: Store) -> None:
    article = Article(id="denial", text="Mara Quill denied that she met Theo Lunt.\n", published="2031-07-01")
    quill, lunt = ("Person", "person/mara-quill"), ("Person", "person/theo-lunt")
    claim = ("Claim", "claim/00000000000000cc")
    named = ((quill, "Mara Quill"), (lunt, "Theo Lunt"))
    people = [Node("Person", who[1], {"name": name, "aliases": []}) for who, name in named]
    node = Node("Claim", claim[1], {
        "article": article.id, "type": "MET", "verb": "meet", "polarity": "negative", "modality": "negated",
    })  # fmt: skip
    links = [
        link(article, kind, claim, end, "met Theo Lunt")
        for kind, end in (("IN", ("Article", article.id)), ("SUBJECT", quill), ("OBJECT", lunt), ("MADE_BY", quill))
    ]
    fill(newsroom, [Facts(article, "en", "test 1", "", (*people, node), tuple(links))])
    data = ask(
        """{ claims(type: [MET], modality: [negated], subject: "Quill", object: "Lunt", madeBy: "Quill") {
            totalCount edges { node { id type verb polarity modality on subject { id } object { id } madeBy { id }
              article { id } evidence { text sentence } } } }
          others: claims(subject: "Theo Lunt") { totalCount }
          article(id: "denial") { claims { totalCount } }
          people(name: "Quill") { edges { node {
            relationships { totalCount } claims { totalCount edges { node { id } } } } } }
          node(id: "claim/00000000000000cc") { __typename id } }"""
    )
    assert data == {
        "claims": {
            "totalCount": 1,
            "edges": [
                {
                    "node": {
                        "id": claim[1], "type": "MET", "verb": "meet", "polarity": "negative", "modality": "negated",
                        "on": "2031-07-01", "subject": {"id": quill[1]}, "object": {"id": lunt[1]},
                        "madeBy": {"id": quill[1]}, "article": {"id": "denial"},
                        "evidence": [{"text": "met Theo Lunt", "sentence": article.text.strip()}],
                    }
                }
            ],
        },
        "others": {"totalCount": 0},
        "article": {"claims": {"totalCount": 1}},
        "people": {
            "edges": [
                {
                    "node": {
                        "relationships": {"totalCount": 0},
                        "claims": {"totalCount": 1, "edges": [{"node": {"id": claim[1]}}]},
                    }
                }
            ]
        },
        "node": {"__typename": "Claim", "id": claim[1]},
    }  # fmt: skip


def test_a_list_that_is_cut_says_so(newsroom: Store, service: Service) -> None:
    article = Article(id="crowd", text="Everybody joined the Guild of Pilots.\n", published="2031-07-02")
    guild = ("Organisation", "organisation/guild-of-pilots")
    people = [Node("Person", f"person/pilot-{i}", {"name": f"Pilot {i}", "aliases": []}) for i in range(MOST + 1)]
    links = [link(article, "MEMBER_OF", ("Person", each.id), guild, "joined") for each in people]
    body = Node("Organisation", guild[1], {"name": "Guild of Pilots", "aliases": []})
    fill(newsroom, [Facts(article, "en", "test 1", "", (body, *people), tuple(links))])

    def run(ident: str) -> tuple[int, object]:
        operation = "query ($id: ID!) { organisation(id: $id) { members { holder { id } } } }"
        response = service.answer(newsroom, operation, {"id": ident}).response
        return len(response["data"]["organisation"]["members"]), response.get("extensions")

    assert run(guild[1]) == (MOST, {"cut": [{"path": ["organisation", "members"], "links": MOST}]})
    assert run(UNION[1]) == (0, None)
