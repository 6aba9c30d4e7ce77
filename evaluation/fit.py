"""Logistic regression over named evidence: a dozen or two weights, a few thousand facts, Newton's method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from evaluation.calibration import RIGHT, SURE
from loaders.extract.confidence.evidence import Grounds
from loaders.extract.confidence.scale import Weights, log_odds, share_of

RIDGE = 0.5
"""How strongly weights are held to 0: so much as as many facts would, right and wrong in halves."""
FEW = 4.0
"""The same where a few hundred facts are all there are: chosen by the likelihood of documents left out."""
SEEN = 8
"""Evidence that fewer facts bear is left out."""
LEANS = (0.22, 0.15, 0.1, 0.05)
UNSURE = 0.89
"""The most that facts bear whose kind does not keep the promise."""
KEEP = 0.91
"""Share that is right of what bears `SURE`."""
ROUNDS = 30
FOLDS = 10

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact's grounds, whether it is right, and the document it stands in."""

    document: str
    grounds: Grounds
    right: bool


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


def leaned(weights: Weights, facts: Sequence[Known], ridge: float = RIDGE) -> Weights:
    """The weights with the base raised by the most of `LEANS`, as far as what bears `SURE` stays as right as `KEEP`.

    Logistic regression that is held to 0 is too shy about what is surest: judged by documents that were left out.
    """
    for lean in LEANS:
        sure = [right for share, right in unseen(facts, lean, ridge) if share >= SURE]
        if sure and sum(sure) >= KEEP * len(sure):
            return replace(weights, base=round(weights.base + lean, 2))
    return weights


def held(weights: Weights, facts: Sequence[Known], ridge: float = RIDGE) -> Weights:
    """The weights, never sure where what would be sure is not right nine times in ten in documents left out."""
    sure = [right for share, right in unseen(facts, ridge=ridge) if share >= SURE]
    kept = len(sure) >= SEEN and sum(sure) >= RIGHT * len(sure)
    return weights if kept else replace(weights, most=UNSURE)


def unseen(facts: Sequence[Known], lean: float = 0.0, ridge: float = RIDGE) -> list[tuple[float, bool]]:
    """(share, right) of each fact by weights that were fitted without its document and others: what a fresh article
    can expect. `lean` is added to their bases."""
    documents = sorted({fact.document for fact in facts})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    made: list[tuple[float, bool]] = []
    for number in range(FOLDS):
        weights = fit([fact for fact in facts if fold[fact.document] != number], ridge)
        weights = replace(weights, base=weights.base + lean)
        made += [(share_of(weights, fact.grounds), fact.right) for fact in facts if fold[fact.document] == number]
    return made
