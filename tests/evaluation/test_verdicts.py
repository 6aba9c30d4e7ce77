"""Facts that were read: kept by a digest of what they say, and judged by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.read import shown, unread
from evaluation.verdicts import FILE, KINDS, Verdicts, digest, stated

TEXT = "Ann Lind, mayor of Tarnby, met Ivo Brandt on Monday."


def entity(id_: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": name, "roles": [], **more}


def output(ids: tuple[str, str, str] = ("e1", "e2", "e3"), status: str = "happened") -> dict[str, Any]:
    lind, brandt, tarnby = ids
    role = {"title": "mayor", "of": tarnby, "evidence": {"start": 0, "end": 25}, "confidence": 0.9}
    return {
        "id": "a",
        "published": "2031-05-14",
        "entities": [entity(lind, "Ann Lind", roles=[role]), entity(brandt, "Ivo Brandt"), entity(tarnby, "Tarnby")],
        "events": [
            {
                "id": "v1", "label": "meeting", "type": "Talks", "status": status, "trigger": {"start": 27, "end": 30},
                "date": "2031-05-12", "date_end": None, "places": [tarnby],
                "place_links": [{"place": tarnby, "confidence": 0.8}],
                "participants": [{"entity": lind, "role": "participant"}, {"entity": brandt, "role": "participant"}],
                "numbers": [{"what": "attended", "low": 40, "high": None}],
            }
        ],
        "relations": [
            {"type": "MET", "from": lind, "to": brandt, "evidence": {"start": 0, "end": 52}, "title": "",
             "assertion": "asserted", "attributed_to": None},
            {"type": "HOLDS_ROLE", "from": lind, "to": tarnby, "evidence": {"start": 0, "end": 25}, "title": "mayor",
             "assertion": "asserted", "attributed_to": None},
        ],
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_is_the_same_whatever_its_ids_are(kind: str) -> None:
    one = [digest(said) for _, said in stated(kind, output())]
    other = [digest(said) for _, said in stated(kind, output(("e7", "e8", "e9")))]
    assert (len(one), one) == (2 if kind == "participants" else 1, other)


@pytest.mark.parametrize("kind", KINDS)
def test_what_else_is_told_of_an_event_stays_the_same_where_its_status_changes(kind: str) -> None:
    same = [digest(said) for _, said in stated(kind, output())] == [
        digest(said) for _, said in stated(kind, output(status="planned"))
    ]
    assert same == (kind != "events")


def test_a_fact_that_is_stated_otherwise_counts_as_unread(tmp_path: Path) -> None:
    ((_, said),) = stated("events", output())
    verdicts = Verdicts({("events", "here", "a", digest(said)): False})
    verdicts.save(tmp_path / "v.tsv")
    again = Verdicts.load(tmp_path / "v.tsv")
    assert again == verdicts
    assert [v for _, v in again.of("events", "here", output())] == [False]
    assert [v for _, v in again.of("events", "here", output(status="planned"))] == [None]
    assert again.documents("events", "here") == {"a"}


def test_what_nobody_read_is_shown_with_its_place_marked() -> None:
    found = list(unread("events", "here", {"a": output()}, Verdicts()))
    assert [key[:3] for key, _ in found] == [("events", "here", "a")]
    assert shown("events", found[0][1], output(), TEXT) == (
        "Talks, happened | 2031-05-12\n"
        "  (published 2031-05-14) … Ann Lind, mayor of Tarnby, [[met]] Ivo Brandt on Monday. …"
    )
    said = {
        kind: [shown(kind, fact, o, TEXT).splitlines()[0] for _, fact in unread(kind, "here", {"a": o}, Verdicts())]
        for o in (output(),)
        for kind in ("participants", "event_places", "figures")
    }
    assert said == {
        "participants": ["Talks | Ann Lind (participant)", "Talks | Ivo Brandt (participant)"],
        "event_places": ["Talks | at Tarnby"],
        "figures": ["Talks | attended 40-None"],
    }
    ((_, role),) = unread("roles", "here", {"a": output()}, Verdicts())
    assert shown("roles", role, output(), TEXT).splitlines()[0] == "Ann Lind: mayor | Tarnby"
    ((_, met),) = unread("relations", "here", {"a": output()}, Verdicts())
    assert shown("relations", met, output(), TEXT).splitlines()[0] == "Ann Lind MET Ivo Brandt (asserted)"


def test_the_verdicts_that_are_kept_hold_no_text() -> None:
    lines = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert {len(line) for line in lines} == {5}
    assert {line[4] for line in lines} == {"right", "wrong"}
    assert all(len(line[3]) == 12 and int(line[3], 16) >= 0 for line in lines)
