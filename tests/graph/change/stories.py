"""Three invented articles in which one man goes by two names, and a fourth about his namesake."""

from __future__ import annotations

from graph.facts import Facts
from loaders.extract.reading import About
from tests.factories import A, E, L, P, Q, T, V
from tests.graph.stories import LAND, TALLMOUTH, facts

MAYOR = """Jon Okoro, mayor of Tallmouth, met Lena Farr in Tallmouth on Monday.
"The bridge is safe," Jon Okoro said.
John Okoro was elected last year."""
REPORT = """John Okoro praised Lena Farr in Tallmouth.
"John Okoro is a friend," Lena Farr said. "He was late," John Okoro said of the driver."""
NAMESAKE = """Jon Okoro, a goalkeeper, signed for Tallmouth United.
"I like the club," Jon Okoro said."""

KEEP, GIVE, LENA = "person/jon-okoro", "person/john-okoro", "person/lena-farr"


def mayor() -> Facts:
    """Names him by both names; a meeting, a quote, a role."""
    text = MAYOR
    return facts(
        A(text, "mayor"),
        E(text, "e1", "Person", "Jon Okoro", roles=(T(text, "mayor", "e3"),)),
        E(text, "e2", "Person", "Lena Farr"),
        E(text, "e3", "Place", "Tallmouth", location=TALLMOUTH),
        E(text, "e4", "Person", "John Okoro", wikidata="Q7"),
        Q(text, "The bridge is safe,", ["e1"]),
        L(text, "MET", "e1", "e2", "met"),
    )


def report() -> Facts:
    """Names him by the other name alone: speaker, target, doer, and on whose word."""
    text = REPORT
    return facts(
        A(text, "report", "2025-03-04"),
        E(text, "e1", "Person", "John Okoro"),
        E(text, "e2", "Person", "Lena Farr"),
        E(text, "e3", "Place", "Tallmouth", location=TALLMOUTH),
        Q(text, "John Okoro is a friend,", ["e2"], [About("e1", "words", 0.9)]),
        Q(text, "He was late,", ["e1"]),
        V(text, "v1", "Visit", "praised", label="praise in Tallmouth", date="2025-03-04", places=("e3",)),
        L(text, "SUPPORTED", "e1", "e2", "praised", "attributed", attributed_to="e1"),
    )


def namesake() -> Facts:
    """Another man of the same name."""
    text = NAMESAKE
    return facts(
        A(text, "namesake", "2025-03-05"),
        E(text, "e1", "Person", "Jon Okoro"),
        E(text, "e2", "Organisation", "Tallmouth United"),
        Q(text, "I like the club,", ["e1"]),
        L(text, "MEMBER_OF", "e1", "e2", "signed for"),
    )


def quarrel() -> Facts:
    """Something that passes between the two names."""
    text = "Jon Okoro met John Okoro in Tallmouth."
    return facts(
        A(text, "quarrel", "2025-03-06"),
        E(text, "e1", "Person", "Jon Okoro"),
        E(text, "e2", "Person", "John Okoro"),
        L(text, "MET", "e1", "e2", "met"),
    )


def joint() -> Facts:
    """What both names say together of a third, and what a third says of both."""
    text = 'Jon Okoro and John Okoro signed. "Lena Farr helped," they said. "Both Okoros came," Lena Farr said.'
    return facts(
        A(text, "joint", "2025-03-07"),
        E(text, "e1", "Person", "Jon Okoro"),
        E(text, "e2", "Person", "John Okoro"),
        E(text, "e3", "Person", "Lena Farr"),
        Q(text, "Lena Farr helped,", ["e1", "e2"], [About("e3", "words", 0.9)]),
        Q(text, "Both Okoros came,", ["e3"], [About("e1", "words", 0.9), About("e2", "words", 0.8)]),
    )


def place(name: str, geonames: int | None, article: str) -> Facts:
    """An article that names one place."""
    text = f"It rained in {name} on Monday."
    located = {"location": P(geonames, name, within=(LAND,))} if geonames else {}
    return facts(A(text, article), E(text, "e1", "Place", name, **located))
