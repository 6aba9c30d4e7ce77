"""Each class of cue words by its own example sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.model import Article
from loaders.extract.quotes import cues
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.cue_nouns import NOUNS
from loaders.extract.quotes.cue_verbs import VERBS
from loaders.extract.quotes.gather import gather
from loaders.extract.quotes.kinds import Kinds
from loaders.extract.structure import parse


@pytest.mark.parametrize("cue_class", [*VERBS, *NOUNS], ids=lambda c: f"{c.part}: {c.name}")
def test_the_example_of_a_class_shows_its_content(cue_class: CueClass, nlp: Language) -> None:
    document = parse(Article(id="a", text=cue_class.example), nlp)
    contents = [" … ".join(document.surface(s) for s in Kinds(document).contents(d)) for d in gather(document)]
    assert contents == [cue_class.shows]


def test_a_class_has_words_complements_and_a_confidence_between_nought_and_one() -> None:
    for cue_class in (*VERBS, *NOUNS):
        assert cue_class.lemmas, cue_class.name
        assert cue_class.complements, cue_class.name
        assert 0 < cue_class.confidence < 1, cue_class.name
        assert cue_class.shows.split(" … ")[0] in cue_class.example


def test_names_of_classes_are_unique() -> None:
    for classes in (VERBS, NOUNS):
        assert len({c.name for c in classes}) == len(classes)


def test_beliefs_are_attitudes_and_no_saying() -> None:
    assert {c.act for c in cues.verbs("believe")} == {"attitude"}
    assert cues.speech("believe") is None
    assert cues.speech("say") is not None
