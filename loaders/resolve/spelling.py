"""One spelling for names that reach English by several roads of transliteration.

Each rule turns the variants of one ending or name into one form, on a folded token (lower case, no accents). A rule
that would change many English names ("-ey": Harvey) is a list of given names instead. Forms stay readable, since ids
are made of them. Systems behind the variants: BGN/PCGN, ISO 9, GOST 7.79, the Ukrainian national system of 2010.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending that is spelt in several ways; the first of `variants` is ours."""

    variants: tuple[str, ...]
    example: tuple[str, str]


ENDINGS: tuple[Ending, ...] = (
    Ending(("sky", "skyy", "skiy", "skii", "skij"), ("Zelenskyy", "Zelensky")),
    Ending(("tsky", "tskyy", "tskiy", "tskii"), ("Bogatskiy", "Bogatsky")),
    Ending(("eyev", "eev", "eiev"), ("Sergeev", "Sergeyev")),
    Ending(("ayev", "aev", "aiev"), ("Nikolaev", "Nikolayev")),
    Ending(("yov", "iov"), ("Solovyov", "Soloviov")),
    Ending(("skaya", "skaia", "skaja"), ("Pokrovskaia", "Pokrovskaya")),
)
"""The longest ending that fits is used."""

GIVEN: tuple[tuple[str, ...], ...] = (
    ("dmitry", "dmitri", "dmitrii", "dmitriy", "dmitrij"),
    ("sergei", "sergey", "serguei", "sergej"),
    ("andrei", "andrey", "andrej"),
    ("alexei", "alexey", "aleksei", "aleksey", "alexej"),
    ("alexander", "aleksandr", "alexandr", "aleksander"),
    ("yuri", "yury", "yuriy", "yurii", "iouri"),
    ("vasily", "vasili", "vasiliy", "vasilii"),
    ("yevgeny", "evgeny", "evgeni", "evgeniy", "yevgeniy", "yevgeni"),
    ("vitaly", "vitali", "vitaliy", "vitalii"),
    ("anatoly", "anatoli", "anatoliy", "anatolii"),
    ("valery", "valeri", "valeriy", "valerii"),
    ("georgy", "georgiy", "georgii"),
    ("grigory", "grigori", "grigoriy", "grigorii"),
    ("nikolai", "nikolay", "nikolaj"),
    ("mikhail", "mihail"),
    ("yelena", "elena"),
    ("mohammed", "muhammad", "mohammad", "mohamed", "muhammed", "mohamad"),
    ("hussein", "hussain", "husain", "husayn", "hossein", "hussien"),
    ("ahmed", "ahmad"),
    ("abdullah", "abdallah", "abdulla"),
    ("khaled", "khalid"),
    ("youssef", "yousef", "yusuf", "yousuf"),
    ("osama", "usama"),
    ("mustafa", "mostafa", "moustafa"),
    ("gaddafi", "qaddafi", "gadhafi", "kadhafi", "qadhafi", "kadafi"),
)
"""Names that are spelt in several ways; the first is ours."""

_GIVEN = {variant: family[0] for family in GIVEN for variant in family}
_FAMILY = {family[0]: family for family in GIVEN}
_BY_LENGTH = sorted(
    ((variant, ending.variants) for ending in ENDINGS for variant in ending.variants), key=lambda pair: -len(pair[0])
)
_PATRONYMIC = re.compile(r"\w{2,}(?:vich|vych|ovna|evna|yevna|ivna|ich)")


def canonical(token: str) -> str:
    """Our spelling of a folded token: `zelenskyy` -> `zelensky`, `dmitri` -> `dmitry`."""
    if token in _GIVEN:
        return _GIVEN[token]
    stem, family = _split(token)
    return stem + family[0] if family else token


def variants(token: str) -> tuple[str, ...]:
    """All spellings that `canonical` takes for the same as this folded token, itself first."""
    ours = canonical(token)
    stem, family = _split(ours)
    others = _FAMILY.get(ours, ()) or tuple(stem + ending for ending in family)
    return tuple(dict.fromkeys((token, ours, *others)))


def is_patronymic(token: str) -> bool:
    """Whether a folded middle name is a Slavic patronymic, which English reports give or leave out at will."""
    return _PATRONYMIC.fullmatch(token) is not None


def _split(token: str) -> tuple[str, tuple[str, ...]]:
    """The stem before an ending of ours (at least two letters), and all spellings of the ending."""
    for variant, family in _BY_LENGTH:
        if token.endswith(variant) and len(token) - len(variant) >= 2:
            return token[: -len(variant)], family
    return token, ()
