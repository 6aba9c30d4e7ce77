"""What a name names: person, organisation, place. The model's label is one voice; words and article are others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.names import lexicon
from loaders.extract.names.around import around_name, has_article
from loaders.extract.names.found import Found
from loaders.extract.names.gender import GIVEN
from loaders.extract.names.placelike import Atlas, placelike
from loaders.extract.reading import EntityType
from loaders.extract.words import wordset

Votes = dict[EntityType, float]
_NATURE = wordset("river sea ocean mountain lake desert canal strait gulf island")
_MODEL = 2.0
"""What the model's labels weigh together, whatever their number."""
_PAPERS = ("news", "media")
"""How one word ends that names who publishes: "Harbournews"."""
_STORMS = wordset("cyclone hurricane typhoon")
"""What stands before a name that is a storm's: "Typhoon Ilma", and "Ilma" from then on."""


def settle(found: Sequence[Found], atlas: Atlas | None) -> list[Found]:
    """Each name with its type; the same name has one type throughout, and what names nothing is left out."""
    found = _in_usual_case(found)
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for item in found:
        groups[item.name].append(item)
    types = {name: _certain(name) for name in groups}
    for name, items in groups.items():
        if types[name] is None and len(items[0].words) > 1:
            types[name] = _decided(_votes(name, items, atlas))
    initials = {short for n, t in types.items() if t == "Organisation" and len(n.split()) > 2 for short in _initials(n)}
    # "Holm" is the woman where the article names both Ann Holm and a Holm Ltd.
    last_words = {n.split()[-1] for n, t in types.items() if t == "Person" and " " in n}
    firms = {short for name in groups for short in short_forms(name)}
    for name in groups:
        if name in initials and types[name] not in ("Organisation", "Group"):
            types[name] = "Organisation"
        if name in firms and name not in last_words and types[name] != "Group" and name not in lexicon.countries():
            votes = _votes(name, groups[name], atlas)
            votes["Organisation"] += 3.5
            types[name] = _decided(votes)
    people = [name.split() for name, type_ in types.items() if type_ == "Person"]
    surnames, given = {words[-1] for words in people}, {words[0] for words in people}
    for name, items in groups.items():
        namesake = name in surnames and types[name] in ("Place", "Group")
        if (types[name] is None or namesake) and len(items[0].words) == 1:
            votes = _votes(name, items, atlas)
            if namesake:
                # "Ann Jordan" is a person in an article that may speak of Jordan, too.
                votes["Place"] += 1.5
            if name in surnames:
                votes["Person"] += 3.0
            elif name in given:
                votes["Person"] += 1.5
            types[name] = _decided(votes)
    storms = {n for name in groups if (n := _storm(name))}
    for name in groups:
        if _storm(name) or (name in storms and name not in last_words):
            types[name] = None
    for name in groups:
        if name not in lexicon.demonyms() and name not in last_words | given and _is_people(name):
            types[name] = None
    made = [kept for item in found if (kept := _kept(item, types[item.name])) is not None]
    return [item for item in made if item.type != "Group" or item.name in lexicon.demonyms()]


def _is_people(name: str) -> bool:
    word = name.casefold()
    return word in lexicon.PEOPLES or (word.endswith("s") and word[:-1] in lexicon.PEOPLES)


def _storm(name: str) -> str:
    """The name that a storm bears: "Ilma" of "Typhoon Ilma"; "" for all others."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in _STORMS else ""


def _kept(item: Found, type_: EntityType | None) -> Found | None:
    """The name with its type; of what names nothing, the country that it begins with: Denmark of "Danish Krone"."""
    if type_ is not None:
        return item.as_type(type_)
    first = item.words[0]
    if item.tokens is None or len(item.tokens) < 2 or item.tokens[0].text != first or first not in lexicon.nations():
        return None
    nation: EntityType = "Place" if first in lexicon.countries() else "Group"
    return replace(item, end=item.start + len(first), name=first, tokens=item.tokens[:1], type=nation)


def _in_usual_case(found: Sequence[Found]) -> list[Found]:
    """Names in capitals as the article writes them elsewhere: "LUND" is Lund."""
    usual = {item.name.upper(): item.name for item in found if not item.name.isupper()}
    return [
        replace(item, name=usual[item.name]) if len(item.name) > 3 and item.name in usual else item for item in found
    ]


def _initials(name: str) -> set[str]:
    """As in "HDO" for "Harbour Dredging Organisation"; three letters or more."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return {letters} if len(letters) > 2 else set()


def short_forms(name: str) -> set[str]:
    """What a firm may be called after its full name: "Example" and "Example Steel" for "A.B. Example Steel Corp"."""
    parts = name.split()
    ends = len(parts)
    while ends and parts[ends - 1].lower() in lexicon.ORGANISATION_ENDS:
        ends -= 1
    if ends == len(parts):
        return set()
    begins = next((i for i, part in enumerate(parts[:ends]) if not part.endswith(".")), 0)
    return {" ".join(parts[first:stop]) for first in (0, begins) for stop in range(first + 1, ends + 1)}


def _decided(votes: Votes) -> EntityType | None:
    type_, weight = max(votes.items(), key=lambda pair: pair[1])
    return type_ if weight >= 0.5 else None


def _certain(name: str) -> EntityType | None:
    if name in lexicon.METONYMS:
        return "Organisation"
    if name in lexicon.countries():
        return "Place"
    if name in lexicon.demonyms():
        return "Group"
    words = name.lower().split()
    if len(words) > 1 and words[-1] in lexicon.ORGANISATION_ENDS:
        return "Organisation"
    return None


def _votes(name: str, items: Sequence[Found], atlas: Atlas | None) -> Votes:
    """How much speaks for each type: labels, words of the name, the gazetteer, and the words around it."""
    votes: Votes = {"Person": 0.0, "Organisation": 0.0, "Place": 0.0}
    labels = Counter(item.type for item in items if item.weight)
    for type_, count in labels.items():
        if type_ != "Group":
            votes[type_] += _MODEL * count / labels.total()
    words = name.lower().split()
    if len(words) == 1 and len(name) > len(_PAPERS[1]) and words[0].endswith(_PAPERS):
        votes["Organisation"] += 3.0
    for item in items:
        if item.tokens is None and item.type != "Group":
            votes[item.type] += 5.0  # in a dateline
    if any(item.honorific for item in items):
        votes["Person"] += 5.0
    elif len(words) > 1 and (
        any(w in lexicon.ORGANISATION_WORDS for w in words[1:])
        or words[-1] in lexicon.BUSINESS_ENDS
        or (words[1] == "of" and words[0] in lexicon.ORGANISATION_WORDS)
    ):
        votes["Organisation"] += 3.0
    elif len(words) > 1 and words[-1] in lexicon.PLACE_WORDS:
        votes["Place"] += 2.5
    if words[0].capitalize() in lexicon.demonyms() and len(words) > 1 and words[0] not in GIVEN:
        votes["Person"] -= 2.0  # "Danish Krone"
    if name.isalpha() and ((name.isupper() and 2 <= len(name) <= 6) or sum(map(str.isupper, name)) > 2):
        votes["Organisation"] += 2.5 if labels["Person"] else 0.0  # initials are nobody's name
    if words[0] in GIVEN and len(words) < 4 and not any(w in lexicon.ORGANISATION_ENDS for w in words):
        votes["Person"] += 2.0 if len(words) > 1 else 1.0
    if atlas is not None:
        votes["Place"] += placelike(name, items, labels, atlas)
        if any(has_article(item) for item in items) and any(c.kind in _NATURE for c in atlas.lookup(name)):
            votes["Place"] += 2.0  # "the Danube"
    # "The Danube rose": a lone name with an article is nobody's, if it mostly stands so.
    votes["Person"] -= 4.0 * sum(len(item.words) == 1 and has_article(item) for item in items) / len(items)
    around = [vote for item in items for vote in around_name(item)]
    for type_ in votes:
        votes[type_] += min(3.0, sum(weight for kind, weight in around if kind == type_))
    return votes
