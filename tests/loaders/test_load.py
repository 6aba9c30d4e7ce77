"""A load takes in what it can, says what it could not, and goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from graph.changes import Changes
from graph.dump import dump
from graph.errors import FixInput, FixSettings, RetryLater
from graph.model import Article
from graph.settings import Settings
from graph.store import Store
from graph.testing import empty
from loaders.extract.pool import Pool
from loaders.extract.reader import Reader
from loaders.extract.reading import Reading
from loaders.load import load
from loaders.read import Broken
from tests.factories import A, E, P, R
from tests.loaders.extract import wire
from tests.loaders.few_names import Names

pytestmark = [pytest.mark.store, pytest.mark.long]

FULL = A("Vera Lindholm, president of the Dockers' League, sang.", "full")
BARE = A("Lindholm, president of the Dockers' League, danced.", "bare")
OTHER = A("Per Ostby of Norrland Lines listened.", "other")
LETTERS = A("The UNP and Norrland Lines met Per Ostby.", "letters")


def test_new_unchanged_and_changed_articles_are_told_apart(newsgraph_graph: Store) -> None:
    reader = Names()
    first = load(newsgraph_graph, reader, [FULL, OTHER])
    assert (first.loaded, first.changed, first.unchanged, first.people) == (2, 0, 0, 2)
    again = load(newsgraph_graph, reader, [FULL, OTHER])
    assert (again.loaded, again.unchanged, again.changes) == (0, 2, Changes())
    assert reader.read_texts == ["full", "other"]
    later = load(newsgraph_graph, reader, [FULL, replace(OTHER, text="Per Ostby sang.")])
    assert (later.loaded, later.changed, later.unchanged) == (0, 1, 1)
    assert load(newsgraph_graph, reader, [replace(FULL, headline="A song")]).changes == Changes(properties_set=1)


def test_read_again_changes_nothing(newsgraph_graph: Store) -> None:
    reader = Names()
    load(newsgraph_graph, reader, [BARE, FULL, OTHER, LETTERS])
    before = dump(newsgraph_graph)
    report = load(newsgraph_graph, reader, [BARE, FULL, OTHER, LETTERS], again=True)
    assert (report.unchanged, str(report.changes)) == (4, "0 changes")
    assert dump(newsgraph_graph) == before


def test_articles_that_were_there_get_their_vectors_by_another_look_and_once(newsgraph_graph: Store) -> None:
    said = A('"The cranes stand still," Vera Lindholm said in Riga on Monday.', "said")
    count = "MATCH (n) WHERE n.vector IS NOT NULL RETURN count(n) AS vectors"
    load(newsgraph_graph, Reader(Settings(vectors=False)), [said])
    assert newsgraph_graph.read(count) == [{"vectors": 0}]
    reader = Reader(Settings())
    assert load(newsgraph_graph, reader, [said]).unchanged == 1
    assert load(newsgraph_graph, reader, [said], again=True).changes == Changes(properties_set=4)
    assert newsgraph_graph.read(count) == [{"vectors": 2}]
    assert str(load(newsgraph_graph, reader, [said], again=True).changes) == "0 changes"
    load(newsgraph_graph, reader, [replace(said, text="Per Ostby sang in Riga on Monday.")])
    assert newsgraph_graph.read(count) == [{"vectors": 1}]


def test_another_reader_reads_again(newsgraph_graph: Store) -> None:
    load(newsgraph_graph, Names(), [FULL])
    newer = Names()
    newer.version = "names 2"
    load(newsgraph_graph, newer, [FULL])
    assert newer.read_texts == ["full"]


def test_a_broken_article_stops_nobody(newsgraph_graph: Store) -> None:
    unreadable = Broken("x.txt", FixInput("x.txt is empty."))
    items: list[Article | Broken] = [
        A("a crash", "crash", path="crash.txt"),
        unreadable,
        FULL,
        A("Per Ostby.", "day", published="2025-25-01"),
        OTHER,
    ]
    report = load(newsgraph_graph, Names(), items)
    assert report.loaded == 2
    assert [(broken.where, broken.error.message) for broken in report.broken] == [
        ("x.txt", "x.txt is empty."),
        ("crash.txt", "Could not be read: RuntimeError: no such luck."),
        ("day", "Could not be loaded: ValueError: month must be in 1..12."),
    ]
    assert report.seen == 5


def test_several_processes_load_the_same(newsgraph_graph: Store) -> None:
    many = list(wire.articles(36))
    many[20] = replace(many[20], published="2025-25-01")
    one = load(newsgraph_graph, Reader(Settings()), many)
    in_one = dump(newsgraph_graph)
    empty(newsgraph_graph)
    with Pool(Settings(), 2) as pool:
        several = load(newsgraph_graph, pool, many)
        again = load(newsgraph_graph, pool, many)
    assert (several.loaded, several.changes) == (one.loaded, one.changes)
    assert [str(b.error) for b in several.broken] == [str(b.error) for b in one.broken]
    assert (several.loaded, len(several.broken), again.unchanged, again.changes) == (35, 1, 35, Changes())
    assert dump(newsgraph_graph) == in_one


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("stop", "Interrupted. 16 articles are safe."),
        ("away", "The database server has gone away. 16 articles are safe."),
    ],
)
def test_a_stopped_load_says_what_is_safe_and_goes_on(newsgraph_graph: Store, word: str, message: str) -> None:
    many = [A(f"Per Ostby sang {n}.", f"a{n:02}") for n in range(20)]
    bad = [*many[:18], A(word, "bad"), *many[18:]]
    with pytest.raises(RetryLater) as stopped:
        load(newsgraph_graph, Names(), bad)
    assert (stopped.value.message, stopped.value.remedy) == (message, "The same command goes on from there.")
    rest = load(newsgraph_graph, Names(), many)
    assert (rest.loaded, rest.unchanged) == (4, 16)
    in_one_go = dump(newsgraph_graph)
    empty(newsgraph_graph)
    load(newsgraph_graph, Names(), many)
    assert dump(newsgraph_graph) == in_one_go


def test_what_stands_in_the_readers_way_stops_the_load(newsgraph_graph: Store) -> None:
    class NoPipeline(Names):
        def read_all(self, articles: Iterable[Article]) -> Iterator[Reading]:
            raise FixSettings(f"There is no pipeline to read {next(iter(articles)).id}.")

    with pytest.raises(FixSettings, match="There is no pipeline to read full"):
        load(newsgraph_graph, NoPipeline(), [FULL])


def test_progress_counts_to_the_whole(newsgraph_graph: Store) -> None:
    seen: list[tuple[int, int]] = []
    load(newsgraph_graph, Names(), [FULL, OTHER], progress=lambda _, done, total: seen.append((done, total)), total=2)
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_surname_finds_its_person_in_whatever_order(newsgraph_graph: Store) -> None:
    dumps = []
    for order in permutations([FULL, BARE, OTHER]):
        empty(newsgraph_graph)
        load(newsgraph_graph, Names(), order)
        dumps.append(dump(newsgraph_graph))
    assert all(each == dumps[0] for each in dumps)
    people = "MATCH (p:Person) RETURN p.id AS id, p.aliases AS aliases ORDER BY id"
    assert newsgraph_graph.read(people) == [
        {"id": "person/per-ostby", "aliases": None},
        {"id": "person/vera-lindholm", "aliases": ["Lindholm"]},
    ]


def test_one_by_one_is_the_same_as_together(newsgraph_graph: Store) -> None:
    load(newsgraph_graph, Names(), [BARE, OTHER, FULL])
    together = dump(newsgraph_graph)
    empty(newsgraph_graph)
    reader = Names()
    for article in (BARE, OTHER, FULL):
        load(newsgraph_graph, reader, [article])
    assert dump(newsgraph_graph) == together
    assert reader.read_texts == ["bare", "other", "full", "bare"]


def test_a_surname_that_two_bear_stays_apart(newsgraph_graph: Store) -> None:
    report = load(newsgraph_graph, Names(), [FULL, A("Ole Lindholm slept.", "ole"), A("Lindholm ate.", "ate")])
    assert report.people == 3


def test_letters_with_a_reason_find_their_organisation(newsgraph_graph: Store) -> None:
    class Spelt(Names):
        def read(self, article: Article) -> Reading:
            reading = super().read(article)
            if "(UNP)" not in article.text:
                return reading
            entities = tuple(
                replace(e, aliases=("UNP",)) if e.name.startswith("Union") else e
                for e in reading.entities
                if e.name != "UNP"
            )
            return replace(reading, entities=entities)

    long = A("The Union of Northern Ports (UNP) and Norrland Lines met Per Ostby.", "long")
    for order in permutations([long, LETTERS]):
        empty(newsgraph_graph)
        load(newsgraph_graph, Spelt(), order)
        organisations = newsgraph_graph.read("MATCH (o:Organisation) RETURN o.id AS id ORDER BY id")
        assert organisations == [{"id": "organisation/norrland-lines"}, {"id": "organisation/union-of-northern-ports"}]


def test_a_region_without_a_number_keeps_the_gazetteers_name(newsgraph_graph: Store) -> None:
    class Regions(Names):
        def read(self, article: Article) -> Reading:
            coast = E(article.text, "e1", "Place", "FAR COAST", location=P(None, "Far Coast", "region"))
            return replace(R(article, coast), reader=self.version)

    article = A("The FAR COAST is quiet.")
    load(newsgraph_graph, Regions(), [article])
    names = "MATCH (p:Place) RETURN p.name AS name, p.aliases AS aliases"
    assert newsgraph_graph.read(names) == [{"name": "Far Coast", "aliases": ["FAR COAST"]}]
    assert str(load(newsgraph_graph, Regions(), [article], again=True).changes) == "0 changes"
