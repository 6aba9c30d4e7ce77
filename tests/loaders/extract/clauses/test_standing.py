"""How a doing stands: each row of the governors by its example, and what must never come out as stated."""

from __future__ import annotations

import pytest

from loaders.extract.clauses import governors
from loaders.extract.clauses.index import Index
from loaders.extract.clauses.stand import Standing
from loaders.extract.clauses.standing import standing
from tests.loaders.extract.clauses.stage import index, quote


def _of(scene: Index, word: str) -> Standing:
    (verb,) = [t for s in scene.document.sentences for t in s.tokens if t.text == word]
    return standing(verb, scene)


def _attack(text: str) -> Standing:
    scene = index(text)
    words = [t for s in scene.document.sentences for t in s.tokens if t.lemma_ in ("attack", "shell")]
    return standing(words[-1], scene)


EXPECTED = {
    "true": "true", "said": "attributed", "accused": "attributed", "denied": "denied", "failed": "denied",
    "planned": "planned", "open": "open",
}  # fmt: skip


@pytest.mark.parametrize("force", governors.VERBS)
def test_each_force_of_a_governing_verb_by_its_example(force: governors.Force) -> None:
    text = governors.VERBS[force][1].replace("Ruritanian", "Norlandic").replace("Ruritania", "Norland")
    assert _attack(text.replace("Zara", "Oslo").replace("Zenda", "Sudria")).force == EXPECTED[force]


@pytest.mark.parametrize("force", governors.NOUNS)
def test_each_force_of_a_governing_noun_by_its_example(force: governors.Force) -> None:
    text = governors.NOUNS[force][1].replace("Ruritanian", "Norlandic").replace("Ruritania", "Norland")
    assert _attack(text.replace("Zara", "Oslo").replace("Zenda", "Sudria")).force == EXPECTED[force]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norland attacked Sudria on Monday.", "attacked", Standing()),
        ("Norland did not attack Sudria.", "attack", Standing("denied")),
        ("Norland never attacked Sudria.", "attacked", Standing("denied")),
        ("Norland will attack Sudria.", "attack", Standing("planned")),
        ("Norland might attack Sudria.", "attack", Standing("open")),
        ("If Norland attacks Sudria, the dockers will march.", "attacks", Standing("open")),
        ("Norland allegedly attacked Sudria.", "attacked", Standing("attributed")),
        ("Sudria accused Norland of attacking Oslo.", "attacking", Standing("attributed", "Sudria")),
        ("Sudria accused Norland of attacking Oslo.", "accused", Standing()),
        ("Norland denied attacking Oslo.", "attacking", Standing("denied", "Norland")),
        ("Norland is believed to have attacked Oslo.", "attacked", Standing("attributed")),
        ("Norland is expected to attack Oslo.", "attack", Standing("planned")),
        ("Norland went home after attacking Oslo.", "attacking", Standing()),
        ("Norland attacked and could destroy Oslo.", "destroy", Standing("open")),
        ("Norland will build a port and attacked Oslo.", "attacked", Standing()),
        ("Norland will build a port and attack Oslo.", "attack", Standing("planned")),
        ("Norland said it would attack Oslo.", "attack", Standing("planned", "Norland")),
        ("No Norlandic soldier attacked Oslo.", "attacked", Standing("denied")),
        ("Marlow denied the charge as Norland attacked Oslo.", "attacked", Standing()),
        ("Marlow denied that he lied when Norland attacked Oslo.", "attacked", Standing()),
        ("Norland stopped short of attacking Oslo.", "attacking", Standing("denied")),
        ("Norland is steering clear of attacking Oslo.", "attacking", Standing("denied")),
        ("Marlow will resign if Norland does not attack Oslo.", "attack", Standing("open")),
    ],
)  # fmt: skip
def test_what_stands_in_the_clause(text: str, word: str, expected: Standing) -> None:
    assert _of(index(text), word) == expected


def test_a_quote_is_vouched_for_by_its_speaker() -> None:
    text = "Norland attacked Oslo, Marlow said."
    assert _of(index(text, quote(text, "Norland attacked Oslo", "Ann Marlow")), "attacked") == Standing(
        "attributed", "Ann Marlow"
    )


def test_a_denial_denies_what_it_repeats() -> None:
    text = "Marlow denied that Norland attacked Oslo."
    scene = index(text, quote(text, "that Norland attacked Oslo", "Ann Marlow", "denial"))
    assert _of(scene, "attacked") == Standing("denied", "Ann Marlow")


@pytest.mark.parametrize(
    ("standing_", "assertion", "status"),
    [
        (Standing(), "asserted", "happened"),
        (Standing("attributed", "e1"), "attributed", "alleged"),
        (Standing("attributed"), "hypothetical", "alleged"),
        (Standing("denied", "e1"), "negated", "denied"),
        (Standing("planned"), "hypothetical", "planned"),
        (Standing("open"), "hypothetical", "hypothetical"),
    ],
)
def test_hearsay_without_a_source_is_no_fact(standing_: Standing, assertion: str, status: str) -> None:
    assert (standing_.assertion, standing_.status) == (assertion, status)
