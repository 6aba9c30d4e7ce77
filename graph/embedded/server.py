"""One running Neo4j server and its process."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.embedded import java
from graph.embedded.configuration import neo4j_conf
from graph.embedded.database_state import database_state
from graph.embedded.files import plain_errors, read_json, write_json, write_private
from graph.embedded.ports import Ports, answers, choose, serves_pages
from graph.embedded.start_problems import database_problem, why_not
from graph.embedded.store_files import StoreFiles, password
from graph.errors import NewsgraphError, RetryLater

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
    """A server on one data directory. On Linux it dies with the thread that starts it: let that be the main thread."""

    def __init__(
        self,
        files: StoreFiles,
        jars: Sequence[Path],
        memory: Memory,
        java_flags: Sequence[str] = (),
        ends_by: signal.Signals = signal.SIGTERM,
    ) -> None:
        """`ends_by`: what the kernel ends the server with when our process is killed."""
        self.files = files
        self._jars = jars
        self._memory = memory
        self._java_flags = tuple(java_flags)
        self._ends_by = ends_by
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
            self.ports = choose(read_json(self.files.ports))
            conf = neo4j_conf(self.ports, self._memory.heap, self._memory.page_cache)
            write_private(self.files.conf / "neo4j.conf", conf)
            self._set_password()
            self._launch()
        end = time.monotonic() + START_LIMIT
        while not (answers(self.ports.bolt) and serves_pages(self.ports.http) and self._has_database()):
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

    def kill(self) -> None:
        """End the process at once. The store replays its log at the next start."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self.stop()

    def stop(self, limit: float = STOP_LIMIT) -> None:
        """End the process in good order; by force if it does not follow within `limit` seconds."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(limit)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.wait()
            self._watcher = None

    def _set_password(self) -> None:
        if (self.files.databases / "dbms" / "auth.ini").exists() or (self.files.databases / "databases").exists():
            password(self.files)
            return
        secret = password(self.files)
        quick = "-XX:TieredStopAtLevel=1"  # it lives for a second
        line = java.command(self._jars, self.files.conf / "class-path", quick, main=java.ADMINISTRATION)
        ran = subprocess.run(
            [*line, "dbms", "set-initial-password", secret],
            env=java.environment(self.files.root, self.files.conf),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if ran.returncode != 0:
            self.files.server_log.write_bytes(ran.stdout + ran.stderr)
            raise self._why_not()

    def _launch(self) -> None:
        log = self.files.server_log
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            shutil.move(log, log.with_suffix(".log.1"))
        line = java.command(
            self._jars,
            self.files.conf / "class-path",
            f"-Xmx{self._memory.heap}",
            "-XX:+ExitOnOutOfMemoryError",
            *self._java_flags,
            main=java.SERVER,
        )
        with log.open("ab") as out:
            self._log_start = out.tell()
            self._process = subprocess.Popen(
                [*line, f"--home-dir={self.files.root}", f"--config-dir={self.files.conf}"],
                cwd=self.files.root,
                env=java.environment(self.files.root, self.files.conf),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=java.dies_with_parent(self._ends_by),
            )
        if sys.platform != "linux":  # no kernel to ask: a shell that ends Java when our end of its pipe closes
            self._watcher = subprocess.Popen(
                ["/bin/sh", "-c", f"read _; kill {self._process.pid}"], stdin=subprocess.PIPE, start_new_session=True
            )

    def _has_database(self) -> bool:
        """Whether the database is up: after a crash it replays its log when the server answers already.

        Raises RepairStore if it will not come up.
        """
        state, reason = database_state(self.ports.bolt, password(self.files))
        if reason:
            self.stop()
            raise database_problem(reason, self.files)
        return state == "online"

    def _why_not(self) -> NewsgraphError:
        with self.files.server_log.open("rb") as log:
            log.seek(self._log_start)
            text = log.read().decode("utf-8", "replace")
        return why_not(text, self.files)
