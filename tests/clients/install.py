"""The clients' packages, installed once into the user's cache: not into the checkout, and without their scripts."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.embedded.locks import Lock
from graph.settings import Settings

HERE = Path(__file__).parent
DECIDES = (".npmrc", "package.json", "package-lock.json")
"""What decides which packages there are: the folder in the cache is named after it."""
OURS = ("EINTEGRITY", "EUSAGE", "ERESOLVE", "EBADENGINE")
"""What npm complains of where the lock is wrong. Anything else is for want of a network, or of the machine."""
OLDEST = 20
"""Of Node."""


def packages() -> Path:
    """The folder with `node_modules`. Skips the test where there is no Node, or nothing can be fetched."""
    _node()
    key = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in DECIDES)).hexdigest()[:16]
    cache = Settings().cache / "clients"
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / key
    with Lock(cache / f"{key}.lock") as lock:
        if not lock.take(wait=300):
            pytest.skip("another process has been installing the clients for five minutes")
        if not folder.exists():
            _install(cache / f"{key}.new")
            (cache / f"{key}.new").rename(folder)  # so that what is there is whole
    return folder


def _node() -> None:
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.lstrip("v").split(".")[0]) < OLDEST:
        pytest.skip(f"Node is {version}: the clients want {OLDEST} or newer")


def _install(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in DECIDES:
        shutil.copy(HERE / name, folder)
    npm = ["npm", "ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--engine-strict"]
    try:
        ran = subprocess.run(npm, cwd=folder, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        pytest.skip("the clients' packages could not be fetched within five minutes")
    if ran.returncode:
        said = ran.stderr.strip()
        assert not any(code in said for code in OURS), said
        pytest.skip(f"the clients' packages could not be installed: {said.splitlines()[0] if said else 'npm failed'}")
