"""Logistic regression over named evidence: a dozen or two weights, a few thousand facts, Newton's method."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import BEARING, RIGHT, SURE
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import BELOW, Weights, log_odds, share_of

RIDGES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""How strongly weights are held to 0: so much as as many facts would, right and wrong in halves. Of these the one under
which documents that were left out are likeliest."""
RIDGE = 2.0
SEEN = 8
"""Evidence that fewer facts bear is left out."""
KEEPS, MARGIN = 0.92, 0.5
"""Share that is right of what bears `SURE` although its least sure members are below: more than is promised, and so
much that it is still `RIGHT` with `MARGIN` standard errors less (two to one)."""
LOWEST = 0.75
"""No fact bears `SURE` whose own share is lower."""
ROUNDS = 30
FOLDS = 10

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact's grounds, whether it is right, and the document it stands in."""

    document: str
    grounds: Grounds
    right: bool
    promised: bool = True
    """Whether it is one of those on which the promise is given; others were read to learn from."""


def fit(facts: Sequence[Known], ridge: float = RIDGE) -> Weights:
    """The weights under which these facts are likeliest; the base is not held to 0."""
    seen = Counter(e for fact in facts for e in set(fact.grounds.evidence))
    names = sorted(name for name, count in seen.items() if SEEN <= count < len(facts))
    rows = _rows([fact.grounds for fact in facts], names)
    right = np.array([fact.right for fact in facts], dtype=np.float64)
    held = np.full(rows.shape[1], ridge)
    held[0] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - share) - held * weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + np.diag(held)
        step = np.linalg.solve(bend, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    base, raw, *rest = (round(float(w), 2) for w in weights)
    return Weights(base, raw, {n: w for n, w in zip(names, rest, strict=True) if w})


def _rows(grounds: Sequence[Grounds], names: Sequence[str]) -> Floats:
    column = {name: 2 + number for number, name in enumerate(names)}
    rows = np.zeros((len(grounds), 2 + len(names)))
    for number, each in enumerate(grounds):
        rows[number, 0] = 1.0
        rows[number, 1] = log_odds(each.raw)
        for name in each.evidence:
            if name in column:
                rows[number, column[name]] = 1.0
    return rows


def ridge_of(facts: Sequence[Known]) -> float:
    """The one of `RIDGES` under which documents that were left out of the fit are likeliest."""

    def likelihood(ridge: float) -> float:
        return sum(math.log(share if right else 1 - share) for share, right in unseen(facts, ridge))

    return max(RIDGES, key=likelihood)


def held(weights: Weights, facts: Sequence[Known], ridge: float = RIDGE) -> Weights:
    """The weights, never sure where what would be sure is not right nine times in ten in documents left out: both in
    those on which the promise is given and in all that were read."""
    kept = _keeps(promised(facts, ridge)) and _keeps(unseen(facts, ridge))
    return weights if kept else replace(weights, most=BELOW)


def _keeps(found: Sequence[tuple[float, bool]]) -> bool:
    sure = [right for share, right in found if share >= SURE]
    return len(sure) >= SEEN and sum(sure) >= RIGHT * len(sure)


def surer(weights: Weights, facts: Sequence[Known], ridge: float = RIDGE) -> Weights:
    """The weights with the share from which on facts bear `SURE`: so low that half of the facts have it, or as low as
    what has it is right often enough in documents left out of the fit; `SURE` itself where that is no less, and where
    what has it is not right nine times in ten in all that was read."""
    found, everywhere = sorted(promised(facts, ridge), reverse=True), unseen(facts, ridge)
    half = found[math.ceil(BEARING * len(found)) - 1][0] if found else SURE
    for share in sorted({share for share, _ in found if max(LOWEST, half) <= share < SURE}):
        having = [right for s, right in found if s >= share]
        right = sum(having) / len(having)
        margin = MARGIN * math.sqrt(right * (1 - right) / len(having))
        elsewhere = [right_ for s, right_ in everywhere if s >= share]
        if right >= KEEPS and right - margin >= RIGHT and sum(elsewhere) >= RIGHT * len(elsewhere):
            return replace(weights, sure=share)
    return weights


def promised(facts: Sequence[Known], ridge: float = RIDGE) -> list[tuple[float, bool]]:
    """As `unseen`, of those facts on which the promise is given."""
    return [found for found, fact in zip(unseen(facts, ridge), facts, strict=True) if fact.promised]


def unseen(facts: Sequence[Known], ridge: float = RIDGE) -> list[tuple[float, bool]]:
    """(share, right) of each fact by weights that were fitted without its document and others: what a fresh article
    can expect."""
    documents = sorted({fact.document for fact in facts})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    by = [fit([fact for fact in facts if fold[fact.document] != number], ridge) for number in range(FOLDS)]
    return [(share_of(by[fold[fact.document]], fact.grounds), fact.right) for fact in facts]
