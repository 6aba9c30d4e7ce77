from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from graph.model import Article
from graph.settings import Settings
from loaders.extract.confidence import UNJUDGED, scale, settle, settler
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import BELOW, Scale, Weights, borne
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading

TEXT = (
    "OSLO (Wire) - Norway closed the harbour of Bergen on Tuesday.\n"
    '"The quay is safe and the cranes will move again before the summer," Harbour Union chairwoman Marit Dahl '
    "told reporters.\n"
    "Dahl said the cranes would move.\n"
    '"Nonsense in a hat and nothing more than that," read a banner.\n'
)


@cache
def raw() -> Reading:
    """What the stages say by their own lights."""
    return Reader(Settings(), settle=lambda _, reading: reading).read(Article("a", TEXT, "", "2031-05-14"))


def test_a_share_is_the_sum_of_what_speaks_for_and_against() -> None:
    weights = Weights(1.0, 0.5, {"named": 1.0, "short": -2.0})
    made = Scale({"quotes": weights})
    assert [
        made.confidence("quotes", Grounds(raw, evidence))
        for raw, evidence in (
            (0.5, ()),
            (0.5, ("named",)),
            (0.5, ("named", "short")),
            (0.9, ()),
            (0.5, ("unheard of",)),
        )
    ] == [0.73, 0.88, 0.5, 0.89, 0.73]


@pytest.mark.parametrize(("base", "share"), [(50.0, 0.99), (-50.0, 0.01)])
def test_nothing_is_certain_and_nothing_impossible(base: float, share: float) -> None:
    assert Scale({"dates": Weights(base, 1.0, {})}).confidence("dates", Grounds(1.0, ())) == share


@pytest.mark.parametrize(
    ("share", "sure", "confidence"),
    [(0.95, 0.9, 0.95), (0.9, 0.9, 0.9), (0.89, 0.9, 0.89), (0.84, 0.84, 0.9), (0.92, 0.84, 0.95), (0.99, 0.84, 0.99),
     (0.83, 0.84, 0.83), (0.5, 0.84, 0.5)],
)  # fmt: skip
def test_the_surer_half_of_a_kind_may_bear_a_promise_that_it_keeps_together(
    share: float, sure: float, confidence: float
) -> None:
    assert borne(share, Weights(0.0, 1.0, {}, sure=sure)) == confidence


def test_a_kind_that_keeps_no_promise_bears_less() -> None:
    assert borne(0.97, Weights(0.0, 1.0, {}, most=BELOW)) == BELOW < 0.9


def test_what_is_told_of_an_event_is_as_sure_as_facts_of_its_kind_are() -> None:
    text = "Norway attacked Bergen on Monday and killed 40 people."
    reading = Reader(Settings(), settle=lambda _, r: r).read(Article("a", text, "", "2031-05-14"))
    bases = {"events": 1.0, "participants": 0.0, "event_places": -1.0, "figures": 2.0}
    others = dict.fromkeys(("quotes", "names", "places", "dates", "relations", "roles"), 0.0)
    made = settle(text, reading, Scale({kind: Weights(base, 0.0, {}) for kind, base in (bases | others).items()}))
    assert {e.confidence for e in made.events} == {0.73}
    assert {p.confidence for e in made.events for p in e.participants} == {0.5}
    assert {c for e in made.events for c in e.place_confidences} == {0.27}
    assert {n.confidence for e in made.events for n in e.numbers} == {0.88}


def test_each_kind_of_fact_is_settled_by_its_own_weights() -> None:
    by = Scale({kind: Weights(base, 0.0, {}) for kind, base in
                (("quotes", 0.0), ("names", 1.0), ("places", 2.0), ("dates", 3.0), ("events", -1.0),
                 ("participants", 0.5), ("event_places", -0.5), ("figures", 1.5), ("relations", -2.0),
                 ("roles", -3.0))})  # fmt: skip
    made = settle(TEXT, raw(), by)
    assert {q.confidence for q in made.quotes} == {0.5}
    assert {e.confidence for e in made.entities if e.named} == {0.73}
    assert {e.location.confidence for e in made.entities if e.location} == {0.88}
    assert {t.confidence for t in made.times} == {0.95}
    assert {r.confidence for e in made.entities for r in e.roles} == {0.05}


def test_what_follows_from_a_role_is_as_sure_as_the_role() -> None:
    made = settle(TEXT, raw())
    (role,) = (r for e in made.entities if e.name == "Marit Dahl" for r in e.roles)
    assert {r.confidence for r in made.relations if r.type == "HOLDS_ROLE"} == {role.confidence}


def test_nothing_but_confidence_changes() -> None:
    made = settle(TEXT, raw())
    same = replace(
        made,
        entities=tuple(
            replace(new, confidence=old.confidence, roles=old.roles, location=old.location)
            for new, old in zip(made.entities, raw().entities, strict=True)
        ),
        quotes=tuple(replace(n, confidence=o.confidence) for n, o in zip(made.quotes, raw().quotes, strict=True)),
        times=tuple(replace(n, confidence=o.confidence) for n, o in zip(made.times, raw().times, strict=True)),
        events=tuple(replace(n, confidence=o.confidence) for n, o in zip(made.events, raw().events, strict=True)),
        relations=tuple(
            replace(n, confidence=o.confidence) for n, o in zip(made.relations, raw().relations, strict=True)
        ),
    )
    assert same == raw()


def test_what_nothing_judges_is_never_called_sure() -> None:
    unjudged = [e.confidence for e in settle(TEXT, raw()).entities if not e.named]
    assert unjudged
    assert max(unjudged) <= UNJUDGED < 0.9


def test_a_plain_report_by_name_is_surer_than_a_quotation_of_nobody() -> None:
    made = {TEXT[q.start : q.end].split()[0]: q for q in settle(TEXT, raw()).quotes}
    assert made["The"].confidence > made["Nonsense"].confidence


@pytest.mark.parametrize("name", ["rules", "learned"])
def test_the_scales_that_ship_know_every_kind(name: str) -> None:
    assert set(scale(name).kinds) == {
        "quotes", "names", "places", "dates", "events", "participants", "event_places", "figures", "relations", "roles",
    }  # fmt: skip
    assert settler(name)(TEXT, raw()) == settle(TEXT, raw(), scale(name))
