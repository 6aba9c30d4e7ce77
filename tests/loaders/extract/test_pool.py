from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil  # type: ignore[import-untyped]  # it has no types
import pytest

from graph.errors import FixInput, FixSettings
from graph.model import Article
from graph.settings import Settings
from loaders.extract.outcome import outcomes
from loaders.extract.pool import MANY, Pool, cores, processes
from loaders.extract.reader import Reader
from tests.loaders.extract.wire import articles
from tests.loaders.few_names import Names

pytestmark = pytest.mark.long

FRENCH = Article("french", "Le port de la ville a été fermé lundi, et les navires ont dû attendre dans la mer.")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(Settings(), 2) as made:
        yield made


def test_several_processes_read_as_one_does_and_in_order(pool: Pool) -> None:
    given = [*articles(24), FRENCH, Article("blank", " \n")]
    reader = Reader(Settings())
    assert list(pool.read_all(given)) == [reader.read(article) for article in given]
    assert (pool.version, pool.read(given[0])) == (reader.version, reader.read(given[0]))


def test_each_process_computes_in_one_thread(pool: Pool) -> None:
    list(pool.read_all(articles(32)))
    assert [sum(t.user_time > 0.1 for t in worker.threads()) for worker in _workers()] == [1, 1]


def test_a_killed_process_is_told_in_one_line() -> None:
    before = set(_workers())
    with Pool(Settings(), 1) as pool:
        pool.begin([FRENCH]).result()
        (worker,) = set(_workers()) - before
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(FixSettings) as told:
            pool.begin([FRENCH]).result()
    assert (told.value.message, told.value.remedy) == (
        "A process that reads articles was killed by signal 9, perhaps for want of memory.",
        "Give fewer by --jobs; --jobs 1 reads without further processes.",
    )


def test_processes_end_with_the_pool_in_the_middle_of_an_article() -> None:
    before = set(_workers())
    with Pool(Settings(), 2) as pool:
        begun = pool.begin(list(articles(1, words=20_000)))
        assert len(set(_workers()) - before) == 2
    assert set(_workers()) - before == set()
    with pytest.raises(FixSettings):
        begun.result()


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with Pool(Settings(spacy_model="no_such_pipeline"), 1) as pool, pytest.raises(FixSettings) as told:
        list(pool.read_all([FRENCH]))
    assert "no_such_pipeline" in told.value.message
    assert "NEWSGRAPH_SPACY_MODEL" in told.value.remedy


def test_a_broken_article_is_told_in_its_place() -> None:
    given = [Article("a", "Per Ostby sang."), Article("b", "a crash"), Article("c", "Vera Lindholm danced.")]
    made = outcomes(Names(), given)
    assert [one.message if isinstance(one, FixInput) else one.entities[0].name for one in made] == [
        "Per Ostby",
        "Could not be read: RuntimeError: no such luck.",
        "Vera Lindholm",
    ]


def test_further_processes_are_started_where_there_is_much_to_read() -> None:
    assert [processes(None, 0), processes(None, MANY - 1), processes(3, 1), processes(0, 1)] == [1, 1, 3, cores()]
    assert processes(None, MANY) == min(cores(), 8)


def _workers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]
