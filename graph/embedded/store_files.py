"""What lies in the data directory of an embedded server, and whether we may use it."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from graph.embedded.files import plain_errors, read_json, write_json, write_private
from graph.errors import FixSettings, RepairStore

FORMAT = 1
"""Of the directory's layout. A newer newsgraph raises it where an older one could not read the directory."""
NEO4J = "2026.09.0"
"""The locked server. A test compares it with the lock."""
ROOM = 400 * 2**20
"""Bytes that must be free for a new store: two databases with their logs and indexes, and something to load."""
ROOM_TO_READ = 60 * 2**20
"""Bytes that must be free where there is a store already: what the server writes while it starts and answers."""


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """Names of the files in one data directory."""

    root: Path

    @property
    def conf(self) -> Path:
        return self.root / "conf"

    @property
    def databases(self) -> Path:
        return self.root / "data"

    @property
    def marker(self) -> Path:
        """`{"format": …, "neo4j": …}`: that the directory is ours, and who wrote it last."""
        return self.root / "newsgraph.json"

    @property
    def password(self) -> Path:
        """The password of the account `neo4j`, readable by the owner alone."""
        return self.root / "password"

    @property
    def connection(self) -> Path:
        """Where the running server listens; there only while one runs."""
        return self.root / "connection.json"

    @property
    def ports(self) -> Path:
        """The ports of the last start: taken again where free, so that addresses stay what they were."""
        return self.root / "ports.json"

    @property
    def failure(self) -> Path:
        """Why the last start failed, for the command that waits for it."""
        return self.root / "failure.json"

    @property
    def server_log(self) -> Path:
        return self.root / "server.log"

    @property
    def keeper_log(self) -> Path:
        return self.root / "keeper.log"

    @property
    def users_lock(self) -> Path:
        """Shared by every command that uses the server."""
        return self.root / "users.lock"

    @property
    def starter_lock(self) -> Path:
        """Held by the one command that starts a keeper or waits for one."""
        return self.root / "starter.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the keeper as long as it lives."""
        return self.root / "keeper.lock"


def prepare(files: StoreFiles) -> None:
    """Make the directory where it is missing, and see that it is ours and has room.

    Raises FixSettings (not writable, full, somebody else's directory) or RepairStore (written by another version).
    """
    with plain_errors(files.root):
        files.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not files.marker.exists() and any(files.root.iterdir()) and not files.users_lock.exists():
            raise FixSettings(
                f"{files.root} holds other files than a newsgraph store.",
                "Choose an empty or a new directory with NEWSGRAPH_DATA.",
            )
        check_format(files)
        files.root.chmod(0o700)
        files.users_lock.touch(mode=0o600)
        with tempfile.TemporaryFile(dir=files.root):
            pass
        free = shutil.disk_usage(files.root).free
    need = ROOM_TO_READ if files.databases.exists() else ROOM
    if free < need:
        raise FixSettings(
            f"The disk is nearly full: {files.root} has {free // 2**20} MB left, the store needs {need // 2**20} MB.",
            "Free some space, or choose another directory with NEWSGRAPH_DATA.",
        )


def check_format(files: StoreFiles) -> None:
    """Raise RepairStore if another version wrote the directory in a way that this one does not read."""
    if not files.marker.exists():
        return
    marker = read_json(files.marker)
    form, neo4j = marker.get("format"), marker.get("neo4j")
    if not isinstance(form, int) or not isinstance(neo4j, str):
        raise RepairStore(
            f"The store's marker is damaged: {files.marker}.",
            f'Write {{"format": {FORMAT}, "neo4j": "{NEO4J}"}} into it, or load into a new directory.',
        )
    if form > FORMAT or _number(neo4j) > _number(NEO4J):
        raise RepairStore(
            f"The store in {files.root} was written by a newer newsgraph (format {form}, Neo4j {neo4j}).",
            "Update newsgraph, or load into another directory with NEWSGRAPH_DATA.",
        )
    if form < FORMAT:
        raise RepairStore(
            f"The store in {files.root} is of an older format ({form}; this newsgraph writes {FORMAT}).",
            "Load the articles again into a new directory with NEWSGRAPH_DATA.",
        )


def mark(files: StoreFiles) -> None:
    """Write down that this version has opened the store."""
    write_json(files.marker, {"format": FORMAT, "neo4j": NEO4J})


def password(files: StoreFiles) -> str:
    """The store's password, made at random at first.

    Raises RepairStore where the databases are there, but the password is gone.
    """
    if files.password.exists():
        return files.password.read_text(encoding="utf-8").strip()
    if (files.databases / "databases").exists():
        raise RepairStore(
            f"The store's password is gone: {files.password}.",
            "Put the file back, or load the articles again into a new directory with NEWSGRAPH_DATA.",
        )
    secret = secrets.token_hex(16)  # no sign at its head that the server's tool would take for an option
    write_private(files.password, secret)
    return secret


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
