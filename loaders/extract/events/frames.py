"""Which part of a clause plays which role in an event of each type.

Slots: `subject` (who does it, the "by" of a passive), `object`; `owner` is what stands before a noun ("Zenda's attack",
"Ruritanian attack"); the others are prepositions. The role `place` says where it happened, without taking part.
"""

from __future__ import annotations

from loaders.extract.words import wordset

_DOING = {
    "subject": "agent",
    "object": "patient",
    "owner": "agent",
    "by": "agent",
    "of": "patient",
    "against": "patient",
}
_SUFFERED = {"subject": "agent", "object": "patient", "owner": "patient", "by": "agent", "of": "patient"}
_TOGETHER = {
    "subject": "participant", "object": "participant", "owner": "participant", "with": "participant",
    "between": "participant", "among": "participant", "by": "participant", "of": "participant",
}  # fmt: skip
_UNDERGONE = {"subject": "victim", "owner": "victim", "of": "victim"}

FRAMES: dict[str, dict[str, str]] = {
    "Talks": _TOGETHER,
    "Visit": {"subject": "agent", "object": "host", "owner": "agent", "by": "agent", "to": "host", "of": "host"},
    "Attack": {
        **_DOING,
        "on": "patient",
        "at": "patient",
        "with": "patient",
        "between": "participant",
    },
    "Invasion": {**_DOING, "into": "patient"},
    "Siege": _DOING,
    "Retreat": {
        "subject": "agent",
        "object": "agent",
        "owner": "agent",
        "of": "agent",
        "by": "agent",
        "from": "place",
        "off": "place",
    },
    "Agreement": {k: v for k, v in _TOGETHER.items() if k not in ("object", "of")},
    "Protest": {"subject": "agent", "owner": "agent", "by": "agent", "of": "agent", "against": "patient"},
    "Strike": {"subject": "agent", "owner": "agent", "by": "agent", "of": "agent"},
    "Election": {"subject": "agent", "object": "patient", "of": "patient", "by": "agent"},
    "Appointment": _SUFFERED,
    "Departure": {"subject": "agent", "object": "patient", "owner": "agent", "of": "agent", "by": "agent"},
    "Arrest": _SUFFERED,
    "Trial": _SUFFERED,
    "Deportation": _SUFFERED,
    "Evacuation": {**_SUFFERED, "from": "place"},
    "Sanctions": {**_DOING, "on": "patient"},
    "Aid": {"subject": "agent", "owner": "agent", "by": "agent", "from": "agent", "to": "patient", "for": "patient"},
    "Accident": {},
    "Disaster": {},
    "Death": {**_UNDERGONE, "object": "victim", "by": "agent"},
    "Business": {**_DOING, "with": "participant"},
    "Decision": {"subject": "agent", "owner": "agent", "by": "agent"},
    "Announcement": {"subject": "agent", "owner": "agent", "by": "agent"},
}

WAR = {"owner": "participant", "with": "participant", "between": "participant", "against": "participant"}
"""Of a war nobody is the doer: "the Norland-Sudria war"."""

BY_WORD: dict[str, dict[str, str]] = {
    "rise": {"subject": "place"},
    "overflow": {"subject": "place"},
    "flood": {"subject": "place", "object": "place"},
    "kill": {"subject": "agent", "object": "victim", "by": "agent"},
}
"""Words whose frame is not that of their type: who kills does not die."""

VICTIMS = frozenset(("kill", "assassinate", "murder", "massacre", "shoot", "stab", "kidnap", "abduct", "assassination",
                     "murder", "killing", "massacre", "kidnapping", "abduction", "shooting"))  # fmt: skip
"""Triggers whose patient is a victim; what stands before such a noun is one, too: "Reyes's murder"."""

PLACE_BY_PATIENT = frozenset(("Attack", "Invasion", "Siege", "Visit", "Evacuation"))
"""Types that happen where their patient or host is, if that is a place: "shelled Oslo", "a visit to Lima"."""

WHERE = ("in", "at", "near", "outside", "around", "inside", "within", "across", "throughout", "off")
"""Prepositions by which an event is placed."""

WHERE_MORE: dict[str, tuple[str, ...]] = {
    "Attack": ("on", "for", "into", "over"), "Visit": ("to", "in"), "Evacuation": ("from",),
    "Retreat": ("from", "around"),
    "Protest": ("through", "along"),
    "Siege": ("of",), "Invasion": ("of", "into"), "Aid": ("to",),
}  # fmt: skip
"""Prepositions that place an event of that type besides."""

HOLDING: dict[str, str] = {
    **dict.fromkeys(
        wordset(
            "hold have launch carry conduct stage mount make pay undertake begin start open resume"
            " continue attend sign reach conclude join lead tender submit impose commit wage complete seal"
            " strike negotiate break finish end schedule plan organise organize arrange prepare"
        ),
        "subject",
    ),
    "host": "host",
}
"""Verbs that say no more than that the noun under them is done; their subject does it: "Norland launched an attack"."""

HAPPENING = wordset(
    "take happen occur begin start open end close conclude resume continue kill injure wound leave"
    " hit destroy damage erupt break strike rage devastate last fail collapse come displace hold"
    " schedule set due go kick finish"
)
"""Verbs whose time and place are those of the event that is their subject: "the talks ended on Tuesday"."""

OVER_NOUN: dict[str, str] = {
    **dict.fromkeys(
        wordset("cancel postpone avoid prevent avert abandon reject refuse deny foil thwart oppose"),
        "failed",
    ),
    **dict.fromkeys(
        wordset("plan schedule arrange propose offer prepare promise pledge intend organise organize"),
        "planned",
    ),
    **dict.fromkeys(
        wordset(
            "seek demand expect want urge threaten fear consider discuss suggest request favour favor"
            " await face risk allow predict call push press appeal hope wait ask vote need"
        ),
        "open",
    ),
}
"""What a verb says of the event that is its object, or after its "for": "cancelled the visit", "called for talks"."""
ONLY_FOR = wordset("call push press appeal hope wait ask vote")
"""Of these the ones that leave it open only with "for": a call for talks, but not talks that were called useful."""
