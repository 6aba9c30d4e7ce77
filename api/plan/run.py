"""One request: its document, its plan, one statement, one answer."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLSchema
from graphql.execution.values import VariableValues

from api.caller import NOBODY, Caller
from api.change.room import Room
from api.change.work import Work
from api.errors import shown
from api.plan import stock
from api.plan.complete import Run, Unusual
from api.plan.knows import Knows
from api.plan.operation import Documents, Operation, Plan
from graph.change import tokens
from graph.change.tokens import Token
from graph.errors import AskDifferently, NewsgraphError, NoCaller, NotAllowed, NotARead, TooMuch
from graph.store import Store


class Reads(Protocol):
    """A store, as far as an answer needs it."""

    def one(self, statement: str, parameters: Mapping[str, object]) -> object: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: GraphQL's response, and whether it was a request that could be executed at all."""

    response: dict[str, Any]
    executed: bool
    status: int | None = None
    """The status of HTTP that says why it could not be executed, where it is not 400: 401, 403, 405. Like 400 it is for
    those who know the difference; 405, for a mutation by GET, is for all."""


class Service:
    """Answers operations on a schema. Documents and plans are kept between requests; nothing that was read is."""

    def __init__(self, schema: GraphQLSchema, knows: Knows | None = None, room: Room | None = None) -> None:
        self.documents = Documents(schema, knows)
        self._room = room
        """Where articles are read that are to be loaded."""

    def answer(
        self, store: Reads, query: str, variables: Mapping[str, Any] | None = None, name: str | None = None,
        request: str = "", caller: Caller = NOBODY,
    ) -> Answer:  # fmt: skip
        """The answer to one operation. It blocks: the driver does. Errors are in the answer."""
        request = request or uuid.uuid4().hex
        document = self.documents.get(query)
        if document.errors:
            return _refused(document.errors, request)
        try:
            operation = document.operation(name)
        except GraphQLError as error:
            return _refused([error], request)
        coerced = operation.variables(variables or {})
        if isinstance(coerced, list):
            return _refused(coerced, request)
        if operation.changes:
            return self._change(store, operation, coerced, dict(variables or {}), name, request, caller)
        try:
            plan, run = operation.planned(coerced)
            if plan.rights:
                _known(store, caller, plan.rights)
            row = _row(store, plan, run)
        except (NoCaller, NotAllowed) as error:
            return _not_let_in(operation, error, request)
        except Exception as error:
            return _failed(operation, error, request)
        if not operation.asks_schema:
            try:
                return Answer({"data": plan.layout.fast(row, run)}, executed=True)
            except (Unusual, NewsgraphError):
                pass
        result = stock.execute(operation, plan.layout, row, run, dict(variables or {}), name)
        return _made(result.data, result.errors or (), run.cut, request)

    def _change(
        self, store: Reads, operation: Operation, coerced: VariableValues, variables: dict[str, Any],
        name: str | None, request: str, caller: Caller,
    ) -> Answer:  # fmt: skip
        """The answer to a mutation. Nothing is changed unless all of it is allowed."""
        from api.plan import payload

        if not caller.may_change:
            refusal = NotARead("A mutation cannot be sent by GET.", "Send it by POST.")
            return _not_let_in(operation, refusal, request, 405)
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
        assert isinstance(store, Store), "what is changed is a store"
        assert self._room is not None, "a service that may change the graph has a room to read in"
        root = payload.Changing(selection, args, Work(store, self._room, token.name))
        result = payload.execute(operation, root, run, variables, name)
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
    refused = _refused([located], request)
    known = status or (401 if isinstance(error, NoCaller) else 403)
    return Answer(refused.response, executed=False, status=known)


def _row(store: Reads, plan: Plan, run: Run) -> Any:
    if not plan.reads:
        return ["Query"] * len(plan.layout.shapes["Query"].keys)
    try:
        return store.one(plan.statement, plan.parameters(run))
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


def _refused(errors: Sequence[GraphQLError], request: str) -> Answer:
    return Answer({"errors": [shown(error, request).formatted for error in errors]}, executed=False)


def _failed(operation: Operation, error: Exception, request: str) -> Answer:
    """The whole operation has failed, as it is one statement: the error is of its first field."""
    key, node = operation.first
    located = GraphQLError(str(error), [node], path=[key], original_error=error)
    return Answer({"data": None, "errors": [shown(located, request).formatted]}, executed=True)
