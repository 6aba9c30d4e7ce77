"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
"""Runs the program with these arguments: exit status, standard output, standard error."""
