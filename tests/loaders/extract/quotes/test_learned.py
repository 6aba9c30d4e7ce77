"""What the network attributes, brought together with the rules' own finds. The network is written down here."""

from __future__ import annotations

from functools import cache

import pytest

from graph.model import Article
from graph.settings import Settings
from loaders.extract import dates, names, quotes
from loaders.extract.document import Document
from loaders.extract.learned.sayings import Saying
from loaders.extract.quotes.gather import gather
from loaders.extract.quotes.learned import UNKNOWN, merge
from loaders.extract.reader import Reader
from loaders.extract.reading import Quote, Span
from tests.loaders.extract.nlp import document


def at(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words))


def said(text: str, cue: str, source: str, *content: str, sure: float = 0.9) -> Saying:
    return Saying(
        at(text, cue),
        (at(text, source),) if source else (),
        tuple(at(text, c) for c in content),
        confidence=sure,
        sure=sure,
    )


def found(text: str, *sayings: Saying) -> tuple[Quote, ...]:
    made = document(text)
    return quotes.find(made, names.find(made), dates.find(made), sayings)[1]


def told(text: str, *sayings: Saying) -> list[tuple[str, str, list[str], list[str]]]:
    """Speech act, cue, source and content of each."""
    return [
        (
            q.speech_act,
            text[q.cue.start : q.cue.end] if q.cue is not None else "",
            [text[s.start : s.end] for s in q.source],
            [text[c.start : c.end] for c in q.content],
        )
        for q in found(text, *sayings)
    ]


def classes(made: Document, *sayings: Saying) -> list[str]:
    """The classes of the cues that the network alone finds."""
    return [d.cue_class.name for d in merge(made, [], sayings) if d.cue_class is not None]


DAM = "Marta Lind is adamant that the dam will hold for a hundred years."
SAID = "Marta Lind said the dam would hold for a hundred years."


def test_a_cue_that_no_list_holds_makes_an_attitude_that_is_guessed() -> None:
    saying = said(DAM, "adamant", "Marta Lind", "that the dam will hold for a hundred years")
    assert told(DAM, saying) == [
        ("attitude", "adamant", ["Marta Lind"], ["that the dam will hold for a hundred years"])
    ]  # fmt: skip
    assert [q.guessed for q in found(DAM, saying)] == [True]
    assert classes(document(DAM), saying) == [UNKNOWN.name]


@pytest.mark.parametrize("sure", [0.1, 0.3, 0.49])
def test_what_the_network_thinks_unlikely_is_not_taken(sure: float) -> None:
    assert found(DAM, said(DAM, "adamant", "Marta Lind", "that the dam will hold", sure=sure)) == ()


def test_what_nobody_says_is_no_statement() -> None:
    made = document(SAID)
    content = "the dam would hold for a hundred years"
    assert classes(made, said(SAID, "said", "", content)) == [UNKNOWN.name]
    (known,) = classes(made, said(SAID, "said", "Marta Lind", content))
    assert known != UNKNOWN.name


def test_nothing_is_said_inside_its_own_cue() -> None:
    assert merge(document(SAID), [], [said(SAID, "said", "Marta Lind", "said the dam would hold")]) == []


def test_a_content_that_the_parse_bounds_stays_as_it_is() -> None:
    content = ["the dam would hold for a hundred years"]
    whole = [("statement", "said", ["Marta Lind"], content)]
    assert told(SAID) == whole
    assert told(SAID, said(SAID, "said", "Marta Lind", "the dam would hold for a hundred")) == whole
    assert told(SAID, said(SAID, "said", "Marta Lind", "would hold for a hundred years")) == whole


def test_another_content_altogether_is_taken_over() -> None:
    text = "The dam would hold, Marta Lind said, and the valley was calm again by the evening of that day."
    assert [c for *_, c in told(text)] == [["The dam would hold"]]
    other = "the valley was calm again by the evening of that day"
    assert [c for *_, c in told(text, said(text, "said", "Marta Lind", other))] == [[other]]


def test_a_plain_saying_needs_no_second_opinion() -> None:
    assert [act for act, *_ in told(SAID)] == ["statement"]


def test_an_attitude_that_the_network_does_not_see_is_cast_out() -> None:
    text = "Marta Lind hoped that the dam would hold for a hundred years."
    content = "that the dam would hold for a hundred years"
    drafts = gather(document(text), ())
    assert [d.lemma for d in drafts] == ["hope"]
    assert told(text) == []
    (kept,) = told(text, said(text, "hoped", "Marta Lind", content, sure=0.2))
    assert kept[:3] == ("attitude", "hoped", ["Marta Lind"])


def test_a_missing_source_comes_from_the_network() -> None:
    text = "Marta Lind, a pilot, grumbled on the radio that the dam had been shut since the new year began."
    content = "that the dam had been shut since the new year began"
    (quote,) = found(text, said(text, "grumbled", "Marta Lind, a pilot", content))
    assert ([text[s.start : s.end] for s in quote.source], len(quote.speakers)) == (["Marta Lind, a pilot"], 1)
    assert not quote.guessed


def test_the_second_quotation_of_the_same_cue_is_gathered() -> None:
    text = '"The dam will hold," Marta Lind said on Monday. The valley was calm. "Nobody needs to leave the valley."'
    first, second = "The dam will hold,", "Nobody needs to leave the valley."

    def direct(*sayings: Saying) -> list[list[str]]:
        return [[text[c.start : c.end] for c in q.content] for q in found(text, *sayings) if q.kind == "direct"]

    assert direct(said(text, "said", "Marta Lind", f'"{first}"')) == [[first]]
    assert direct(said(text, "said", "Marta Lind", f'"{first}"', f'"{second}"')) == [[first, second]]


def test_quotation_marks_bound_what_is_said_in_them() -> None:
    text = 'Marta Lind said: "The dam will hold."'
    assert [c for *_, c in told(text, said(text, "said", "Marta Lind", "dam will"))] == [["The dam will hold."]]


def test_a_cue_inside_what_somebody_else_says_adds_nothing() -> None:
    text = "Ivo Brandt said Marta Lind was adamant that the dam would hold."
    saying = said(text, "adamant", "Marta Lind", "that the dam would hold")
    assert [cue for _, cue, *_ in told(text, saying)] == ["said"]


def test_they_come_in_the_order_of_the_text() -> None:
    text = f"{DAM} Ivo Brandt said the tram was late."
    saying = said(text, "adamant", "Marta Lind", "that the dam will hold for a hundred years")
    assert [cue for _, cue, *_ in told(text, saying)] == ["adamant", "said"]


@cache
def reader(name: str) -> Reader:
    return Reader(Settings.model_validate({"reader": name}))


GUESSED = (
    "Ivo Brandt, who leads the Harbour Union, remained sceptical that the talks in Lisbon would end the strike.\n"
    "Marta Lind said on Monday that Portugal had accused Denmark of closing a harbour.\n"
)


def test_nothing_builds_on_what_is_guessed() -> None:
    article = Article("a", GUESSED, "", "2024-05-14")
    learned, ruled = reader("learned").read(article), reader("rules").read(article)
    assert [(q.cue_lemma, q.guessed, q.about) for q in learned.quotes if q.guessed] == [("remain", True, ())]
    assert not any(q.guessed for q in ruled.quotes)
    assert [(q.cue_lemma, q.said_on) for q in learned.quotes if not q.guessed] == [
        (q.cue_lemma, q.said_on) for q in ruled.quotes
    ]
    assert [(e.type, e.status) for e in learned.events] == [(e.type, e.status) for e in ruled.events]
    assert [(r.type, r.evidence) for r in learned.relations] == [(r.type, r.evidence) for r in ruled.relations]


def test_each_reader_has_a_version_of_its_own() -> None:
    assert reader("learned").version != reader("rules").version
    assert reader("learned").read(Article("a", GUESSED)).reader == reader("learned").version


@pytest.mark.parametrize("together", [1, 3, 20])
def test_the_same_article_is_read_alike_at_every_grouping(together: int) -> None:
    articles = [Article(f"a{n}", f"{SAID}\n" * (n % 4) + GUESSED + f"{DAM}\n" * (n % 3), "", None) for n in range(9)]
    alone = [reader("learned").read(article) for article in articles]
    assert [reader("learned").read(article) for article in articles] == alone
    assert list(reader("learned").read_all(articles, ahead=together)) == alone
