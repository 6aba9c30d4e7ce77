"""The words by which English news attributes, looked up by lemma, and what decides whether they do."""

from __future__ import annotations

from functools import cache

from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.cue_nouns import NOUNS
from loaders.extract.quotes.cue_verbs import VERBS

PARTICLES: dict[str, frozenset[str]] = {
    "point": frozenset({"out"}),
    "make": frozenset({"clear", "plain", "known", "it"}),
    "play": frozenset({"down"}),
    "cast": frozenset({"doubt"}),
    "lash": frozenset({"out"}),
    "hit": frozenset({"out", "back"}),
    "fire": frozenset({"back"}),
    "bring": frozenset({"up"}),
}
"""Verbs that are cues only with one of these words beside them (as particle, adverb, complement or object)."""

FREE_OF_PARTICLE = frozenset({("point", "prep:to")})
"""Where a complement frees the verb from its particle ("pointed to the figures")."""

_SPOKEN_WORDS = """
accusation allegation assertion assessment blame charge claim comment complaint conclusion concern criticism demand
finding hint idea insinuation interpretation notion objection opinion question remark report reproach rumor rumour
speculation statement story suggestion suspicion theory view warning worry fear
agreement amendment appeal application bid call ceasefire compromise condition deal draft initiative invitation motion
offer peace petition plan plea pledge proposal proposition request resolution solution truce ultimatum
possibility prospect need allegiance
"""
SPOKEN = frozenset(_SPOKEN_WORDS.split())
"""Things said or proposed: who rejects them speaks. Who dismisses a manager does not."""
_MISDEED_WORDS = """
bribery collusion complicity corruption fraud guilt involvement knowledge link negligence responsibility role tie
wrongdoing doing existence intention misconduct murder plagiarism theft any
"""
DENIED = SPOKEN | frozenset(_MISDEED_WORDS.split())
"""What is denied by speaking. Who denies somebody a visa or bail does not speak."""
UNSAID = frozenset({"answer", "comment", "confirm", "disclose", "discuss", "elaborate", "give", "identify", "name",
                    "provide", "reply", "respond", "reveal", "say", "specify", "speak", "talk"})  # fmt: skip
"""What a source declines or refuses to do when nothing was said: "declined to comment" is no quote."""

SOURCE_PREPOSITIONS = frozenset({"by", "from"})
"""After a noun cue: who made it ("a claim by the union")."""


@cache
def verbs(lemma: str) -> tuple[CueClass, ...]:
    """The classes of a verb, in the order of `VERBS`; empty where it is no cue."""
    return tuple(c for c in VERBS if lemma in c.lemmas)


@cache
def nouns(lemma: str) -> tuple[CueClass, ...]:
    """The classes of a noun."""
    return tuple(c for c in NOUNS if lemma in c.lemmas)


@cache
def speech(lemma: str) -> CueClass | None:
    """The class by which a verb may stand beside a quotation, or None."""
    found = [c for c in verbs(lemma) if c.act != "attitude" and {"clause", "speech"} & set(c.complements)]
    return found[0] if found else None
