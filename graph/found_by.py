"""What a node bears only so that one statement finds it, or counts in its text; it follows from what else it bears."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model import ENTITY
from graph.words import astral, name_keys, stems

DERIVED: dict[str, str] = dict.fromkeys(ENTITY, "keys") | {"Quote": "words", "Article": "astral"}
"""The property, by label."""


def found_by(label: str, properties: Mapping[str, Any]) -> dict[str, list[str] | list[int] | None]:
    """That property, of a node with these others; None where it would be empty, nothing for a label that has none."""
    if label in ENTITY:
        return {"keys": name_keys(properties.get("name") or "", properties.get("aliases") or ()) or None}
    text = properties.get("text") or ""
    if label == "Quote":
        return {"words": stems(text) or None}
    if label == "Article":
        return {"astral": astral(text) or None}
    return {}
