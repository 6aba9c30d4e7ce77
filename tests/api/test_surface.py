"""What can be asked beside quotes and objects: counts, periods, neighbours, ways, names, and pages in both orders."""

from __future__ import annotations

import pytest

from graph.facts import Facts, Link, Node
from graph.model import Article
from graph.store import Store
from tests.api.conftest import Ask
from tests.newsroom import COAST, FIRST, PESKOV, PESKOVA, SANDHAVEN, SECOND, TALKS, UNION, UNREAD, fill, link, quote

pytestmark = pytest.mark.store

P, A = PESKOV[1], PESKOVA[1]


def test_facets_count_over_all_pages(ask: Ask) -> None:
    counts = "people { count node { id } } months { value count } sources { value count } kinds { value count }"
    data = ask(
        f"""{{ quotes(first: 1) {{ nodes {{ kind }}
            facets {{ {counts} organisations {{ count }} places {{ count }} }} }}
          some: quotes(speaker: "Peskov", where: {{kind: [direct]}}) {{ facets {{ {counts} }} }}
          events {{ facets {{ {counts} places {{ count node {{ __typename id }} }} }} }}
          articles {{ facets(first: 1) {{ {counts} }} }}
          none: quotes(speaker: "Nobody") {{ facets {{ {counts} }} }} }}"""
    )
    assert data == {
        "quotes": {
            "nodes": [{"kind": "direct"}],
            "facets": {
                "people": [{"count": 3, "node": {"id": P}}, {"count": 1, "node": {"id": A}}],
                "months": [{"value": "2031-05", "count": 4}],
                "sources": [{"value": "Example Wire", "count": 3}, {"value": "Example Gazette", "count": 1}],
                "kinds": [{"value": "direct", "count": 3}, {"value": "indirect", "count": 1}],
                "organisations": [], "places": [],
            },
        },
        "some": {
            "facets": {
                "people": [{"count": 2, "node": {"id": P}}], "months": [{"value": "2031-05", "count": 2}],
                "sources": [{"value": "Example Gazette", "count": 1}, {"value": "Example Wire", "count": 1}],
                "kinds": [{"value": "direct", "count": 2}],
            }
        },
        "events": {
            "facets": {
                "people": [{"count": 1, "node": {"id": P}}], "months": [{"value": "2031-05", "count": 1}],
                "sources": [{"value": "Example Gazette", "count": 1}, {"value": "Example Wire", "count": 1}],
                "kinds": [{"value": "Talks", "count": 1}],
                "places": [{"count": 1, "node": {"__typename": "Place", "id": SANDHAVEN[1]}}],
            }
        },
        "articles": {
            "facets": {
                "people": [{"count": 1, "node": {"id": P}}], "months": [{"value": "2031-05", "count": 2}],
                "sources": [{"value": "Example Gazette", "count": 1}], "kinds": [{"value": "en", "count": 2}],
            }
        },
        "none": {"facets": {"people": [], "months": [], "sources": [], "kinds": []}},
    }  # fmt: skip


def test_timelines_of_all_and_of_one(ask: Ask) -> None:
    data = ask(
        """{ timeline { start end articles quotes quotesAbout events }
          days: timeline(unit: day, days: {since: "2031-05-07"}) { start end articles quotes events }
          wire: timeline(unit: year, source: "Example Wire") { start end articles quotes events }
          empty: timeline(days: {on: "2031-05-07"}) { start }
          person(id: "person/oleg-peskov") { timeline(unit: day) { start articles quotes quotesAbout events } }
          place(name: "Eastern Coast") { timeline { start events articles } } }"""
    )
    assert data == {
        "timeline": [
            {"start": "2031-05-01", "end": "2031-05-31", "articles": 2, "quotes": 4, "quotesAbout": None, "events": 1}
        ],
        "days": [{"start": "2031-05-09", "end": "2031-05-09", "articles": 1, "quotes": 1, "events": 0}],
        "wire": [{"start": "2031-01-01", "end": "2031-12-31", "articles": 1, "quotes": 3, "events": 1}],
        "empty": [],
        "person": {
            "timeline": [
                {"start": "2031-05-06", "articles": 1, "quotes": 2, "quotesAbout": 0, "events": 1},
                {"start": "2031-05-09", "articles": 0, "quotes": 1, "quotesAbout": 0, "events": 0},
            ]
        },
        "place": {"timeline": [{"start": "2031-05-01", "events": 1, "articles": 0}]},
    }


def test_networks_of_those_who_are_quoted_together(ask: Ask) -> None:
    data = ask(
        """{ network(name: "Oleg Peskov", kind: quoted) { center { id } nodes { id } links {
            source { id } target { id } weight articles { id } } }
          mentioned: network(id: "person/oleg-peskov") { nodes { id } links { weight } }
          rare: network(name: "Peskova", kind: quoted, minWeight: 2) { center { name } nodes { id } }
          later: network(name: "Peskova", kind: quoted, days: {since: "2031-05-07"}) { nodes { id } }
          places: network(name: "Peskova", kind: quoted, types: [Place]) { nodes { id } }
          nobody: network(name: "Nobody") { center { id } } }"""
    )
    assert data == {
        "network": {
            "center": {"id": P}, "nodes": [{"id": P}, {"id": A}],
            "links": [{"source": {"id": P}, "target": {"id": A}, "weight": 1, "articles": [{"id": FIRST.id}]}],
        },
        "mentioned": {"nodes": [{"id": P}], "links": []},
        "rare": {"center": {"name": "Ana Peskova"}, "nodes": [{"id": A}]},
        "later": {"nodes": [{"id": A}]}, "places": {"nodes": [{"id": A}]}, "nobody": None,
    }  # fmt: skip


def test_a_path_with_the_evidence_of_each_step(ask: Ask) -> None:
    data = ask(
        """{ path(from: "Ana Peskova", to: "Eastern Coast", maxSteps: 6) { length }
          short: path(from: "place/sandhaven", to: "Oleg Peskov") { length nodes { __typename id }
            steps { type forward from { id } to { id } evidence { text } } }
          one: path(from: "Sandhaven", to: "Oleg Peskov", maxSteps: 1) { length }
          same: path(from: "Peskov", to: "Oleg Peskov") { length } nobody: path(from: "Peskov", to: "Nobody") { length }
          union: path(from: "Peskova", to: "Union of Ports") { length nodes { id } } }"""
    )
    assert data == {
        "path": None,
        "short": {
            "length": 2,
            "nodes": [
                {"__typename": "Place", "id": SANDHAVEN[1]}, {"__typename": "Event", "id": TALKS[1]},
                {"__typename": "Person", "id": P},
            ],
            "steps": [
                {
                    "type": "TOOK_PLACE_IN", "forward": False, "from": {"id": SANDHAVEN[1]}, "to": {"id": TALKS[1]},
                    "evidence": [{"text": "Sandhaven"}],
                },
                {
                    "type": "TOOK_PART_IN", "forward": False, "from": {"id": TALKS[1]}, "to": {"id": P},
                    "evidence": [{"text": "Oleg Peskov"}],
                },
            ],
        },
        "one": None, "same": {"length": 0}, "nobody": None,
        "union": {"length": 2, "nodes": [{"id": A}, {"id": P}, {"id": UNION[1]}]},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ('{ path(from: "Peskov", to: "Peskova", maxSteps: 7) { length } }', "maxSteps: 7 is none that can be used"),
        ('{ network(name: "Peskov", minWeight: 0) { nodes { id } } }', "minWeight: 0 is none that can be used"),
        ('{ network(name: "Peskov", first: 101) { nodes { id } } }', "first: 101 is none that can be used"),
        ("{ network { nodes { id } } }", "One of id and name is wanted"),
        ('{ suggest(name: "a", first: 1001) { id } }', "first: 1001 is no number of names"),
        ("{ quotes { facets(first: -1) { people { count } } } }", "first: -1 is no number of counts"),
        ("{ nodes(ids: [" + '"a" ' * 101 + "]) { id } }", "101 ids are too many"),
    ],
)
def test_numbers_have_their_bounds(execute: Ask, operation: str, message: str) -> None:
    (error,) = execute(operation)["errors"]
    assert (error["message"].split(". ")[0].rstrip("."), error["extensions"]["code"]) == (message, "BAD_INPUT")


def test_one_entity_by_what_it_is_known_by(ask: Ask, newsroom: Store) -> None:
    article = Article(id="mira", text="Port Mira.", published="2031-09-01")
    place = Node("Place", "place/port-mira", {"name": "Port Mira", "geonames": 4711, "wikidata": "Q42", "aliases": []})
    fill(
        newsroom,
        [Facts(article, "en", "test 1", "", (place,), (Link("LOCATED_IN", "", ("Place", place.id), COAST, {}),))],
    )
    data = ask(
        """query ($name: String!) { a: entity(by: {name: $name}) { __typename id }
          b: entity(by: {id: "place/port-mira"}) { ... on Place { name within { name } } }
          c: entity(by: {wikidata: "Q42"}) { id } d: entity(by: {geonames: 4711}) { id }
          e: entity(by: {wikidata: "Q1"}) { id } f: entity(by: {id: "event/talks-sandhaven-2031-05-06"}) { id } }""",
        name="Peskov",
    )
    assert data == {
        "a": {"__typename": "Person", "id": P}, "b": {"name": "Port Mira", "within": [{"name": "Eastern Coast"}]},
        "c": {"id": place.id}, "d": {"id": place.id}, "e": None, "f": None,
    }  # fmt: skip


def test_names_while_they_are_typed(ask: Ask) -> None:
    data = ask(
        """{ suggest(name: "pes") { id } one: suggest(name: "pes", first: 1) { id }
          place: suggest(name: "Sandhavn", types: [Place]) { name } other: suggest(name: "pes", types: [Place]) { id }
          part: suggest(name: "union of po") { __typename name } }"""
    )
    assert data == {
        "suggest": [{"id": A}, {"id": P}], "one": [{"id": A}], "place": [{"name": "Sandhaven"}], "other": [],
        "part": [{"__typename": "Organisation", "name": "Union of Ports"}],
    }  # fmt: skip


def test_articles_about_something_and_naming_somebody(ask: Ask) -> None:
    data = ask(
        """{ words: articles(about: "no movement") { nodes { id } totalCount }
          name: articles(about: "Peskov") { nodes { id } totalCount }
          named: articles(mentions: "Peskov") { nodes { id } }
          both: articles(about: "weather", mentions: "Peskov") { nodes { id } totalCount }
          id: articles(about: "person/oleg-peskov") { nodes { id } }
          none: articles(about: "injured", mentions: "Peskov") { totalCount }
          language: articles(language: "de") { nodes { id } }
          published: articles(published: {since: "2031-05-07", until: "2031-05-31"}) { nodes { id } } }"""
    )
    first, second = {"id": FIRST.id}, {"id": SECOND.id}
    assert data == {
        "words": {"nodes": [first], "totalCount": 1}, "name": {"nodes": [second, first], "totalCount": 2},
        "named": {"nodes": [first]}, "both": {"nodes": [first], "totalCount": 1}, "id": {"nodes": [first]},
        "none": {"totalCount": 0}, "language": {"nodes": [{"id": UNREAD.id}]}, "published": {"nodes": [second]},
    }  # fmt: skip


def test_what_was_said_to_somebody_and_by_others(ask: Ask, newsroom: Store) -> None:
    article = Article(
        id="open", text='"Sign the deal," Uma Vale told Peskova. "Peskova errs," Vale said.', published="2031-06-01"
    )
    vale = ("Person", "person/uma-vale")
    told, links = quote(article, vale, ["Sign the deal,"], {}, cue="tell")
    about, more = quote(article, vale, ["Peskova errs,"], {PESKOVA: "words"})
    own, mine = quote(article, PESKOVA, ["Peskova"], {PESKOVA: "words"})
    to = link(article, "ADDRESSED_TO", ("Quote", told.id), PESKOVA, "told Peskova")
    nodes = (Node("Person", vale[1], {"name": "Uma Vale", "aliases": []}), told, about, own)
    fill(newsroom, [Facts(article, "en", "test 1", "", nodes, (*links, *more, *mine, to))])
    data = ask(
        """{ quotes(to: "Peskova") { nodes { text addressees { id } } totalCount }
          by: quotes(speaker: "Uma Vale", to: "person/ana-peskova") { nodes { text } totalCount }
          about: quotes(about: "deal", to: "Peskova") { nodes { text } }
          all: quotes(speaker: "Vale", about: "deal", to: "Peskova", where: {cue: {eq: "tell"}}) { nodes { text } }
          none: quotes(speaker: "Vale", to: "Sandhaven") { nodes { text } why { code } }
          nobody: quotes(to: "Nobody") { why { code } }
          said: ask(question: "what did Uma Vale say to Peskova") { form quotes { nodes { text } } }
          others: ask(question: "what did others say about Peskova") { form quotes { nodes { text } totalCount } } }"""
    )
    said = {"nodes": [{"text": "Sign the deal,"}]}
    assert data == {
        "quotes": {"nodes": [{"text": "Sign the deal,", "addressees": [{"id": A}]}], "totalCount": 1},
        "by": {**said, "totalCount": 1}, "about": said, "all": said,
        "none": {"nodes": [], "why": {"code": "NOTHING_SAID"}}, "nobody": {"why": {"code": "NO_SUCH_NAME"}},
        "said": {"form": "said_to", "quotes": said},
        "others": {"form": "others_about", "quotes": {"nodes": [{"text": "Peskova errs,"}], "totalCount": 1}},
    }  # fmt: skip


def test_claims_about_somebody_are_of_either_end(ask: Ask, newsroom: Store) -> None:
    article = Article(id="denial", text="Mara Quill denied that she met Theo Lunt.", published="2031-07-01")
    quill, lunt, claim = ("Person", "person/mara-quill"), ("Person", "person/theo-lunt"), ("Claim", "claim/0c")
    people = [
        Node("Person", who[1], {"name": name, "aliases": []})
        for who, name in ((quill, "Mara Quill"), (lunt, "Theo Lunt"))
    ]
    node = Node(
        "Claim", claim[1], {"article": article.id, "type": "MET", "polarity": "negative", "modality": "negated"}
    )
    ends = (("IN", ("Article", article.id)), ("SUBJECT", quill), ("OBJECT", lunt), ("MADE_BY", quill))
    links = tuple(link(article, kind, claim, end, "met Theo Lunt") for kind, end in ends)
    fill(newsroom, [Facts(article, "en", "test 1", "", (*people, node), links)])
    data = ask(
        """{ doer: claims(about: "Quill") { totalCount } done: claims(about: "Theo Lunt") { nodes { id } }
          made: claims(madeBy: "Lunt") { totalCount } other: claims(about: "Peskov") { totalCount why { code } }
          both: claims(about: "Lunt", subject: "Quill", minConfidence: 0.5) { totalCount } }"""
    )
    assert data == {
        "doer": {"totalCount": 1}, "done": {"nodes": [{"id": claim[1]}]}, "made": {"totalCount": 0},
        "other": {"totalCount": 0, "why": {"code": "NOTHING_FOUND"}}, "both": {"totalCount": 1},
    }  # fmt: skip


def test_pages_of_names_in_both_orders(ask: Ask) -> None:
    operation = """query ($order: NameOrder!, $after: String) { people(order: $order, first: 1, after: $after) {
      nodes { name } edges { node { id } } pageInfo { endCursor hasNextPage } } }"""

    def names(order: str) -> list[str]:
        found: list[str] = []
        after = None
        while len(found) < 50:
            page = ask(operation, order=order, after=after)["people"]
            found += [node["name"] for node in page["nodes"]]
            assert len(page["edges"]) == len(page["nodes"]) == 1
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
        return found

    ascending = names("ascending")
    assert {"Ana Peskova", "Oleg Peskov"} <= set(ascending)
    assert ascending == sorted(ascending)
    assert names("descending") == ascending[::-1]


def test_a_page_may_be_large_or_empty(ask: Ask, execute: Ask) -> None:
    data = ask(
        """{ quotes(first: 1000, speaker: "Peskov") { totalCount nodes { id } }
          none: quotes(first: 0) { nodes { id } pageInfo { hasNextPage startCursor } why { code } } }"""
    )
    assert (data["quotes"]["totalCount"], len(data["quotes"]["nodes"])) == (3, 3)
    assert data["none"] == {"nodes": [], "pageInfo": {"hasNextPage": True, "startCursor": None}, "why": None}
    (error,) = execute("{ quotes(first: 1001) { totalCount } }")["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"


def test_nothing_lies_beyond_the_last(ask: Ask) -> None:
    operation = """query ($after: String) { articles(after: $after, order: oldest) {
      nodes { id } pageInfo { endCursor } why { code message } } }"""
    last = ask(operation)["articles"]["pageInfo"]["endCursor"]
    end = {"code": "END", "message": "There is nothing on that side of the cursor."}
    assert ask(operation, after=last)["articles"] == {"nodes": [], "pageInfo": {"endCursor": None}, "why": end}


def test_what_an_apostrophe_joins_is_found_while_it_is_typed(ask: Ask, newsroom: Store) -> None:
    article = Article(id="aoife", text="Aoife O’Hara.", published="2031-09-01")
    person = Node("Person", "person/aoife-o-hara", {"name": "Aoife O’Hara", "aliases": []})
    fill(newsroom, [Facts(article, "en", "test 1", "", (person,), ())])
    typed = ["O'Ha", "o’ha", "ó’h", "Aoife O'", "O'Hara's"]
    fields = " ".join(f'a{n}: suggest(name: "{each}", first: 1) {{ id }}' for n, each in enumerate(typed))
    assert ask(f"{{ {fields} }}") == {f"a{n}": [{"id": person.id}] for n in range(len(typed))}
