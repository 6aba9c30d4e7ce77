"""What a class of cue words is: the kind of saying, and where its content stands.

Each class says what kind of saying it is and which complements hold the content. A complement is written as

    clause       a finite or wh- clause, after the cue or before it        said that …, …, he said
    infinitive   a to-infinitive                                           vowed to …
    object       the direct object, with all that belongs to it            condemned the sale
    spoken       an object that is itself something said or proposed       rejected the offer
    urging       an object with its infinitive                             urged the bank to …
    naming       an object with a predicate, the word "as" or none         called the vote a farce
    charging     an object with "of" or "for" and what follows             accused the firm of …
    speech       only beside a quotation                                   "…," he laughed
    prep:WORD    the object of that preposition                            called for …
    hearsay      subject and infinitive around a passive cue               … is expected to …

The classes follow the grammars of Quirk et al. (1985, 16.31-33) and the speech acts of Searle (1976). A class of
`attitude` holds what somebody believes, intends or feels: no saying, so it is kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.extract.reading import SpeechAct


@dataclass(frozen=True, slots=True)
class CueClass:
    """Words that attribute in the same way. In the sentence `example`, `shows` is the content that must be found."""

    name: str
    part: Literal["verb", "noun"]
    act: SpeechAct
    complements: tuple[str, ...]
    lemmas: frozenset[str]
    example: str
    shows: str
    confidence: float = 0.9
    negative: bool = False
    """Whether the word itself denies its content, or says that nothing was said."""


def verb_class(
    name: str,
    act: SpeechAct,
    complements: str,
    lemmas: str,
    example: str,
    shows: str,
    confidence: float = 0.9,
    *,
    negative: bool = False,
) -> CueClass:
    return CueClass(
        name, "verb", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows, confidence, negative
    )


def noun_class(
    name: str,
    act: SpeechAct,
    complements: str,
    lemmas: str,
    example: str,
    shows: str,
    confidence: float = 0.6,
    *,
    negative: bool = False,
) -> CueClass:
    return CueClass(
        name, "noun", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows, confidence, negative
    )
