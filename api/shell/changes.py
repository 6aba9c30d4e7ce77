"""Changes from the command line: made and recorded as those over GraphQL are."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import asdict

from api.shell.terminal import show_json, show_line, show_rows, tell
from graph.change.audit import Done, Entry, Recorded, changing
from graph.change.merge import merge
from graph.change.split import split
from graph.change.tokens import Token
from graph.forget import forget_in
from graph.store import Store
from graph.turn import Turn


def who() -> str:
    """Who changes something from the command line: the account."""
    try:
        return f"command line ({getpass.getuser()})"
    except (KeyError, OSError):  # an account without a name, as containers have them
        return "command line"


def forget_article(store: Store, article: str, reason: str) -> Done:
    """Take an article out."""
    return _changed(store, "forget", article, reason, lambda turn: forget_in(turn, article))


def merge_entities(store: Store, keep: str, give: str, reason: str, *, force: bool) -> Done:
    """Make two entities one."""
    return _changed(store, "merge", f"{keep} {give}", reason, lambda turn: merge(turn, keep, give, force=force))


def split_entity(store: Store, ident: str, articles: Sequence[str], name: str, reason: str) -> Done:
    """Take an entity apart."""
    return _changed(store, "split", ident, reason, lambda turn: split(turn, ident, articles, name))


def _changed(store: Store, action: str, of: str, reason: str, work: Callable[[Turn], str]) -> Done:
    return changing(store, Entry(who(), action, of, reason=reason), work)


def show_done(done: Done, *, as_json: bool) -> int:
    """What was changed, and about whom."""
    if as_json:
        show_json({"id": done.result, "change": done.id, **asdict(done.changes)})
    else:
        show_line(f"{done.result}: {done.changes}")
    return 0


def show_secret(name: str, secret: str, *, as_json: bool) -> int:
    """A new token: its secret alone on standard output, for a program to take."""
    if as_json:
        show_json({"name": name, "token": secret})
    else:
        show_line(secret)
        tell("Keep it: it is not shown again. It is sent as the header Authorization: Bearer …")
    return 0


def show_tokens(found: Sequence[Token], *, as_json: bool) -> int:
    """The tokens that there are and were."""
    if as_json:
        show_json([{**asdict(token), "holds": token.holds} for token in found])
        return 0
    rows = [
        (
            token.name,
            " ".join(token.may),
            token.created,
            token.expires,
            token.revoked or ("" if token.holds else "expired"),
        )
        for token in found
    ]
    return show_rows(("name", "may", "created", "expires", "revoked"), rows, "table")


def show_record(lines: Sequence[Recorded], *, as_json: bool) -> int:
    """The record of changes."""
    if as_json:
        show_json([asdict(line) for line in lines])
        return 0
    rows = [(each.at, each.who, each.action, each.of, each.outcome, each.changes, each.reason) for each in lines]
    return show_rows(("at", "who", "action", "of", "outcome", "changes", "reason"), rows, "table")
