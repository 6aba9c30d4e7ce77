"""Gold data as the encoder sees it, from records of invented sentences."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from loaders.extract.learned.labels import CUE_LABELS, NAME_LABELS, ROLES
from training import data

ROOT = Path(__file__).parent.parent.parent


def span(text: str, words: str, kind: str | None = None) -> dict[str, Any]:
    begin = text.index(words)
    made: dict[str, Any] = {"start": begin, "end": begin + len(words), "text": words}
    return made if kind is None else made | {"type": kind}


def labels(text: str, made: Sequence[data.Example]) -> str:
    """The words with the labels that are allowed: `word/B-PER`; none told: `word/?`; no name: `word`."""
    told = []
    for example in made:
        for word, allowed in zip(example.window.words, example.names, strict=True):
            surface = text[word.start : word.end]
            some = [label for at, label in enumerate(NAME_LABELS) if allowed >> at & 1]
            if allowed == data.ANY:
                told.append(f"{surface}/?")
            else:
                told.append(surface if some == ["O"] else f"{surface}/{'|'.join(some)}")
    return " ".join(told)


def test_rows_are_read_from_gzipped_lines(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "text": "Zoë"}) + "\n" + json.dumps({"id": "b"}) + "\n")
    assert list(data.rows(tmp_path / "a.jsonl.gz")) == [{"id": "a", "text": "Zoë"}, {"id": "b"}]


def test_paragraphs_are_the_lines_that_hold_anything() -> None:
    text = "One.\n\n  \nTwo."
    assert [text[p.start : p.end] for p in data.paragraphs(text)] == ["One.", "Two."]


def test_where_all_is_told_what_is_no_name_is_none() -> None:
    text = "Ann Lind left Tarnby with Brandt today."
    spans = [(0, 8, "PER"), (14, 20, "LOC")]
    assert (
        labels(text, data.names(text, spans, all_told=True))
        == "Ann/B-PER Lind/I-PER left Tarnby/B-LOC with Brandt today ."
    )


def test_where_not_all_is_told_a_capital_may_be_anything() -> None:
    text = "Ann Lind left Tarnby with Brandt today."
    assert (
        labels(text, data.names(text, [(0, 8, "PER")], all_told=False))
        == "Ann/B-PER Lind/I-PER left Tarnby/? with Brandt/? today ."
    )


def test_in_what_is_held_back_nothing_is_told() -> None:
    text = "Ann Lind left the Tarnby quay."
    assert (
        labels(text, data.names(text, [(0, 8, "PER")], all_told=True, held=[(14, 29)]))
        == "Ann/B-PER Lind/I-PER left the/? Tarnby/? quay/? ."
    )


def test_messages_tell_all_names() -> None:
    text = "lol ann lind plays the Falcon in Tarnby for Telvent"
    record = {
        "text": text,
        "entities": [
            span(text, "ann lind", "person"),
            span(text, "Falcon", "product"),
            span(text, "Tarnby", "location"),
            span(text, "Telvent", "corporation"),
        ],
    }
    assert (
        labels(text, data.wnut(record)) == "lol ann/B-PER lind/I-PER plays the Falcon in Tarnby/B-LOC for Telvent/B-ORG"
    )


def test_the_ends_of_a_fact_are_of_the_kinds_that_its_property_asks_for() -> None:
    text = "Ann Lind runs Telvent Rail of Tarnby; she was born in May."
    record = {
        "text": text,
        "facts": [
            {"subject": span(text, "Telvent Rail"), "object": span(text, "Ann Lind"), "property": "CEO"},
            {"subject": span(text, "Telvent Rail"), "object": span(text, "Tarnby"), "property": "HEADQUARTERS"},
            {"subject": span(text, "she"), "object": span(text, "May"), "property": "DATE_OF_BIRTH"},
        ],
    }
    assert (
        labels(text, data.knowledgenet(record))
        == "Ann/B-PER Lind/I-PER runs Telvent/B-ORG Rail/I-ORG of Tarnby/B-LOC ; she was born in May/? ."
    )


def test_of_nested_mentions_the_names_are_taken_without_articles_and_titles() -> None:
    text = "The Harbour Union met Captain Ann Lind, a pilot from Tarnby's old town, and her crew."
    record = {
        "text": text,
        "mentions": [
            span(text, "The Harbour Union", "organization"),
            span(text, "Captain Ann Lind", "person"),
            span(text, "a pilot from Tarnby's old town", "person"),
            span(text, "Tarnby's", "place"),
            span(text, "her", "person"),
            span(text, "her crew", "person"),
        ],
    }
    assert labels(text, data.gum(record)) == (
        "The/? Harbour/B-ORG Union/I-ORG met Captain/? Ann/B-PER Lind/I-PER , a/? pilot/? from/? Tarnby/B-LOC '/? s/? "
        "old/? town/? , and her crew ."
    )


SAID = "Ann Lind said the quay was shut."


def test_an_attribution_tells_cue_and_roles() -> None:
    record = {
        "attributions": [
            {
                "cue": [span(SAID, "said")],
                "source": [span(SAID, "Ann Lind")],
                "content": [span(SAID, "the quay was shut")],
            },
            {"cue": [span(SAID, "shut")], "source": [], "content": []},
        ]
    }
    (made,) = data.attributions(SAID, record, None)
    assert made.cues is not None
    assert [CUE_LABELS[c] for c in made.cues] == ["O", "O", "B", "O", "O", "O", "O", "O"]
    (one,) = made.attributions
    assert (one.cue, one.paragraph) == ([2], (0, 8))
    assert [ROLES[r] for r in one.roles] == ["source", "source", "none", *["content"] * 4, "none"]
    assert set(made.names) == {data.ANY}


def test_an_attribution_over_paragraphs_tells_those_of_its_cue() -> None:
    text = "Ann Lind said the quay was shut.\nNobody came."
    record = {
        "attributions": [
            {"cue": [span(text, "said")], "source": [span(text, "Ann Lind")], "content": [span(text, "Nobody came")]}
        ]
    }
    (made,) = data.attributions(text, record, None)
    (one,) = made.attributions
    assert [ROLES[r] for r in one.roles] == ["source", "source", *["none"] * 6]


def test_names_on_which_two_readers_agree_are_told() -> None:
    silver = {
        "raw": [(0, 8, "PERSON"), (18, 22, "ORG"), (23, 26, "DATE")],
        "names": [(0, 8, "Person"), (27, 31, "Place")],
    }
    both, held = data.agreed(silver)
    assert (both, sorted(held)) == ([(0, 8, "PER")], [(18, 22), (27, 31)])
    (made,) = data.attributions(SAID, {"attributions": []}, silver)
    assert labels(SAID, [made]) == "Ann/B-PER Lind/I-PER said the quay/? was shut/? ."


def test_a_folder_without_the_data_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "polnear.jsonl.gz").write_bytes(b"")
    ran = subprocess.run(
        [sys.executable, "-m", "training", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"{tmp_path} lacks gum_train, knowledgenet_train, ner_wnut17 (.jsonl.gz); name a folder with CORPORA=.\n"
    )
