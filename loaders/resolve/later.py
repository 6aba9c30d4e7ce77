"""Which weak names of other articles the facts of one article may settle."""

from __future__ import annotations

from collections.abc import Iterable

from graph.facts import Facts
from loaders.resolve import ids
from loaders.resolve.names import is_acronym, is_full, organisation_key, person_tokens, surname


def settles(facts: Facts) -> tuple[set[str], set[str]]:
    """The beginnings of ids (of persons, of organisations) that a name of this article completes.

    "Vera Lindholm" may settle `person/lindholm~…` and `person/v-lindholm~…`, written before she was known.
    """
    persons: set[str] = set()
    organisations: set[str] = set()
    for link in facts.links:
        if link.type != "MENTIONS" or ids.is_marked(link.end[1]):
            continue
        names = [str(link.properties["name"]), *_texts(link.properties["aliases"])]
        if link.end[0] == "Person":
            persons |= {f"{ids.person(weak)}~" for name in names for weak in _weak(person_tokens(name))}
        if link.end[0] == "Organisation":
            organisations |= {f"{ids.organisation(organisation_key(name))}~" for name in names if is_acronym(name)}
    return persons, organisations


def _weak(tokens: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """A surname, and the surname with an initial; a name that is weak itself."""
    if not is_full(tokens):
        return [tokens] if tokens else []
    last = surname(tokens)
    return [last, last[-1:], (tokens[0][:1], *last)]


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
