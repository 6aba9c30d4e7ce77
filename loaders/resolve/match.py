"""Whether a name that does not say enough means somebody whom the graph knows.

A table of named pure functions with weights; the score comes with its reasons. A name joins when one candidate alone
fits it and what supports that weighs `ENOUGH`, or when several fit and what supports one alone weighs `DECISIVE`. A
wrong merge is worse than a double, so all else stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.candidates import LIMIT, Known
from loaders.resolve.names import fold
from loaders.resolve.titles import trade

ENOUGH = 0.5
DECISIVE = 0.9


@dataclass(frozen=True, slots=True)
class Asked:
    """What the article says of the one whom it names."""

    id: str
    """The id it has if it joins nobody."""
    wikidata: str | None = None
    titles: frozenset[str] = frozenset()
    """Folded."""
    offices: frozenset[tuple[str, str]] = frozenset()
    """(folded title, id of the organisation or place)."""
    taken: frozenset[str] = frozenset()
    """Ids of the others in the same article: whom the reader kept apart is not joined."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that speaks for it being the same. `weigh` gives 0 to 1 and what it saw."""

    name: str
    weight: float
    weigh: Callable[[Asked, Known], tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Score:
    total: float
    reasons: tuple[str, ...]
    """"same office: spokesman, organisation/union-of-northern-ports"."""


@dataclass(frozen=True, slots=True)
class Decision:
    """`joined`: the id of the one who is meant, or None; `reasons`: why, or why not."""

    joined: str | None
    reasons: tuple[str, ...]


def _offices(known: Known) -> frozenset[tuple[str, str]]:
    return frozenset((fold(title), where) for title, where in known.offices)


def _titles(known: Known) -> frozenset[str]:
    return frozenset(fold(title) for title in (*known.titles, *(title for title, _ in known.offices)) if title)


def same_wikidata(asked: Asked, known: Known) -> tuple[float, str]:
    same = asked.wikidata is not None and asked.wikidata == known.wikidata
    return (1.0, asked.wikidata or "") if same else (0.0, "")


def same_office(asked: Asked, known: Known) -> tuple[float, str]:
    both = sorted(office for office in asked.offices & _offices(known) if office[0])
    return (1.0, ", ".join(both[0])) if both else (0.0, "")


def same_institution(asked: Asked, known: Known) -> tuple[float, str]:
    both = sorted({where for _, where in asked.offices} & {where for _, where in known.offices})
    return (1.0, both[0]) if both else (0.0, "")


def same_title(asked: Asked, known: Known) -> tuple[float, str]:
    both = sorted((asked.titles | {title for title, _ in asked.offices if title}) & _titles(known))
    return (1.0, both[0]) if both else (0.0, "")


def shared_context(asked: Asked, known: Known) -> tuple[float, str]:
    others = [near for near in known.shared if near != asked.id]
    return min(1.0, len(others) / 2), ", ".join(others[:3])


def institution_in_article(asked: Asked, known: Known) -> tuple[float, str]:
    """The article names the organisation in which the known one is known to hold an office."""
    both = sorted({where for _, where in known.offices if where.startswith("organisation/")} & set(known.shared))
    return (1.0, both[0]) if both and both[0] != asked.id else (0.0, "")


CHECKS: tuple[Check, ...] = (
    Check("same Wikidata item", 2.0, same_wikidata),
    Check("same office", 0.5, same_office),
    Check("same institution", 0.5, same_institution),
    Check("same title", 0.3, same_title),
    Check("institution named in the article", 0.5, institution_in_article),
    Check("named together with the same", 0.5, shared_context),
)


def other_wikidata(asked: Asked, known: Known) -> str:
    differ = asked.wikidata and known.wikidata and asked.wikidata != known.wikidata
    return f"is {asked.wikidata}, not {known.wikidata}" if differ else ""


def also_in_article(asked: Asked, known: Known) -> str:
    return f"the article tells it from {known.id}" if known.id in asked.taken else ""


def other_trade(asked: Asked, known: Known) -> str:
    """A goalkeeper is not the minister of that name, unless something else joins the two."""
    ours = {trade(title) for title in (*asked.titles, *(title for title, _ in asked.offices))} - {""}
    theirs = {trade(title) for title in _titles(known)} - {""}
    if ours and theirs and not ours & theirs and not same_institution(asked, known)[0] and not known.shared:
        return f"{'/'.join(sorted(ours))}, not {'/'.join(sorted(theirs))}"
    return ""


VETOES: tuple[Callable[[Asked, Known], str], ...] = (other_wikidata, also_in_article, other_trade)


def score(asked: Asked, known: Known) -> Score:
    """What supports the two being one, with reasons."""
    weighed = [(check, *check.weigh(asked, known)) for check in CHECKS]
    return Score(
        sum(check.weight * share for check, share, _ in weighed),
        tuple(f"{check.name}: {seen}" for check, share, seen in weighed if share),
    )


def contradicted(asked: Asked, known: Known) -> str:
    """What speaks against it, or nothing."""
    return next((reason for veto in VETOES if (reason := veto(asked, known))), "")


def decide(asked: Asked, fitting: Sequence[Known]) -> Decision:
    """Whom the name means, of those whose names fit."""
    if len(fitting) >= LIMIT:
        return Decision(None, ("too many of that name",))
    scored = [(score(asked, known), known) for known in fitting]
    open_ = [(s, known) for s, known in scored if not contradicted(asked, known)]
    needed = ENOUGH if len(fitting) == 1 else DECISIVE
    enough = [(s, known) for s, known in open_ if s.total >= needed]
    if len(enough) == 1:
        return Decision(enough[0][1].id, enough[0][0].reasons)
    return Decision(None, (f"{len(fitting)} of that name, {len(enough)} supported",))
