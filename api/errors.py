"""Errors as GraphQL shows them: ours and the client's own with a code, anything else behind a request id."""

from __future__ import annotations

import traceback

import structlog
from graphql import GraphQLError

from graph.errors import Ambiguous, NewsgraphError, NotUnderstood

log = structlog.get_logger(__name__)


def shown(error: GraphQLError, request: str) -> GraphQLError:
    """The error as the client sees it."""
    cause = _cause(error)
    if isinstance(cause, NewsgraphError):
        return _like(error, str(cause), _extensions(cause))
    if cause is None:
        # graphql-core's own: the document does not parse, is not valid, or a variable has a wrong value.
        return _like(error, error.message, {"code": "BAD_REQUEST"})
    # Where it happened and what kind it is; not its message, which may hold what the user asked for.
    frames = traceback.extract_tb(cause.__traceback__)
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    log.error("operation failed", request=request, path=error.path, error=type(cause).__name__, where=where)
    message = f"Something went wrong inside. The log tells more under {request}."
    return _like(error, message, {"code": "INTERNAL", "request": request})


def _cause(error: GraphQLError) -> BaseException | None:
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def _extensions(error: NewsgraphError) -> dict[str, object]:
    values: dict[str, object] = {"code": error.code}
    if error.remedy:
        values["remedy"] = error.remedy
    if isinstance(error, Ambiguous):
        values["candidates"] = [dict(c) for c in error.candidates]
    if isinstance(error, NotUnderstood):
        values["forms"] = list(error.forms)
    return values


def _like(error: GraphQLError, message: str, extensions: dict[str, object]) -> GraphQLError:
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions=extensions,
    )
