"""Three invented articles that share people, places and an event, as facts."""

from __future__ import annotations

from graph.candidates import Candidates
from graph.facts import Facts
from graph.model import Article
from loaders.extract.reading import About
from loaders.resolve import resolve
from tests.factories import A, C, E, H, L, N, P, Q, R, S, T, V

HARBOUR = """Dockers and owners held talks in Tallmouth on Monday.
"We are close," said Vera Lindholm, president of the Dockers' League.
A union official said 40 people were hurt in the crush, and the minister denied that he had met Lindholm."""
STRIKE = """Talks in Tallmouth on Monday ended without a deal, said Vera Líndholm.
The Dockers' League accused Norrland Lines of delay."""
REPLY = """Norrland Lines rejected the charge of the Dockers' League in Oddersund.
"Nothing was delayed," said Per Ostby."""

LAND = C(9, "Farland")
TALLMOUTH = P(1, "Tallmouth", within=(LAND,))


def harbour() -> Facts:
    text = HARBOUR
    return facts(
        A(text, "harbour"),
        E(text, "e1", "Place", "Tallmouth", location=TALLMOUTH),
        E(text, "e2", "Person", "Vera Lindholm", aliases=("Lindholm",), roles=(T(text, "president", "e3"),)),
        E(text, "e3", "Organisation", "Dockers' League"),
        E(text, "e4", "Person", "A union official", named=False),
        E(text, "e5", "Person", "the minister", named=False),
        Q(text, "We are close,", ["e2"], [About("v1", "context", 0.6)]),
        V(text, "v1", "Talks", "talks", label="talks in Tallmouth", date="2025-03-03", places=("e1",),
          participants=(H(text, "e2", "Vera Lindholm"),), numbers=(N(text, "injured", 40, "40 people", "e4"),)),
        L(text, "MET", "e5", "e2", "met", "negated", attributed_to="e5"),
    )  # fmt: skip


def strike() -> Facts:
    text = STRIKE
    return facts(
        A(text, "strike", "2025-03-04"),
        E(text, "e1", "Place", "Tallmouth", location=TALLMOUTH),
        E(text, "e2", "Person", "Vera Líndholm"),
        E(text, "e3", "Organisation", "Dockers' League"),
        E(text, "e4", "Organisation", "Norrland Lines"),
        Q(
            text,
            "Talks in Tallmouth on Monday ended without a deal",
            ["e2"],
            [About("v1", "words", 0.9)],
            kind="indirect",
        ),
        V(text, "v1", "Talks", "Talks", label="talks in Tallmouth", date="2025-03-03", places=("e1",)),
        L(text, "ACCUSED", "e3", "e4", "accused"),
    )


def reply() -> Facts:
    text = REPLY
    return facts(
        A(text, "reply", "2025-03-05"),
        E(text, "e1", "Organisation", "Norrland Lines"),
        E(text, "e2", "Organisation", "Dockers' League"),
        E(text, "e3", "Place", "Oddersund", location=P(2, "Oddersund", within=(LAND,))),
        E(text, "e4", "Person", "Per Ostby"),
        Q(text, "Nothing was delayed,", ["e4"], [About("e1", "context", 0.4)]),
        L(text, "REJECTED", "e1", "e2", "rejected"),
    )


def facts(article: Article, *found) -> Facts:  # type: ignore[no-untyped-def] # any part of a reading
    return resolve(article, R(article, *found), Candidates())


def facts_of(article: Article, *, reply_as: bool) -> Facts:
    """The reply's text under another article's id."""
    from dataclasses import replace

    text = REPLY if reply_as else article.text
    changed = replace(article, text=text)
    return facts(
        changed,
        E(text, "e1", "Organisation", "Norrland Lines"),
        E(text, "e4", "Person", "Per Ostby", surface=text[S(text, "Per").start : S(text, "Ostby").end]),
    )
