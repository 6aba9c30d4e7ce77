"""Values for the arguments of generated operations: such as exist in the graph, and such as do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    get_nullable_type,
    print_ast,
)
from graphql.language import StringValueNode
from hypothesis import strategies as st

from tests.api.reference.fields import MOST_LINKS
from tests.api.reference.model import ENTITIES, Graph
from tests.api.reference.pages import Key, cursor

T = TypeVar("T")

NAMES = ("name", "speaker", "subject", "object", "madeBy", "participant", "place", "from", "to", "mentions")
WORDS = ("about", "query", "words")
QUESTIONS = (
    "everything {name} said about {words}", "everything {name} said", "quotes about {words}", "who is {name}",
    "what happened in {name}", "who accused {name}", "sing me a song", "articles about {words}",
    "what did others say about {name}", "what did {name} say to {words}", "who is mentioned with {name}",
    "how are {name} and Zoe connected", "which roles did {name} hold", "members of {name}", "claims about {name}",
    "who talks most about {words} in May 2031", "timeline of {name} since May 2031", "what does {name} claim",
    "how many were killed in {words}", "what happened on 6 May 2031", "who was quoted together with {name}",
    "which papers write about {words}", "what did {name} deny",
)  # fmt: skip


class Name(str):
    """The name of an enum's value, which is written without quotation marks."""

    __slots__ = ()


@dataclass
class Chance:
    """What is drawn, one at a time."""

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def one(self, among: Any) -> Any:
        return self.draw(st.sampled_from(list(among)))

    def upto(self, most: int) -> int:
        return int(self.draw(st.integers(0, most)))

    def rarely(self, of: int = 20) -> bool:
        """Once in so many; never where the example is made as simple as can be."""
        return self.upto(of - 1) == of // 2  # not the largest, which is drawn more often than others

    def often(self) -> bool:
        return self.upto(2) > 0


@dataclass
class Values:
    """What there is to ask for."""

    ids: list[str]
    names: list[str]
    words: list[str]
    texts: list[str]
    sources: list[str]
    days: list[str]
    places: dict[str, list[Key]]
    """Keys of rows, for cursors: by day, by name."""

    @classmethod
    def of(cls, graph: Graph) -> Values:
        entities = graph.all(*ENTITIES)
        names = sorted({name for node in entities for name in node.names if name})
        # Not all of a crowd: whoever stands for many of the same kind.
        known = [n for n in names if not n.startswith("Member")] + ["Member 007"]
        parts = sorted({part for name in known for part in name.split()})
        labels = sorted({e.get("label") for e in graph.all("Event") if e.get("label")})
        plain = [node for node in graph.nodes.values() if not node.id.startswith("person/member")]
        links = [link for link in graph.links if link.get("id")]
        crowded = [
            n.id for n in plain if any(len(each) > MOST_LINKS for side in (n.out, n.into) for each in side.values())
        ]
        return cls(
            ids=[*sorted(n.id for n in plain), *["person/member-007", *crowded, "person/nobody", "no id"] * 4],
            names=[*known, *parts, *(n.lower() for n in known), *(n[:2] + n[3:] for n in known), "Mr Berg", "!!!",
                   "Nobody Such", *(e.id for e in entities if e in plain)],
            words=[*labels, *(w for label in labels for w in label.split() if re.search(r"\w", w)), "talk", "the talks",
                   "oil", "ships harbour", "strike talks", "Anna", "a the", "nothing such",
                   *(e.id for e in graph.all("Event"))],
            texts=["berg", "Berg", "a", "talks", "talks in Berg", "\U0001f600", "nothing such", "", "Member 01"],
            sources=["Berg Gazette", "Example Wire", "example wire", "Nobody's"],
            days=["2031-05-05", "2031-05-06", "2031-05-07", "2031-05-08", "2031-05-09", "2031-01-01", "2025-03-03"],
            places={
                "day": [*((n.get("day"), n.id) for n in plain if n.get("day") is not None),
                        *((link.get("on") or "", link.get("id")) for link in links)],
                "name": [*((n.names[0], n.id) for n in entities), *((n.names[0], "0") for n in entities)],
                "score": [(1.0, n.id) for n in plain],
            },
        )  # fmt: skip

    def cursor(self, chance: Chance, order: str) -> str:
        """One that leads to a row of some page in this order; rarely one that leads nowhere."""
        if chance.rarely(30):
            return str(chance.one(["nonsense", "", "WyJuZXdlc3QiXQ", cursor("newest", ("2031-05-06", "x")),
                                   cursor("name", ("Berg", "x")), cursor("newest", (5, "x"))]))  # fmt: skip
        kind = "day" if order in ("newest", "oldest") else "score" if order == "score" else "name"
        return cursor(order, chance.one(self.places[kind]))

    def value(self, chance: Chance, type_: GraphQLInputType, name: str, depth: int = 2) -> Any:
        """A value of a type. `name`: of the argument or input field; says what a text is about."""
        plain = get_nullable_type(type_)
        if plain is type_ and chance.rarely(25):
            return None
        if isinstance(plain, GraphQLList):
            least = 1 if name == "ids" else 0
            return [self.value(chance, GraphQLNonNull(get_nullable_type(plain.of_type)), name, depth)
                    for _ in range(least + chance.upto(2))]  # fmt: skip
        if isinstance(plain, GraphQLEnumType):
            return Name(chance.one(plain.values))
        if isinstance(plain, GraphQLInputObjectType):
            return self._object(chance, plain, name, depth)
        assert isinstance(plain, GraphQLScalarType)
        return self._scalar(chance, plain.name, name)

    def _object(self, chance: Chance, type_: GraphQLInputObjectType, name: str, depth: int) -> dict[str, Any]:
        given: dict[str, Any] = {}
        nested = {"and", "or", "not", "mentionedIn"}
        fields = [each for each in type_.fields if depth > 0 or each not in nested]
        wanted = 1 if type_.is_one_of else chance.upto(2)
        for _ in range(wanted):
            field = chance.one(fields)
            inner = type_.fields[field].type
            if type_.is_one_of:
                inner = GraphQLNonNull(get_nullable_type(inner))
            hint = name if field in ("eq", "in", "contains", "startsWith") else field
            given[field] = self.value(chance, inner, hint, depth - 1)
        return given

    def _scalar(self, chance: Chance, type_: str, name: str) -> Any:
        match type_:
            case "Boolean":
                return bool(chance.upto(1))
            case "Int":
                return chance.one([42, 7] if name == "geonames" else [1, 2, 3, 4])
            case "Float":
                return chance.one([0.5, 0.3, 0.75, 0.8, 0.9, 0, 1])
            case "Date":
                return chance.one(["2031-02-30", "Tuesday", 7]) if chance.rarely(30) else chance.one(self.days)
            case "ID":
                return chance.one(self.ids)
            case _:
                return self._text(chance, name)

    def _text(self, chance: Chance, name: str) -> str:
        if name in NAMES:
            return str(chance.one(self.names))
        if name in WORDS:
            return str(chance.one(self.words))
        if name == "source":
            return str(chance.one(self.sources))
        if name == "language":
            return str(chance.one(["en", "de", "xx"]))
        if name == "country":
            return str(chance.one(["XX", "YY", "ZZ"]))
        if name == "wikidata":
            return str(chance.one(["Q1", "Q2", "Q0"]))
        if name == "question":
            # A question's own rules for articles and marks around words are the grammar's, and are tested there.
            plain = re.compile(r"(?!(?:the|a|an) )\w.*\w", re.IGNORECASE)
            slots = {"name": self.names, "words": self.words}
            form = str(chance.one(QUESTIONS))
            return form.format(**{k: chance.one([v for v in vs if plain.fullmatch(v)]) for k, vs in slots.items()})
        return str(chance.one(self.texts))


def literal(value: Any) -> str:
    """A value as it is written in an operation."""
    match value:
        case None:
            return "null"
        case Name():
            return str(value)
        case bool():
            return str(value).lower()
        case str():
            return print_ast(StringValueNode(value=value))
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {literal(each)}" for key, each in value.items()) + "}"
    return str(value)
