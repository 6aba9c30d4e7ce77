from __future__ import annotations

import re

import pytest

from loaders.extract.places.gazetteer import gazetteer, prior
from loaders.extract.places.spelling import RULES, Rule, key, variants
from loaders.extract.places.tables import DATA


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_of_spelling_turns_its_example(rule: Rule) -> None:
    written, held = map(key, rule.example)
    assert re.sub(rule.pattern, rule.replacement, written) == held


def test_keys_are_blind_to_case_accents_hyphens_and_articles() -> None:
    assert key("The Hague") == "hague"
    assert {key(n) for n in ("Saint-Étienne", "St. Etienne", "SAINT ETIENNE")} == {"saint etienne"}
    assert {key(n) for n in ("U.S.", "US", "the U.S.")} == {"us"}
    assert key("Łódź") == "lodz"


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("the US", 6252001, "US"),
        ("U.S.", 6252001, "US"),
        ("Britain", 2635167, "GB"),
        ("UAE", 290557, "AE"),
        ("Ivory Coast", 2287781, "CI"),
        ("Kiev", 703448, "UA"),
        ("Kharkov", 706483, "UA"),
        ("Dnepropetrovsk", 709930, "UA"),
        ("São Paulo", 3448439, "BR"),
        ("Sao Paulo", 3448439, "BR"),
        ("London", 2643743, "GB"),
        ("Crimea", 703883, "UA"),
        ("West Bank", 285153, "PS"),
        ("Texas", 4736286, "US"),
    ],
)
def test_the_likeliest_place_of_a_name(name: str, geonames: int, country: str) -> None:
    best = gazetteer().lookup(name)[0]
    assert (best.geonames, best.country) == (geonames, country)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Danube", "river"),
        ("Black Sea", "sea"),
        ("Siberia", "region"),
        ("Mount Everest", "mountain"),
        ("Middle East", "region"),
        ("Africa", "continent"),
        ("Lake Baikal", "lake"),
        ("Manhattan", "district"),
        ("Cook County", "county"),
        ("Lyon", "city"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert gazetteer().lookup(name)[0].kind == kind


def test_a_rule_finds_places_only_in_its_countries() -> None:
    found = dict(variants("raqqa"))
    assert found["raqqah"] >= {"SY", "IQ"}
    assert "UA" not in found["raqqah"]
    assert gazetteer().places("Ohaio") == ()


def test_demonyms_of_countries_regions_and_continents() -> None:
    atlas = gazetteer()
    found = {
        word: atlas.country_of_demonym(word) for word in ("Ukrainian", "Britons", "Swiss", "Kurds", "African", "Table")
    }
    assert {word: place and place.name for word, place in found.items()} == {
        "Ukrainian": "Ukraine", "Britons": "United Kingdom", "Swiss": "Switzerland", "Kurds": "Kurdistan",
        "African": "Africa", "Table": None,
    }  # fmt: skip


def test_every_country_has_a_demonym_or_hardly_anybody() -> None:
    missing = [c.place.name for c in gazetteer().countries.values() if not c.demonyms and c.place.population > 100_000]
    assert missing == []


def test_what_is_a_place_by_its_bare_name() -> None:
    atlas = gazetteer()
    asked = ("Kyiv", "Ontario", "Pacific", "Xyzzyburg", "Smith and Sons", "", "Ms.")
    assert [name for name in asked if atlas.is_place(name)] == ["Kyiv", "Ontario", "Pacific"]


def test_the_larger_places_that_hold_it() -> None:
    atlas = gazetteer()
    austin = next(p for p in atlas.places("Austin") if p.division == "TX")
    assert [p.name for p in atlas.within(austin)] == ["Texas", "United States"]
    assert atlas.within(atlas.places("France")[0]) == ()
    assert atlas.within(atlas.places("Black Sea")[0]) == ()


def test_a_large_town_is_likelier_than_a_small_one_and_a_capital_than_both() -> None:
    by_name = {place.country: prior(place) for place in gazetteer().places("Rome") if place.country in ("IT", "US")}
    assert by_name["IT"] > 0.8 > by_name["US"]


def test_the_source_and_the_licence_stand_beside_the_data() -> None:
    notice = (DATA / "README.md").read_text(encoding="utf-8")
    assert "GeoNames" in notice
    assert "CC BY 4.0" in notice
    assert sum(f.stat().st_size for f in DATA.iterdir()) < 6_000_000
