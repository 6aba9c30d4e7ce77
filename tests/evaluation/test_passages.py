"""Roles, members and seats held against passages in which people marked them, made for it."""

from __future__ import annotations

from typing import Any

from evaluation import passages

TEXT = "Ann Lind runs Telvent Rail of Tarnby. Ivo Brandt is a member of the Port League."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def entity(id_: str, type_: str, words: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": type_, "mentions": [span(words)], "roles": [], **more}


def relation(kind: str, one: str, other: str, words: str) -> dict[str, Any]:
    return {"type": kind, "from": one, "to": other, "evidence": span(words), "confidence": 0.9}


ROLE = {"of": "e2", "evidence": span("Ann Lind runs"), "confidence": 0.8}
FOUND = {
    "entities": [
        entity("e1", "Person", "Ann Lind", roles=[ROLE, ROLE | {"of": "e3"}, ROLE | {"of": "e5"}]),
        entity("e2", "Organisation", "Telvent Rail"),
        entity("e3", "Place", "Tarnby"),
        entity("e4", "Person", "Ivo Brandt"),
        entity("e5", "Organisation", "Port League"),
    ],
    "relations": [
        relation("MEMBER_OF", "e4", "e5", "Ivo Brandt is"),
        relation("MEMBER_OF", "e1", "e2", "Ann Lind runs"),  # of the role: judged as a role
        relation("BASED_IN", "e2", "e3", "Telvent Rail of"),
        relation("BASED_IN", "e4", "e3", "Ivo Brandt is"),  # a person's seat is none
        relation("MET", "e1", "e4", "Ann Lind runs"),
    ],
}
GOLD = {
    "facts": [
        {"property": "CEO", "subject": span("Telvent Rail"), "object": span("Ann Lind")},
        {"property": "EMPLOYEE_OR_MEMBER_OF", "subject": span("Ivo Brandt"), "object": span("the Port League")},
    ],
    "exhaustive_properties": ["EMPLOYEE_OR_MEMBER_OF", "HEADQUARTERS"],
}


def test_a_role_at_an_organisation_is_right_where_its_holder_belongs_there() -> None:
    assert [(fact["of"], right) for fact, _, right in passages.roles(GOLD, FOUND)] == [("e2", True), ("e5", False)]


def test_members_and_seats_are_judged_where_no_title_says_so() -> None:
    assert [(fact["type"], fact["from"], right) for fact, _, right in passages.relations(GOLD, FOUND)] == [
        ("MEMBER_OF", "e4", True), ("BASED_IN", "e2", False)
    ]  # fmt: skip


def test_what_was_not_asked_of_the_people_is_not_judged() -> None:
    silent = GOLD | {"exhaustive_properties": ["SPOUSE"]}
    assert [*passages.roles(silent, FOUND), *passages.relations(silent, FOUND)] == []
