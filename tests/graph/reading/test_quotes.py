"""Quotes, found by every road."""

from __future__ import annotations

from typing import Any

import pytest

from graph.reading.block import Block, Names
from graph.reading.names import topic
from graph.reading.page import Window
from graph.reading.quotes import PAIRS, Source, rows
from graph.store import Store
from tests.graph.reading.statements import (
    ABOUT,
    ANY,
    BOTH,
    IN,
    IN_BOTH,
    IN_WORDS,
    SAID,
    SAID_WORDS,
    WORDS,
    read,
    statement,
)
from tests.newsroom import FIRST, PESKOV, PESKOVA, TALKS, UNREAD

pytestmark = pytest.mark.store

P, TALK = PESKOV[1], TALKS[1]
WELL, NOTHING, MOVEMENT = (
    "The talks went well,", "Nothing in the talks points to a deal yet", "We see no movement, The door stays open.",
)  # fmt: skip
WEATHER = "The weather was kind at least,"

MANY = [TALK, *map(str, range(PAIRS))]


@pytest.mark.parametrize(
    ("source", "conditions", "given", "expected"),
    [
        (ANY, "", {}, {WELL, NOTHING, MOVEMENT, WEATHER}),
        (SAID, "", {"s": [P]}, {WELL, NOTHING, MOVEMENT}),
        (SAID, "", {"s": [P, PESKOVA[1]]}, {WELL, NOTHING, MOVEMENT, WEATHER}),
        (SAID, "", {}, set()),
        (BOTH, "", {"s": [P], "t": [TALK]}, {WELL, NOTHING, MOVEMENT}),
        (BOTH, "", {"s": [PESKOVA[1]], "t": [TALK]}, set()),
        (ABOUT, "", {"t": [TALK]}, {WELL, NOTHING, MOVEMENT}),
        (ABOUT, "", {}, set()),
        (WORDS, "", {"w": topic("weather")}, {WEATHER}),
        (WORDS, "", {"w": topic("the doors stay")}, {MOVEMENT}),
        (WORDS, "", {"w": topic("the moon")}, set()),
        (SAID_WORDS, "", {"s": [P], "w": topic("weather")}, set()),
        (SAID_WORDS, "", {"s": [P], "w": topic("movements")}, {MOVEMENT}),
        (SAID_WORDS, "", {"s": [P], "t": [TALK], "w": topic("talk")}, {WELL, NOTHING, MOVEMENT}),
        (IN, "", {"a": FIRST.id}, {NOTHING, MOVEMENT, WEATHER}),
        (IN, "", {"a": UNREAD.id}, set()),
        (IN_BOTH, "", {"a": FIRST.id, "s": [P], "t": [TALK]}, {NOTHING, MOVEMENT}),
        (IN_WORDS, "", {"a": FIRST.id, "w": topic("weather")}, {WEATHER}),
        (SAID, "AND <it>.kind IN $kinds", {"s": [P], "kinds": ["indirect"]}, {NOTHING}),
        (Source(days="AND <day> >= $day"), "", {"day": "2031-05-07"}, {WELL}),
        (
            Source(targets="$t", days="AND <day> >= '0' AND <day> <= $day"), "", {"t": [TALK], "day": "2031-05-06"},
            {NOTHING, MOVEMENT},
        ),
        # More pairs than are worth a seek each are walked, and answer the same.
        (BOTH, "", {"s": [P], "t": MANY}, {WELL, NOTHING, MOVEMENT}),
        (ABOUT, "", {"t": MANY}, {WELL, NOTHING, MOVEMENT}),
    ],
)  # fmt: skip
def test_quotes_are_found_by_every_road(
    newsroom: Store, source: Source, conditions: str, given: dict[str, Any], expected: set[str]
) -> None:
    for window in (Window("newest", "$limit"), None):
        found = [text for text, _, _ in read(newsroom, statement(source, conditions, window), **given)]
        assert (set(found), len(found)) == (expected, len(expected))


def test_conditions_may_use_what_the_block_has_found(newsroom: Store) -> None:
    """As "to Peskova" does: who answers to the name is known only when the statement runs."""
    block = Block(Names())
    kinds, speakers, targets = block.fresh("kinds"), block.fresh("speakers"), block.fresh("targets")
    block.call(f"RETURN $kinds AS {kinds}, $s AS {speakers}, $t AS {targets}", kinds, speakers, targets)
    found = []
    for source in (Source(speakers=speakers), Source(targets=targets), Source(speakers=speakers, targets=targets)):
        worded = Source(speakers=source.speakers, targets=source.targets or targets, words="$w")
        for each in (source, worded):
            for window in (Window("newest", "$limit"), None):
                inside = block.inside()
                q, it = rows(inside, each, f"AND <it>.kind IN {kinds}", window), block.names.fresh("v")
                inside.add(f"RETURN collect({q}.text) AS {it}")
                block.call(inside, it)
                found.append(it)
    block.add(f"RETURN [{', '.join(found)}] AS found")
    given: dict[str, Any] = {"s": [P], "t": [TALK], "w": topic("talks"), "kinds": ["indirect"]}
    assert read(newsroom, block.text(), **given) == [[NOTHING]] * 12
