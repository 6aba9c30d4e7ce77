"""The data directory: what is refused, and with which line."""

from __future__ import annotations

import errno
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from graph.embedded.files import file_problem, write_json
from graph.embedded.store_files import FORMAT, NEO4J, StoreFiles, mark, password, prepare
from graph.errors import FixSettings, RepairStore


def test_a_new_directory_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path / "a" / "store")
    prepare(files)
    assert files.root.stat().st_mode & 0o777 == 0o700
    secret = password(files)
    assert len(secret) == 32
    assert secret.isalnum(), "a minus at its head would be an option of the server's tool"
    assert password(files) == secret
    assert files.password.stat().st_mode & 0o777 == 0o600


def test_somebody_elses_directory_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(FixSettings) as refusal:
        prepare(StoreFiles(tmp_path))
    assert str(refusal.value) == (
        f"{tmp_path} holds other files than a newsgraph store. Choose an empty or a new directory with NEWSGRAPH_DATA."
    )
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_our_own_directory_is_taken_again(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path)
    prepare(files)
    mark(files)
    prepare(files)


@pytest.mark.parametrize(
    ("marker", "line"),
    [
        ({"format": FORMAT + 1, "neo4j": NEO4J}, "was written by a newer newsgraph"),
        ({"format": FORMAT, "neo4j": "2999.01.0"}, "was written by a newer newsgraph"),
        ({"format": FORMAT - 1, "neo4j": "5.26.0"}, "is of an older format"),
        ({"format": "one"}, "marker is damaged"),
        ([], "marker is damaged"),
    ],
)
def test_a_store_of_another_format_is_refused(tmp_path: Path, marker: object, line: str) -> None:
    files = StoreFiles(tmp_path)
    write_json(files.marker, marker)
    with pytest.raises(RepairStore, match=line):
        prepare(files)


def test_an_older_server_of_the_same_format_is_taken(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path)
    write_json(files.marker, {"format": FORMAT, "neo4j": "2026.01.0"})
    prepare(files)


def test_a_lost_password_is_told(tmp_path: Path) -> None:
    files = StoreFiles(tmp_path)
    (files.databases / "databases").mkdir(parents=True)
    with pytest.raises(RepairStore, match="password is gone"):
        password(files)


def test_a_full_disk_is_told_before_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 5 * 2**20))
    with pytest.raises(FixSettings, match=r"nearly full: .* has 5 MB left, the store needs 400 MB"):
        prepare(StoreFiles(tmp_path))


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.ENOSPC, "The disk is full: {}."),
        (errno.EACCES, "The directory is not writable: {}."),
        (errno.EROFS, "The directory is not writable: {}."),
        (errno.ENOTDIR, "This is not a directory: {}."),
        (errno.EIO, "{} cannot be used: Input/output error."),
    ],
)
def test_what_the_file_system_says_is_one_line(tmp_path: Path, number: int, line: str) -> None:
    problem = file_problem(OSError(number, os.strerror(number)), tmp_path)
    assert problem.message == line.format(tmp_path)
    assert problem.remedy


def test_a_file_in_the_directorys_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    with pytest.raises(FixSettings, match="not a directory"):
        prepare(StoreFiles(tmp_path / "store"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_directory_that_is_not_writable_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FixSettings, match="not writable"):
        prepare(StoreFiles(tmp_path / "store"))
