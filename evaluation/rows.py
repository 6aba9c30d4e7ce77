"""What is measured: one row a figure. All are shares of 1, the higher the better, but for the CPU time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`group` is what `--only` names; `task` and `metric` are the scorer's, `corpus` the gold's."""

    group: str
    what: str
    corpus: str
    task: str
    metric: str
    must: float
    aim: float


ROWS = (
    Row("quotes", "quotes with the right source, F1", "polnear", "quotes", "attributed", 0.67, 0.74),
    Row("quotes", "content of quotes by token, F1", "polnear", "quotes", "content_token", 0.87, 0.90),
    Row("quotes", "right source of those found", "polnear", "quotes", "source_accuracy", 0.92, 0.945),
    Row("quotes", "direct quotes with the right source, recall", "polnear", "quotes",
        "attributed_recall_direct", 0.87, 0.93),
    Row("names", "names, exact, F1", "ieer", "ner", "overall", 0.86, 0.89),
    Row("names", "names, exact, F1", "conllpp", "ner", "overall", 0.79, 0.83),
    Row("places", "place names, exact, F1", "trnews", "places", "detection", 0.85, 0.90),
    Row("places", "place names, exact, F1", "lgl", "places", "detection", 0.75, 0.82),
    Row("places", "places within 161 km, of all with coordinates", "lgl", "places", "acc_161km", 0.64, 0.80),
    Row("places", "places within 161 km, of all with coordinates", "trnews", "places", "acc_161km", 0.75, 0.88),
    Row("places", "places within 161 km, of all with coordinates", "gwn", "places", "acc_161km", 0.55, 0.75),
    Row("places", "places within 161 km, of all with coordinates", "geovirus", "places", "acc_161km", 0.70, 0.85),
    Row("dates", "values of the time expressions found", "tbaq", "times", "value_accuracy", 0.82, 0.92),
    Row("dates", "time expressions and their values, F1", "tbaq", "times", "value", 0.72, 0.85),
    Row("coreference", "who is who, CoNLL F1", "gum_interview", "coref", "aligned_conll_f1", 0.62, 0.72),
    Row("coreference", "who is who, CoNLL F1", "gum_news", "coref", "aligned_conll_f1", 0.62, 0.72),
)  # fmt: skip

CPU = Row("cpu", "CPU time to bare spaCy, times", "reuters", "", "", 2.2, 1.5)
NEWS = ("polnear", "ieer", "tbaq", "trnews", "gwn", "geovirus", "lgl", "gum_news")
"""Articles in which events, roles and doings were read against their sentences."""
MORE = {"polnear": ("train",)}
"""Other parts of a corpus that were read, for want of facts to learn weights from: `make eval` counts none of them."""
CALIBRATION = {
    "quotes": ("polnear",),
    "names": ("ieer", "conllpp"),
    "places": ("lgl", "trnews", "gwn", "geovirus"),
    "dates": ("tbaq",),
    "triggers": ("tbaq", "ecbplus"),
    "events": NEWS,
    "participants": NEWS,
    "event_places": NEWS,
    "figures": NEWS,
    "roles": (*NEWS, "knowledgenet"),
    "relations": (*NEWS, "knowledgenet"),
}
"""By which corpora the confidence of each kind of fact is held against gold, or was read."""
ERRORS = {kind: CALIBRATION[kind] for kind in ("quotes", "names", "places", "dates")} | {
    "coreference": ("gum_interview", "gum_news")
}
"""On which corpora errors are sorted."""
GROUPS = tuple(dict.fromkeys((*(row.group for row in ROWS), CPU.group, "search", "calibration", "errors")))
