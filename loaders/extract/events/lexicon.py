"""Looks words up among the triggers: the nouns and verbs that name an event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

EntityNeed = Literal["", "any", "person", "place", "organisation", "target", "actor"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, and when it does so.

    `only_with`, `never_with`: lemmas that must (one of them) or must not stand directly on the word: modifiers,
    objects, prepositions, particles. `agent`, `patient`: the kind of entity that must do it or have it done to
    ("actor": no mere place); as a patient, "target" also takes a thing, if an armed group or a
    country does it: "Norland attacked two ports", but not "Marlow attacked the budget".
    `kin`: events of one type are the same only within one kin, or where one of them has none.
    `noun`: what a reader calls the doing of a verb ("shelling").
    """

    word: str
    type: str
    example: str
    kin: str = ""
    noun: str = ""
    only_with: str = ""
    never_with: str = ""
    agent: EntityNeed = ""
    patient: EntityNeed = ""


@cache
def triggers(noun: bool) -> dict[str, tuple[Trigger, ...]]:
    """By lemma; several where a word has several readings, the one with the most conditions first."""
    from loaders.extract.events.nouns import NOUNS
    from loaders.extract.events.verbs import VERBS

    found: dict[str, list[Trigger]] = {}
    for trigger in NOUNS if noun else VERBS:
        found.setdefault(trigger.word, []).append(trigger)
    return {w: tuple(sorted(ts, key=lambda t: not (t.only_with or t.agent or t.patient))) for w, ts in found.items()}
