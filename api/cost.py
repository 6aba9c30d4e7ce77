"""How many objects an operation could ask for at most; too many are refused before anything is read.

Each fragment is reckoned once, however often and however nested it is spread, so that a short document cannot make the
reckoning itself long. A size given by a variable counts as the largest page.
"""

from __future__ import annotations

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
)  # fmt: skip
from graphql.language import VisitorAction

from graph.errors import TooMuch
from graph.reading.page import DEFAULT, LIMIT

MOST_OBJECTS = 500_000
"""Objects that one operation may ask for: as if every page were full."""
_LISTED = 2
"""What a list without pages (speakers, evidence, places …) is reckoned to hold."""
_LISTS = frozenset(
    {
        "speakers", "addressees", "about", "evidence", "roles", "roleHolders", "speaksFor", "memberOf", "members",
        "basedIn", "within", "places", "participants", "figures", "parts", "accordingTo", "corrects", "correctedBy",
    }
)  # fmt: skip


class Cost(ValidationRule):
    """The validation rule."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.known: dict[str, int] = {}
        self.open: set[str] = set()

    def enter_document(self, node: DocumentNode, *_: object) -> VisitorAction:
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode) and self._cost(definition.selection_set) > MOST_OBJECTS:
                error = TooMuch(
                    f"The operation could ask for more than {MOST_OBJECTS:,} objects.",
                    "Ask for smaller pages (first, last) or nest them less deeply.",
                )
                self.report_error(GraphQLError(str(error), definition, original_error=error))
        return None

    def _cost(self, selections: SelectionSetNode | None) -> int:
        if selections is None:
            return 0
        total = 0
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                if selection.selection_set is not None:
                    total += _size(selection) * (1 + self._cost(selection.selection_set))
            elif isinstance(selection, FragmentSpreadNode):
                total += self._fragment(selection.name.value)
            else:
                total += self._cost(getattr(selection, "selection_set", None))
        return total

    def _fragment(self, name: str) -> int:
        if name not in self.known:
            fragment: FragmentDefinitionNode | None = self.context.get_fragment(name)
            if fragment is None or name in self.open:
                return 0  # another rule refuses the document
            self.open.add(name)
            self.known[name] = self._cost(fragment.selection_set)
            self.open.discard(name)
        return self.known[name]


def _size(field: FieldNode) -> int:
    """How many objects a field gives for each of its parents."""
    name = field.name.value
    given = {argument.name.value: argument.value for argument in field.arguments or ()}
    sizes = [value for key, value in given.items() if key in ("first", "last")]
    if sizes:
        return max(min(int(v.value), LIMIT) if isinstance(v, IntValueNode) else LIMIT for v in sizes)
    if name == "nodes":
        return LIMIT
    if name in _LISTS:
        return _LISTED
    return DEFAULT if name in PAGED else 1


PAGED = frozenset(
    {
        "quotes", "quotesAbout", "events", "eventsThere", "mentions", "relationships", "articles", "people",
        "organisations", "places", "search", "claims",
    }
)  # fmt: skip
"""Fields that are pages."""
