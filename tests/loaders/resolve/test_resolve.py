"""Which node each name is, and which facts a reading makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.candidates import Candidates, Known, Name, Wanted
from graph.facts import Facts, Link, Node, Value
from loaders.extract.reading import About
from loaders.resolve import names_wanted, resolve
from loaders.resolve.later import settles
from tests.factories import A, C, E, H, L, N, P, Q, R, T, V

LEAGUE = "organisation/dockers-league"


def ids(facts: Facts, label: str) -> list[str]:
    return [node.id for node in facts.nodes if node.label == label]


def links(facts: Facts, kind: str) -> list[tuple[str, str]]:
    return [(link.start[1], link.end[1]) for link in facts.links if link.type == kind]


def link(facts: Facts, kind: str) -> Link:
    (found,) = (link for link in facts.links if link.type == kind)
    return found


def test_a_quote_with_speaker_and_target() -> None:
    text = 'The talks went on.\n"We are close," said Vera Lindholm.'
    facts = resolve(
        A(text),
        R(
            A(text),
            E(text, "e1", "Person", "Vera Lindholm"),
            V(text, "v1", "Talks", "talks"),
            Q(text, "We are close,", ["e1"], [About("v1", "context", 0.6), About("v1", "headline", 0.2)]),
        ),
        Candidates(),
    )
    facts.check()
    (quote,) = ids(facts, "Quote")
    (talks,) = ids(facts, "Event")
    told: dict[str, Value] = {
        "article": "a",
        "start": 20,
        "end": 33,
        "sentence": '"We are close," said Vera Lindholm.',
        "on": date(2025, 3, 3),
    }
    said, about, stands = link(facts, "SAID"), link(facts, "ABOUT"), link(facts, "IN")
    assert said == Link(
        "SAID", said.id, ("Person", "person/vera-lindholm"), ("Quote", quote),
        told | {"id": said.id, "confidence": 0.9, "speaker": "person/vera-lindholm", "day": "2025-03-03",
                "quote": quote},
    )  # fmt: skip
    assert about == Link(
        "ABOUT", about.id, ("Quote", quote), ("Event", talks),
        told | {"id": about.id, "confidence": 0.6, "basis": "context", "score": 0.6, "target": talks,
                "speaker": "person/vera-lindholm", "day": "2025-03-03", "quote": quote},
    )  # fmt: skip
    assert stands.properties == told | {"id": stands.id, "confidence": 0.9}
    assert Node(
        "Quote", quote,
        {"article": "a", "text": "We are close,", "kind": "direct", "cue": "say", "said_on": date(2025, 3, 3),
         "said_precision": "day", "polarity": "positive", "speech_act": "statement", "starts": [20], "ends": [33],
         "confidence": 0.9, "day": "2025-03-03"},
    ) in facts.nodes  # fmt: skip


def test_quotes_without_speaker_or_day_and_attitudes() -> None:
    text = '"It was loud."\nShe feared a storm.'
    facts = resolve(
        A(text),
        R(A(text), Q(text, "It was loud.", said_on=None), Q(text, "a storm", speech_act="attitude", kind="indirect")),
        Candidates(),
    )
    assert len(ids(facts, "Quote")) == 1
    assert links(facts, "SAID") == []
    # by the day of publication it had been said
    assert (facts.nodes[0].properties["day"], facts.nodes[0].properties.get("said_on")) == ("2025-03-03", None)
    undated = A('"It was loud."', published=None)
    (quote,) = resolve(undated, R(undated, Q(undated.text, "It was loud.", said_on=None)), Candidates()).nodes
    assert quote.properties["day"] == ""


def test_said_and_about_bear_the_day_of_their_quote() -> None:
    text = 'Vera Lindholm of Norrland Lines said: "It was loud."'
    vera, lines = E(text, "e1", "Person", "Vera Lindholm"), E(text, "e2", "Organisation", "Norrland Lines")
    for said_on, day in ((None, "2025-03-03"), ("2025-03-01", "2025-03-01")):
        quote = Q(text, "It was loud.", ["e1"], [About("e2", "context", 0.5)], said_on=said_on)
        facts = resolve(A(text), R(A(text), vera, lines, quote), Candidates())
        days = [link.properties["day"] for link in facts.links if link.type in ("SAID", "ABOUT")]
        assert days == [day, day]


def test_a_quote_keeps_its_id_when_the_text_before_it_changes() -> None:
    texts = ['"It was loud."', 'New: "It was loud."']
    first, second = (ids(resolve(A(t), R(A(t), Q(t, "It was loud.")), Candidates()), "Quote") for t in texts)
    assert first == second


def test_roles_go_to_institutions_and_titles_stay_on_the_mention() -> None:
    text = "Vera Lindholm, president of the Dockers' League and a poet, sang."
    facts = resolve(
        A(text),
        R(
            A(text),
            E(text, "e1", "Person", "Vera Lindholm", roles=(T(text, "president", "e2"), T(text, "poet", None))),
            E(text, "e2", "Organisation", "Dockers' League"),
            L(text, "HOLDS_ROLE", "e1", "e2", "president", title="president"),
        ),
        Candidates(),
    )
    assert links(facts, "HOLDS_ROLE") == [("person/vera-lindholm", LEAGUE)]
    assert link(facts, "HOLDS_ROLE").properties["title"] == "president"
    titles = {x.end[1]: x.properties.get("title") for x in facts.links if x.type == "MENTIONS"}
    assert titles == {"person/vera-lindholm": "poet", LEAGUE: None}


def test_only_what_is_said_to_be_so_is_a_doing() -> None:
    text = "Norrland accused Farland, met Tallmouth, attacked Brenn and might sue Oddersund."
    names = ("Norrland", "Farland", "Tallmouth", "Brenn", "Oddersund")
    entities = [E(text, f"e{n}", "Organisation", name) for n, name in enumerate(names)]
    facts = resolve(
        A(text),
        R(
            A(text), *entities,
            L(text, "ACCUSED", "e0", "e1", "accused"),
            L(text, "MET", "e0", "e2", "met", "attributed", attributed_to="e2"),
            L(text, "ATTACKED", "e0", "e3", "attacked", "negated", attributed_to="e0"),
            L(text, "THREATENED", "e0", "e4", "might sue", "hypothetical"),
        ),
        Candidates(),
    )  # fmt: skip
    assert links(facts, "ACCUSED") == [("organisation/norrland", "organisation/farland")]
    assert link(facts, "MET").properties["according_to"] == "organisation/tallmouth"
    assert links(facts, "ATTACKED") == links(facts, "THREATENED") == []
    claims = {node.properties["type"]: node for node in facts.nodes if node.label == "Claim"}
    assert {k: (n.properties["polarity"], n.properties["modality"]) for k, n in claims.items()} == {
        "ATTACKED": ("negative", "negated"),
        "THREATENED": ("positive", "hypothetical"),
    }
    denied = claims["ATTACKED"].id
    for kind, end in (("SUBJECT", "organisation/norrland"), ("OBJECT", "organisation/brenn"), ("IN", "a")):
        assert (denied, end) in links(facts, kind)
    assert links(facts, "MADE_BY") == [(denied, "organisation/norrland")]


def test_what_is_claimed_inside_a_quote_names_the_quote() -> None:
    text = '"Farland attacked Brenn," he said.'
    facts = resolve(
        A(text),
        R(
            A(text), E(text, "e1", "Place", "Farland"), E(text, "e2", "Place", "Brenn"),
            Q(text, "Farland attacked Brenn,"), L(text, "ATTACKED", "e1", "e2", "attacked", "attributed"),
        ),
        Candidates(),
    )  # fmt: skip
    assert link(facts, "ATTACKED").properties["quote"] == ids(facts, "Quote")[0]


def test_an_event_of_a_day_and_a_town_is_the_same_in_all_articles() -> None:
    text = "Talks in Tallmouth hurt 40 people."
    town = E(text, "e1", "Place", "Tallmouth", location=P(1, "Tallmouth", within=(C(9, "Farland"),)))
    event = V(
        text, "v1", "Talks", "Talks", date="2025-03-03", places=("e1",),
        participants=(H(text, "e1", "Tallmouth", "host"),), numbers=(N(text, "injured", 40, "40 people", "e1"),),
    )  # fmt: skip
    facts = resolve(A(text), R(A(text), town, event), Candidates())
    facts.check()
    assert ids(facts, "Event") == ["event/talks-tallmouth-2025-03-03"]
    assert ids(facts, "Place") == ["place/farland-9", "place/tallmouth-1"]
    assert links(facts, "LOCATED_IN") == [("place/tallmouth-1", "place/farland-9")]
    assert links(facts, "TOOK_PART_IN") == [("place/tallmouth-1", "event/talks-tallmouth-2025-03-03")]
    figure = next(node for node in facts.nodes if node.label == "Figure")
    assert figure.properties == {
        "article": "a", "kind": "injured", "low": 40, "high": 40, "unit": "people", "words": "40 people"
    }  # fmt: skip
    assert links(facts, "ACCORDING_TO") == [(figure.id, "place/tallmouth-1")]


def test_what_is_told_of_an_event_is_as_sure_as_it_is_itself() -> None:
    text = "Talks in Tallmouth hurt 40 people."
    town = E(text, "e1", "Place", "Tallmouth", location=replace(P(1, "Tallmouth"), confidence=0.9))
    event = V(
        text, "v1", "Talks", "Talks", confidence=0.5, places=("e1",), place_confidences=(0.95,),
        participants=(replace(H(text, "e1", "Tallmouth", "host"), confidence=0.6),),
        numbers=(replace(N(text, "injured", 40, "40 people", "e1"), confidence=0.7),),
    )  # fmt: skip
    facts = resolve(A(text), R(A(text), town, event), Candidates())
    kinds = ("REPORTED_IN", "TOOK_PLACE_IN", "TOOK_PART_IN", "HAS_FIGURE", "ACCORDING_TO")
    assert [link(facts, kind).properties["confidence"] for kind in kinds] == [0.5, 0.9, 0.6, 0.7, 0.7]


def test_a_month_or_a_country_does_not_make_events_one() -> None:
    text = "Attack in Farland."
    land = E(text, "e1", "Place", "Farland", location=P(9, "Farland", "country"))
    town = E(text, "e1", "Place", "Farland", location=P(1, "Farland"))
    for place, day in ((land, "2025-03-03"), (town, "2025-03")):
        one, other = (
            ids(resolve(A(text, a), R(A(text, a), place, V(text, "v1", "Attack", "Attack", date=day, places=("e1",))),
                        Candidates()), "Event")
            for a in ("a", "b")
        )  # fmt: skip
        assert one != other
    reported = link(
        resolve(A(text), R(A(text), V(text, "v1", "Attack", "Attack", date="2025-02")), Candidates()), "REPORTED_IN"
    )
    assert (reported.properties["date"], reported.properties["date_end"], reported.properties["date_precision"]) == (
        date(2025, 2, 1), date(2025, 2, 28), "month"
    )  # fmt: skip


def test_an_ambiguous_place_belongs_to_its_article_and_has_no_coordinates() -> None:
    text = "Rain in Springfield."
    place = E(text, "e1", "Place", "Springfield", candidates=(C(1, "Springfield", "city"), C(2, "Springfield", "city")))
    one, other = (resolve(A(text, a), R(A(text, a), place), Candidates()) for a in ("a", "b"))
    assert ids(one, "Place") != ids(other, "Place")
    assert [dict(node.properties) for node in one.nodes] == [{}]


def test_the_unnamed_are_nodes_only_where_they_say_or_do_something() -> None:
    text = 'A woman sang. "Rain," an official said. Ukrainians listened.'
    facts = resolve(
        A(text),
        R(
            A(text),
            E(text, "e1", "Person", "A woman", named=False),
            E(text, "e2", "Person", "an official", named=False),
            Q(text, "Rain,", ["e2"]),
        ),
        Candidates(),
    )
    assert [node.properties for node in facts.nodes if node.label == "Unnamed"] == [
        {"article": "a", "name": "an official", "kind": "person"}
    ]
    assert len(links(facts, "MENTIONS")) == 1


def test_a_bare_surname_is_looked_up_and_joins_with_a_reason() -> None:
    text = "Lindholm, president of the Dockers' League, sang."
    reading = R(
        A(text),
        E(text, "e1", "Person", "Lindholm", roles=(T(text, "president", "e2"),)),
        E(text, "e2", "Organisation", "Dockers' League"),
    )
    assert names_wanted(reading) == Wanted("a", (Name("Person", "lindholm", ("lindholm",)),), (), (LEAGUE,))
    alone = resolve(A(text), reading, Candidates())
    (bare,) = ids(alone, "Person")
    assert bare.startswith("person/lindholm~")
    vera = Known("Person", "person/vera-lindholm", "Vera Lindholm", offices=(("president", LEAGUE),))
    joined = resolve(A(text), reading, Candidates({("Person", "lindholm"): (vera,)}))
    assert ids(joined, "Person") == ["person/vera-lindholm"]
    elsewhere = resolve(A(text, "b"), R(A(text, "b"), *reading.entities), Candidates())
    assert ids(elsewhere, "Person") == [bare]  # one president of the league at a time


def test_a_bare_surname_without_a_reason_stays_apart_in_each_article() -> None:
    text = "Lindholm sang."
    vera = Known("Person", "person/vera-lindholm", "Vera Lindholm")
    found = Candidates({("Person", "lindholm"): (vera,)})
    nodes = {
        ids(resolve(A(text, a), R(A(text, a), E(text, "e1", "Person", "Lindholm")), found), "Person")[0] for a in "ab"
    }
    assert len(nodes) == 2
    assert "person/vera-lindholm" not in nodes


def test_a_namesake_in_another_walk_of_life_has_a_mark() -> None:
    text = "Vera Lindholm, goalkeeper of Farland, fell."
    reading = R(A(text), E(text, "e1", "Person", "Vera Lindholm", roles=(T(text, "goalkeeper", None),)))
    assert names_wanted(reading).full == ("person/vera-lindholm",)
    minister = Known("Person", "person/vera-lindholm", "Vera Lindholm", titles=("minister",))
    (node,) = ids(resolve(A(text), reading, Candidates({("Person", "person/vera-lindholm"): (minister,)})), "Person")
    assert node.startswith("person/vera-lindholm~")


def test_letters_are_what_the_article_spells_out() -> None:
    text = "The Union of Northern Ports met. The UNP sang."
    full = E(text, "e1", "Organisation", "Union of Northern Ports", aliases=("UNP",))
    bare = E(text, "e1", "Organisation", "UNP")
    facts = resolve(A(text), R(A(text), full), Candidates())
    assert ids(facts, "Organisation") == ["organisation/union-of-northern-ports"]
    assert settles(facts) == (set(), {"organisation/unp~"})
    alone = resolve(A(text), R(A(text), bare), Candidates())
    assert ids(alone, "Organisation")[0].startswith("organisation/unp~")


def test_a_full_name_settles_the_bare_ones() -> None:
    text = "Vera Lindholm sang."
    facts = resolve(A(text), R(A(text), E(text, "e1", "Person", "Vera Lindholm")), Candidates())
    assert settles(facts) == ({"person/lindholm~", "person/v-lindholm~"}, set())


def test_that_something_took_place_somewhere_is_no_surer_than_where_the_name_lies() -> None:
    text = "The talks in Sandhaven went on."
    where = replace(P(17, "Sandhaven"), confidence=0.6)
    made = R(
        A(text), E(text, "e1", "Place", "Sandhaven", location=where), V(text, "v1", "Talks", "talks", places=("e1",))
    )
    facts = resolve(A(text), made, Candidates())
    sure = {kind: link(facts, kind).properties["confidence"] for kind in ("MENTIONS", "TOOK_PLACE_IN", "REPORTED_IN")}
    assert sure == {"MENTIONS": 0.6, "TOOK_PLACE_IN": 0.6, "REPORTED_IN": 0.8}
