"""Variables of the plain types, coerced on a short way: graphql-core looks up the types of all for each request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLID,
    GraphQLInputType,
    GraphQLInt,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLString,
    VariableDefinitionNode,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource

from api.plan.complete import all_small

_AS_IT_IS: dict[GraphQLInputType, type] = {
    GraphQLID: str, GraphQLString: str, GraphQLInt: int, GraphQLBoolean: bool,
}  # fmt: skip
"""Types whose values are taken as they are, if they are of Python's type already."""


class Plain:
    """The variables of an operation, as far as they are plain."""

    def __init__(self, schema: GraphQLSchema, nodes: Sequence[VariableDefinitionNode]) -> None:
        self._known: list[tuple[str, type | None, GraphQLVariableSignature]] = []
        for node in nodes:
            signature = get_variable_signature(schema, node)
            if isinstance(signature, GraphQLVariableSignature):
                bare = signature.type.of_type if isinstance(signature.type, GraphQLNonNull) else signature.type
                self._known.append((signature.name, _AS_IT_IS.get(bare), signature))
        self._all = all(kind is not None for _, kind, _ in self._known) and len(self._known) == len(nodes)

    def coerced(self, given: Mapping[str, Any]) -> VariableValues | None:
        """The values; None where one is missing, null or not what its type has, so that the general way must look."""
        if not self._all:
            return None
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for name, kind, signature in self._known:
            value = given.get(name)
            if type(value) is not kind or (kind is int and not all_small((value,))):
                return None
            sources[name], coerced[name] = VariableValueSource(signature, value), value
        return VariableValues(sources, coerced)
