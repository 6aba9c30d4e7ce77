"""An operation's text without its values, for logs and traces: values that stand in a document are values, too."""

from __future__ import annotations

from graphql import (
    DocumentNode,
    FieldNode,
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    Node,
    ObjectValueNode,
    StringValueNode,
    Visitor,
    print_ast,
    visit,
)

LONGEST = 4_000
"""Characters that are told of a document or statement."""


class _Blank(Visitor):
    """Texts become "", numbers 0, lists and objects empty; aliases, which anybody makes up, go."""

    def leave_string_value(self, *_: object) -> Node:
        return StringValueNode(value="", block=False)

    def leave_int_value(self, *_: object) -> Node:
        return IntValueNode(value="0")

    def leave_float_value(self, *_: object) -> Node:
        return FloatValueNode(value="0")

    def leave_list_value(self, *_: object) -> Node:
        return ListValueNode(values=())

    def leave_object_value(self, *_: object) -> Node:
        return ObjectValueNode(fields=())

    def leave_field(self, node: FieldNode, *_: object) -> Node:
        return FieldNode(
            name=node.name, arguments=node.arguments, directives=node.directives, selection_set=node.selection_set
        )


def blanked(document: DocumentNode) -> str:
    """The document in GraphQL's usual form, in one line of `LONGEST` characters at most, without values and aliases."""
    return cut(" ".join(print_ast(visit(document, _Blank())).split()))


def cut(text: str) -> str:
    """The text, or its beginning and how long it is."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} … ({len(text):,} characters)"
