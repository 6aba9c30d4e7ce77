"""Where: what place each name means, by a gazetteer that ships with the product."""

from loaders.extract.places.nested import with_nested
from loaders.extract.places.resolve import resolve

__all__ = ["resolve", "with_nested"]
