"""What the source is belongs to the source, and not to what it says."""

from __future__ import annotations

import pytest

from tests.loaders.extract.quotes.conftest import Read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("According to Zdravko Milat, the head of the union, the mine is closed.", "the mine is closed"),
        ("The mine is closed, according to Zdravko Milat, the head of the union.", "The mine is closed"),
        ("The mine is closed, according to the head of the union, Zdravko Milat.", "The mine is closed"),
        ("According to Zdravko Milat, the mine, a deep one, is closed.", "the mine, a deep one, is closed"),
        ("According to the ministry, the head of the union left.", "the head of the union left"),
        ("According to the union, workers, farmers and drivers will march.", "workers, farmers and drivers will march"),
    ],
)
def test_the_content_begins_behind_what_the_source_is(read: Read, text: str, content: str) -> None:
    _, _, quotes = read(text)
    assert [[text[c.start : c.end] for c in q.content] for q in quotes] == [[content]]
