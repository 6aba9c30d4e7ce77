"""One request: its document, its plan, one statement, one answer."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLSchema, OperationType
from graphql.execution.values import VariableValues

from api.as_json import plain
from api.caller import NOBODY, Caller
from api.change.room import Room
from api.change.work import Work
from api.errors import shown
from api.plan import stock
from api.plan.complete import Run
from api.plan.course import Course, Observer, Phase, Unobserved
from api.plan.knows import Knows
from api.plan.operation import Documents, Operation, Plan
from api.plan.written import Unusual
from graph.change import tokens
from graph.change.tokens import Token
from graph.errors import AskDifferently, NewsgraphError, NoCaller, NotAllowed, NotARead, TooMuch
from graph.store import Store

Charge = Callable[[int], None]


class Reads(Protocol):
    """A store, as far as an answer needs it."""

    def one(self, statement: str, parameters: Mapping[str, object], *, request: str = "") -> object: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: GraphQL's response, and whether it was a request that could be executed at all."""

    body: Mapping[str, Any]
    """GraphQL's response, for `api.as_json` to write."""
    executed: bool
    status: int | None = None
    """The status of HTTP that says why it could not be executed, where it is not 400: 401 or 403."""
    course: Course | None = None
    """What the operation went through, for the log."""

    @property
    def response(self) -> dict[str, Any]:
        """GraphQL's response, of Python's own types."""
        found: dict[str, Any] = plain(self.body)
        return found


class Service:
    """Answers operations on a schema. Documents and plans are kept between requests; nothing that was read is."""

    def __init__(
        self, schema: GraphQLSchema, knows: Knows | None = None, observer: Observer | None = None,
        room: Room | None = None, *, introspection: bool = True,
    ) -> None:  # fmt: skip
        self.documents = Documents(schema, knows, introspection=introspection)
        self.observer: Observer = observer or Unobserved()
        self._room = room
        """Where articles are read that are to be loaded."""

    def unobserved(self) -> Service:
        """The same, its documents and plans shared, with nobody watching: for what no client asks."""
        quiet = copy(self)
        quiet.observer = Unobserved()
        return quiet

    def answer(
        self, store: Reads, query: str, variables: Mapping[str, Any] | None = None, name: str | None = None,
        request: str = "", parent: str = "", caller: Caller = NOBODY, *, charge: Charge | None = None,
        reads_only: bool = False, untold: bool = False,
    ) -> Answer:  # fmt: skip
        """The answer to one operation. It blocks: the driver does. Errors are in the answer.

        `request` is the request's id, `parent` its `traceparent`, where it has one. `charge` is told how many objects
        are asked for before anything is read; what it raises is raised. `reads_only`: whether anything but a query is
        refused, with NotARead. `untold`: whether the caller tells the observer of the end, once the answer has left.
        """
        course = Course(query, request or uuid.uuid4().hex, parent)
        self.observer.begins()
        try:
            answer = self._answer(course, store, query, variables, name, caller, charge, reads_only=reads_only)
        except BaseException as error:
            course.ends({"errors": [{"extensions": {"code": getattr(error, "code", NewsgraphError.code)}}]})
            self.observer.ended(course)
            raise
        course.ends(answer.body)
        if not untold:
            self.observer.ended(course)
        return Answer(answer.body, answer.executed, answer.status, course)

    def _answer(
        self, course: Course, store: Reads, query: str, variables: Mapping[str, Any] | None, name: str | None,
        caller: Caller, charge: Charge | None, *, reads_only: bool,
    ) -> Answer:  # fmt: skip
        request = course.request
        document = course.document = self.documents.get(query)
        course.known_document, document.known = document.known, True
        if document.errors:
            return refused(document.errors, request)
        try:
            operation = course.operation = document.operation(name)
            if operation.node.operation is OperationType.SUBSCRIPTION:
                raise GraphQLError("Subscriptions are answered over WebSocket, by the protocol graphql-transport-ws.")
        except GraphQLError as error:
            return refused([error], request)
        if reads_only and operation.node.operation is not OperationType.QUERY:
            raise NotARead("Only queries are taken by GET.", "Send it by POST.")
        coerced = operation.variables(variables or {})
        if isinstance(coerced, list):
            return refused(coerced, request)
        course.enters(Phase.PLAN)
        if operation.changes:
            return self._change(course, store, operation, coerced, dict(variables or {}), name, caller, charge)
        try:
            plan, run = operation.planned(coerced)
        except Exception as error:
            return _failed(operation, error, request)
        course.plan, course.known_plan = plan, not run.planned
        if charge is not None:
            charge(run.cost)
        try:
            if plan.rights:
                _known(store, caller, plan.rights)
            row = row_of(store, plan, run, course)
        except (NoCaller, NotAllowed) as error:
            return _not_let_in(operation, error, request)
        except Exception as error:
            return _failed(operation, error, request)
        course.enters(Phase.COMPLETION)
        if not operation.asks_schema:
            try:
                return Answer({"data": plan.complete(row, run)}, executed=True)
            except (Unusual, NewsgraphError):
                pass
        result = stock.execute(operation, plan.layout, row, run, dict(variables or {}), name)
        return _made(result.data, result.errors or (), run.cut, request)

    def _change(
        self, course: Course, store: Reads, operation: Operation, coerced: VariableValues, variables: dict[str, Any],
        name: str | None, caller: Caller, charge: Charge | None,
    ) -> Answer:  # fmt: skip
        """The answer to a mutation. Nothing is changed unless all of it is allowed."""
        from api.plan import payload

        request = course.request
        try:
            selection, args, run = operation.collected(coerced)
            token = _known(store, caller, selection.rights)
            if len(selection.root) > MOST_CHANGES:
                raise TooMuch(f"The operation makes more than {MOST_CHANGES} changes.", "Send several operations.")
        except (NoCaller, NotAllowed) as error:
            return _not_let_in(operation, error, request)
        except TooMuch as error:
            return _not_let_in(operation, error, request, 400)
        except Exception as error:
            return _failed(operation, error, request)
        if charge is not None:
            charge(run.cost)
        assert isinstance(store, Store), "what is changed is a store"
        assert self._room is not None, "a service that may change the graph has a room to read in"
        course.enters(Phase.DATABASE)
        root = payload.Changing(selection, args, Work(store, self._room, token.name))
        result = stock.execute(operation, root, None, run, variables, name)
        return _made(result.data, result.errors or (), run.cut, request)


MOST_CHANGES = 10
"""Fields of one mutation."""


def _known(store: Reads, caller: Caller, rights: frozenset[str]) -> Token:
    """The caller's token. Raises NoCaller or NotAllowed."""
    assert isinstance(store, Store), "tokens are in a store"
    token = tokens.caller(store, caller.secret)
    if missing := sorted(right for right in rights if not tokens.allowed(token, right)):
        raise NotAllowed(f"The token {token.name} may not {tokens.RIGHTS[missing[0]]}.", "Use one that may.")
    return token


def _not_let_in(operation: Operation, error: NewsgraphError, request: str, status: int | None = None) -> Answer:
    _, node = operation.first
    located = GraphQLError(str(error), [node], original_error=error)
    known = status or (401 if isinstance(error, NoCaller) else 403)
    return replace(refused([located], request), status=known)


def row_of(store: Reads, plan: Plan, run: Run, course: Course) -> Any:
    """The row that a plan's statement gives. Raises what the store raises."""
    if not plan.reads:
        return ["Query"] * len(plan.layout.shapes["Query"].entries)
    parameters = plan.parameters(run)
    course.enters(Phase.DATABASE)
    try:
        return store.one(plan.statement, parameters, request=course.request)
    except AskDifferently as error:
        if type(error) in (AskDifferently, NotARead):
            # The statement is ours: that it is refused is our mistake, and no advice to the one who asked.
            raise RuntimeError(error.message) from error
        raise


def _made(data: Any, errors: Sequence[GraphQLError], cut: list[dict[str, object]], request: str) -> Answer:
    response: dict[str, Any] = {"data": data}
    if errors:
        response["errors"] = [shown(error, request).formatted for error in errors]
    if cut:
        response["extensions"] = {"cut": cut}
    return Answer(response, executed=True)


def refused(errors: Sequence[GraphQLError], request: str) -> Answer:
    """The answer to what cannot be executed."""
    return Answer({"errors": [shown(error, request).formatted for error in errors]}, executed=False)


def _failed(operation: Operation, error: Exception, request: str) -> Answer:
    """The whole operation has failed, as it is one statement: the error is of its first field."""
    key, node = operation.first
    located = GraphQLError(str(error), [node], path=[key], original_error=error)
    return Answer({"data": None, "errors": [shown(located, request).formatted]}, executed=True)
