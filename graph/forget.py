"""Taking an article out of the graph, with all that only it says."""

from __future__ import annotations

from graph import corrections
from graph.changes import Changes
from graph.errors import FixInput
from graph.replace import clear
from graph.store import Store
from graph.turn import Turn, in_turn


def forget(store: Store, article: str) -> Changes:
    """Take out an article, given by its id or URL: its text, its facts, and what no other article names.

    An article that it corrected is read again by the next load. Raises FixInput where there is no such article.
    """

    def work(turn: Turn) -> None:
        forget_in(turn, article)

    return in_turn(store, work)


def forget_in(turn: Turn, article: str) -> str:
    """The same in a turn that has begun; the id of the article."""
    found = turn.rows("find_article", article=article)
    if not found:
        raise FixInput(
            f"There is no article {article} in the graph.", "Give its id, or the address it was published at."
        )
    node: str = found[0]["id"]
    clear(turn, node)
    corrections.release(turn, node)
    turn.rows("delete_nodes", elements=[found[0]["element"]])
    corrections.link_copies(turn, [found[0]["hash"]])
    return node
