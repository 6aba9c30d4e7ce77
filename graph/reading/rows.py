"""Which labels there are for a name."""

from __future__ import annotations

ENTITIES = ("Person", "Organisation", "Place", "Unnamed")
