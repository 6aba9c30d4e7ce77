"""One subscription: its plan, and what a stretch of the order of arrival holds for it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import DocumentNode, GraphQLError, OperationType, VariableNode, Visitor, visit
from graphql.execution.values import VariableValues

from api.as_json import write
from api.errors import shown
from api.http.asked import Asked
from api.http.trusted import Trusted
from api.plan import stock
from api.plan.arriving import STRETCH, Stretch
from api.plan.complete import Run
from api.plan.course import Course
from api.plan.operation import Operation, Plan
from api.plan.run import Answer, Service, refused, row_of
from api.plan.written import Unusual
from graph.arrivals import cursor
from graph.errors import NewsgraphError
from graph.store import Seen, Store


@dataclass(frozen=True, slots=True)
class Told:
    """What a stretch holds: GraphQL's response for each arrival, as JSON, and up to which number it was read."""

    responses: tuple[str, ...]
    upto: int


@dataclass(frozen=True, slots=True)
class Subscription:
    """What somebody has subscribed to. All with the same `key` are told the same."""

    key: Hashable
    after: str | None
    """The cursor to begin after; None: with what arrives from now on."""
    _operation: Operation
    _plan: Plan
    _run: Run
    _variables: Mapping[str, Any]
    _name: str | None
    _number: int = field(default=0)
    """Of the field of the root."""

    @property
    def cost(self) -> int:
        """How many objects one arrival may have."""
        return self._run.cost

    def read(self, store: Store, stretch: Stretch, seen: Seen) -> Told:
        """What has arrived in a stretch, by one statement. It blocks.

        Raises what the store raises, and what is wrong with the names that are asked for.
        """
        args = list(self._run.args)
        args[self._number] = {**args[self._number], STRETCH: stretch}
        run = Run(args, dict(self._run.failed))
        ((checked, rows),) = row_of(_After(store, seen), self._plan, run, Course("", ""))
        responses = [self._response([[checked, row]], Run(args, run.failed), stretch.graph, row[0]) for row in rows]
        return Told(tuple(responses), rows[-1][0] if len(rows) == stretch.most else stretch.upto)

    def _response(self, row: Any, run: Run, graph: str, number: int) -> str:
        try:
            return write({"data": self._plan.complete(row, run)}).decode()
        except (Unusual, NewsgraphError):
            pass
        found = stock.execute(self._operation, self._plan.layout, row, run, dict(self._variables), self._name)
        response: dict[str, Any] = {"data": found.data}
        if found.errors:
            request = uuid.uuid4().hex
            response["errors"] = [shown(error, request).formatted for error in found.errors]
            # Where an error has taken the whole answer, its cursor is gone with it: so that one can go on behind it.
            response["extensions"] = {"cursor": cursor(graph, number)}
        if run.cut:
            response.setdefault("extensions", {})["cut"] = run.cut
        return write(response).decode()

    def failure(self, error: Exception) -> list[dict[str, Any]]:
        """The error as the client is told it, where the subscription ends with it."""
        key, node = self._operation.first
        located = GraphQLError(str(error), [node], path=[key], original_error=error)
        return [dict(shown(located, uuid.uuid4().hex).formatted)]


@dataclass(frozen=True, slots=True)
class _After:
    """A store that is read as it was, or later than, when something was seen."""

    store: Store
    seen: Seen

    def one(self, statement: str, parameters: Mapping[str, object], *, request: str = "") -> object:
        return self.store.one(statement, parameters, request=request, after=self.seen)


def prepare(
    service: Service, store: Store, payload: Mapping[str, Any], trusted: Trusted | None = None,
    charge: Callable[[int], None] = lambda _: None,
) -> Subscription | Answer:  # fmt: skip
    """What a `subscribe` asks for: a subscription, or the answer to a query. It blocks. Errors are in the answer.

    `trusted` knows which documents are taken; `charge` is told how many objects are asked for, and may refuse.
    """
    text, name = payload["query"], payload.get("operationName")
    variables: dict[str, Any] = payload.get("variables") or {}
    request = uuid.uuid4().hex
    try:
        if trusted is not None:
            trusted.text(Asked(text))
        document = service.documents.get(text)
        if document.errors:
            return refused(document.errors, request)
        operation = document.operation(name)
        kind = operation.node.operation
        if kind is OperationType.QUERY:
            return service.answer(store, text, variables, name, request, charge=charge)
        if kind is not OperationType.SUBSCRIPTION:
            raise GraphQLError("Mutations are taken by POST alone.")
        coerced = operation.variables(variables)
        if isinstance(coerced, list):
            return refused(coerced, request)
        found = _subscription(operation, coerced, text, variables, name)
        charge(found.cost)
        return found
    except GraphQLError as error:
        return refused([error], request)
    except NewsgraphError as error:
        return refused([GraphQLError(str(error), original_error=error)], request)


def _subscription(
    operation: Operation, coerced: VariableValues, text: str, variables: dict[str, Any], name: str | None
) -> Subscription:  # fmt: skip
    plan, run = operation.planned(coerced)
    (selected,) = operation.root_fields(coerced)
    assert selected is not None, "a document is valid: its subscriptions ask for one field"
    if error := run.failed.get(selected.number):
        raise error
    own = next((a for a in selected.details[0].node.arguments or () if a.name.value == "after"), None)
    same = dict(variables)
    assert operation.document.node is not None
    if own is not None and isinstance(own.value, VariableNode) and _used_once(operation.document.node, own.value):
        # Where one begins does not change what is told, so that all come together who have read up to the same place.
        same.pop(own.value.name.value, None)
    key = (text, name, write(same, in_order=True))
    after = run.args[selected.number].get("after")
    return Subscription(key, after, operation, plan, run, variables, name, selected.number)


class _Uses(Visitor):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.count = name, 0

    def enter_variable(self, node: VariableNode, *_: object) -> None:
        self.count += node.name.value == self.name


def _used_once(document: DocumentNode, variable: VariableNode) -> bool:
    """Whether a variable is defined, used in one place, and nowhere else in the document."""
    uses = _Uses(variable.name.value)
    visit(document, uses)
    return uses.count == 2
