"""Who did what to whom, and how the article stands to it: what is alleged, denied or open is never a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.extract import events
from loaders.extract.reading import Entity, Mention, Quote, Relation, Role, Span
from loaders.extract.relations import find
from tests.loaders.extract.clauses.stage import cast, days, document, quote

Row = tuple[str, str, str, str, str | None]


def read(text: str, *quotes: Quote) -> tuple[Relation, ...]:
    doc, people, times = document(text), cast(text), days(text)
    return find(doc, people, times, quotes, events.find(doc, people, times, quotes))


def rows(text: str, *quotes: Quote) -> set[Row]:
    return {(r.type, r.source, r.target, r.assertion, r.attributed_to) for r in read(text, *quotes)}


def test_an_accusation_is_a_fact_and_what_it_says_is_not() -> None:
    text = "Sudria on Monday accused Norland of attacking Oslo."
    assert rows(text) == {
        ("ACCUSED", "Sudria", "Norland", "asserted", None),
        ("ATTACKED", "Norland", "Oslo", "attributed", "Sudria"),
    }
    assert {(r.type, r.on) for r in read(text)} == {("ACCUSED", "2031-05-05"), ("ATTACKED", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo was attacked by Norland.", {("ATTACKED", "Norland", "Oslo", "asserted", None)}),
        ("Norland and Sudria attacked Oslo.",
         {("ATTACKED", "Norland", "Oslo", "asserted", None), ("ATTACKED", "Sudria", "Oslo", "asserted", None)}),
        ("Norland attacked Oslo and Lima.",
         {("ATTACKED", "Norland", "Oslo", "asserted", None), ("ATTACKED", "Norland", "Lima", "asserted", None)}),
        ("Norlandic troops attacked Oslo.", {("ATTACKED", "Norland", "Oslo", "asserted", None)}),
        ("Norland did not attack Oslo.", {("ATTACKED", "Norland", "Oslo", "negated", None)}),
        ("Norland denied attacking Oslo.", {("ATTACKED", "Norland", "Oslo", "negated", "Norland")}),
        ("Norland will attack Oslo.", {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}),
        ("Norland could attack Oslo.", {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}),
        ("If Norland attacks Oslo, the war will go on.", {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}),
        ("Norland threatened to attack Oslo.", {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}),
        ("Norland reportedly attacked Oslo.", {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}),
        ("Ann Marlow and Tom Reyes met in Oslo.", {("MET", "Ann Marlow", "Tom Reyes", "asserted", None)}),
        ("Ann Marlow refused to meet Tom Reyes.", {("MET", "Ann Marlow", "Tom Reyes", "negated", None)}),
        ("Norland urged Sudria to attack Oslo.",
         {("URGED", "Norland", "Sudria", "asserted", None), ("ATTACKED", "Sudria", "Oslo", "hypothetical", None)}),
        ("Ann Marlow's visit to Lima was cancelled.", {("VISITED", "Ann Marlow", "Lima", "negated", None)}),
        ("Reyes confirmed a trip by Marlow to Lima next week.",
         {("VISITED", "Ann Marlow", "Lima", "hypothetical", None)}),
        ("Reyes spoke about Marlow's trip to Lima next week.",
         {("VISITED", "Ann Marlow", "Lima", "hypothetical", None)}),
        ("The Port League sat down with Acme Holdings.",
         {("TALKED_WITH", "Port League", "Acme Holdings", "asserted", None)}),
        ("Fears of an attack on Oslo by rebels grew.", {("ATTACKED", "rebels", "Oslo", "hypothetical", None)}),
        ("Ann Marlow may resign now that Norland has endorsed Tom Reyes.",
         {("SUPPORTED", "Norland", "Tom Reyes", "asserted", None)}),
        ("Most voters prefer Ann Marlow and villagers support Tom Reyes.",
         {("SUPPORTED", "villagers", "Tom Reyes", "asserted", None)}),
        ("Ann Marlow fled before police raided the house and arrested Tom Reyes.",
         {("DETAINED", "police", "Tom Reyes", "asserted", None)}),
        ("Ann Marlow fled the Lima area in May before police raided several homes she owned there and arrested Reyes.",
         set()),
        ("Ann Marlow fled before police raided the house, and criticised Tom Reyes.",
         {("CRITICISED", "Ann Marlow", "Tom Reyes", "asserted", None)}),
        ("In the poll, 5 percent prefer Tom Reyes and 1 percent support Ann Marlow.", set()),
        ("Police released a statement. LIMA — Ann Marlow was arrested by police.",
         {("DETAINED", "police", "Ann Marlow", "asserted", None)}),
        ("Norland refused to reaffirm its support for Tom Reyes.",
         {("SUPPORTED", "Norland", "Tom Reyes", "hypothetical", None)}),
        ("Police accused of threatening Tom Reyes.", {("THREATENED", "police", "Tom Reyes", "hypothetical", None)}),
    ],
)  # fmt: skip
def test_who_did_what(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


def test_a_doing_in_a_quote_is_on_the_word_of_its_speaker() -> None:
    text = "Norland attacked Oslo on Monday, Marlow said."
    said = quote(text, "Norland attacked Oslo on Monday", "Ann Marlow")
    assert rows(text, said) == {("ATTACKED", "Norland", "Oslo", "attributed", "Ann Marlow")}
    denied = replace(said, speech_act="denial")
    assert rows(text, denied) == {("ATTACKED", "Norland", "Oslo", "negated", "Ann Marlow")}
    text = "Norland attacked Oslo on Monday."
    nobody = quote(text, "Norland attacked Oslo on Monday", None)
    assert rows(text, nobody) == {("ATTACKED", "Norland", "Oslo", "hypothetical", None)}


def test_what_stands_beside_the_word_of_speech_is_not_said() -> None:
    text = "Ann Marlow discussed old theories and criticised Tom Reyes."
    said = quote(text, "old theories and criticised Tom Reyes", "Ann Marlow")
    assert rows(text, said) == {("CRITICISED", "Ann Marlow", "Tom Reyes", "asserted", None)}


def test_a_pronoun_is_none_of_those_who_do_it() -> None:
    text = "Ann Marlow and Tom Reyes wrote to the court, urging him to act."
    him = Mention(text.index("him"), text.index("him") + 3, "pronoun")
    people = tuple(replace(e, mentions=(*e.mentions, him)) if e.id == "Tom Reyes" else e for e in cast(text))
    assert find(document(text), people, (), (), ()) == ()


def test_roles_become_relations() -> None:
    text = "Port League spokeswoman Ann Marlow left."
    doc = document(text)
    title = Span(text.index("Port"), text.index(" left"))
    role = Role("spokeswoman", "Port League", "2031-05-07", title, 0.9)
    people = tuple(replace(e, roles=(role,)) if e.id == "Ann Marlow" else e for e in cast(text))
    assert [(r.type, r.source, r.target, r.evidence, r.title, r.on) for r in find(doc, people, (), (), ())] == [
        ("HOLDS_ROLE", "Ann Marlow", "Port League", title, "spokeswoman", "2031-05-07"),
        ("SPEAKS_FOR", "Ann Marlow", "Port League", title, "spokeswoman", "2031-05-07"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Holdings is based in Lima.", {("BASED_IN", "Acme Holdings", "Lima", "asserted", None)}),
        ("Lima-based Acme Holdings grew.", {("BASED_IN", "Acme Holdings", "Lima", "asserted", None)}),
        ("Borealis is a member of Port League.", {("MEMBER_OF", "Borealis", "Port League", "asserted", None)}),
        ("Borealis is not a member of Port League.", {("MEMBER_OF", "Borealis", "Port League", "negated", None)}),
    ],
)
def test_belonging(text: str, expected: set[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Marlow attacked Tom Reyes in the debate.",
        "Ann Marlow's attack on Tom Reyes was reported.",
        "Acme Holdings attacked Sudria, saying that prices were too high.",
        "Ann Marlow asked Tom Reyes whether he would sign the treaty.",
        "The Port League appealed the ruling to Acme Holdings to win time.",
    ],
)
def test_what_is_no_doing(text: str) -> None:
    assert rows(text) == set()


def test_two_norlanders_are_not_norland() -> None:
    text = "Two Norlanders supported Tom Reyes in Lima."
    norland = Entity("Norland", "Place", "Norland", (Mention(4, 14, "demonym"),), 0.9)
    doc, people = document(text), (norland, *cast(text))
    assert find(doc, people, (), (), ()) == ()


def test_a_senator_is_no_member_of_a_state() -> None:
    def sentence(of: str) -> set[str]:
        text = f"Tom Reyes, a senator from {of}, left."
        people = [
            replace(e, roles=(Role("senator", of, None, Span(0, 30), 0.9),)) if e.type == "Person" else e
            for e in cast(text)
        ]
        return {r.type for r in find(document(text), people, (), (), ())}

    assert [sentence("Norland"), sentence("Port League")] == [{"HOLDS_ROLE"}, {"HOLDS_ROLE", "MEMBER_OF"}]


def test_an_attack_with_a_weapon_is_none_of_words() -> None:
    assert rows("Ann Marlow attacked Tom Reyes with a knife.") == {
        ("ATTACKED", "Ann Marlow", "Tom Reyes", "asserted", None)
    }
