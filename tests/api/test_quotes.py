from __future__ import annotations

from typing import Any

import pytest

from graph.facts import Facts, Node
from graph.model import Article
from graph.store import Store
from tests.api.conftest import Ask
from tests.newsroom import FIRST, SECOND, TALKS, fill, quote

pytestmark = pytest.mark.store

PESKOV_ON_TALKS = """{ quotes(speaker: "Peskov", about: "talks") { edges { node {
  text kind saidOn speaker { id } cue polarity speechAct confidence
  about { basis score node { id __typename } }
  evidence { article { headline url } sentence text start end utf16Start utf16End }
} } } }"""


def test_everything_peskov_said_about_talks(ask: Ask) -> None:
    nodes = [edge["node"] for edge in ask(PESKOV_ON_TALKS)["quotes"]["edges"]]
    assert [(n["text"], n["kind"], n["saidOn"]) for n in nodes[:1]] == [
        ("The talks went well,", "direct", "2031-05-09")
    ]
    assert {n["text"] for n in nodes[1:]} == {
        "Nothing in the talks points to a deal yet", "We see no movement, The door stays open.",
    }  # fmt: skip
    indirect = next(n for n in nodes if n["kind"] == "indirect")
    start = FIRST.text.index("Nothing")
    assert indirect == {
        "text": "Nothing in the talks points to a deal yet", "kind": "indirect", "saidOn": "2031-05-06",
        "speaker": {"id": "person/oleg-peskov"}, "cue": "said", "polarity": "positive", "speechAct": "statement",
        "confidence": 0.9, "about": [{"basis": "words", "score": 0.8, "node": {"id": TALKS[1], "__typename": "Event"}}],
        "evidence": [
            {
                "article": {"headline": FIRST.headline, "url": FIRST.url},
                "sentence": FIRST.text.split("\n")[0], "text": "Nothing in the talks points to a deal yet",
                "start": start, "end": start + 41, "utf16Start": start + 1, "utf16End": start + 42,
            }
        ],
    }  # fmt: skip


def test_an_interrupted_quote_shows_each_of_its_pieces(ask: Ask) -> None:
    found = ask(
        '{ quotes(speaker: "Peskov", minConfidence: 0.1, kind: [direct]) { edges { node { evidence { text } } } } }'
    )
    pieces = [[e["text"] for e in edge["node"]["evidence"]] for edge in found["quotes"]["edges"]]
    assert sorted(pieces) == [["The talks went well,"], ["We see no movement,", "The door stays open."]]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ('speaker: "Peskova"', 1),
        ('speaker: "person/oleg-peskov"', 3),
        ('speakerId: "person/oleg-peskov", minConfidence: 0.7', 2),
        ('speaker: "Peskov", speakerId: "person/ana-peskova"', 0),
        (f'aboutId: "{TALKS[1]}", saidOn: {{on: "2031-05-09"}}', 1),
        ('about: "weather"', 1),
        ('about: "Peskov"', 0),
        ('source: "Example Wire", saidOn: {since: "2031-05-06", until: "2031-05-06"}', 3),
        ("kind: [indirect, mixed]", 1),
    ],
)
def test_filters_narrow(ask: Ask, arguments: str, count: int) -> None:
    found = ask(f"{{ quotes({arguments}) {{ totalCount edges {{ node {{ id }} }} }} }}")["quotes"]
    assert (found["totalCount"], len(found["edges"])) == (count, count)


def test_pages_turn_forward_and_back(ask: Ask) -> None:
    operation = """query ($first: Int, $after: String, $last: Int, $before: String) {
      quotes(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    everything = ask(operation)["quotes"]["edges"]
    one = ask(operation, first=3)["quotes"]
    two = ask(operation, first=3, after=one["pageInfo"]["endCursor"])["quotes"]
    assert one["edges"] + two["edges"] == everything
    assert (one["pageInfo"]["hasNextPage"], two["pageInfo"]["hasNextPage"]) == (True, False)
    back = ask(operation, last=3, before=two["pageInfo"]["startCursor"])["quotes"]
    assert back["edges"] == one["edges"]
    assert (back["pageInfo"]["hasPreviousPage"], two["pageInfo"]["hasPreviousPage"]) == (False, True)


@pytest.mark.parametrize("size", [0, 1, 3])
def test_a_page_has_its_size_whether_or_not_its_place_is_asked_for(ask: Ask, size: int) -> None:
    everything = [each["id"] for each in ask("{ quotes { nodes { id } } }")["quotes"]["nodes"]]
    for place in ("", "pageInfo { hasNextPage hasPreviousPage }"):
        both = ask(
            f"""query ($n: Int) {{
              first: quotes(first: $n) {{ nodes {{ id }} edges {{ node {{ id }} }} {place} }}
              last: quotes(last: $n) {{ nodes {{ id }} edges {{ node {{ id }} }} {place} }} }}""",
            n=size,
        )
        assert [each["id"] for each in both["first"]["nodes"]] == everything[:size]
        assert [each["id"] for each in both["last"]["nodes"]] == everything[len(everything) - size :]
        for page in both.values():
            assert [each["node"] for each in page["edges"]] == page["nodes"]


def test_a_page_of_size_none_is_not_taken_for_an_empty_one(ask: Ask) -> None:
    found = ask("{ quotes(first: 0) { nodes { id } totalCount why { code } } }")["quotes"]
    assert (found["nodes"], found["totalCount"] > 0, found["why"]) == ([], True, None)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            'speaker: "Peskof"',
            {
                "code": "NO_SUCH_NAME", "message": 'Nobody and nothing answers to "Peskof". Did you mean Oleg Peskov?',
                "suggestions": ["Oleg Peskov", "Ana Peskova"],
            },
        ),
        (
            'speaker: "Peskova", about: "talks"',
            {
                "code": "NOTHING_SAID", "suggestions": [],
                "message": 'No quote was found that "Peskova" has said about "talks", '
                "as far as the other conditions go.",
            },
        ),
        (
            'speaker: "Peskov", about: "the movement talks"',
            {
                "code": "NOTHING_SAID", "suggestions": ["movement", "talks"],
                "message": 'No quote was found that "Peskov" has said about "the movement talks", as far as the other '
                'conditions go. There is something about "movement" and about "talks".',
            },
        ),
        ('speaker: "Peskov"', None),
    ],
)  # fmt: skip
def test_an_empty_page_says_why(ask: Ask, arguments: str, why: object) -> None:
    assert ask(f"{{ quotes({arguments}) {{ why {{ code message suggestions }} }} }}")["quotes"]["why"] == why


def test_a_count_is_made_only_where_it_is_asked_for(execute: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Store.one
    sent: list[str] = []

    def one(store: Store, statement: str, parameters: dict[str, object], **more: Any) -> object:
        sent.append(statement)
        return asked(store, statement, parameters, **more)

    monkeypatch.setattr(Store, "one", one)
    for selected in ("edges { node { id } }", "totalCount edges { node { id } }", "totalCount"):
        assert execute(f"{{ quotes {{ {selected} }} }}")["reads"] == 1
    assert ["count(*)" in statement for statement in sent] == [False, True, True]
    assert ["ORDER BY" in statement for statement in sent] == [True, True, False]


def test_quotes_hang_on_articles_events_and_people(ask: Ask) -> None:
    data = ask(
        """query ($article: ID!, $event: ID!) {
          article(id: $article) { quotes(speaker: "Peskov") { totalCount } }
          event(id: $event) { quotes(order: oldest, first: 1) { edges { node { saidOn } } } }
          person(name: "Peskov") { quotes(about: "talks", kind: [direct]) { totalCount } quotesAbout { totalCount } }
        }""",
        article=SECOND.id,
        event=TALKS[1],
    )
    assert data == {
        "article": {"quotes": {"totalCount": 1}},
        "event": {"quotes": {"edges": [{"node": {"saidOn": "2031-05-06"}}]}},
        "person": {"quotes": {"totalCount": 2}, "quotesAbout": {"totalCount": 0}},
    }


def test_topics_are_whole_words_of_quotes_and_types_and_labels_of_events(ask: Ask, newsroom: Store) -> None:
    text = '"We met for an hour," Uma Vale said. "Turmoil is bad," she said.\n"Oil is up," she said.\n'
    article = Article(id="oil", text=text)
    meeting = Node(
        "Event", "event/meeting", {"type": "Talks", "label": "meeting in Sandhaven", "status": "happened", "day": ""}
    )
    speaker = Node("Person", "person/uma-vale", {"name": "Uma Vale", "aliases": []})
    said = [
        quote(article, ("Person", speaker.id), ["We met for an hour,"], {("Event", meeting.id): "context"}),
        quote(article, ("Person", speaker.id), ["Turmoil is bad,"], {}),
        quote(article, ("Person", speaker.id), ["Oil is up,"], {}),
    ]
    nodes, links = (speaker, meeting, *(n for n, _ in said)), tuple(each for _, more in said for each in more)
    fill(newsroom, [Facts(article, "en", "test 1", "", nodes, links)])
    for about, expected in (
        ("talks", ["We met for an hour,"]), ("meeting", ["We met for an hour,"]), ("oil", ["Oil is up,"]),
        ("the turmoil", ["Turmoil is bad,"]),
    ):  # fmt: skip
        operation = 'query ($about: String) { quotes(speaker: "Vale", about: $about) { edges { node { text } } } }'
        found = ask(operation, about=about)
        assert [edge["node"]["text"] for edge in found["quotes"]["edges"]] == expected
    words = ask('{ quotes(speaker: "Peskov", about: "talks") { totalCount } }')
    assert words["quotes"]["totalCount"] == 3


def test_only_a_stated_day_is_the_day_it_was_said(ask: Ask, newsroom: Store) -> None:
    article = Article(id="undated", text='"The crane fell," Ida Brook said.', published="2031-08-02")
    said, links = quote(article, ("Person", "person/ida-brook"), ["The crane fell,"], {})
    dated = {name: value for name, value in said.properties.items() if name not in ("said_on", "said_precision")}
    speaker = Node("Person", "person/ida-brook", {"name": "Ida Brook", "aliases": []})
    fill(newsroom, [Facts(article, "en", "test 1", "", (speaker, Node("Quote", said.id, dated)), tuple(links))])
    found = ask(
        """{ quotes(first: 1) { edges { node { text saidOn } } }
          on: quotes(saidOn: {on: "2031-08-02"}) { totalCount edges { node { id } } }
          since: quotes(speaker: "Brook", saidOn: {since: "2031-01-01"}) { totalCount } }"""
    )
    assert found == {
        "quotes": {"edges": [{"node": {"text": "The crane fell,", "saidOn": None}}]},
        "on": {"totalCount": 0, "edges": []}, "since": {"totalCount": 0},
    }  # fmt: skip
