"""What a title says about whom it is borne by: one person at a time, and in which walk of life."""

from __future__ import annotations

from loaders.resolve.names import fold, words

SINGULAR = words(
    "president premier chancellor minister spokesman spokeswoman spokesperson governor mayor chairman chairwoman chair "
    "chief ceo director head king queen pope patriarch ambassador speaker ombudsman ombudswoman commander coach "
    "manager captain editor leader secretary treasurer prosecutor"
)
"""Titles that an institution gives to one person, or so few that a surname tells them apart."""

NOT_SINGULAR = words("vice deputy assistant former ex senior junior regional local one a an")

TRADES: dict[str, frozenset[str]] = {
    "sport": words(
        "goalkeeper striker midfielder defender quarterback pitcher batsman bowler winger sprinter swimmer gymnast "
        "boxer golfer footballer cricketer cyclist skier jockey coach"
    ),
    "office": words(
        "president premier chancellor minister senator congressman congresswoman governor mayor ambassador lawmaker "
        "legislator parliamentarian"
    ),
    "arts": words(
        "actor actress singer novelist painter sculptor composer violinist pianist guitarist rapper comedian drummer "
        "filmmaker"
    ),
}
"""Walks of life that one person seldom changes between two articles. A former one does not count."""


def is_singular(title: str) -> bool:
    words = fold(title).split()
    return any(w in SINGULAR for w in words) and not any(w in NOT_SINGULAR for w in words)


def trade(title: str) -> str:
    """The walk of life of a title, or nothing where it says none, or one that is over."""
    words = set(fold(title).split())
    if words & {"former", "ex", "retired", "onetime"}:
        return ""
    return next((name for name, titles in TRADES.items() if words & titles), "")
