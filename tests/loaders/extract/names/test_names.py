from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.places.gazetteer import gazetteer
from loaders.extract.reading import Entity
from tests.loaders.extract.nlp import document


def read(text: str) -> tuple[Entity, ...]:
    return find(document(text), gazetteer())


def named(text: str) -> dict[str, tuple[str, list[str]]]:
    """Name -> type and the surfaces of its mentions."""
    return {e.name: (e.type, [text[m.start : m.end] for m in e.mentions]) for e in read(text) if e.named}


def test_a_surname_means_the_person_with_the_full_name() -> None:
    text = "Ivo Brandt spoke in Lisbon on Monday.\nThe wall is gone, Brandt said. Mr Brandt then left."
    assert named(text) == {
        "Ivo Brandt": ("Person", ["Ivo Brandt", "Brandt", "Brandt"]),
        "Lisbon": ("Place", ["Lisbon"]),
    }


def test_namesakes_stay_apart() -> None:
    text = "Ivo Brandt and Clara Brandt spoke in Lisbon.\nClara Brandt said the wall is gone."
    assert [(e.name, len(e.mentions)) for e in read(text) if e.type == "Person"] == [
        ("Ivo Brandt", 1), ("Clara Brandt", 2),
    ]  # fmt: skip


def test_initials_and_particles_are_the_same_person() -> None:
    text = "Clara B. Hansen spoke first.\nClara Hansen said the wall is gone. She met Anna van Dorn."
    assert [e.name for e in read(text) if e.type == "Person"] == ["Clara B. Hansen", "Anna van Dorn"]


def test_titles_are_no_part_of_names() -> None:
    text = "Harbour minister Clara Hansen met President Ivo Brandt and Dr. Mette Holm in Lisbon."
    assert [e.name for e in read(text) if e.type == "Person"] == ["Clara Hansen", "Ivo Brandt", "Mette Holm"]


def test_two_names_with_an_and_are_two() -> None:
    text = "Talks between Hansen and Brandt failed.\nMinister Clara Hansen left. Ivo Brandt stayed.\nBrandt waited."
    assert [(e.name, len(e.mentions)) for e in read(text) if e.type == "Person"] == [
        ("Clara Hansen", 2), ("Ivo Brandt", 3),
    ]  # fmt: skip


def test_demonyms_are_mentions_of_their_country() -> None:
    text = "Portuguese officials met in Lisbon. Portugal said the Portuguese would not leave."
    portugal = next(e for e in read(text) if e.name == "Portugal")
    assert [(text[m.start : m.end], m.kind, m.metonym) for m in portugal.mentions] == [
        ("Portuguese", "demonym", False),
        ("Portugal", "name", True),
        ("Portuguese", "demonym", False),
    ]


def test_houses_that_speak_are_organisations() -> None:
    text = "The Kremlin said so. Downing Street denied it, and the White House had no comment. The Pentagon agreed."
    assert {n: t for n, (t, _) in named(text).items()} == {
        "Kremlin": "Organisation",
        "Downing Street": "Organisation",
        "White House": "Organisation",
        "Pentagon": "Organisation",
    }


def test_an_acronym_means_the_name_before_it() -> None:
    text = "The International Harbour Organisation (IHO) met in Lisbon.\nThe IHO said the wall is gone."
    assert named(text)["International Harbour Organisation"] == (
        "Organisation", ["International Harbour Organisation", "IHO", "IHO"],
    )  # fmt: skip


def test_a_firm_is_called_by_its_first_words() -> None:
    text = "Brandt Marine Corp closed its yard in Lisbon.\nBrandt Marine said it will open again."
    assert named(text)["Brandt Marine Corp"] == (
        "Organisation", ["Brandt Marine Corp", "its", "Brandt Marine", "it"],
    )  # fmt: skip


def test_the_dateline_and_the_desk() -> None:
    text = "LISBON (AFP) - The harbour was closed on Monday, officials said.\nIt stays closed in Lisbon.\nib-mh/kl"
    assert named(text) == {"Lisbon": ("Place", ["LISBON", "Lisbon"]), "AFP": ("Organisation", ["AFP"])}


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("The wall is gone, a senior harbour official said.", "senior harbour official", "Person"),
        ("Aid groups said on Monday that the wall is gone.", "Aid groups", "Group"),
        ("The wall is gone, residents said.", "residents", "Group"),
        ("Danish officials said on Monday that the wall is gone.", "Danish officials", "Group"),
        ("The wall is gone, police said.", "police", "Group"),
    ],
)
def test_unnamed_speakers(text: str, speaker: str, kind: str) -> None:
    assert [(e.name, e.type) for e in read(text) if not e.named] == [(speaker, kind)]


def test_pronouns_mean_the_one_who_spoke() -> None:
    text = 'Clara Hansen closed the harbour on Monday.\n"The wall is gone," she said. Her husband left.'
    assert named(text)["Clara Hansen"][1] == ["Clara Hansen", "she", "Her"]


def test_pronouns_in_quotation_marks_are_left_alone() -> None:
    text = 'Ivo Brandt spoke on Monday.\n"He is gone," Clara Hansen said.'
    assert named(text) == {"Ivo Brandt": ("Person", ["Ivo Brandt"]), "Clara Hansen": ("Person", ["Clara Hansen"])}


def test_it_is_not_guessed_where_two_could_be_meant() -> None:
    text = "Portugal accused Denmark of closing a harbour that it had promised to open."
    assert named(text) == {"Portugal": ("Place", ["Portugal"]), "Denmark": ("Place", ["Denmark"])}


def test_definite_nouns_mean_whom_they_can_only_mean() -> None:
    text = (
        "Harbour spokesman Ivo Brandt met Clara Hansen in Porto.\nThe city has no harbour, the spokesman said.\n"
        "The city wants one."
    )
    assert named(text)["Porto"][1] == ["Porto", "The city", "The city"]
    assert named(text)["Ivo Brandt"][1] == ["Ivo Brandt", "the spokesman"]


def test_gender_is_what_the_article_shows() -> None:
    text = "Spokeswoman Tove Lind left. Mr. Kim Dahl stayed. Bo Ek said he would go."
    assert {e.name: e.gender for e in read(text) if e.type == "Person"} == {
        "Tove Lind": "female",
        "Kim Dahl": "male",
        "Bo Ek": "male",
    }


def test_ids_follow_the_order_of_the_text() -> None:
    entities = read("Ivo Brandt met Clara Hansen in Lisbon. Portuguese officials left.")
    assert [e.id for e in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    assert [e.mentions[0].start for e in entities] == sorted(e.mentions[0].start for e in entities)


def test_a_firm_goes_before_the_town_and_the_surname_of_its_name() -> None:
    text = "A.B. Lindqvist Ltd <ABL.S> closed its yard in Porto. Lindqvist said it will open again.\nLindqvist is old."
    assert named(text)["A.B. Lindqvist Ltd"][0] == "Organisation"
    assert [e.name for e in read(text) if e.type == "Person" and e.named] == []


def test_a_hyphen_does_not_cut_a_name() -> None:
    text = "Holm-Brandt Corp closed its yard.\nHolm-Brandt said on Monday it will open again."
    assert [e.name for e in read(text) if e.named] == ["Holm-Brandt Corp"]


def test_officials_of_a_body_are_called_by_it() -> None:
    text = "The wall is gone, Ministry of Finance officials said."
    assert [(e.name, e.type) for e in read(text) if not e.named] == [("Ministry of Finance officials", "Group")]


def test_what_a_body_is_called_tells_that_it_is_one() -> None:
    text = "Prices will fall, the newsletter Fish World said.\nFish World expects more."
    assert [(e.name, e.type, len(e.mentions)) for e in read(text)] == [("Fish World", "Organisation", 2)]


def test_the_company_is_the_firm_that_did_something() -> None:
    text = "Lindqvist Ltd sold a yard to Holm Corp.\nThe company said it needs cash."
    assert named(text)["Lindqvist Ltd"][1] == ["Lindqvist Ltd", "The company", "it"]
    assert named(text)["Holm Corp"][1] == ["Holm Corp."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Minister Karl Lund left. In his report, Ivo Brandt praised the port.",
            {"Karl Lund": ["Karl Lund"], "Ivo Brandt": ["his", "Ivo Brandt"]},
            id="the subject behind it",
        ),
        pytest.param(
            "Minister Karl Lund left. In his report, the port was praised.",
            {"Karl Lund": ["Karl Lund", "his"]},
            id="the one before",
        ),
    ],
)
def test_a_pronoun_that_opens_a_sentence(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: words for name, (type_, words) in named(text).items() if type_ == "Person"} == expected
