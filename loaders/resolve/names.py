"""What two names have to do with each other: folding, keys, honorifics, initials, acronyms. Pure functions of text."""

from __future__ import annotations

import re
import unicodedata

from loaders.resolve.spelling import canonical, is_patronymic


def words(text: str) -> frozenset[str]:
    """A set of words, written as they are read."""
    return frozenset(text.split())


HONORIFICS = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness sheikh sheik shaikh imam ayatollah rabbi "
    "rev reverend father sister brother saint st hon honourable honorable excellency madam madame monsieur herr frau "
    "senor senora don gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal adm "
    "admiral marshal brig brigadier cmdr commander pvt private sen senator rep representative gov governor pres "
    "president prime minister chancellor king queen prince princess emperor pope cardinal archbishop bishop judge "
    "justice mayor ambassador congressman congresswoman secretary"
)
"""Words before a name that are not part of it. Only stripped while a word of the name is left."""

SUFFIXES = words("jr sr ii iii iv phd md kc qc mp mep obe cbe")
PARTICLES = words("van der den de del della di da dos du la le von zu zum ter ten bin ibn al el ben abu")
LEGAL = words(
    "inc incorporated corp corporation co company ltd limited plc llc llp lp gmbh ag sa nv bv ab as asa oyj oy spa srl "
    "sarl kk pty bhd"
)
"""Legal forms at the end of a company's name ("Norrsken Lines Ltd")."""

ACRONYMS = {
    "eu": "European Union", "un": "United Nations", "nato": "North Atlantic Treaty Organization",
    "imf": "International Monetary Fund", "who": "World Health Organization", "wto": "World Trade Organization",
    "iaea": "International Atomic Energy Agency", "osce": "Organization for Security and Co-operation in Europe",
    "icrc": "International Committee of the Red Cross", "icc": "International Criminal Court",
    "icj": "International Court of Justice", "oecd": "Organisation for Economic Co-operation and Development",
    "opec": "Organization of the Petroleum Exporting Countries", "unicef": "United Nations Children's Fund",
    "ecb": "European Central Bank", "asean": "Association of Southeast Asian Nations", "ecowas":
    "Economic Community of West African States", "unhcr": "United Nations High Commissioner for Refugees",
    "fbi": "Federal Bureau of Investigation", "cia": "Central Intelligence Agency", "nasa":
    "National Aeronautics and Space Administration",
}  # fmt: skip
"""Bodies known by their letters everywhere, and by one meaning in news."""

_APART = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
                        "ħ": "h", "ŋ": "n", "ʼ": None, "’": None, "'": None, "‘": None, "`": None, ".": None,
                        "&": " and "})  # fmt: skip
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")


def fold(name: str) -> str:
    """Lower case, without accents, apostrophes and full stops; words apart by one space: "O’Brien-Åkers" ->
    "obrien akers". A possessive ending goes."""
    name = re.sub(r"[’']s(?=\s|$)", "", name)
    # letters of other styles (𝔸) have a lower case only once they are plain
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_APART).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def person_tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a person's name in our spelling, without honorifics, suffixes and patronymics."""
    tokens = fold(name).split()
    while len(tokens) > 1 and tokens[0] in HONORIFICS:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in SUFFIXES:
        tokens = tokens[:-1]
    if len(tokens) == 3 and is_patronymic(tokens[1]):
        tokens = [tokens[0], tokens[2]]
    return tuple(canonical(token) for token in tokens)


def is_full(tokens: tuple[str, ...]) -> bool:
    """Whether a person's tokens say who is meant: a given name, not only its initial, and a surname."""
    given = [t for t in tokens[:-1] if t not in PARTICLES]
    return bool(given) and any(len(token) > 1 for token in given) and len(tokens[-1]) > 1


def surname(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The last token with the particles before it: ("ursula", "von", "der", "leyen") -> ("von", "der", "leyen")."""
    first = len(tokens) - 1
    while first > 1 and tokens[first - 1] in PARTICLES:
        first -= 1
    return tokens[first:]


def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a bare surname, or initials with a surname, may mean the person with this full name."""
    last = surname(full)
    without = tuple(t for t in last if t not in PARTICLES)
    firsts = full[: len(full) - len(last)]
    return any(
        short[-len(family) :] == family and _are_initials(short[: -len(family)], firsts)
        for family in (last, without)
        if family
    )


def _are_initials(given: tuple[str, ...], firsts: tuple[str, ...]) -> bool:
    """Whether these are the first letters of the given names, or nothing."""
    return len(given) <= len(firsts) and all(
        len(letter) == 1 and name.startswith(letter) for letter, name in zip(given, firsts, strict=False)
    )


def organisation_key(name: str) -> str:
    """The folded name without "the" and legal form; the full name where the letters are known everywhere."""
    tokens = fold(name).split()
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in LEGAL:
        tokens = tokens[:-1]
    if len(tokens) > 1 and tokens[-1] == "and":
        tokens = tokens[:-1]
    known = ACRONYMS.get(tokens[0]) if len(tokens) == 1 and is_acronym(name.strip()) else None
    return fold(known) if known else " ".join(tokens)


def is_acronym(name: str) -> bool:
    """Whether a name is nothing but capital letters: "BDF", "U.N."."""
    return _ACRONYM.fullmatch(name) is not None


def spells(acronym: str, name: str) -> bool:
    """Whether the letters are the initials of the name's words, small words left out or in."""
    letters = fold(acronym).replace(" ", "")
    words = fold(name).split()
    weighty = [w for w in words if w not in {"of", "the", "for", "and", "in", "on", "to"}]
    return letters in {"".join(w[0] for w in words), "".join(w[0] for w in weighty)}
