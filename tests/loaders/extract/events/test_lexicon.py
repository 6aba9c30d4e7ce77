"""Every trigger is found in its own example, with its type."""

from __future__ import annotations

import pytest

from graph.model import EVENT_TYPES
from loaders.extract.events import find
from loaders.extract.events.frames import FRAMES
from loaders.extract.events.nouns import NOUNS
from loaders.extract.events.trigger import Trigger
from loaders.extract.events.verbs import VERBS
from tests.loaders.extract.clauses.stage import cast, days, document


@pytest.mark.parametrize("trigger", [*NOUNS, *VERBS], ids=lambda t: f"{t.word}-{t.type}")
def test_the_trigger_is_found_in_its_example(trigger: Trigger) -> None:
    text = trigger.example
    events = find(document(text), cast(text), days(text), ())
    found = [(e.type, text[s.start : s.end].lower()[:3]) for e in events for s in e.mentions]
    stem = {"buy": "bou", "fly": "fle", "strike": "str", "shoot": "sho", "flee": "fle", "speak": "spo", "meet": "met",
            "sit": "sat", "sink": "san", "catch": "cau", "rise": "ros"}  # fmt: skip
    assert (trigger.type, stem.get(trigger.word, trigger.word[:3])) in found or (
        trigger.type,
        trigger.word[:3],
    ) in found


def test_types_are_those_of_the_model_and_have_frames() -> None:
    assert {t.type for t in (*NOUNS, *VERBS)} <= set(EVENT_TYPES)
    assert set(FRAMES) == set(EVENT_TYPES)
