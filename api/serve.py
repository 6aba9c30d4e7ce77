"""Running the service: the store, the articles that are asked for, and the GraphQL application on one address."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from importlib import import_module
from threading import Thread

from api.shell.answers import show_report
from api.shell.intake import take_in
from api.shell.progress import progress
from api.shell.terminal import show_line, tell
from graph.errors import FixSettings, NewsgraphError
from graph.settings import Settings
from graph.store import Store, open_store
from loaders.read import Options

EXAMPLE = "everything Peskov said about talks"
"""What the samples answer."""
_LEAVE_AFTER = 1.0
"""Seconds that threads have to see that all is closed."""


def serve(settings: Settings, host: str, port: int, paths: Sequence[str]) -> int:
    """Load `paths`, then serve until Ctrl-C or SIGTERM, which end it in good order; the exit status.

    Raises FixSettings where the address is taken or the trusted documents cannot be read, before anything else is done,
    and what the store raises.
    """
    if settings.trusted_documents is not None:
        from api.http.trusted import load

        load(settings.trusted_documents)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, so that the store is left in order
    Thread(target=import_module, args=("api.app",), daemon=True).start()  # while the database starts
    with suppress(KeyboardInterrupt), bound(host, port) as place, ExitStack() as stack:
        with progress() as show:
            store = stack.enter_context(open_store(settings, show))
            Thread(target=_plan_first, args=(store,), daemon=True).start()
            if paths:
                options = Options(
                    limit=settings.article_limit, hosts=settings.intake_hosts, ports=settings.intake_ports
                )
                report = take_in(store, settings, paths, options, progress=show)
                show_report(report, as_json=False)
            _page_is_here()
        _run(settings, store, place)
    _leave_waiting()
    return 0


def _leave_waiting() -> None:
    """End the process where threads still wait for a database that says nothing: Python would wait for them.

    All is closed by now; nobody is told what they find.
    """
    end = time.monotonic() + _LEAVE_AFTER
    others = [each for each in threading.enumerate() if not each.daemon and each is not threading.main_thread()]
    for each in others:
        each.join(max(end - time.monotonic(), 0))
    if any(each.is_alive() for each in others):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _plan_first(store: Store) -> None:
    from api.warm import plan_first

    plan_first(store)


def _page_is_here() -> None:
    """Fetch what the page is made of while there is a network; without it GraphQL answers all the same."""
    from api.page import assets

    try:
        for name in assets.names():
            assets.asset(name)
    except NewsgraphError as error:
        tell(f"The page to ask in will be empty: {error}")


def bound(host: str, port: int) -> socket.socket:
    """The service's place, taken before the store is started, so that one that is taken already is said at once.

    It listens later: until then visitors are turned away, and not kept waiting. Raises FixSettings.
    """
    with _taken(host, port):
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        place = socket.socket(family, kind, protocol)
        try:
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            place.bind(address)
        except OSError:
            place.close()
            raise
        return place


@contextmanager
def _taken(host: str, port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"Nothing can be served on {host}:{port} ({error.strerror})."
        raise FixSettings(message, "Give another by --port (or PORT=) or --host.") from error


def _run(settings: Settings, store: Store, place: socket.socket) -> None:

    from api.app import create_app
    from api.http.connection import server_config
    from api.live.transport import OPTIONS
    from api.server.server import Server
    from api.watch.metrics import Metrics, exposed

    app = create_app(settings, store)
    metrics: Metrics = app.state.watch.metrics
    config = server_config(app, settings, lambda why: metrics.closed.labels(why).inc(), **OPTIONS)
    host, port = place.getsockname()[:2]
    with exposed(metrics, settings.metrics) if settings.metrics else nullcontext():
        with _taken(host, port):
            place.listen(2048)
        for line in welcome(settings, f"http://{f'[{host}]' if ':' in host else host}:{port}", store.browser_url):
            show_line(line)
        sys.stdout.flush()
        _spare_what_stays()
        Server(config, app.state.stopping, settings.stop_within).run(sockets=[place])


def _spare_what_stays() -> None:
    """Have Python's collector leave alone what is there for good, and take up what answers leave in small portions.

    Schema, modules and models are some hundred thousand objects; to walk them all takes a tenth of a second, in which
    nobody is answered. The driver leaves each answer's rows in cycles, which only the collector frees: 40,000 such
    objects take it as long, 2,000 some milliseconds. What outlives its first look is looked at seldom.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 20, 50)


def welcome(settings: Settings, address: str, browser: str | None) -> list[str]:
    """What a newcomer is told: the address, and three things to try."""
    program = "newsgraph" if shutil.which("newsgraph") else sys.argv[0]
    own = Settings.model_fields["data"].get_default(call_default_factory=True)
    command = program if settings.data == own else f"{program} --data {settings.data}"
    lines = [
        "",
        f"newsgraph serves {address}/graphql    (Ctrl-C stops it)",
        "",
        "Three things to try:",
        f"  1. Open {address}/graphql in a web browser: a query stands ready; press Play.",
        f'  2. In another terminal: {command} ask "{EXAMPLE}"',
        f"  3. In another terminal: {command} questions    (then: {command} questions most_quoted)",
    ]
    if browser:
        lines.append(f"To see the graph drawn: {command} browser")
    return [*lines, ""]
