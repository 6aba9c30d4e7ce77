"""Names gathered into entities: one person, organisation or place each. A wrong merge is worse than a missing one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.extract.names import lexicon
from loaders.extract.names.found import Cluster, Found
from loaders.extract.names.kinds import short_forms
from loaders.extract.words import wordset


def gather(found: Sequence[Found]) -> list[Cluster]:
    """Clusters in the order of their first name."""
    found = _retyped(found)
    people = [f for f in found if f.type == "Person"]
    rest = [f for f in found if f.type != "Person"]
    clusters = [*_people(people), *_bodies([f for f in rest if f.type == "Organisation"])]
    clusters += _places([f for f in rest if f.type in ("Place", "Group")])
    return sorted(clusters, key=lambda c: min(f.start for f in c.found))


def _retyped(found: Sequence[Found]) -> list[Found]:
    """Names of one word whose type the long names of the article correct: "Holm" of Holm Lines Co is no person, and
    "Brandtt" beside an Ivo Brandt is no firm."""
    surnames = {_person_words(f.name)[-1] for f in found if f.type == "Person" and len(_person_words(f.name)) > 1}
    firms: defaultdict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.type == "Organisation" and len(item.words) > 1:
            for word in {item.words[0], *item.words[1:][:-1]}:
                firms[word].add(item.name)
    led = {f.name for f in found if f.honorific}
    made = []
    for item in found:
        if len(item.words) > 1:
            made.append(item)
            continue
        low = item.name.casefold()
        if item.type == "Person" and low not in surnames and item.name not in led:
            known = {name for name in firms[item.name] if _short_for(item.name, name)}
            made.append(item.as_type("Organisation") if len(known) == 1 else item)
        elif item.type == "Organisation" and not firms[item.name] and item.name.istitle():
            alike = {name for name in surnames if _misspelt(low, name)}
            made.append(item.as_type("Person") if len(alike) == 1 else item)
        else:
            made.append(item)
    return made


def _misspelt(one: str, other: str) -> bool:
    """Whether two long words differ by a letter that one doubles, or by two that changed places."""
    short, long = sorted((one, other), key=len)
    if len(short) < 6 or one[0] != other[0] or one == other or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :] and long[at] == long[at - 1]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return swapped == long


def _person_words(name: str) -> list[str]:
    words = name.casefold().replace("’", "'").split()
    return [word for word in words if word not in lexicon.SUFFIXES] or [name.casefold()]


def _people(found: Sequence[Found]) -> list[Cluster]:
    """Full names first, the longest before the shorter; then single names, each to whom alone it can mean.

    Only names with the same last word are compared, so that an article with thousands of people costs no squares.
    """
    full: list[Cluster] = []
    homes: dict[str, Cluster] = {}
    by_last: defaultdict[str, list[tuple[str, Cluster]]] = defaultdict(list)
    answers: defaultdict[str, list[Cluster]] = defaultdict(list)
    for item in sorted((f for f in found if len(_person_words(f.name)) > 1), key=lambda f: (-len(f.words), f.start)):
        home = homes.get(item.name)
        if home is None:
            words = _person_words(item.name)
            home = next((c for name, c in by_last[words[-1]] if _same_person(item.name, name)), None)
            if home is None:
                home = Cluster("Person")
                full.append(home)
            homes[item.name] = home
            by_last[words[-1]].append((item.name, home))
            for word in {words[0], words[-1], words[-1].split("-")[-1]}:
                if home not in answers[word]:
                    answers[word].append(home)
        home.found.append(item)
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for known in by_last:
        by_letter[known[0]].append(known)
    alone: dict[str, Cluster] = {}
    for item in (f for f in found if len(_person_words(f.name)) == 1):
        word = _person_words(item.name)[0]
        if word not in answers:
            answers[word] = [c for known in by_letter[word[0]] if _misspelt(word, known) for c in answers[known]]
        fitting = answers[word]
        if len(fitting) > 1:
            fitting = _nearest(fitting, item)
        if len(fitting) == 1:
            fitting[0].found.append(item)
        else:
            alone.setdefault(word, Cluster("Person")).found.append(item)
    return [*full, *alone.values()]


def _same_person(one: str, other: str) -> bool:
    """As in "Ann B. Example" and "Ann Example", "A. Example" and "Ann Example", "van Example" and "Ann van Example"."""
    a, b = _person_words(one), _person_words(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if long[-len(short) :] == short and len(short) > 1:
        return True
    if a[-1] != b[-1]:
        return False
    return _same_given(a[0], b[0]) and (len(a) == 2 or len(b) == 2 or _same_given(a[1], b[1]))


def _same_given(a: str, b: str) -> bool:
    a, b = a.rstrip("."), b.rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _nearest(homes: Sequence[Cluster], item: Found) -> list[Cluster]:
    """Of namesakes the one whose full name this article gave last before, if it did so in this or the last block."""
    near = [
        (f.start, index)
        for index, cluster in enumerate(homes)
        for f in cluster.found
        if f.start < item.start and len(f.words) > 1 and item.block.index - f.block.index <= 1
    ]
    names = {index for _, index in near}
    return [homes[index] for index in names] if len(names) == 1 else []


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").replace("’", "'").rstrip(".")


def _bodies(found: Sequence[Found]) -> list[Cluster]:
    made: dict[str, Cluster] = {}
    longer: defaultdict[str, dict[str, Cluster]] = defaultdict(dict)
    for item in sorted(found, key=lambda f: (-len(f.words), f.start)):
        key = _key(item.name)
        if key not in made:
            near = {**longer[key.split()[0]], **longer[item.name], **longer[item.name.replace(".", "")]} if key else {}
            fitting = {id(c): c for name, c in near.items() if _without_ends(name) == item.name}
            fitting = fitting or {id(c): c for name, c in near.items() if _short_for(item.name, name)}
            made[key] = next(iter(fitting.values())) if len(fitting) == 1 else Cluster("Organisation")
            longer[_key(item.name).split()[0]][item.name] = made[key]
            for short in _initials(item.name) | short_forms(item.name) | _ends_of(item.words):
                longer[short][item.name] = made[key]
        made[key].found.append(item)
    return list({id(c): c for c in made.values()}.values())


def _initials(name: str) -> set[str]:
    """The short forms that stand for a long name: of all its words, of those with capitals, without a last "Inc"."""
    words = name.replace("-", " ").split()
    made: set[str] = set()
    while words:
        big, every = "".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words)
        made |= {big, every, every.upper()}
        if words[-1].lower() not in lexicon.ORGANISATION_ENDS:
            break
        words = words[:-1]
    return {letters for letters in made if len(letters) > 1}


def _short_for(short: str, long: str) -> bool:
    """As in "XYZ" for "Xylophone Yard Zentrum"; "Ann Example" for "Ann Example Corp"; "Example" for "An Example Co"."""
    if short == long:
        return False
    letters = short.replace(".", "")
    if letters[:1].isupper() and letters[-1:].isupper() and 2 <= len(letters) <= 6:
        return letters in _initials(long)
    if short in short_forms(long):
        return True
    a, b = short.casefold().split(), long.casefold().split()
    rest = b[len(a) :]
    if b[: len(a)] == a and rest:
        return rest[-1] in lexicon.ORGANISATION_ENDS | lexicon.BUSINESS_ENDS | _COMPANY
    if b[-len(a) :] == a:
        # "Meat Export Federation" for "U.S. Meat Export Federation"
        return len(a) > 1 and " ".join(long.split()[: -len(a)]) in lexicon.nations()
    return len(a) == 1 and a[0] in b and _is_firms_own(short, long)


def _without_ends(name: str) -> str:
    """As in "Example Steel" of "Example Steel Corp"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in lexicon.ORGANISATION_ENDS:
        words = words[:-1]
    return " ".join(words) if len(words) < len(name.split()) else ""


def _ends_of(words: tuple[str, ...]) -> set[str]:
    """What may stand for a name that begins with a nation or ends as firms do."""
    return {" ".join(words[at:]) for at in range(1, min(4, len(words)))} | set(words[1:-1])


def _is_firms_own(word: str, name: str) -> bool:
    """Whether a word inside a firm's name is the one by which it is known: "Brandt" of "Holm Brandt Co"."""
    words = name.split()
    while words and (words[-1].lower() in lexicon.ORGANISATION_ENDS or words[-1].lower() == "and"):
        words = words[:-1]
    known = lexicon.ORGANISATION_WORDS | lexicon.BUSINESS_ENDS | lexicon.GENERIC | lexicon.NO_BODY
    return len(words) < len(name.split()) and words[-1] == word and word.lower() not in known and len(word) > 3


_COMPANY = wordset(
    "group holdings bank industries airlines motors steel international systems technologies institute securities"
)


def _places(found: Sequence[Found]) -> list[Cluster]:
    made: dict[str, Cluster] = {}
    for item in found:
        country = lexicon.countries().get(item.name) or lexicon.demonyms().get(item.name)
        key = _key(country or item.name)
        made.setdefault(key, Cluster("Place")).found.append(item)
    return list(made.values())
