"""Fetching by the lock, from a repository of our own on this machine."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.embedded.fetch import NEO4J_LOCK, fetch, locked
from graph.embedded.store_files import NEO4J
from graph.errors import FetchAgain, FixSettings


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Lossy(_Quiet):
    """Hangs up on the first ones who ask."""

    lost = 0

    def handle(self) -> None:
        if _Lossy.lost:
            _Lossy.lost -= 1
        else:
            super().handle()


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files of a repository that is served; the user's settings name it, and an empty local one."""
    files = tmp_path / "remote"
    files.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Lossy, directory=str(files)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _settings(tmp_path, monkeypatch, server.server_port)
    yield files
    server.shutdown()
    server.server_close()


def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    settings = tmp_path / "jgo.conf"
    local = tmp_path / "local"
    settings.write_text(f"[settings]\nrepo_cache = {local}\n[repositories]\ncentral = http://127.0.0.1:{port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
    monkeypatch.delenv("M2_REPO", raising=False)
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)


def _publish(remote: Path, *names: str) -> None:
    for name in names:
        place = remote / "org/example" / name / "1.0"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}-1.0.jar").write_bytes(name.encode() * 1000)


def _lock(tmp_path: Path, *names: str) -> Path:
    lock = tmp_path / "lock.toml"
    rows = (
        f'[[dependencies]]\ngroupId = "org.example"\nartifactId = "{name}"\nversion = "1.0"\npackaging = "jar"\n'
        f'sha256 = "{hashlib.sha256(name.encode() * 1000).hexdigest()}"\n'
        for name in names
    )
    lock.write_text("\n".join(rows))
    return lock


def test_what_is_missing_is_fetched_once(remote: Path, tmp_path: Path) -> None:
    _publish(remote, "one", "two", "three")
    heard: list[tuple[int, int]] = []
    lock = _lock(tmp_path, "one", "two", "three")
    paths = fetch(lock, lambda _, done, total: heard.append((done, total)))
    assert paths == [tmp_path / f"local/org/example/{name}/1.0/{name}-1.0.jar" for name in ("one", "two", "three")]
    assert [path.read_bytes()[:3] for path in paths] == [b"one", b"two", b"thr"]
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert fetch(lock, lambda *_: pytest.fail("nothing is to be fetched")) == paths
    assert [each.name for each in (tmp_path / "local").iterdir() if each.suffix == ".part"] == []


def test_what_came_whole_is_kept_and_the_next_try_goes_on(remote: Path, tmp_path: Path) -> None:
    _publish(remote, "one")
    lock = _lock(tmp_path, "one", "two")
    with pytest.raises(FetchAgain, match=r"two-1.0.jar could not be fetched"):
        fetch(lock)
    assert (tmp_path / "local/org/example/one/1.0/one-1.0.jar").exists()
    _publish(remote, "two")
    (remote / "org/example/one/1.0/one-1.0.jar").unlink()
    assert len(fetch(lock)) == 2


def test_another_file_than_the_locked_one_is_refused_and_not_kept(remote: Path, tmp_path: Path) -> None:
    _publish(remote, "one")
    (remote / "org/example/one/1.0/one-1.0.jar").write_bytes(b"something else")
    with pytest.raises(FetchAgain, match="is not the file that was locked; it was thrown away"):
        fetch(_lock(tmp_path, "one"))
    assert not (tmp_path / "local/org/example/one/1.0/one-1.0.jar").exists()


def test_a_changed_file_in_the_users_repository_is_refused(remote: Path, tmp_path: Path) -> None:
    _publish(remote, "one")
    lock = _lock(tmp_path, "one")
    (path,) = fetch(lock)
    path.write_bytes(b"something else")
    with pytest.raises(FetchAgain) as refusal:
        fetch(lock)
    assert str(refusal.value) == f"{path} is not the file that was locked. Delete it and try again."


@pytest.mark.parametrize(("lost", "comes"), [(2, True), (3, False)])
def test_what_does_not_come_is_asked_for_three_times(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: int, comes: bool
) -> None:
    monkeypatch.setattr("graph.embedded.fetch._AGAIN", (0.01, 0.01))
    monkeypatch.setattr(_Lossy, "lost", lost)
    _publish(remote, "one")
    with nullcontext() if comes else pytest.raises(FetchAgain, match="no answer from the network"):
        assert [path.read_bytes() for path in fetch(_lock(tmp_path, "one"))] == [b"one" * 1000]
    assert _Lossy.lost == 0


def test_no_network_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.embedded.fetch._AGAIN", (0.01, 0.01))
    _settings(tmp_path, monkeypatch, 9)
    with pytest.raises(FetchAgain) as problem:
        fetch(_lock(tmp_path, "one"))
    assert str(problem.value) == (
        "one-1.0.jar could not be fetched: no answer from the network. "
        "See to the network and try again; what was fetched is kept."
    )


def test_a_repository_that_cannot_be_written_is_a_setting_to_mend(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(remote, "one")
    (tmp_path / "local").write_text("a file where the repository should be")
    with pytest.raises(FixSettings, match="not a directory"):
        fetch(_lock(tmp_path, "one"))


def test_the_lock_is_of_the_server_that_the_store_is_marked_with() -> None:
    names = {(jar.group, jar.name): jar.version for jar in locked(NEO4J_LOCK)}
    assert names["org.neo4j", "neo4j"] == NEO4J
    assert names["org.neo4j.client", "neo4j-browser"] == "5.24.0"
    assert all(len(jar.sha256) == 64 for jar in locked(NEO4J_LOCK))
