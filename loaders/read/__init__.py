"""What was published: from files to `Article` values."""

from loaders.read.articles import articles, count
from loaders.read.values import Broken, Options

__all__ = ["Broken", "Options", "articles", "count"]
