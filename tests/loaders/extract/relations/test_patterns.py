"""Every pattern is found in its own example, as stated by the article, between the right two."""

from __future__ import annotations

import pytest

from graph.model import DIRECT
from loaders.extract import events
from loaders.extract.reading import Relation
from loaders.extract.relations import find
from loaders.extract.relations.patterns import NOUNS, VERBS, Noun, Verb
from tests.loaders.extract.clauses.stage import cast, days, document


def read(text: str) -> tuple[Relation, ...]:
    doc, people, times = document(text), cast(text), days(text)
    return find(doc, people, times, (), events.find(doc, people, times, ()))


PATTERNS: tuple[Verb | Noun, ...] = (*VERBS, *NOUNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=[f"{p.type}-{p.words.split()[0]}-{p.to}" for p in PATTERNS])
def test_the_pattern_is_found_in_its_example(pattern: Verb | Noun) -> None:
    text = pattern.example
    order = sorted(cast(text), key=lambda e: e.mentions[0].start)
    found = {(r.type, r.source, r.target, r.assertion) for r in read(text)}
    ends = [e.id for e in order]
    wanted = {(pattern.type, a, b, "asserted") for a in ends for b in [*ends, "v1", "v2"] if a != b}
    assert found & wanted, found


def test_every_direct_type_has_a_pattern() -> None:
    assert {p.type for p in PATTERNS} == {r.name for r in DIRECT}
