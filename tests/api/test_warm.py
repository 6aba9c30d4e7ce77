from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.plan.run import Service
from api.schema import build
from api.warm import OPERATIONS, warming
from graph.settings import Settings
from graph.store import Store
from tests.api.conftest import Ask

pytestmark = pytest.mark.store


def test_the_documented_questions_are_asked_in_the_background(newsroom: Store) -> None:
    before = newsroom.reads
    with warming(Service(build()), newsroom, after=0) as thread:
        thread.join(300)
        assert not thread.is_alive()
    assert newsroom.reads - before == len(OPERATIONS) + 1


def test_nothing_is_asked_after_the_end(newsroom: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with warming(Service(build()), newsroom, after=0) as thread:
        pass
    reads = newsroom.reads
    thread.join(60)
    assert (newsroom.reads, thread.is_alive()) == (reads, False)
    assert capsys.readouterr().err == ""


def test_the_first_visitor_has_the_database_for_himself(newsroom: Store) -> None:
    before = newsroom.reads
    with warming(Service(build()), newsroom, after=60) as thread:
        thread.join(0.2)
        assert (newsroom.reads, thread.is_alive()) == (before, True)
    assert (newsroom.reads, thread.is_alive()) == (before, False)


def test_the_service_is_ready_while_it_warms(newsroom: Store) -> None:
    with TestClient(create_app(Settings(), newsroom)) as client:
        assert client.get("/readyz").json() == {"status": "ready"}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_question_is_one_that_the_schema_answers(ask: Ask, operation: str) -> None:
    from api.warm import _values

    values = _values(
        {
            "quotes": {
                "edges": [
                    {
                        "node": {
                            "speakers": [{"id": "person/oleg-peskov", "name": "Oleg Peskov"}],
                            "about": [{"node": {"label": "talks in Sandhaven"}}],
                        }
                    }
                ]
            },
            "events": {"edges": [{"node": {"places": [{"name": "Sandhaven"}]}}]},
        }
    )
    answer = ask(operation, **{name: text for name, text in values.items() if f"${name}:" in operation})
    assert all(answer.values())
