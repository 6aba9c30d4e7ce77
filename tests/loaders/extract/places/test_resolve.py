from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.extract.places import resolve
from loaders.extract.reading import Candidate, Entity, Location, Mention
from tests.loaders.extract.nlp import document


def e(text: str, name: str, id_: str = "e1", type_: str = "Place") -> Entity:
    starts = [i for i in range(len(text)) if text.startswith(name, i)]
    mentions = tuple(Mention(i, i + len(name), "name") for i in starts)
    return Entity(id_, type_, name, mentions, 0.9)  # type: ignore[arg-type]  # the types of the test are plain words


def placed(text: str, *names: str) -> list[Location | None]:
    """Where the names lie, as if all were equally sure."""
    found = resolve(document(text), [e(text, name, f"e{n}") for n, name in enumerate(names)])
    return [replace(entity.location, confidence=0.8) if entity.location else None for entity in found]


def ids(text: str, *names: str) -> list[int | None]:
    return [place.geonames if place else None for place in placed(text, *names)]


def test_a_place_with_its_coordinates_and_what_holds_it() -> None:
    assert placed("The delegation flew to Munich.", "Munich") == [
        Location(
            2867714, "Munich", 48.14, 11.58, "DE", "city",
            (
                Candidate(2951839, "Bavaria", 49.0, 11.5, "DE", "region", 0.68),
                Candidate(2921044, "Germany", 51.5, 10.5, "DE", "country", 1.0),
            ),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "geonames"),
    [
        ("The mayor of Paris spoke.", "Paris", 2988507),
        ("The fair in Paris, Texas, drew thousands.", "Paris", 4717560),
        ("The fair in Paris, Tex., drew thousands.", "Paris", 4717560),
        ("The fair in Paris, TX drew thousands.", "Paris", 4717560),
        ("A bomb hit Tripoli, Lebanon, at noon.", "Tripoli", 266826),
        ("A bomb hit Tripoli at noon.", "Tripoli", 2210247),
        ("A fire broke out in the Canadian city of London.", "London", 6058560),
    ],
)
def test_what_the_text_names_beside_it_decides(text: str, name: str, geonames: int) -> None:
    assert ids(text, name) == [geonames]


def test_the_countries_that_the_article_speaks_of_decide() -> None:
    text = "Officials in Tbilisi said that Georgia would vote. Armenia and Azerbaijan sent observers."
    assert ids(text, "Tbilisi", "Georgia", "Armenia", "Azerbaijan")[1] == 614540
    text = "Officials in Atlanta said that Georgia would vote. Alabama and Florida sent observers to Savannah."
    assert ids(text, "Atlanta", "Georgia", "Alabama", "Florida", "Savannah")[1] == 4197000


def test_the_dateline_speaks_for_its_country() -> None:
    text = "LVIV, Ukraine (XYZ) - A train left Oleksandriya on Monday, railway staff said."
    assert ids(text, "Oleksandriya") == [698625]


def test_a_spelling_by_rule_needs_the_country() -> None:
    text = "Ukraine said that trains to Chernigiv run again."
    assert ids(text, "Ukraine", "Chernigiv") == [690791, 710735]


def test_a_city_under_another_spelling_beats_a_village_of_that_spelling() -> None:
    text = "Ukraine sent more buses to Zaporizhzhia."
    assert ids(text, "Ukraine", "Zaporizhzhia") == [690791, 687700]


def test_a_name_that_cannot_be_told_keeps_its_candidates() -> None:
    text = "The driver came from Springfield."
    (found,) = resolve(document(text), [e(text, "Springfield")])
    assert found.location is None
    assert {(c.name, c.country) for c in found.candidates} == {("Springfield", "US")}
    assert len(found.candidates) == 5


def test_a_name_that_the_text_explains_is_surer_than_a_bare_one() -> None:
    bare, told = (
        resolve(document(text), [e(text, "Paris")])[0].location
        for text in ("The fair in Paris drew thousands.", "The fair in Paris, France, drew thousands.")
    )
    assert bare is not None
    assert told is not None
    assert 0.5 <= bare.confidence < told.confidence <= 0.98


def test_what_the_gazetteer_does_not_know_stays_as_it_was() -> None:
    text = "The road to Qwertzbrunn is closed."
    entity = e(text, "Qwertzbrunn")
    assert resolve(document(text), [entity]) == (entity,)


def test_people_and_organisations_are_left_alone() -> None:
    text = "Paris Example spoke for the London Choir."
    entities = (e(text, "Paris Example", "e1", "Person"), e(text, "London Choir", "e2", "Organisation"))
    assert resolve(document(text), entities) == entities


def test_a_part_of_a_place_lies_there_but_is_not_it() -> None:
    text = "Norway said that a road in eastern Norway was closed, and so was Bergen airport."
    norway = (Candidate(3144096, "Norway", 61.5, 9.0, "NO", "country", 1.0),)
    assert placed(text, "Norway", "eastern Norway", "Bergen airport")[1:] == [
        Location(None, "eastern Norway", 61.5, 9.0, "NO", "region", norway),
        Location(None, "Bergen airport", 60.39, 5.32, "NO", "region", norway),
    ]


def test_names_of_one_neighbourhood_tell_each_other() -> None:
    text = "A Paris man owns the last mill of Henry County. Tennessee bought the others."
    assert ids(text, "Paris", "Henry County", "Tennessee")[0] == 4647963


def test_a_famous_city_stays_itself_where_nothing_local_speaks_for_another() -> None:
    text = "The Ohio governor flew to Paris and Athens with a delegation from Columbus."
    assert ids(text, "Paris", "Athens", "Columbus") == [2988507, 264371, 4509177]


def test_a_county_in_a_list_of_counties() -> None:
    text = "Storms hit Clay, Union and York counties in South Carolina."
    found = placed(text, "Union", "York", "South Carolina")
    assert [(p.name, p.kind) for p in found[:2] if p] == [("Union County", "county"), ("York County", "county")]


def test_a_state_in_a_list_of_states() -> None:
    text = "Cases rose in Oregon, Washington, Idaho and Montana."
    assert ids(text, "Oregon", "Washington", "Idaho", "Montana")[1] == 5815135


def test_initials_are_no_small_town() -> None:
    text = "The BA said that Fiji was ready."
    assert placed(text, "BA", "Fiji")[0] is None


def test_a_town_of_more_fame_than_size() -> None:
    text = "The ministers met in Venice. The United States sent two of them, Japan one."
    assert ids(text, "Venice", "United States", "Japan")[0] == 3164603


def test_a_state_behind_its_town() -> None:
    text = "The fire began in Buffalo, New York, before noon."
    assert ids(text, "Buffalo", "New York") == [5110629, 5128638]
