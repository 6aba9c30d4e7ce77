"""Loading one article for somebody who is to answer for it: recorded in the transaction that writes it."""

from __future__ import annotations

from graph.change.audit import Done, Entry, changing, earlier_in, noted, refused
from graph.model import Article
from graph.store import Store
from graph.turn import Turn
from loaders.extract.outcome import Reads
from loaders.load import load


def load_one(store: Store, reader: Reads, article: Article, entry: Entry, *, again: bool = False) -> Done:
    """Load an article. One that is there unchanged is passed over, unless `again`, and that is recorded, too.

    Raises FixInput where it cannot be loaded, KeyReused, and what stops a load: RetryLater, FixSettings, RepairStore.
    """
    done: list[Done] = []

    def record(turn: Turn) -> None:
        done[:] = [earlier_in(turn, entry) or noted(turn, entry, article.id)]

    report = load(store, reader, [article], again=again, also=record)
    if report.broken:
        error = report.broken[0].error
        refused(store, entry, error)
        raise error
    return done[0] if done else changing(store, entry, lambda _: article.id)
