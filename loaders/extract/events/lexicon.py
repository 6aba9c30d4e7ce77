"""Looks words up among the triggers: the nouns and verbs that name an event."""

from __future__ import annotations

from functools import cache

from loaders.extract.events.nouns import NOUNS
from loaders.extract.events.trigger import Trigger
from loaders.extract.events.verbs import VERBS


@cache
def triggers(noun: bool) -> dict[str, tuple[Trigger, ...]]:
    """By lemma; several where a word has several readings, the one with the most conditions first."""
    found: dict[str, list[Trigger]] = {}
    for trigger in NOUNS if noun else VERBS:
        found.setdefault(trigger.word, []).append(trigger)
    return {w: tuple(sorted(ts, key=_free)) for w, ts in found.items()}


def _free(trigger: Trigger) -> bool:
    return not (trigger.only_with or trigger.agent or trigger.patient or trigger.happens_to)
