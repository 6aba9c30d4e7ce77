from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.http.asked import Asked
from api.http.trusted import NotFound, NotTrusted, Trusted, load, sha256
from graph.errors import AskDifferently, FixSettings

TEXT, OTHER = "{ quotes { totalCount } }", "{ people { totalCount } }"


def write(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_the_hash_is_that_of_the_specification() -> None:
    """Of its own example, GraphQL over HTTP, Persisted Documents."""
    text = "query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}"
    assert sha256(text) == "7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e"


@pytest.mark.parametrize(
    ("manifest", "ids"),
    [
        ({"3b5d": TEXT, "99": OTHER}, {"3b5d": TEXT, "99": OTHER}),  # relay-compiler, graphql-codegen
        ({f"sha256:{sha256(TEXT)}": TEXT}, {sha256(TEXT): TEXT}),
        ({"format": "apollo-persisted-query-manifest", "version": 1,
          "operations": [{"id": "7c", "name": "Said", "type": "query", "body": TEXT}]}, {"7c": TEXT}),
    ],
)  # fmt: skip
def test_a_manifest_is_read(tmp_path: Path, manifest: object, ids: dict[str, str]) -> None:
    assert load(write(tmp_path, "manifest.json", manifest)) == ids


def test_a_folder_holds_manifests_and_documents(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path, "page.graphql", TEXT)
    write(tmp_path, "b/manifest.json", {"99": OTHER})
    write(tmp_path, "read.me", "nothing")
    assert load(tmp_path) == {sha256(TEXT): TEXT, "99": OTHER}
    assert load(None) == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is no JSON"), ([TEXT], "is no map of ids to documents"), ({"a": 5}, "is no map"), ("5", "is no map"),
        ({"operations": [5]}, "is no map"), ({"operations": [{"id": "a"}]}, "is no map"),
    ],
)  # fmt: skip
def test_what_is_no_manifest_is_said_at_the_start(tmp_path: Path, content: object, said: str) -> None:
    with pytest.raises(FixSettings, match=said):
        load(write(tmp_path, "manifest.json", content))


def test_what_cannot_be_read_is_said_at_the_start(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(FixSettings, match="There are no trusted documents in"):
            load(path)
    write(tmp_path, "a.json", {"1": TEXT})
    write(tmp_path, "b.json", {"1": OTHER})
    with pytest.raises(FixSettings, match=r"Two trusted documents have the id 1, one of them in .*b\.json"):
        load(tmp_path)
    (tmp_path / "b.json").write_bytes(b"\xff")
    with pytest.raises(FixSettings, match="cannot be read"):
        load(tmp_path)


def test_a_document_is_found_by_its_ids() -> None:
    trusted = Trusted({"3b5d": TEXT})
    for name in ("3b5d", sha256(TEXT), f"sha256:{sha256(TEXT)}"):
        assert trusted.text(Asked(None, name)) == TEXT
    assert trusted.text(Asked(TEXT, f"sha256:{sha256(TEXT)}")) == TEXT
    assert trusted.text(Asked(OTHER)) == OTHER
    assert trusted.text(Asked(OTHER, f"sha256:{sha256(OTHER)}")) == OTHER
    for unknown in (sha256(OTHER), "sha256:3B5D", "md5:3b5d", ""):
        with pytest.raises(NotFound):
            trusted.text(Asked(None, unknown))
    with pytest.raises(AskDifferently, match="id is not the sha256"):
        trusted.text(Asked(OTHER, f"sha256:{sha256(TEXT)}"))


def test_nothing_else_is_taken_where_only_trusted_documents_are() -> None:
    trusted = Trusted({"3b5d": TEXT}, only=True)
    assert [trusted.text(asked) for asked in (Asked(TEXT), Asked(None, "3b5d"))] == [TEXT, TEXT]
    for other in (Asked(OTHER), Asked(TEXT + " "), Asked(OTHER, f"sha256:{sha256(OTHER)}"), Asked("")):
        with pytest.raises(NotTrusted):
            trusted.text(other)
