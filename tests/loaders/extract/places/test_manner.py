from __future__ import annotations

import re

import pytest

from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.places.manner import SIGNS, Sign, home


@pytest.mark.parametrize("sign", SIGNS, ids=lambda s: s.example)
def test_each_sign_is_in_its_example(sign: Sign) -> None:
    assert re.search(sign.pattern, sign.example)


def spoken_for(text: str) -> set[tuple[str, str]]:
    return {(place.country or "", place.division) for place, _ in home(text, gazetteer())}


def test_courts_and_offices_tell_the_country() -> None:
    assert spoken_for("He denied theft at Norbridge Crown Court, and a councillor spoke of £40.") == {("GB", "")}
    assert spoken_for("Gardaí are looking for a grey van.") == {("IE", "")}


def test_offices_of_a_few_states_speak_for_each_of_them() -> None:
    assert spoken_for("The selectmen put it off.") == {("US", s) for s in ("CT", "MA", "ME", "NH", "VT", "RI")}


def test_telephone_and_postal_numbers_tell_the_state() -> None:
    assert spoken_for("Call (903) 555-0100 to register.") == {("US", "TX")}
    assert spoken_for("Write to Box 4, Elmford, OH 44000.") == {("US", "OH")}
    assert spoken_for("Call 519-555-0144 to register.") == {("CA", "08")}


def test_a_plain_text_is_at_home_nowhere() -> None:
    assert home("The two ministers met and said little.", gazetteer()) == []
