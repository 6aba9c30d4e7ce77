"""JSON: what clients send, and what they are answered."""

from __future__ import annotations

from typing import Any

import msgspec

_DECODER, _ENCODER, _SORTED = msgspec.json.Decoder(), msgspec.json.Encoder(), msgspec.json.Encoder(order="sorted")


class NotJson(Exception):
    """A text is no JSON, or nested too deeply."""


def read(text: bytes | str) -> Any:
    """What the text says, of Python's own types. Raises NotJson."""
    try:
        return _DECODER.decode(text)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:  # ValueError: a text that is no Unicode
        raise NotJson(str(error)) from None


def write(value: object, *, in_order: bool = False) -> bytes:
    """The value as UTF-8; `in_order`: with the keys sorted, so that equal values are equal bytes."""
    return (_SORTED if in_order else _ENCODER).encode(value)


def plain(value: Any) -> Any:
    """The value as `read` would give it, after `write`."""
    return msgspec.to_builtins(value)
