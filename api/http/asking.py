"""A request as the endpoint looks at it: its headers by name, in a map. Starlette's own walk through all for each."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope


class Head(Headers):
    """Headers by name. Of several of one name the first counts, as in Starlette's."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope=scope)
        self._by_name = dict(reversed(self._list))

    def __getitem__(self, key: str) -> str:
        return self._by_name[key.lower().encode("latin-1")].decode("latin-1")

    def __contains__(self, key: Any) -> bool:
        return key.lower().encode("latin-1") in self._by_name

    def get(self, key: str, default: Any = None) -> Any:
        """The value; `default` where there is none."""
        found = self._by_name.get(key.lower().encode("latin-1"))
        return default if found is None else found.decode("latin-1")


class Asking(Request):
    """One request."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        super().__init__(scope, receive)
        self._head = Head(scope)

    @property
    def headers(self) -> Headers:
        return self._head
