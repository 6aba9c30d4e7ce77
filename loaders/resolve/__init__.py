"""About whom: from a `Reading` and the graph's candidates to `Facts`."""

from loaders.resolve.facts_of import resolve
from loaders.resolve.identity import names_wanted

__all__ = ["names_wanted", "resolve"]
