"""Opening Neo4j Browser, the page in which the graph is asked in Cypher and drawn."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Callable
from contextlib import suppress

from api.shell.terminal import show_line, tell
from graph.embedded.join import running, store_files
from graph.errors import FixSettings
from graph.progress import Progress
from graph.settings import Settings
from graph.store import open_store


def visit(settings: Settings, progress: Progress, *, open_it: bool, wait: Callable[[], None] | None = None) -> int:
    """Print where Neo4j Browser is and how to log in, open it if asked, and keep the database up until Ctrl-C.

    Where another command has the database running, there is nothing to keep up, and this returns at once.
    """
    if not settings.embedded:
        raise FixSettings(f"Neo4j at {settings.neo4j_uri} is not ours to open.", "Open the address of its own Browser.")
    files = store_files(settings)
    ran = running(files) is not None
    with open_store(settings, progress) as store:
        show_line(f"Neo4j Browser  {store.browser_url}")
        show_line(f"Connect to     {store.uri}")
        show_line("User           neo4j")
        show_line(f"Password       in {files.password}")
        if open_it and not webbrowser.open(store.browser_url or ""):
            tell("No web browser was found; open the address in one.")
        if not ran:
            tell("The database runs until Ctrl-C.")
            with suppress(KeyboardInterrupt):
                (wait or _forever)()
    return 0


def _forever() -> None:
    while True:
        time.sleep(3600)
