"""Answers as a person reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, parse, validate

from api.ask.forms import FORMS
from api.schema import sdl
from api.shell.asking import OPERATIONS, Answered, ask_in_words, show_answer
from api.shell.facts import blocks
from graph.errors import Ambiguous, NotUnderstood
from graph.facts import Facts, Node
from graph.model import Article
from graph.store import Store
from graph.testing import empty
from tests.newsroom import FIRST, PESKOV, PESKOVA, fill, link

ARTICLE = {"id": "a1", "headline": "Crane falls", "url": "", "published": "2031-05-06", "source": "Example Wire"}
ORIGIN = "    (Crane falls, Example Wire, 2031-05-06)"
DENIAL = Article(
    id="denial", text="Ana Peskova denied that she met Oleg Peskov.\n", published="2031-07-01", source="Example Wire"
)


@pytest.fixture(scope="module")
def newsroom(newsgraph_store: Store) -> Store:
    """The invented graph of `tests.newsroom`, with a claim. Only for tests that do not write."""
    empty(newsgraph_store)
    fill(newsgraph_store)
    claim = Node("Claim", "claim/00000000000000cc", {
        "article": DENIAL.id, "type": "MET", "verb": "meet", "polarity": "negative", "modality": "negated",
    })  # fmt: skip
    ends = (("IN", ("Article", DENIAL.id)), ("SUBJECT", PESKOVA), ("OBJECT", PESKOV), ("MADE_BY", PESKOVA))
    links = [link(DENIAL, kind, ("Claim", claim.id), end, "met Oleg Peskov") for kind, end in ends]
    fill(newsgraph_store, [Facts(DENIAL, "en", "test 1", "", (claim,), tuple(links))])
    return newsgraph_store


def place(sentence: str, **more: Any) -> dict[str, Any]:
    return {"sentence": sentence, "start": 0, "end": 8, "article": ARTICLE, **more}


def lines(kind: str, found: Any) -> list[str]:
    return [line for block in blocks(kind, found) for line in block]


def test_each_kind_of_answer_has_an_operation_of_the_schema() -> None:
    document = parse(OPERATIONS.read_text(encoding="utf-8"))
    assert validate(build_schema(sdl()), document) == []
    named = {node.name.value for node in document.definitions if node.kind == "operation_definition"}  # type: ignore[attr-defined]  # the kind has it
    assert named == {str(form.fixed.get("facet", form.kind)) for form in FORMS}


def test_the_sentence_of_an_interrupted_quote_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = '"It fell," Ida Brook said, "and nobody knows why."'
    pieces = [place(sentence, start=start) for start in (1, 28)]
    quote = {
        "text": "It fell, and nobody knows why.", "kind": "direct", "saidOn": "2031-05-06", "addressees": [],
        "speakers": [{"id": "person/ida-brook", "name": "Ida Brook"}], "evidence": pieces,
    }  # fmt: skip
    assert show_answer(Answered("", "Everything that Ida Brook said.", "quotes", [quote]), as_json=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "",
        "“It fell, and nobody knows why.”",
        "    Ida Brook, 2031-05-06",
        f"    {sentence}",
        ORIGIN,
    ]


def test_an_event_is_shown_with_who_took_part_and_how_many_suffered() -> None:
    said = place("A port official spoke of 12 to 15 injured.")
    figure = {
        "kind": "injured", "low": 12, "high": 15, "unit": None, "verified": False, "words": "12 to 15",
        "accordingTo": [{"name": "A port official"}], "evidence": [said],
    }  # fmt: skip
    more = {**figure, "kind": "killed", "low": None, "high": 3, "verified": None, "accordingTo": []}
    taking = [{"role": role, "entity": {"name": "Ida Brook"}} for role in ("host", "host", None)]
    event = {
        "label": "talks", "date": "2031-05-01", "dateEnd": "2031-05-31", "datePrecision": "month", "status": "planned",
        "places": [{"name": "Sandhaven"}], "participants": taking, "figures": [figure, more], "evidence": [said],
    }  # fmt: skip
    assert lines("events", [event]) == [
        "2031-05  talks, Sandhaven (planned)",
        "    with Ida Brook (host), Ida Brook",
        "    injured 12–15, according to A port official, not verified (Example Wire)",
        "    killed at most 3 (Example Wire)",
        f"    {said['sentence']}",
        ORIGIN,
    ]


@pytest.mark.parametrize(
    ("polarity", "modality", "by", "told"),
    [
        ("negative", "negated", {"name": "Ida Brook"}, ("flee", "denied by Ida Brook")),
        ("negative", "negated", None, ("flee", "denied")),
        ("negative", "hypothetical", None, ("not flee", "hypothetical")),
        ("positive", "attributed", {"name": "Ida Brook"}, ("flee", "claimed by Ida Brook")),
    ],
)
def test_a_claim_says_that_it_is_none_of_the_facts(
    polarity: str, modality: str, by: object, told: tuple[str, str]
) -> None:
    claim = {
        "on": None, "verb": "flee", "type": "RETREATED_FROM", "polarity": polarity, "modality": modality, "madeBy": by,
        "subject": {"name": "Theo Lunt"}, "object": None, "evidence": [place("He may have fled.")],
    }  # fmt: skip
    assert lines("claims", [claim]) == [
        f"day not known  Theo Lunt – {told[0]}", f"    {told[1]}", "    He may have fled.", ORIGIN,
    ]  # fmt: skip


ASKED = {
    "what did Oleg Peskov say about the talks": ("quotes", [
        "“The talks went well,”",
        "    Oleg Peskov, 2031-05-09",
        '    Peskov met Peskova in Sandhaven. "The talks went well," Peskov said. A port official spoke of 12 injured.',
        "    (Deal in sight, Example Gazette, 2031-05-09)",
    ]),
    "articles in the Example Gazette": ("articles", [
        "2031-05-09  Example Gazette  Deal in sight", "    https://news.example/deal",
    ]),
    "how many were injured in the talks": ("events", [
        "2031-05-06  talks in Sandhaven, Sandhaven",
        "    with Oleg Peskov (participant)",
        "    injured 12, according to A port official, not verified (Example Gazette)",
    ]),
    "who accused Oleg Peskov": ("relationships", [
        "2031-05-06  Ana Peskova – accuse – Oleg Peskov",
        f"    {FIRST.text.splitlines()[-1]}",
        "    (Dockers and ports far apart \U0001f6a2, Example Wire, 2031-05-06)",
    ]),
    "what is claimed about Oleg Peskov": ("claims", [
        "2031-07-01  Ana Peskova – meet – Oleg Peskov",
        "    denied by Ana Peskova",
        "    Ana Peskova denied that she met Oleg Peskov.",
        "    (denial, Example Wire, 2031-07-01)",
    ]),
    "who is Oleg Peskov": ("entities", [
        "Oleg Peskov (Person), also Peskov", "    Spokesman – Union of Ports (2031-05-09)", "    person/oleg-peskov",
    ]),
    "who speaks for the Union of Ports": ("roles", [
        "2031-05-06  Oleg Peskov – spokesman – Union of Ports",
        f"    {FIRST.text.splitlines()[0]}",
        "    (Dockers and ports far apart \U0001f6a2, Example Wire, 2031-05-06)",
    ]),
    "when was Oleg Peskov in the news": ("timeline", ["2031-05  1 article, 3 quotes, 1 event"]),
    "who is quoted with Oleg Peskov": ("network", ["     1  Ana Peskova"]),
    "how are Sandhaven and Oleg Peskov connected": ("path", [
        "talks in Sandhaven – took place in – Sandhaven",
        f"    {FIRST.text.splitlines()[-1]}",
        "    (Dockers and ports far apart \U0001f6a2, Example Wire, 2031-05-06)",
        "Oleg Peskov – took part in – talks in Sandhaven",
    ]),
    "who is quoted most": ("people", ["     3  Oleg Peskov", "     1  Ana Peskova"]),
    "which papers write about Oleg Peskov": ("sources", ["     2  Example Wire"]),
    "how often was Oleg Peskov quoted": ("months", ["     3  2031-05"]),
}  # fmt: skip


@pytest.mark.store
@pytest.mark.parametrize("question", ASKED)
def test_each_kind_of_answer_is_shown(newsroom: Store, question: str) -> None:
    kind, begins = ASKED[question]
    answered = ask_in_words(newsroom, question)
    assert (answered.kind, answered.why, answered.cut) == (kind, None, False)
    assert lines(kind, answered.found)[: len(begins)] == begins


@pytest.mark.store
def test_a_count_says_how_many_there_are_in_all(newsroom: Store, capsys: pytest.CaptureFixture[str]) -> None:
    show_answer(ask_in_words(newsroom, "who is quoted most"), as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "", "     3  Oleg Peskov", "     1  Ana Peskova", "     4  in all",
    ]  # fmt: skip


def test_a_list_that_is_not_whole_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    answered = Answered("q", "Articles.", "articles", [], cut=True)
    show_answer(answered, as_json=False)
    assert capsys.readouterr().err == (
        "Articles.\nSome of these lists have more; they are shown as far as their first 100.\n"
    )
    show_answer(answered, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told == {"question": "q", "understood": "Articles.", "articles": [], "cut": True}


@pytest.mark.store
def test_an_answer_as_json_is_what_graphql_gives(newsroom: Store, capsys: pytest.CaptureFixture[str]) -> None:
    question = "which papers write about Oleg Peskov"
    show_answer(ask_in_words(newsroom, question), as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "question": question, "understood": "Which papers write about Oleg Peskov, counted in articles.",
        "sources": [{"count": 2, "value": "Example Wire"}], "total": 2,
    }  # fmt: skip


@pytest.mark.store
@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("what did Lindquist say", 'Nobody and nothing answers to "Lindquist".'),
        (
            "who is Oleg Peskow",
            'Nobody and nothing answers to "Oleg Peskow". Did you mean Oleg Peskov? Or Ana Peskova?',
        ),
        ("what is claimed about the Union of Ports", "Nothing fits all that was asked for."),
        ("how are Ana Peskova and the Eastern Coast connected", "They are not connected in as few as four steps."),
        ("which papers write about zeppelins", "Nothing fits all that was asked for."),
    ],
)
def test_one_line_tells_why_nothing_is_found(
    newsroom: Store, capsys: pytest.CaptureFixture[str], question: str, line: str
) -> None:
    show_answer(ask_in_words(newsroom, question), as_json=False)
    assert capsys.readouterr().out == f"{line}\n"


@pytest.mark.store
def test_all_pages_are_shown(newsroom: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small = tmp_path / "small.graphql"
    small.write_text(OPERATIONS.read_text(encoding="utf-8").replace("first: 200", "first: 1"), encoding="utf-8")
    monkeypatch.setattr("api.shell.asking.OPERATIONS", small)
    found = ask_in_words(newsroom, "what did Oleg Peskov say").found
    assert isinstance(found, list)
    assert len({each["id"] for each in found}) == len(found) == 3


@pytest.mark.store
def test_a_question_that_has_no_answer_as_put_is_an_error(newsroom: Store) -> None:
    with pytest.raises(NotUnderstood):
        ask_in_words(newsroom, "sing me a song")
    other = Node("Person", "person/yan-peskov", {"name": "Yan Peskov", "aliases": ["Yan"]})
    fill(newsroom, [Facts(Article(id="yan", text="Yan Peskov."), "en", "test 1", "", (other,), ())])
    with pytest.raises(Ambiguous) as found:
        ask_in_words(newsroom, "when was Peskov in the news")
    assert {each["id"] for each in found.value.candidates} == {"person/oleg-peskov", "person/yan-peskov"}
