"""From cues and roles to sayings, with small arrays for a network."""

from __future__ import annotations

import pytest

from loaders.extract.learned.encoder import FAR, Numbers, around
from loaders.extract.learned.labels import CUE_LABELS
from loaders.extract.learned.sayings import sayings
from loaders.extract.reading import Span
from tests.loaders.extract.learned.fakes import roles, rows, tagged, told, window

Told = list[tuple[str, list[str], list[str]]]
"""Cue, source, content."""


def found(text: str, cues: str, *of_each: Numbers) -> Told:
    whole, made = window(text)
    heard = tagged(made, None, rows(told(cues), CUE_LABELS), *of_each)

    def surfaces(spans: tuple[Span, ...]) -> list[str]:
        return [whole[s.start : s.end] for s in spans]

    return [(surfaces((s.cue,))[0], surfaces(s.source), surfaces(s.content)) for s in sayings([heard])]


def test_a_cue_has_its_source_and_its_content() -> None:
    text, cue = "Holm said the old quay was shut", ". B . . . . ."
    assert found(text, cue, roles("s . c c c c c")) == [("said", ["Holm"], ["the old quay was shut"])]


def test_a_cue_without_content_says_nothing() -> None:
    assert found("Holm said the old quay was shut", ". B . . . . .", roles("s . . . . . .")) == []


def test_a_cue_may_have_several_words_and_another_may_follow_at_once() -> None:
    text = "Holm went on record said it was shut"
    assert found(text, ". B I I B . . .", roles("s . . . . c c c"), roles("s . . . . . . .")) == [
        ("went on record", ["Holm"], ["it was shut"])
    ]


def test_holes_in_a_content_are_filled() -> None:
    text, cue = "Holm said the old quay was shut for good", ". B . . . . . . ."
    assert found(text, cue, roles("s . c c . . c c c")) == [("said", ["Holm"], ["the old quay was shut for good"])]


def test_a_hole_as_wide_as_a_clause_stays() -> None:
    text, cue = "Holm said the old quay as far as one could see was shut for good", ". B" + " ." * 13
    assert found(text, cue, roles("s . c c c . . . . . . c c c c")) == [
        ("said", ["Holm"], ["the old quay", "was shut for good"])
    ]


def test_the_reporting_clause_is_no_hole() -> None:
    text, cue = "The old quay Holm said was shut for good", ". . . . B . . . ."
    assert found(text, cue, roles("c c c s . c c c c")) == [
        ("said", ["Holm"], ["The old quay", "was shut for good"])
    ]  # fmt: skip


def test_what_another_cue_holds_is_no_hole() -> None:
    text = "Holm said the old quay Lind feared sinks was shut for good"
    first, second = roles("s . c c c . . . c c c c"), roles(". . . . . s . c . . . .")
    assert found(text, ". B . . . . B . . . . .", first, second) == [
        ("said", ["Holm"], ["the old quay", "was shut for good"]),
        ("feared", ["Lind"], ["sinks"]),
    ]


def test_a_source_is_no_hole() -> None:
    text, cue = "Both said the old quay Holm owned was now shut", ". B . . . . . . . ."
    assert found(text, cue, roles("s . c c c s . c c c")) == [
        ("said", ["Both", "Holm"], ["the old quay", "was now shut"])
    ]  # fmt: skip


def test_scraps_beside_the_longest_piece_are_dropped() -> None:
    text, cue = "Again Holm who left said the old quay was shut", ". . . . B . . . . ."
    assert found(text, cue, roles("c s . . . c c c c c")) == [("said", ["Holm"], ["the old quay was shut"])]


def test_a_short_content_is_no_scrap() -> None:
    assert found("No way said Holm", ". . B .", roles("c c . s")) == [("said", ["Holm"], ["No way"])]


def test_a_word_is_said_by_its_surest_cue_alone() -> None:
    text = "Holm said Lind feared the quay was shut"
    cues = ". B . B . . . ."
    first = roles("s . c c c c c c", [0.99, 0.99, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6])
    second = roles(". . s . c c c c", [0.99, 0.99, 0.99, 0.99, 0.9, 0.9, 0.9, 0.9])
    assert found(text, cues, first, second) == [
        ("said", ["Holm"], ["Lind feared"]),
        ("feared", ["Lind"], ["the quay was shut"]),
    ]


def test_a_word_of_two_cues_goes_by_how_sure_the_cues_are_too() -> None:
    _, made = window("Holm said Lind feared the quay was shut")
    cues = rows(told(". B . B . . . ."), CUE_LABELS)
    cues[3] = [0.45, 0.5, 0.05]
    first = roles("s . c c c c c c", [0.99, 0.99, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7])
    second = roles(". . s . c c c c", [0.99, 0.99, 0.99, 0.99, 0.9, 0.9, 0.9, 0.9])
    heard = [tagged(made, None, cues, first, second)]
    assert [(s.cue, s.content) for s in sayings(heard)] == [(Span(5, 9), (Span(10, 39),))]


def test_unlikely_cues_are_told_where_they_are_asked_for() -> None:
    _, made = window("Holm said the quay was shut")
    cues = rows(told(". B . . . ."), CUE_LABELS)
    cues[1] = [0.7, 0.25, 0.05]
    heard = [tagged(made, None, cues, roles("s . c c c c"))]
    assert list(sayings(heard)) == []
    assert [(s.cue, s.content) for s in sayings(heard, 0.1)] == [(Span(5, 9), (Span(10, 27),))]


def test_confidence_is_of_the_cue_and_of_the_words_of_its_content() -> None:
    _, made = window("Holm said it was shut")
    cues = rows(told(". B . . ."), CUE_LABELS, [1.0, 0.6, 1.0, 1.0, 1.0])
    (saying,) = sayings([tagged(made, None, cues, roles("s . c c c", [0.9, 0.9, 0.9, 0.6, 0.6]))])
    assert saying.confidence == pytest.approx(0.8 * 0.7, abs=1e-3)


def test_the_distance_to_the_cue_is_counted_from_its_ends() -> None:
    flags, far = around([2, 3], (0, 6))
    assert flags == [0, 0, 1, 1, 0, 0]
    assert [d - FAR for d in far] == [-2, -1, 0, 0, 1, 2]
    assert [d - FAR for d in around([50], (0, 100))[1]][::99] == [-FAR, FAR]
