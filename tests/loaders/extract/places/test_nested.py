from __future__ import annotations

from loaders.extract.places import resolve, with_nested
from loaders.extract.reading import Entity, Mention
from tests.loaders.extract.nlp import document


def e(text: str, name: str, id_: str, type_: str = "Organisation") -> Entity:
    at = text.index(name)
    return Entity(id_, type_, name, (Mention(at, at + len(name), "name"),), 0.9)  # type: ignore[arg-type]  # plain words


def places(text: str, *entities: Entity) -> dict[str, list[str]]:
    doc = document(text)
    found = with_nested(doc, resolve(doc, entities))
    return {x.id: [text[m.start : m.end] for m in x.mentions] for x in found if x.type == "Place"}


def test_a_body_that_sits_in_a_town_names_it() -> None:
    text = "The Boise Police Department closed the road. Boise woke late."
    boise = Entity("e2", "Place", "Boise", (Mention(45, 50, "name"),), 0.9)
    assert places(text, e(text, "Boise Police Department", "e1"), boise) == {"e2": ["Boise", "Boise"]}


def test_a_town_that_only_a_body_names_comes_last() -> None:
    text = "The Boise Fire Department came at noon."
    (body, town) = with_nested(document(text), [e(text, "Boise Fire Department", "e1")])
    assert body == e(text, "Boise Fire Department", "e1")
    assert (town.id, town.name, town.mentions, town.location and town.location.geonames) == (
        "p1", "Boise", (Mention(4, 9, "name"),), 5586437,
    )  # fmt: skip


def test_a_firm_or_newspaper_names_no_place() -> None:
    text = "The Boise Gazette and Phoenix Motors merged."
    assert places(text, e(text, "Boise Gazette", "e1"), e(text, "Phoenix Motors", "e2")) == {}
