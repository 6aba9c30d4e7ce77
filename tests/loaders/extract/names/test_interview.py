from __future__ import annotations

import pytest

from loaders.extract.names import find
from loaders.extract.names.asked import EXAMPLES
from loaders.extract.places.gazetteer import gazetteer
from tests.loaders.extract.nlp import document

TALK = (
    "What do you like best about your boats?\n"
    "I like my oldest boat best. I bought it from my uncle.\n"
    "Do you sail at night?\n"
    "I never do. We stay in the port."
)


def pronouns(text: str) -> dict[str, list[str]]:
    """Name -> the pronouns that mean it, where there are any."""
    found = find(document(text), gazetteer())
    made = {e.name: [text[m.start : m.end] for m in e.mentions if m.kind == "pronoun"] for e in found}
    return {name: words for name, words in made.items() if words and words[0].lower() in ("i", "you", "we")}


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_each_way_of_saying_so_by_its_example(rule: str) -> None:
    assert pronouns(f"{EXAMPLES[rule]}\n{TALK}")["Ann Holm"] == [
        "you", "your", "I", "my", "I", "my", "you", "I",
    ]  # fmt: skip


def test_we_is_a_group_of_its_own() -> None:
    assert pronouns(f"{EXAMPLES['interviewed']}\n{TALK}")["we"] == ["We"]


def test_who_publishes_is_not_the_one_who_answers() -> None:
    assert "Ann Holm" in pronouns(f"Vardonews interviews Ann Holm\n{TALK}")


def test_you_in_an_answer_is_anybody() -> None:
    text = f"{EXAMPLES['interviewed']}\n{TALK}\nYou sleep badly when your boat moves."
    made = pronouns(text)
    assert made["you"] == ["You", "your"]
    assert made["Ann Holm"] == ["you", "your", "I", "my", "I", "my", "you", "I"]


def test_we_who_answer_are_no_they() -> None:
    text = f"{EXAMPLES['interviewed']}\n{TALK}\nThey are cheap, though."
    assert pronouns(text)["we"] == ["We"]


def test_several_who_answer_as_one_are_you_and_we() -> None:
    text = (
        "An interview with the owners of a boat yard\n"
        "Where do you build your boats?\n"
        "We build them at home.\n"
        "What do you paint them with?\n"
        "We take what we have, and we like it."
    )
    assert pronouns(text) == {"you": ["you", "your", "We", "you", "We", "we", "we"]}


def test_labels_say_whose_turn_it_is() -> None:
    text = (
        "The Harbour Post spoke with the divers Ann Holm and Ivo Brandt.\n"
        "Q: Do you both dive at night?\n"
        "HOLM: I do, and I like it.\n"
        "BRANDT: I never did. I tell her so.\n"
        "Q: Are you afraid?\n"
        "HOLM: I am not."
    )
    assert pronouns(text) == {"Ann Holm": ["I", "I", "her", "I"], "Ivo Brandt": ["I", "I"]}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Ann Holm keeps boats in Vardo.\n{TALK}", id="nothing says that it is an interview"),
        pytest.param(
            "The Harbour Post interviewed Ann Holm. I read it, and I laughed. I know my port. I do not know her.",
            id="nobody asks",
        ),
        pytest.param(
            f"The Harbour Post interviewed a diver about Ann Holm and her boats.\n{TALK}", id="whom it is about"
        ),
        pytest.param(f"The Harbour Post spoke with Ann Holm and Ivo Brandt.\n{TALK}", id="two who may answer"),
    ],
)
def test_elsewhere_i_is_nobody(text: str) -> None:
    assert "Ann Holm" not in pronouns(text)
