"""Tokens: who may change the graph over GraphQL.

A token is 256 random bits, shown once. The graph keeps its SHA-256: a password's slow hash is for words that can be
guessed, and these cannot. What was found by the hash is compared once more in constant time.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.change.audit import Entry, changing
from graph.cypher import statement
from graph.errors import FixInput, NoCaller
from graph.store import Store
from graph.turn import Turn

RIGHTS: Mapping[str, str] = {
    "load": "load articles",
    "forget": "take articles out",
    "merge": "merge and split entities",
    "audit": "read the record of changes",
}
"""What a token may be good for."""
_PREFIX = "ng_"
"""By which scanners of repositories, and people, know a token."""
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the graph knows it: never its secret."""

    name: str
    may: tuple[str, ...]
    created: str
    """ISO 8601, UTC, as the others."""
    expires: str
    """Empty for one that does not expire."""
    revoked: str
    """Empty while it holds."""

    @property
    def holds(self) -> bool:
        """Whether it is good now."""
        return not self.revoked and (not self.expires or self.expires > _now())


def create(store: Store, name: str, may: Sequence[str], who: str, days: float | None = None) -> str:
    """Make a token, and give its secret, which nobody can learn again. Raises FixInput.

    A name is never used twice: the record of changes knows callers by it.
    """
    if not _NAME.fullmatch(name):
        raise FixInput(f"{name!r} is no name for a token.", "Use up to 64 of a-z, 0-9, full stop, hyphen, underscore.")
    unknown = [right for right in may if right not in RIGHTS]
    if unknown or not may:
        wrong = f"There is no right {unknown[0]!r}." if unknown else "A token that may do nothing is of no use."
        raise FixInput(wrong, f"Give some of {', '.join(RIGHTS)}.")
    if days is not None and not 0 < days <= 36_500:
        raise FixInput(f"A token cannot expire in {days:g} days.", "Give a number above 0, up to 36500.")
    secret = _PREFIX + secrets.token_urlsafe(32)
    expires = (datetime.now(UTC) + timedelta(days=days)).isoformat(timespec="seconds") if days is not None else None
    rights = [right for right in RIGHTS if right in may]

    def work(turn: Turn) -> str:
        if turn.rows("token_called", (), called=name):
            raise FixInput(f"There is or was a token {name} already.", "Give this one another name.")
        turn.noted("create_token", token={
            "name": name, "hash": _hash(secret), "may": rights, "created": _now(), "expires": expires,
        })  # fmt: skip
        return name

    changing(store, Entry(who, "token create", name), work)
    return secret


def revoke(store: Store, name: str, who: str) -> None:
    """Have a token hold no more, at once and everywhere. Raises FixInput where there is none that holds."""

    def work(turn: Turn) -> str:
        if not turn.noted("revoke_token", called=name, at=_now()):
            raise FixInput(f"There is no token {name} that holds.", "`newsgraph token list` shows those that do.")
        return name

    changing(store, Entry(who, "token revoke", name), work)


def tokens(store: Store) -> list[Token]:
    """All tokens that there are and were, by name."""
    return [_token(row["token"]) for row in store.read(statement("lookup/tokens.cypher"))]


def caller(store: Store, secret: str | None) -> Token:
    """Whose token it is: one read. Raises NoCaller for one that is missing, unknown, revoked or expired."""
    if not secret:
        raise NoCaller(
            "This needs a token.", "Send the header Authorization: Bearer …; newsgraph token create makes one."
        )
    digest = _hash(secret)
    for row in store.read(statement("lookup/token.cypher"), {"hash": digest}):
        known: Any = row["token"]
        token = _token(known)
        if hmac.compare_digest(known["hash"], digest) and token.holds:
            return token
    raise NoCaller("This token is not known, or holds no more.", "newsgraph token create makes a new one.")


def allowed(token: Token, right: str) -> bool:
    """Whether the token is good for it."""
    return right in token.may


def _token(known: Any) -> Token:
    return Token(
        known["name"], tuple(known["may"]), known["created"], known.get("expires") or "", known.get("revoked") or ""
    )


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
