"""Runs an operation on the reference, and gives its answer in the form of the service's."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    build_schema,
    execute,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
    parse,
    validate,
)
from graphql.execution.executor import Executor

from graph.errors import Ambiguous, NewsgraphError, WrongData
from tests.api.reference import asked, connected, counted, entities, root, things  # noqa: F401 - they register their resolvers
from tests.api.reference.fields import PROPERTIES, RESOLVERS, UNASKED, UNCOMPARED, Run
from tests.api.reference.model import Graph, Link, Node

REQUEST = "REQUEST"
"""Stands for the id of a request."""


class _Everything(Executor[Any]):
    """Goes on after an error in a field that may not be null, so that all errors there could be are found."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_propagation = False


class Reference:
    """The reference on a graph. `sdl`: the schema whose fields are to be resolved."""

    def __init__(self, graph: Graph, sdl: str) -> None:
        self.graph = graph
        self.schema = build_schema(sdl)
        self.most = _most(self.schema)
        for type_ in self.schema.type_map.values():
            if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__"):
                for name, field in type_.fields.items():
                    field.resolve = _resolver(type_, name)
            if isinstance(type_, GraphQLInterfaceType):
                type_.resolve_type = lambda value, *_: value.label
            if isinstance(type_, GraphQLScalarType) and type_.name == "Date":
                type_.coerce_input_value = _day
                type_.parse_value = _day  # type: ignore[assignment]  # its parameter is called otherwise

    def answer(
        self,
        operation: str,
        variables: dict[str, Any] | None = None,
        name: str | None = None,
        *,
        everything: bool = False,
    ) -> dict[str, Any]:
        """The answer. `everything`: with all errors that there are, as if any field might be null."""
        run = Run(self.graph, self.most)
        try:
            document = parse(operation)
        except GraphQLError as error:
            return _shown(ExecutionResult(None, [error]), run)
        invalid = validate(self.schema, document)
        if invalid:
            return _shown(ExecutionResult(None, invalid), run)
        result = execute(
            self.schema, document, context_value=run, variable_values=variables, operation_name=name,
            executor_class=_Everything if everything else None,
        )  # fmt: skip
        assert isinstance(result, ExecutionResult)
        return _shown(result, run)


def _day(text: object) -> str:
    try:
        assert isinstance(text, str)
        return date.fromisoformat(text).isoformat()
    except (AssertionError, ValueError):
        raise GraphQLError("A day is a text such as 2021-03-03, and one that a calendar has.") from None


def _most(schema: GraphQLSchema) -> int:
    """Rows that a page may have: as the schema says."""
    assert schema.query_type
    text = schema.query_type.fields["quotes"].args["first"].description or ""
    found = re.search(r"([\d,]+) at most", text)
    assert found, "the argument says how large it may be"
    return int(found[1].replace(",", ""))


def names_of(type_: GraphQLObjectType) -> list[str]:
    """The type, and what its fields may be registered under."""
    of_pages = "Connection" if type_.name.endswith("Connection") or type_.name == "Hits" else None
    of_edges = "Edge" if type_.name.endswith("Edge") else None
    return [type_.name, *(i.name for i in type_.interfaces), *(n for n in (of_pages, of_edges) if n)]


def _resolver(type_: GraphQLObjectType, name: str) -> Any:
    for each in names_of(type_):
        known = RESOLVERS.get(f"{each}.{name}")
        if known:

            def resolve(value: Any, info: GraphQLResolveInfo[Run], /, _known: Any = known, **args: Any) -> Any:
                info.context.path = info.path.as_list()
                declared = dict.fromkeys(info.parent_type.fields[info.field_name].args)
                return _usable(info, _known(value, info.context, {**declared, **args}))

            return resolve
        if name in PROPERTIES.get(each, ()):
            return lambda value, info, **_: _usable(info, _property(value, name))
    if f"{type_.name}.{name}" in UNCOMPARED or type_.name in UNASKED:
        return None
    raise LookupError(f"The reference has no {type_.name}.{name}.")


def _usable(info: GraphQLResolveInfo[Run], found: Any) -> Any:
    """A value that the field's type can have."""
    name = f"{info.parent_type.name}.{info.field_name}"
    if found is None and is_non_null_type(info.return_type):
        raise WrongData(f"{name} has no value.", "Load its articles again.")
    type_ = get_nullable_type(info.return_type)
    if found is not None and is_leaf_type(type_):
        try:
            type_.coerce_output_value(found)
        except GraphQLError:
            raise WrongData(f"{name} has a value that it cannot have.", "Load its articles again.") from None
    return found


def _property(value: Any, name: str) -> Any:
    if isinstance(value, Node | Link):
        return value.get(re.sub(r"[A-Z]", lambda c: "_" + c[0].lower(), name))
    return value[name] if isinstance(value, dict) else getattr(value, name)


def _shown(result: ExecutionResult, run: Run) -> dict[str, Any]:
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [_error(error) for error in result.errors]
    if run.cut:
        answer["extensions"] = {"cut": run.cut}
    return answer


def _error(error: GraphQLError) -> dict[str, Any]:
    cause: BaseException | None = error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    message, extensions = error.message, {"code": "BAD_REQUEST"}
    if isinstance(cause, NewsgraphError):
        message, extensions = str(cause), _extensions(cause)
    elif cause is not None:
        message = f"Something went wrong inside. The log tells more under {REQUEST}."
        extensions = {"code": "INTERNAL", "request": REQUEST}
    return {**error.formatted, "message": message, "extensions": extensions}


def _extensions(error: NewsgraphError) -> dict[str, Any]:
    values: dict[str, Any] = {"code": error.code}
    if error.remedy:
        values["remedy"] = error.remedy
    if isinstance(error, Ambiguous):
        values["candidates"] = [dict(each) for each in error.candidates]
    return values
