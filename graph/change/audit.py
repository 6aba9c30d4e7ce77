"""The record of what people changed: append-only, written in the transaction of the change it records.

A change comes with a key of the caller's choice where it may be sent twice: the same key with the same input stands for
the change that was made, and does nothing again. A key is known for `KEYS_FOR`; the record stays.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.changes import Changes
from graph.cypher import statement
from graph.errors import AskDifferently, FixInput, KeyReused
from graph.store import Store
from graph.turn import Turn, in_turn

KEYS_FOR = timedelta(days=7)
LONGEST_KEY = 200
"""Characters of a key."""
DONE = "DONE"
"""The outcome of a change that was made, if only of one that changed nothing; of any other it is the error's code."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who wants to change what."""

    who: str
    """The token's name; `command line` and the account for a command."""
    action: str
    """load, forget, merge, split, token create, token revoke."""
    of: str
    """The article or entity, as it was asked for."""
    key: str = ""
    digest: str = ""
    """A hash of the whole input, by which the same key with other input is known."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made, now or when its key was sent first."""

    id: str
    """Of its record."""
    result: str
    """Id of the article or entity that it is about."""
    changes: Changes
    again: bool = False
    """Whether it had been made before."""


def changing(store: Store, entry: Entry, work: Callable[[Turn], str]) -> Done:
    """Make a change and record it, in one transaction; a change whose key is known is not made again.

    `work` gives the id of what the change is about. An error of the caller's is recorded and raised. Raises KeyReused.
    """
    done: list[Done] = []

    def managed(turn: Turn) -> None:
        done[:] = [earlier_in(turn, entry) or noted(turn, entry, work(turn))]

    try:
        in_turn(store, managed)
    except (FixInput, AskDifferently) as error:
        refused(store, entry, error)
        raise
    return done[0]


def noted(turn: Turn, entry: Entry, result: str, outcome: str = DONE) -> Done:
    """Record what the turn has changed so far."""
    now = datetime.now(UTC)
    ident = f"change/{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    counted = {each.name: getattr(turn.changes, each.name) for each in fields(Changes)}
    turn.noted("note_change", change={
        "id": ident, "at": now.isoformat(timespec="microseconds"), "who": entry.who, "action": entry.action,
        "of": entry.of, "reason": entry.reason or None, "key": (entry.key or None) if outcome == DONE else None,
        "digest": entry.digest or None, "outcome": outcome, "result": result or None, **counted,
    })  # fmt: skip
    return Done(ident, result, turn.changes)


def refused(store: Store, entry: Entry, error: FixInput | AskDifferently) -> None:
    """Record that a change was not made; its key stands for nothing."""
    in_turn(store, lambda turn: _note_only(turn, entry, error.code))


def _note_only(turn: Turn, entry: Entry, outcome: str) -> None:
    noted(turn, entry, "", outcome)


def earlier(store: Store, entry: Entry) -> Done | None:
    """The change that the key stands for. Raises KeyReused where its input was another."""
    if not entry.key:
        return None
    rows = store.read(statement("write/change_of_key.cypher"), {"given": _asked(entry)})
    return _earlier(entry, rows)


def earlier_in(turn: Turn, entry: Entry) -> Done | None:
    """The same in a turn, where nobody can come between."""
    return _earlier(entry, turn.rows("change_of_key", (), **_asked(entry))) if entry.key else None


def _asked(entry: Entry) -> dict[str, object]:
    return {"who": entry.who, "key": entry.key, "since": (datetime.now(UTC) - KEYS_FOR).isoformat()}


def _earlier(entry: Entry, rows: list[Any]) -> Done | None:
    if not rows:
        return None
    found: Mapping[str, Any] = rows[0]["change"]
    if found["digest"] != entry.digest or found["action"] != entry.action:
        raise KeyReused("This key stands for another change.", "Give each change a key of its own.")
    changes = Changes(**{each.name: found[each.name] for each in fields(Changes)})
    return Done(found["id"], found["result"] or "", changes, again=True)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A line of the record."""

    id: str
    at: str
    """ISO 8601, UTC."""
    who: str
    action: str
    of: str
    outcome: str
    changes: int
    result: str
    key: str
    reason: str


def record(store: Store, limit: int) -> list[Recorded]:
    """The newest lines, the newest first."""
    rows = store.read(statement("lookup/changes.cypher"), {"limit": limit}, rows=limit)
    return [Recorded(**{each.name: _line(row["change"], each.name) for each in fields(Recorded)}) for row in rows]


def _line(change: Any, name: str) -> Any:
    if name == "changes":
        return sum(change[each.name] for each in fields(Changes))
    return change.get(name) or ""
