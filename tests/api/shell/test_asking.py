"""Answers as a person reads them."""

from __future__ import annotations

import pytest

from api.shell.asking import Answered, show_answer


def test_the_sentence_of_an_interrupted_quote_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    article = {"id": "a1", "headline": "Crane falls", "url": "", "published": "2031-05-06", "source": "Example Wire"}
    sentence = '"It fell," Ida Brook said, "and nobody knows why."'
    pieces = [{"sentence": sentence, "start": start, "end": start + 8, "article": article} for start in (1, 28)]
    quote = {
        "text": "It fell, and nobody knows why.", "kind": "direct", "saidOn": "2031-05-06",
        "speakers": [{"id": "person/ida-brook", "name": "Ida Brook"}], "evidence": pieces,
    }  # fmt: skip
    assert show_answer(Answered("", "Everything that Ida Brook said.", "quotes", [quote]), as_json=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "",
        "“It fell, and nobody knows why.”",
        "    Ida Brook, 2031-05-06",
        f"    {sentence}",
        "    (Crane falls, Example Wire, 2031-05-06)",
    ]
