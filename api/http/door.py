"""Who may come in, and with what: the same for requests and for sockets."""

from __future__ import annotations

from dataclasses import dataclass

from api.http.client import Clients
from api.http.rates import Rates
from api.http.trusted import Trusted, load
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Door:
    """Tells clients apart, and knows what each may still ask for, and which documents are taken."""

    clients: Clients
    rates: Rates
    trusted: Trusted

    @classmethod
    def of(cls, settings: Settings) -> Door:
        """By the settings. Raises FixSettings where documents cannot be read."""
        return cls(
            Clients(settings.trusted_proxies, settings.forwarded_header),
            Rates(settings.rate, settings.burst),
            Trusted(load(settings.trusted_documents), only=settings.trusted_only),
        )
