"""Java archives by a hashed lock, from the user's Maven repository or the one that publishes them.

The lock is a `jgo.lock.toml`: coordinates and SHA-256 of each archive, no addresses. Where archives are kept and
fetched from is the user's setting (`M2_REPO`, `jgo.conf`; else `~/.m2/repository` and Maven Central), so that other
tools find them, too, and a newsroom's mirror is used. A download stands in the repository only once it is whole and its
hash right.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.embedded.files import file_problem
from graph.embedded.locks import Lock
from graph.errors import FetchAgain
from graph.progress import Progress, silent

if TYPE_CHECKING:
    from jgo.maven import Artifact, MavenContext

NEO4J_LOCK = Path(__file__).with_name("neo4j.lock.toml")
"""The server with Neo4j Browser."""
_WORKERS = 8
_TIMEOUT = 60
_AGAIN = (1.0, 4.0)
"""Seconds before a file that did not come is asked for again: of some hundred the network loses one now and then."""
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Locked:
    """One archive as the lock names it."""

    group: str
    name: str
    version: str
    classifier: str
    packaging: str
    sha256: str


def locked(lock: Path) -> tuple[Locked, ...]:
    """The archives of a lock, in its order."""
    rows = tomllib.loads(lock.read_text(encoding="utf-8"))["dependencies"]
    return tuple(
        Locked(
            row["groupId"],
            row["artifactId"],
            row["version"],
            row.get("classifier", ""),
            row.get("packaging", "jar"),
            row["sha256"],
        )
        for row in rows
    )


def fetch(lock: Path = NEO4J_LOCK, progress: Progress = silent) -> list[Path]:
    """Paths of the lock's archives, in its order, each with the right hash; fetches those that are missing.

    Eight at a time. `progress` hears how many of those to be fetched are there.
    Raises FetchAgain (no network, a broken download, another file than the locked one; whatever came whole is kept) or
    FixSettings (disk full, repository not writable).
    """
    wanted = locked(lock)
    context = _context()
    paths = [_place(context, jar) for jar in wanted]
    with ThreadPoolExecutor(_WORKERS, thread_name_prefix="hash") as workers:
        present = list(workers.map(_checked, paths, wanted))
    missing = [(jar, path) for jar, path, here in zip(wanted, paths, present, strict=True) if not here]
    if missing:
        repository = Path(context.repo_cache)
        try:
            repository.mkdir(parents=True, exist_ok=True)
            with Lock(repository / ".newsgraph.lock") as alone:
                while not alone.take(wait=1.0):
                    progress("Waiting for another newsgraph that fetches the database server", 0, 0)
                with _Staging(repository) as staging:
                    _fetch_all(missing, staging, progress)
        except OSError as problem:
            raise file_problem(problem, repository) from problem
    return paths


def places(lock: Path = NEO4J_LOCK) -> list[Path]:
    """Where the lock's archives belong, in its order. Compares nothing: for whom `fetch` has just compared them."""
    context = _context()
    return [_place(context, jar) for jar in locked(lock)]


def missing(lock: Path = NEO4J_LOCK) -> list[Path]:
    """Where the archives belong that are not fetched yet. Fetches nothing."""
    return [path for path in places(lock) if not path.exists()]


def _fetch_all(missing: Sequence[tuple[Locked, Path]], staging: Path, progress: Progress) -> None:
    title = "Fetching the database server (once)"
    progress(title, 0, len(missing))
    workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="fetch")
    try:
        waiting: list[Future[None]] = [workers.submit(_fetch_one, staging, jar, path) for jar, path in missing]
        for done, one in enumerate(as_completed(waiting), 1):
            one.result()
            progress(title, done, len(missing))
    finally:
        workers.shutdown(cancel_futures=True)


def _fetch_one(staging: Path, jar: Locked, path: Path) -> None:
    import requests

    if _checked(path, jar):  # another process brought it while this one waited
        return
    try:
        arrived = _arrived(staging, jar)
    except (requests.RequestException, RuntimeError) as problem:
        raise FetchAgain(
            f"{path.name} could not be fetched: {_reason(problem)}.",
            "See to the network and try again; what was fetched is kept.",
        ) from problem
    if _sha256(arrived) != jar.sha256:
        raise FetchAgain(
            f"{path.name} came from the network, but is not the file that was locked; it was thrown away.",
            "Try again; if it stays so, the network or the mirror changes files.",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    arrived.replace(path)


def _arrived(staging: Path, jar: Locked) -> Path:
    """The file, come whole. What is begun in one try is not gone on with in the next."""
    import requests

    for number, wait in enumerate(_AGAIN):
        try:
            return Path(_artifact(_context(staging / str(number)), jar).resolve())
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(wait)
    return Path(_artifact(_context(staging), jar).resolve())


def _checked(path: Path, jar: Locked) -> bool:
    """Whether the archive is there. Raises FetchAgain if it is there and not the one that was locked."""
    if not path.exists():
        return False
    if _sha256(path) != jar.sha256:
        raise FetchAgain(f"{path} is not the file that was locked.", "Delete it and try again.")
    return True


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _context(repository: Path | None = None) -> MavenContext:
    from jgo.config import GlobalSettings
    from jgo.constants import MAVEN_CENTRAL_URL
    from jgo.maven import MavenContext

    logging.getLogger("jgo").setLevel(logging.ERROR)  # it warns of what we check ourselves, by a better hash
    users = GlobalSettings.load()
    return MavenContext(
        repo_cache=repository or users.repo_cache,
        local_repos=[],
        remote_repos={"central": MAVEN_CENTRAL_URL, **users.repositories},
        timeout=_TIMEOUT,
    )


def _artifact(context: MavenContext, jar: Locked) -> Artifact:
    return context.project(jar.group, jar.name).at_version(jar.version).artifact(jar.classifier, jar.packaging)


def _place(context: MavenContext, jar: Locked) -> Path:
    path = _artifact(context, jar).cached_path
    assert path is not None, "the context has a repository"
    return Path(path).absolute()


def _reason(problem: Exception) -> str:
    """The innermost reason, in one line: the outer ones repeat addresses and object names."""
    import requests

    if isinstance(problem, requests.ConnectionError | requests.Timeout):
        return "no answer from the network"
    return str(problem).splitlines()[0].rstrip(".")


class _Staging:
    """A directory beside the repository's files, so that a whole file moves in by one rename."""

    def __init__(self, repository: Path) -> None:
        self._repository = repository
        self._path: Path | None = None

    def __enter__(self) -> Path:
        for left in self._repository.glob(".newsgraph-*.part"):
            shutil.rmtree(left, ignore_errors=True)
        self._path = Path(tempfile.mkdtemp(prefix=".newsgraph-", suffix=".part", dir=self._repository))
        return self._path

    def __exit__(self, *_: object) -> None:
        if self._path is not None:
            with suppress(OSError):
                shutil.rmtree(self._path)
