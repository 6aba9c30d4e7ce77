"""Sessions that are used again: one after the other, never by two, and not after something went wrong."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import AskDifferently
from graph.sessions import Forgetful, Sessions
from graph.store import Store

READING = "RETURN $n AS n"


@pytest.fixture
def sessions(newsgraph_store: Store) -> Sessions:
    return newsgraph_store._kept_sessions()


def test_one_after_the_other_uses_the_same(sessions: Sessions) -> None:
    with sessions.one() as first:
        assert first.run(READING, {"n": 1}).single(strict=True)["n"] == 1
    with sessions.one() as second, sessions.one() as beside:
        assert second is first
        assert beside is not first
    sessions.close()


def test_one_with_which_something_went_wrong_is_not_used_again(sessions: Sessions) -> None:
    with pytest.raises(RuntimeError), sessions.one() as first:
        raise RuntimeError
    assert first.closed()
    with sessions.one() as second:
        assert second is not first
    sessions.close()


def test_one_that_is_in_use_is_closed_when_it_is_given_back(sessions: Sessions) -> None:
    with sessions.one() as used:
        sessions.close()
        assert used.run(READING, {"n": 2}).single(strict=True)["n"] == 2
    assert used.closed()


def test_nothing_is_remembered_of_what_was_read() -> None:
    forgetful = Forgetful()
    forgetful.update_bookmarks((), ("a",))
    assert tuple(forgetful.get_bookmarks()) == ()


def test_a_store_answers_after_a_statement_that_failed(newsgraph_store: Store) -> None:
    with pytest.raises(AskDifferently):
        newsgraph_store.one("RETURN nonsense", {})
    assert newsgraph_store.one(READING, {"n": 3}) == 3


def test_many_threads_ask_at_once(newsgraph_store: Store) -> None:
    def ask(n: int) -> object:
        return newsgraph_store.one(READING, {"n": n})

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(200))) == list(range(200))
