"""Where texts stand among texts, by their meaning: vectors for what is read, and for what is asked.

`model` computes them, `pieces` cuts text as the model sees it, `reading` says which texts of an article get one, and
`question` how what is asked gets its own.
"""

from loaders.embed.model import NUMBERS, Embedder, embedder
from loaders.embed.question import question
from loaders.embed.reading import with_vectors

__all__ = ["NUMBERS", "Embedder", "embedder", "question", "with_vectors"]
