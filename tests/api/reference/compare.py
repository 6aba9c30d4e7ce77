"""Holds two answers against each other.

`data` is compared as JSON text, so the order of fields and the spelling of numbers count. Errors and cut lists come in
any order, as the specification allows; and where an error makes a whole object null, any of the errors within it may be
told, at least one, as it does there too.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Path = tuple[str | int, ...]
Answer = dict[str, Any]


def text(value: object) -> str:
    """JSON in its one form here: the order as it is, no spaces, no escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def differences(service: Answer, reference: Answer, everything: Callable[[], Answer]) -> list[str]:
    """Lines that tell what differs; none where nothing does. `everything`: the reference's answer with all errors."""
    data = service.get("data")
    found = []
    if text(data) != text(reference.get("data")):
        found += _diff("data", data, reference.get("data"))
    told, known = _errors(service), _errors(reference)
    if told != known:
        possible = _errors(everything()) | known
        where = {nulled(error, data) for error in map(json.loads, possible)}
        covered = {nulled(error, data) for error in map(json.loads, told)}
        if told - possible or covered != where:
            found += _diff("errors", _loaded(told), _loaded(known))
    for mark, answer in (("service", service), ("reference", reference)):
        unknown = set(answer.get("extensions") or {}) - {"cut"}
        if unknown:
            found.append(f"{mark} has extensions {unknown}")
    if _cut(service, data) != _cut(reference, data):
        found += _diff("cut", _cut(service, data), _cut(reference, data))
    return found


def too_much(service: Answer) -> bool:
    """Whether the service refused to reckon it at all, by its cost rule, of which the reference knows nothing."""
    errors: list[dict[str, Any]] = service.get("errors") or []
    return any("could ask for more than" in error.get("message", "") and "path" not in error for error in errors)


def too_slow(service: Answer) -> bool:
    """Whether the database did not answer in time: on a busy machine the largest operations are planned for seconds."""
    errors: list[dict[str, Any]] = service.get("errors") or []
    return any(
        "took longer than is allowed" in error.get("message", "")
        or error.get("extensions", {}).get("code") == "STORE_UNAVAILABLE"
        for error in errors
    )


def nulled(error: Mapping[str, Any], data: object) -> Path:
    """Where the answer became null for an error: the error's own path, or the beginning of it."""
    path: Path = ()
    value = data
    for step in error.get("path") or ():
        if value is None:
            return path
        path = (*path, step)
        value = value[step]  # type: ignore[index]  # a path leads through objects and lists
    return path


def _errors(answer: Answer) -> set[str]:
    """Each error in its one form, the forms of sentences aside: they are the grammar's own."""
    errors: list[str] = []
    for error in answer.get("errors") or ():
        extensions = {key: value for key, value in error.get("extensions", {}).items() if key != "forms"}
        errors.append(text({**{k: error[k] for k in sorted(error)}, "extensions": dict(sorted(extensions.items()))}))
    return set(errors)


def _cut(answer: Answer, data: object) -> list[Any]:
    """What is said to be cut, of what is in the answer."""
    cut = (answer.get("extensions") or {}).get("cut") or ()
    return sorted((c for c in cut if nulled(c, data) == tuple(c["path"])), key=lambda c: text(c["path"]))


def _loaded(errors: Iterable[str]) -> list[Any]:
    return [json.loads(error) for error in sorted(errors)]


def _diff(what: str, service: object, reference: object) -> list[str]:
    known, told = (json.dumps(each, ensure_ascii=False, indent=1).split("\n") for each in (reference, service))
    lines = difflib.unified_diff(known, told, f"{what}: reference", f"{what}: service", lineterm="", n=2)
    return list(lines)[:60]
