"""What a governing verb or noun says about the truth of what it governs. Data; one example each, tested.

`true`     begins, managed to: what is governed stands as its governor does
`said`     it is reported: on the word of the governor's subject
`accused`  it is alleged by the governor's subject
`denied`   it is said not to be so
`failed`   it did not come about
`planned`  it is meant to come about
`open`     wished, asked for, feared, doubted: neither true nor planned
A verb that is not listed is `open` over an infinitive and `true` over anything else.
"""

from __future__ import annotations

from typing import Literal

Force = Literal["true", "said", "accused", "denied", "failed", "planned", "open"]

VERBS: dict[Force, tuple[str, str]] = {
    "true": (
        "begin start continue keep manage succeed proceed help finish stop cease see watch hear go come resume"
        " involve mark spend end force make let leave include remember respond retaliate",
        "Ruritanian gunners began to shell Zara.",
    ),
    "said": (
        "say tell report state add claim write announce note assert insist argue declare estimate believe think"
        " suggest testify recall explain confirm acknowledge admit reveal disclose show indicate quote maintain"
        " repeat stress contend conclude read broadcast warn know understand consider rumour rumor",
        "The ministry said Ruritanian gunners attacked Zara.",
    ),
    "accused": (
        "accuse suspect charge allege blame convict indict condemn denounce criticise criticize decry acquit",
        "Zenda accused Ruritania of attacking Zara.",
    ),
    "denied": ("deny refute dispute reject dismiss", "Ruritania denied attacking Zara."),
    "failed": (
        "fail refuse decline neglect prevent avoid refrain forget block cancel postpone abandon rule scrap bar",
        "The rebels failed to attack Zara.",
    ),
    "planned": (
        "plan intend expect schedule agree promise pledge vow prepare decide due set arrange offer commit resolve"
        " undertake determine aim threaten propose",
        "The rebels plan to attack Zara.",
    ),
    "open": (
        "want hope wish urge ask call demand seek try attempt fear doubt question wonder need refrain order allow"
        " consider tell let press appeal invite encourage persuade require permit authorise authorize dare wait"
        " could afford like prefer tend appear seem use worry beg advise recommend request",
        "Zenda urged Ruritania to attack Zara.",
    ),
}

NOUNS: dict[Force, tuple[str, str]] = {
    "said": (
        "report statement news announcement confirmation evidence fact word testimony",
        "Reports that Ruritania attacked Zara reached the capital.",
    ),
    "accused": (
        "accusation allegation charge claim suspicion complaint",
        "The claim that Ruritania attacked Zara is old.",
    ),
    "denied": ("denial", "The denial that Ruritania attacked Zara was brief."),
    "failed": ("failure refusal inability", "The failure to attack Zara cost the rebels dear."),
    "planned": (
        "plan decision agreement deal promise pledge vow intention offer preparation commitment order schedule"
        " accord undertaking resolution",
        "The plan to attack Zara was made in spring.",
    ),
    "open": (
        "fear threat risk possibility hope demand call bid effort attempt proposal idea chance suggestion doubt"
        " question rumour rumor speculation speculations concern warning danger prospect condition appeal request"
        " pressure ability right need way power opportunity capacity move drive campaign",
        "Fears that Ruritania would attack Zara grew.",
    ),
}

# Words that stand in two rows: the first entry of this order wins over an infinitive, the row "said" over a clause.
_OVER_INFINITIVE: tuple[Force, ...] = ("true", "failed", "planned", "open", "accused", "denied", "said")
_OVER_CLAUSE: tuple[Force, ...] = ("said", "denied", "accused", "open", "planned", "failed", "true")


NOUN_WORDS = frozenset(word for words, _ in NOUNS.values() for word in words.split())


def _table(rows: dict[Force, tuple[str, str]], order: tuple[Force, ...]) -> dict[str, Force]:
    return {word: force for force in reversed(order) if force in rows for word in rows[force][0].split()}


_VERB_INFINITIVE, _VERB_CLAUSE = _table(VERBS, _OVER_INFINITIVE), _table(VERBS, _OVER_CLAUSE)
_NOUN_INFINITIVE, _NOUN_CLAUSE = _table(NOUNS, _OVER_INFINITIVE), _table(NOUNS, _OVER_CLAUSE)


def verb_force(lemma: str, *, infinitive: bool) -> Force:
    """What this verb says about the infinitive (or else the clause, or "-ing" form) that it governs."""
    table = _VERB_INFINITIVE if infinitive else _VERB_CLAUSE
    return table.get(lemma, "open" if infinitive else "true")


def noun_force(lemma: str, *, infinitive: bool) -> Force:
    """What this noun says about the infinitive or the that-clause that it governs; an unknown one leaves it open."""
    return (_NOUN_INFINITIVE if infinitive else _NOUN_CLAUSE).get(lemma, "open")


REPORTING: frozenset[str] = frozenset(VERBS["said"][0].split())
"""Verbs by which an article passes on what somebody says."""

HEDGES: dict[str, Force] = {
    "allegedly": "accused", "reportedly": "accused", "supposedly": "accused", "purportedly": "accused",
    "possibly": "open", "perhaps": "open", "maybe": "open", "probably": "open", "likely": "open",
    "never": "failed", "hardly": "failed", "barely": "true", "almost": "failed", "nearly": "failed",
}  # fmt: skip
"""Adverbs on a verb. "Ruritania allegedly attacked Zara." "The rebels never attacked Zara." """

MODALS: dict[str, Force] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "ll": "planned",
    "would": "open", "could": "open", "can": "open", "ca": "open", "may": "open", "might": "open", "must": "open",
    "should": "open", "ought": "open", "’ll": "planned",
}  # fmt: skip
"""Auxiliaries. "The rebels will attack Zara." "The rebels might attack Zara." """

MARKS: dict[str, Force] = {
    "if": "open", "unless": "open", "whether": "open", "lest": "open", "provided": "open", "once": "planned",
    "until": "open", "before": "true", "without": "failed", "than": "open", "instead": "failed",
}  # fmt: skip
"""Conjunctions and prepositions that introduce the clause. "If Ruritania attacks Zara, Zenda will act." """

ADJECTIVES: dict[str, Force] = {
    "alleged": "accused", "suspected": "accused", "reported": "accused", "supposed": "accused", "apparent": "accused",
    "planned": "planned", "scheduled": "planned", "proposed": "planned", "upcoming": "planned",
    "forthcoming": "planned",
    "next": "planned", "expected": "planned", "future": "planned", "possible": "open", "potential": "open",
    "likely": "open", "imminent": "open", "threatened": "open", "further": "true", "cancelled": "failed",
    "canceled": "failed", "postponed": "failed", "failed": "true", "attempted": "failed", "no": "failed",
    "hypothetical": "open", "any": "open", "more": "true", "probable": "open", "foiled": "failed",
}  # fmt: skip
"""Words before an event noun. "The planned talks in Zara drew a crowd." "The alleged attack on Zara was reported." """
