"""graphql-core's own executor over rows that a plan has read: for answers with errors, and for questions about the
schema.
"""

from __future__ import annotations

from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_nullable_type,
    is_introspection_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution import execute_sync

from api.plan.complete import Fields, Run, Source
from api.plan.operation import Operation
from graph.errors import WrongData


def prepare(schema: GraphQLSchema) -> None:
    """Have every field answered from what was read, and every interface know its types."""
    for type_ in schema.type_map.values():
        if is_introspection_type(type_):
            continue
        if isinstance(type_, GraphQLObjectType):
            type_.is_type_of = None
            for field in type_.fields.values():
                field.resolve = _resolve
        elif hasattr(type_, "resolve_type"):
            type_.resolve_type = _typename


def _resolve(source: Source, info: GraphQLResolveInfo[None], /, **_: object) -> Any:
    found = source.field(info.path.key, info.path.as_list())  # type: ignore[arg-type]  # a field's key is a name
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


def _typename(source: Source, *_: object) -> str:
    return source.typename


def execute(
    operation: Operation, root: Fields, value: Any, run: Run, variables: dict[str, Any], name: str | None
) -> ExecutionResult:  # fmt: skip
    """The answer as the stock executor makes it, with its errors where they belong."""
    assert operation.document.node is not None
    result = execute_sync(
        operation.schema, operation.document.node, root_value=Source(root, value, run), variable_values=variables,
        operation_name=name,
    )  # fmt: skip
    assert isinstance(result, ExecutionResult)
    return result
