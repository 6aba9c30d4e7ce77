"""What makes a word name an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityNeed = Literal["", "any", "person", "place", "organisation", "target", "actor"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, and when it does so.

    `only_with`, `never_with`: lemmas that must (one of them) or must not stand directly on the word: modifiers,
    objects, prepositions, particles. `agent`, `patient`: the kind of entity that must do it or have it done to
    ("actor": no mere place); as a patient, "target" also takes a thing, if an armed group or a
    country does it: "Norland attacked two ports", but not "Marlow attacked the budget".
    `never_with` may also name `dobj`, any direct object: who "drowned a speech" did not drown.
    `happens_to`: lemmas one of which must be what it happens to, without an object or a doer: "A bridge collapsed", but
    not "Talks collapsed"; "river" also stands for any river by its name.
    `never_under`: lemmas of the verb or preposition over a noun: "under fire".
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
    happens_to: str = ""
    never_under: str = ""
