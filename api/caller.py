"""Who asks: what the request brings beside the operation."""

from __future__ import annotations

from dataclasses import dataclass, field

_BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class Caller:
    """The caller of one request. Nothing is looked up before an operation needs it."""

    secret: str | None = field(default=None, repr=False)
    """The token that was sent; it is shown nowhere."""

    @classmethod
    def of(cls, authorization: str | None) -> Caller:
        """The caller by the header `Authorization` (RFC 6750); another scheme than Bearer is not for us."""
        header = (authorization or "").strip()
        bearer = header.lower().startswith(_BEARER)
        return cls(header[len(_BEARER) :].strip() if bearer else None)


NOBODY = Caller()
