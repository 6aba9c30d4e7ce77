"""Questions in plain sentences: a small grammar, open to see, that says how it understood."""

from api.ask.understand import Understood, understand

__all__ = ["Understood", "understand"]
