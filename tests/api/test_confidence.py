"""`minConfidence` on whatever an article asserts: what is less sure is not there, and not counted."""

from __future__ import annotations

from datetime import date

import pytest

from graph.facts import Facts, Node
from graph.model import Article
from graph.store import Store
from tests.api.conftest import Ask
from tests.newsroom import fill, link

pytestmark = pytest.mark.store

BOLD, SHY = 0.9, 0.4
ARTICLE = Article(
    id="sure", text="Lena Orbel met Igor Vant in Quayside. Orbel may urge Vant to resign.\n", published="2032-02-03"
)
ORBEL, VANT = ("Person", "person/lena-orbel"), ("Person", "person/igor-vant")
QUAYSIDE = ("Place", "place/quayside")
SURE, UNSURE = ("Event", "event/visit-sure"), ("Event", "event/talks-unsure")
CLAIMS = (("Claim", "claim/00000000000000d1", BOLD), ("Claim", "claim/00000000000000d2", SHY))
HOME = ("Article", ARTICLE.id)


def told() -> Facts:
    """An article of which half is read with confidence."""
    people = [Node("Person", who[1], {"name": name, "aliases": []}) for who, name in
              ((ORBEL, "Lena Orbel"), (VANT, "Igor Vant"))]  # fmt: skip
    events = [
        Node("Event", node[1], {"type": kind, "label": "in Quayside", "date": date(2032, 2, 3), "day": "2032-02-03"})
        for node, kind in ((SURE, "Visit"), (UNSURE, "Talks"))
    ]
    links = []
    for event, sure in ((SURE, BOLD), (UNSURE, SHY)):
        links += [
            link(ARTICLE, "REPORTED_IN", event, HOME, "met", confidence=sure),
            link(ARTICLE, "TOOK_PART_IN", ORBEL, event, "Lena Orbel", role="agent", confidence=sure),
            link(ARTICLE, "TOOK_PLACE_IN", event, QUAYSIDE, "Quayside", confidence=sure),
        ]
    for label, ident, sure in CLAIMS:
        links += [link(ARTICLE, kind, (label, ident), end, "urge Vant", confidence=sure) for kind, end in
                  (("IN", HOME), ("SUBJECT", ORBEL), ("OBJECT", VANT))]  # fmt: skip
    links += [
        link(ARTICLE, "MET", ORBEL, VANT, "Lena Orbel met Igor Vant", verb="meet", confidence=BOLD),
        link(ARTICLE, "VISITED", ORBEL, VANT, "Lena Orbel met", verb="meet", confidence=SHY),
        link(ARTICLE, "MENTIONS", HOME, ORBEL, "Lena Orbel", name="Lena Orbel", confidence=BOLD),
        link(ARTICLE, "MENTIONS", HOME, VANT, "Igor Vant", name="Igor Vant", confidence=SHY),
    ]
    claims = [
        Node(label, ident, {"article": ARTICLE.id, "type": "URGED", "verb": "urge", "polarity": "positive",
                            "modality": "hypothetical"})
        for label, ident, _ in CLAIMS
    ]  # fmt: skip
    place = Node("Place", QUAYSIDE[1], {"name": "Quayside", "kind": "city"})
    return Facts(ARTICLE, "en", "test 1", "", (*people, *events, *claims, place), tuple(links))


@pytest.fixture(scope="module")
def asked(newsroom: Store) -> Store:
    fill(newsroom, [told()])
    return newsroom


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ('events(participant: "Lena Orbel"{})', ""),
        ('relationships(subject: "Lena Orbel"{})', ""),
        ('claims(subject: "Lena Orbel"{})', ""),
        ("events(first: 9{})", 'person(id: "person/lena-orbel")'),
        ("relationships(first: 9{})", 'person(id: "person/lena-orbel")'),
        ("claims(first: 9{})", 'person(id: "person/lena-orbel")'),
        ("eventsThere(first: 9{})", 'place(id: "place/quayside")'),
        ("events(first: 9{})", 'article(id: "sure")'),
        ("claims(first: 9{})", 'article(id: "sure")'),
        ("mentions(first: 9{})", 'article(id: "sure")'),
    ],
)  # fmt: skip
def test_what_is_less_sure_is_left_out(ask: Ask, asked: Store, field: str, of: str) -> None:
    def counts(least: str) -> tuple[int, int]:
        selected = f"found: {field.format(least)} {{ totalCount edges {{ node {{ __typename }} }} }}"
        data = ask(f"{{ parent: {of} {{ {selected} }} }}")["parent"] if of else ask(f"{{ {selected} }}")
        return data["found"]["totalCount"], len(data["found"]["edges"])

    asked_for = ("", ", minConfidence: 0.4", ", minConfidence: 0.8", ", minConfidence: 1")
    assert [counts(least) for least in asked_for] == [(2, 2), (2, 2), (1, 1), (0, 0)]


def test_an_event_is_as_sure_as_its_surest_report(ask: Ask, asked: Store) -> None:
    found = ask('{ events(participant: "Lena Orbel") { nodes { id confidence } } }')["events"]["nodes"]
    assert {each["id"]: each["confidence"] for each in found} == {SURE[1]: BOLD, UNSURE[1]: SHY}


def test_a_mention_by_an_entity_is_filtered_too(ask: Ask, asked: Store) -> None:
    data = ask('{ person(id: "person/igor-vant") { all: mentions { totalCount } '
               "sure: mentions(minConfidence: 0.8) { totalCount } } }")  # fmt: skip
    assert data["person"] == {"all": {"totalCount": 1}, "sure": {"totalCount": 0}}
