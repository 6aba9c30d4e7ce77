"""Articles by their address: a door through which nothing but the public web is reached."""

from loaders.intake.door import Door
from loaders.intake.web import from_web

__all__ = ["Door", "from_web"]
