"""One running Neo4j server and its process."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.embedded import java
from graph.embedded.configuration import Ports, neo4j_conf
from graph.embedded.store_files import StoreFiles, password, plain_errors, read_json, write_json, write_private
from graph.errors import FixSettings, NewsgraphError, RepairStore, RetryLater

START_LIMIT = 180.0
"""Seconds that a start may take: a big store replays its log after a crash."""
STOP_LIMIT = 60.0
_LOG_LIMIT = 10 * 2**20


@dataclass(frozen=True, slots=True)
class Memory:
    """As Neo4j writes sizes."""

    heap: str = "1g"
    page_cache: str = "256m"


class Server:
    """A server on one data directory. Start it from the main thread: on Linux it dies with the thread that starts it."""

    def __init__(self, files: StoreFiles, jars: Sequence[Path], memory: Memory, java_flags: Sequence[str] = ()) -> None:
        self.files = files
        self._jars = jars
        self._memory = memory
        self._java_flags = tuple(java_flags)
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None
        self._log_start = 0
        self.ports = Ports(0, 0)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, still_wanted: Callable[[], bool] = lambda: True) -> bool:
        """Start and wait until it answers; False if it was stopped because nobody wanted it any more.

        Raises FixSettings, RepairStore or RetryLater, each saying why it does not start.
        """
        with plain_errors(self.files.root):
            self.files.conf.mkdir(exist_ok=True)
            self.ports = self._choose_ports()
            conf = neo4j_conf(self.ports, self._memory.heap, self._memory.page_cache)
            write_private(self.files.conf / "neo4j.conf", conf)
            self._set_password()
            self._launch()
        end = time.monotonic() + START_LIMIT
        while not _answers(self.ports.bolt):
            if self.poll() is not None:
                raise self._why_not()
            if not still_wanted():
                self.stop()
                return False
            if time.monotonic() > end:
                self.stop()
                raise RetryLater(
                    f"The database server did not answer within {START_LIMIT:.0f} s.", f"See {self.files.server_log}."
                )
            time.sleep(0.05)
        write_json(self.files.ports, {"bolt": self.ports.bolt, "http": self.ports.http})
        return True

    def poll(self) -> int | None:
        """The exit status of the process; None while it runs."""
        return None if self._process is None else self._process.poll()

    def stop(self) -> None:
        """End the process in good order; by force if it does not follow within a minute."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.wait()
            self._watcher = None

    def _choose_ports(self) -> Ports:
        last = read_json(self.files.ports)
        taken = [port for port in (last.get("bolt"), last.get("http")) if isinstance(port, int) and _is_free(port)]
        if len(taken) == 2:
            return Ports(*taken)
        with socket.socket() as one, socket.socket() as two:  # both at once, or both might be the same
            one.bind(("127.0.0.1", 0))
            two.bind(("127.0.0.1", 0))
            return Ports(one.getsockname()[1], two.getsockname()[1])

    def _set_password(self) -> None:
        if (self.files.databases / "dbms" / "auth.ini").exists() or (self.files.databases / "databases").exists():
            password(self.files)
            return
        secret = password(self.files)
        line = java.command(self._jars, self.files.conf / "class-path", "-XX:TieredStopAtLevel=1", main=java.ADMINISTRATION)
        ran = subprocess.run(
            [*line, "dbms", "set-initial-password", secret],
            env=java.environment(self.files.root, self.files.conf), stdin=subprocess.DEVNULL, capture_output=True,
            check=False,
        )  # fmt: skip
        if ran.returncode != 0:
            self.files.server_log.write_bytes(ran.stdout + ran.stderr)
            raise self._why_not()

    def _launch(self) -> None:
        log = self.files.server_log
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            shutil.move(log, log.with_suffix(".log.1"))
        line = java.command(
            self._jars, self.files.conf / "class-path", f"-Xmx{self._memory.heap}", "-XX:+ExitOnOutOfMemoryError",
            *self._java_flags, main=java.SERVER,
        )  # fmt: skip
        with log.open("ab") as out:
            self._log_start = out.tell()
            self._process = subprocess.Popen(
                [*line, f"--home-dir={self.files.root}", f"--config-dir={self.files.conf}"],
                cwd=self.files.root, env=java.environment(self.files.root, self.files.conf),
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
                preexec_fn=java.dies_with_parent(),
            )  # fmt: skip
        if sys.platform != "linux":  # no kernel to ask: a shell that ends Java when our end of its pipe closes
            self._watcher = subprocess.Popen(
                ["/bin/sh", "-c", f"read _; kill {self._process.pid}"], stdin=subprocess.PIPE, start_new_session=True
            )

    def _why_not(self) -> NewsgraphError:
        with self.files.server_log.open("rb") as log:
            log.seek(self._log_start)
            text = log.read().decode("utf-8", "replace")
        return why_not(text, self.files)


_REASONS: tuple[tuple[str, type[NewsgraphError], str, str], ...] = (
    ("Address already in use", FixSettings, "A port of the database server was taken by another program.", "Try again."),
    ("No space left on device", FixSettings, "The disk is full: {root}.",
     "Free some space, or choose another directory with NEWSGRAPH_DATA."),
    ("Could not reserve enough space", FixSettings, "There is not enough memory for the database server's heap.",
     "Set NEWSGRAPH_HEAP to less, such as 512m."),
    ("Cannot allocate memory", FixSettings, "There is not enough memory for the database server.",
     "Set NEWSGRAPH_HEAP and NEWSGRAPH_PAGE_CACHE to less, such as 512m and 64m."),
    ("Invalid maximum heap size", FixSettings, "The heap size is not one that Java knows.",
     "Set NEWSGRAPH_HEAP to a size such as 512m or 1g."),
    ("OutOfMemoryError", FixSettings, "The database server has not enough memory to start.",
     "Set NEWSGRAPH_HEAP to more, such as 2g."),
    ("Error evaluating value", FixSettings, "A setting of the database server is not as it must be; see {log}.",
     "See to NEWSGRAPH_HEAP and NEWSGRAPH_PAGE_CACHE; sizes look like 512m or 1g."),
    ("FileLockException", RetryLater, "Another program uses the store in {root}.", "Stop it, or try again in a moment."),
    ("Lock file has been locked by another process", RetryLater, "Another program uses the store in {root}.",
     "Stop it, or try again in a moment."),
    ("AccessDeniedException", FixSettings, "Files of the store are not writable: {root}.",
     "Change their owner, or choose another directory with NEWSGRAPH_DATA."),
    ("StoreUpgrade", RepairStore, "The store in {root} is of a format that this Neo4j does not read.",
     "Load the articles again into a new directory with NEWSGRAPH_DATA."),
    ("IncompatibleFormat", RepairStore, "The store in {root} is of a format that this Neo4j does not read.",
     "Load the articles again into a new directory with NEWSGRAPH_DATA."),
    ("UnableToMigrateException", RepairStore, "The store in {root} is of a format that this Neo4j does not read.",
     "Load the articles again into a new directory with NEWSGRAPH_DATA."),
)  # fmt: skip
"""What the server's log says, and what that means to the one who started it."""


def why_not(log: str, files: StoreFiles) -> NewsgraphError:
    """The error that the log of a failed start stands for."""
    for sign, kind, message, remedy in _REASONS:
        if sign in log:
            return kind(message.format(root=files.root, log=files.server_log), remedy)
    return RepairStore(f"The database server ended while it started; see {files.server_log}.",
                       "If it stays so, load the articles again into a new directory with NEWSGRAPH_DATA.")  # fmt: skip


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port in TIME_WAIT is free for a server
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _answers(port: int) -> bool:
    """Whether the Bolt port takes a handshake: it opens only once the databases are up."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1.0) as peer:
            peer.sendall(b"\x60\x60\xb0\x17" + b"\x00\x00\x01\xff" + b"\x00\x08\x08\x05" + bytes(8))
            return len(peer.recv(4)) == 4
    except OSError:
        return False


def is_process(pid: int) -> bool:
    """Whether a process of that number runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
