"""Running the service: the store, the articles that are asked for, and the GraphQL application on one address."""

from __future__ import annotations

import socket
from collections.abc import Callable

from graph.errors import FixSettings
from graph.settings import Settings
from graph.store import Store

Before = Callable[[Store], None]


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections already, so that the first visitor waits instead of being turned away.

    Bound before the store is started: a port that is taken is said at once. Raises FixSettings.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        found = socket.socket(family, kind, protocol)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(128)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FixSettings(
            f"Nothing can be served on {host}:{port} ({reason}).", "Give another by --port (or PORT=) or --host."
        ) from error
    found.set_inheritable(False)
    return found


def serve(settings: Settings, store: Store, place: socket.socket) -> None:
    """Serve until Ctrl-C or SIGTERM, which end it in good order."""
    import uvicorn

    from api.app import create_app

    config = uvicorn.Config(create_app(settings, store), log_config=None, access_log=False, timeout_graceful_shutdown=3)
    uvicorn.Server(config).run(sockets=[place])
