"""One request: its document, its plan, one statement, one answer."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLSchema, OperationType

from api.errors import shown
from api.plan import stock
from api.plan.complete import Run, Unusual
from api.plan.course import Course, Observer, Phase, Unobserved
from api.plan.knows import Knows
from api.plan.operation import Documents, Operation, Plan
from graph.errors import AskDifferently, NewsgraphError, NotARead

Charge = Callable[[int], None]


class Reads(Protocol):
    """A store, as far as an answer needs it."""

    def one(self, statement: str, parameters: Mapping[str, object], *, request: str = "") -> object: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: GraphQL's response, and whether it was a request that could be executed at all."""

    response: dict[str, Any]
    executed: bool
    course: Course | None = None
    """What the operation went through, for the log."""


class Service:
    """Answers operations on a schema. Documents and plans are kept between requests; nothing that was read is."""

    def __init__(
        self, schema: GraphQLSchema, knows: Knows | None = None, observer: Observer | None = None, *,
        introspection: bool = True,
    ) -> None:  # fmt: skip
        self.documents = Documents(schema, knows, introspection=introspection)
        self.observer: Observer = observer or Unobserved()

    def unobserved(self) -> Service:
        """The same, its documents and plans shared, with nobody watching: for what no client asks."""
        quiet = copy(self)
        quiet.observer = Unobserved()
        return quiet

    def answer(
        self, store: Reads, query: str, variables: Mapping[str, Any] | None = None, name: str | None = None,
        request: str = "", parent: str = "", *, charge: Charge | None = None, reads_only: bool = False,
    ) -> Answer:  # fmt: skip
        """The answer to one operation. It blocks: the driver does. Errors are in the answer.

        `request` is the request's id, `parent` its `traceparent`, where it has one. `charge` is told how many objects
        are asked for before anything is read; what it raises is raised. `reads_only`: whether anything but a query is
        refused, with NotARead.
        """
        course = Course(query, request or uuid.uuid4().hex, parent)
        self.observer.begins()
        try:
            answer = self._answer(course, store, query, variables, name, charge, reads_only=reads_only)
        except BaseException as error:
            course.ends({"errors": [{"extensions": {"code": getattr(error, "code", NewsgraphError.code)}}]})
            self.observer.ended(course)
            raise
        course.ends(answer.response)
        self.observer.ended(course)
        return replace(answer, course=course)

    def _answer(
        self, course: Course, store: Reads, query: str, variables: Mapping[str, Any] | None, name: str | None,
        charge: Charge | None, *, reads_only: bool,
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
        try:
            plan, run = operation.planned(coerced)
        except Exception as error:
            return _failed(operation, error, request)
        course.plan, course.known_plan = plan, not run.planned
        if charge is not None:
            charge(run.cost)
        try:
            row = row_of(store, plan, run, course)
        except Exception as error:
            return _failed(operation, error, request)
        course.enters(Phase.COMPLETION)
        if not operation.asks_schema:
            try:
                return Answer({"data": plan.layout.fast(row, run)}, executed=True)
            except (Unusual, NewsgraphError):
                pass
        result = stock.execute(operation, plan.layout, row, run, dict(variables or {}), name)
        return _made(result.data, result.errors or (), run.cut, request)


def row_of(store: Reads, plan: Plan, run: Run, course: Course) -> Any:
    """The row that a plan's statement gives. Raises what the store raises."""
    if not plan.reads:
        return ["Query"] * len(plan.layout.shapes["Query"].keys)
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
