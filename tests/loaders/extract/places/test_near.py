from __future__ import annotations

from loaders.extract.places.near import Map, nearness
from loaders.extract.places.tables import Place


def town(name: str, lat: float, lon: float, kind: str = "city") -> Place:
    return Place(None, name, lat, lon, "XX", kind)


def test_what_another_name_means_near_it_supports_a_place() -> None:
    places = Map()
    places.add("other", town("Aby", 50.0, 10.0), 0.5)
    assert places.support("one", town("Boda", 50.1, 10.0)) == 0.5
    assert places.support("one", town("Boda", 51.9, 10.0)) == 0.0
    assert places.support("other", town("Boda", 50.1, 10.0)) == 0.0


def test_several_names_support_it_more_and_a_country_not_at_all() -> None:
    places = Map()
    places.add("other", town("Aby", 50.0, 10.0), 0.5)
    places.add("third", town("Cerro", 50.0, 10.1), 0.5)
    assert places.support("one", town("Boda", 50.1, 10.0)) == 0.75
    assert places.support("one", town("Boda", 50.1, 10.0, "country")) == 0.0


def test_the_nearness_of_a_distance() -> None:
    assert [nearness(km) for km in (10, 50, 100, 150, 300)] == [1.0, 0.7, 0.4, 0.1, 0.0]
