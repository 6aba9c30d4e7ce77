"""Trusted documents: those of the newsroom's own front-ends, sent by their hash instead of their text.

They are read at the start from a file or folder. Nothing that a stranger sends is ever added: a store that anybody
fills (automatic persisted queries) would be one more thing to fill up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from api.as_json import NotJson, read
from api.http.asked import Asked
from graph.errors import AskDifferently, FixSettings

_PREFIX = "sha256:"


class NotFound(AskDifferently):
    """No trusted document has this id. The code is the one after which Apollo's clients send the document itself."""

    code = "PERSISTED_QUERY_NOT_FOUND"


class NotTrusted(AskDifferently):
    """The document is none of the trusted ones, and no others are taken."""

    code = "DOCUMENT_NOT_TRUSTED"


class Trusted:
    """The trusted documents by id: the sha256 of the text, and what a manifest calls them."""

    def __init__(self, documents: Mapping[str, str] | None = None, *, only: bool = False) -> None:
        named = documents or {}
        self.texts = frozenset(named.values())
        self._by_id = {**named, **{sha256(text): text for text in self.texts}}
        self._only = only
        self.names = {sha256(text): name for name, text in named.items()}
        """What the manifest calls each, by its sha256."""

    def text(self, asked: Asked) -> str:
        """The document that is meant. Raises NotFound, NotTrusted, or AskDifferently where id and text do not agree."""
        if asked.document_id is not None and asked.query is None:
            text = self._by_id.get(asked.document_id.removeprefix(_PREFIX))
            if text is None:
                raise NotFound("There is no trusted document with this id.", "Send the document itself.")
            return text
        text = asked.query or ""
        named = (asked.document_id or "").removeprefix(_PREFIX)
        if named and named != sha256(text) and self._by_id.get(named) != text:
            raise AskDifferently("The document's id is not the sha256 of `query`.", "Send one of the two.")
        if self._only and text not in self.texts:
            raise NotTrusted("Only trusted documents are answered here.", "Ask the operator to add it.")
        return text


def sha256(text: str) -> str:
    """A document's hash, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def load(path: Path | None) -> dict[str, str]:
    """Documents by id. `path`: a manifest, or a folder of manifests (.json) and documents (.graphql).

    A manifest is a map of ids to documents, as relay-compiler and graphql-codegen write it, or one of Apollo's. Raises
    FixSettings.
    """
    found: dict[str, str] = {}
    for file in _files(path) if path is not None else ():
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise FixSettings(f"The trusted documents cannot be read: {file}.", _REMEDY) from error
        for name, document in _manifest(file, text) if file.suffix == ".json" else [(sha256(text), text)]:
            if found.setdefault(name, document) != document:
                raise FixSettings(f"Two trusted documents have the id {name}, one of them in {file}.", _REMEDY)
    return found


_REMEDY = "See to NEWSGRAPH_TRUSTED_DOCUMENTS."


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = sorted(f for f in path.rglob("*") if f.suffix in (".json", ".graphql") and f.is_file())
    if not files:
        raise FixSettings(f"There are no trusted documents in {path}.", _REMEDY)
    return files


def _manifest(file: Path, text: str) -> Iterator[tuple[str, str]]:
    try:
        found = read(text)
    except NotJson:
        raise FixSettings(f"The manifest of trusted documents is no JSON: {file}.", _REMEDY) from None
    pairs = None
    if isinstance(found, dict) and isinstance(found.get("operations"), list):
        pairs = [(o.get("id"), o.get("body")) if isinstance(o, dict) else (None, None) for o in found["operations"]]
    elif isinstance(found, dict):
        pairs = list(found.items())
    if pairs is None or not all(isinstance(part, str) for pair in pairs for part in pair):
        raise FixSettings(f"The manifest of trusted documents is no map of ids to documents: {file}.", _REMEDY)
    for name, document in pairs:
        yield str(name).removeprefix(_PREFIX), str(document)
