"""Reporting clauses in which another noun, or another verb, stands nearer to the quotation than the speaker."""

from __future__ import annotations

import pytest

from tests.loaders.extract.quotes.conftest import Read

CASES = {
    'Protesters marching through the streets chanted "What strike?" and kept going until noon.': (
        "Protesters",
        "What strike?",
    ),
    'After saying her left hand was "so swollen I could barely hold a pen," she was taken to hospital.': (
        "she",
        'her left hand was "so swollen I could barely hold a pen,"',
    ),
    "The court heard the ferry owner in May for his part in hiring untrained crews and for saying that old boats were "
    'a "safe home for everybody."': ("his", 'that old boats were a "safe home for everybody."'),
    '"The strike is told by the papers, where we find the labels," Mara Kolar, the chief executive of the large new '
    "museum of the harbour, who is also shown in the film, told The Lund Post.": (
        "Mara Kolar, the chief executive of the large new museum of the harbour",
        "The strike is told by the papers, where we find the labels,",
    ),
    'Spokeswoman Mara Kolar said that, "Of course the port will answer" against what the union sees as a plot.': (
        "Spokeswoman Mara Kolar",
        'that, "Of course the port will answer" against what the union sees as a plot',
    ),
    "Mara Kolar added that most of the crews are tired and want a day ashore because, "
    '"Nobody steers well after a night at sea."': (
        "Mara Kolar",
        'that most of the crews are tired and want a day ashore because, "Nobody steers well after a night at sea."',
    ),
}


@pytest.mark.parametrize("text", CASES)
def test_the_speaker_is_not_the_nearest_word(read: Read, text: str) -> None:
    _, _, found = read(text)
    quoted = [q for q in found if q.kind != "indirect"]
    assert [
        (text[q.source[0].start : q.source[0].end], text[q.content[0].start : q.content[0].end]) for q in quoted
    ] == [CASES[text]]
