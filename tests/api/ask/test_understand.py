from __future__ import annotations

import pytest

from api.ask import Understood, understand
from api.ask.forms import FORMS, VERBS
from graph.errors import NotUnderstood


@pytest.mark.parametrize(("name", "example"), [(f.name, e) for f in FORMS for e in (f.example, *f.more)])
def test_each_form_understands_its_examples(name: str, example: str) -> None:
    assert understand(example).form == name


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        (
            "everything Peskov said about talks",
            Understood("said_about", "quotes", "Everything that Peskov said about talks.", who="Peskov", about="talks"),
        ),
        (
            "What did Mr. Peskov say about the talks on 9 May 2031?",
            Understood(
                "did_say_about", "quotes", "Everything that Mr. Peskov said about talks on 2031-05-09.",
                who="Mr. Peskov", about="talks", day="2031-05-09",
            ),
        ),
        (
            "Whom did Ana Peskova accuse?",
            Understood(
                "whom_did", "relationships", "Whom Ana Peskova accused.", who="Ana Peskova", types=("ACCUSED",)
            ),
        ),
        (
            "who  met the Peskovs ?",
            Understood("who_did", "relationships", "Who met Peskovs.", whom="Peskovs", types=("MET",)),
        ),
        (
            "what happened on May 6, 2031",
            Understood("happened_on", "events", "What happened on 2031-05-06.", day="2031-05-06"),
        ),
        ("who is Ana Peskova", Understood("who_is", "entities", "Who or what Ana Peskova is.", who="Ana Peskova")),
    ],
)  # fmt: skip
def test_sentences_are_taken_apart(question: str, understood: Understood) -> None:
    assert understand(question) == understood


@pytest.mark.parametrize(
    "question", ["", "?", "sing me a song", "x" * 10_000, "what did Peskov say on 2031-02-30", "who accused"]
)
def test_other_sentences_are_answered_with_the_forms(question: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        understand(question)
    assert refused.value.forms == tuple(form.example for form in FORMS)


@pytest.mark.parametrize("day", ["on Tuesday", "yesterday", "last week"])
def test_a_day_without_a_date_is_asked_back(day: str) -> None:
    with pytest.raises(NotUnderstood, match="Which day"):
        understand(f"what did Peskov say about talks {day}?")


def test_verbs_are_of_the_model() -> None:
    from graph.reading.walks import TYPES

    assert {verb.type for verb in VERBS} <= set(TYPES)
