from __future__ import annotations

from typing import Any

import pytest

from api.ask.forms import FORMS
from api.plan.run import Service
from graph.facts import Facts, Node
from graph.model import Article
from graph.store import Store
from tests.api.conftest import Ask
from tests.newsroom import fill

pytestmark = pytest.mark.store


def test_a_name_with_two_bearers_is_an_error_that_lists_them(execute: Ask, newsroom: Store) -> None:
    other = Node("Person", "person/yan-peskov", {"name": "Yan Peskov", "aliases": ["the younger Peskov"]})
    fill(newsroom, [Facts(Article(id="yan", text="Yan Peskov."), "en", "test 1", "", (other,), ())])
    assert execute('{ person(name: "Peskov") { id } }')["errors"] == [
        {
            "message": '2 answer to "Peskov". Ask by the id of one of the candidates.',
            "extensions": {
                "code": "AMBIGUOUS",
                "remedy": "Ask by the id of one of the candidates.",
                "candidates": [
                    {"id": "person/oleg-peskov", "name": "Oleg Peskov", "hint": "Peskov"},
                    {"id": "person/yan-peskov", "name": "Yan Peskov", "hint": "the younger Peskov"},
                ],
            },
        }
    ]
    assert execute('{ quotes(speaker: "Peskov") { totalCount } }')["data"] == {"quotes": {"totalCount": 3}}


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ("{ quotes(first: 1001) { totalCount } }", "BAD_INPUT"),
        ('{ quotes(after: "nonsense") { totalCount } }', "BAD_INPUT"),
        ("{ quotes(first: 1, last: 1) { totalCount } }", "BAD_INPUT"),
        ("{ person { id } }", "BAD_INPUT"),
        ("{ nothing }", "BAD_REQUEST"),
        ("{ quotes(", "BAD_REQUEST"),
        ('{ quotes(saidOn: {on: "2031-02-30"}) { totalCount } }', "BAD_REQUEST"),
        ('{ ask(question: "sing") { understood } }', "NOT_UNDERSTOOD"),
    ],
)
def test_every_error_has_a_code(execute: Ask, operation: str, code: str) -> None:
    errors = execute(operation)["errors"]
    assert [e["extensions"]["code"] for e in errors] == [code]
    assert "\n" not in errors[0]["message"]


def test_a_question_that_is_not_understood_lists_the_forms(execute: Ask) -> None:
    errors = execute('{ ask(question: "sing me a song") { understood } }')["errors"]
    assert errors[0]["extensions"]["forms"] == [form.example for form in FORMS]


def test_what_goes_wrong_inside_stays_inside(
    execute: Ask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from api import log

    def broken(store: Store, *args: Any, **more: Any) -> object:
        raise ValueError("the secret of the house")

    log.configure()
    monkeypatch.setattr(Store, "one", broken)
    errors = execute('{ event(id: "event/asked-by-somebody") { id } }')["errors"]
    assert errors == [
        {
            "message": "Something went wrong inside. The log tells more under r1.",
            "extensions": {"code": "INTERNAL", "request": "r1"},
        }
    ]
    logged = capsys.readouterr().err
    assert '"request": "r1"' in logged
    assert "ValueError" in logged
    assert "secret" not in logged
    assert "asked-by-somebody" not in logged


def test_a_statement_of_ours_that_fails_is_no_advice_to_the_client(
    execute: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Store.one
    monkeypatch.setattr(Store, "one", lambda store, _, parameters: asked(store, "RETURN nonsense", parameters))
    errors = execute('{ people(name: "Peskov") { totalCount } }')["errors"]
    assert errors[0]["extensions"] == {"code": "INTERNAL", "request": "r1"}


def test_each_operation_has_an_id(newsroom: Store, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "one", lambda *_: 1 / 0)
    told = [service.answer(newsroom, "{ quotes { totalCount } }").response["errors"][0] for _ in range(2)]
    assert told[0]["extensions"]["request"] != told[1]["extensions"]["request"]
