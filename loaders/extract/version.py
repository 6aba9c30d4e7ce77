"""Which reader reads: the graph keeps it for each article, so that an upgrade can read again."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

RULES = "rules 5"
"""Raised whenever the rules change what is read."""
WEIGHTS = "weights 1"
"""Raised whenever the learned weights change."""


def version(reader: str, pipeline: str, number: str) -> str:
    """The reader's name: our rules and weights, and the spaCy pipeline with the version that it gives itself."""
    ours = f"{RULES} / {WEIGHTS}" if reader == "learned" else RULES
    return f"{ours} / {pipeline} {number}".strip()


def installed(reader: str, pipeline: str) -> str | None:
    """The same, from the pipeline's own description and without loading it or spaCy; None where it has none."""
    path = Path(pipeline)
    if not path.is_dir():
        try:
            spec = find_spec(pipeline)
        except (ImportError, ValueError):
            return None
        if spec is None or not spec.submodule_search_locations:
            return None
        path = Path(spec.submodule_search_locations[0])
    try:
        meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
        return version(reader, pipeline, str(meta.get("version", "")))
    except (OSError, ValueError):
        return None
