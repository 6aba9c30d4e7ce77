"""The page about writing, from first to last, on a graph of its own; and the same from the command line."""

from __future__ import annotations

import json
import re
import shlex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.change.audit import record
from graph.dump import dump
from graph.settings import Settings
from graph.store import Store
from tests.program import Run
from tests.test_docs import FENCE, WRITING

pytestmark = pytest.mark.store

AAS, AASETH = "person/signe-aas", "person/signe-aaseth"


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program reads by the rules alone, as the service does here."""
    monkeypatch.setenv("NEWSGRAPH_READER", "rules")


def test_the_page(newsgraph_graph: Store, run: Run) -> None:
    secret, answers = "", []
    with TestClient(create_app(Settings(reader="rules", vectors=False), newsgraph_graph)) as client:
        for found in FENCE.finditer(WRITING.read_text(encoding="utf-8")):
            if found[1] == "sh":
                for line in found[2].splitlines():
                    status, out, _ = run(*shlex.split(line)[1:])
                    assert status == 0, line
                    secret = out.strip() if "create" in line else secret
            else:
                assert found[1] == "graphql"
                header = {"authorization": f"Bearer {secret}"}
                answer = client.post("/graphql", json={"query": found[2]}, headers=header).json()
                assert "errors" not in answer, answer
                answers.append(answer["data"])
    loaded, merged, split, divided, forgotten, audit = answers
    (quote,) = loaded["loadArticle"]["article"]["quotes"]["nodes"]
    assert (quote["text"], [each["id"] for each in quote["speakers"]]) == ("The bridge is safe,", [AAS])
    entity = merged["mergeEntities"]["entity"]
    assert (entity["id"], entity["formerIds"]) == (AAS, [AASETH])
    assert {each["text"] for each in entity["quotes"]["nodes"]} == {"The bridge is safe,", "The tram is late,"}
    assert split["splitEntity"]["entity"] == {
        "id": AASETH, "name": "Signe Aaseth", "quotes": {"nodes": [{"text": "The tram is late,"}]},
    }  # fmt: skip
    other = divided["splitEntity"]["entity"]
    assert (other["name"], other["quotes"]) == ("Signe Aas (driver)", {"nodes": [{"text": "I drive at night,"}]})
    assert (forgotten["forgetArticle"]["id"], forgotten["forgetArticle"]["audit"]["who"]) == ("fjord/tram", "desk")
    told = [(line["action"], line["outcome"]) for line in audit["audit"]["nodes"]]
    assert [action for action, _ in told] == [
        "forget", "split", "load", "split", "merge", "load", "load", "token create",
    ]  # fmt: skip
    assert {outcome for _, outcome in told} == {"DONE"}


def test_the_same_from_the_command_line(newsgraph_graph: Store, run: Run, tmp_path: Any) -> None:
    store = newsgraph_graph
    lines = [
        {"id": "fjord/bridge", "text": '"The bridge is safe," Signe Aas, the mayor of Oslo, said.'},
        {"id": "fjord/tram", "text": '"The tram is late," Signe Aaseth said in Oslo.'},
        {"id": "fjord/driver", "text": '"I drive at night," Signe Aas said in Bergen.'},
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run("load", str(tmp_path / "wire.jsonl"))[0] == 0
    before = dump(store)
    status, out, err = run("merge", AAS, AASETH, "--reason", "one mayor", "--json")
    assert (status, json.loads(out)["id"], err) == (0, AAS, "")
    assert run("load", str(tmp_path / "wire.jsonl"), "--again")[:2] == (0, "Articles: 3 unchanged.\n0 changes\n")
    status, out, _ = run("ask", "what did Signe Aaseth say", "--json")
    assert {quote["text"] for quote in json.loads(out)["quotes"]} >= {"The bridge is safe,", "The tram is late,"}
    status, out, _ = run("split", AASETH)
    assert (status, out.partition(":")[0]) == (0, AASETH)
    assert dump(store) == before
    status, out, _ = run("split", AAS, "--articles", "fjord/driver", "--name", "Signe Aas (driver)")
    assert (status, re.match(r"person/signe-aas-driver~\w{8}: ", out) is not None) == (0, True)
    assert run("split", AAS, "--articles", "fjord/nowhere")[::2] == (
        3, "newsgraph: There is no article fjord/nowhere in the graph. "
        "Give its id, or the address it was published at.\n",
    )  # fmt: skip
    assert run("merge", AAS, "place/nowhere")[0] == 3
    assert run("forget", "fjord/tram", "--reason", "withdrawn")[0] == 0
    assert [(line.action, line.outcome, line.reason) for line in record(store, 9)] == [
        ("forget", "DONE", "withdrawn"), ("merge", "BAD_INPUT", ""), ("split", "BAD_INPUT", ""), ("split", "DONE", ""),
        ("split", "DONE", ""), ("merge", "DONE", "one mayor"),
    ]  # fmt: skip
    status, out, _ = run("audit", "--json", "--limit", "1")
    assert [(each["action"], each["of"], each["who"].startswith("command line")) for each in json.loads(out)] == [
        ("forget", "fjord/tram", True)
    ]
    assert "one mayor" in run("audit")[1]


def test_tokens(run: Run) -> None:
    status, out, err = run("token", "create", "desk", "--may", "load, forget", "--expires", "1", "--json")
    secret = json.loads(out)["token"]
    assert (status, json.loads(out), err) == (0, {"name": "desk", "token": secret}, "")
    assert run("token", "create", "desk")[0] == 3
    status, out, _ = run("token", "list", "--json")
    (token,) = json.loads(out)
    assert (token["name"], token["may"], token["holds"]) == ("desk", ["load", "forget"], True)
    assert run("token", "revoke", "desk") == (0, "desk: revoked\n", "")
    assert run("token", "revoke", "desk")[0] == 3
    told = run("token", "list")[1] + run("audit")[1]
    assert ("desk" in told, secret in told) == (True, False)


def test_addresses_are_loaded_through_the_same_door(run: Run) -> None:
    status, _, err = run("load", "http://127.0.0.1:80/story", "https://[::1]/", "ftp://news.example/x")
    assert status == 3
    assert [line.partition(": ")[2] for line in err.splitlines() if "refused" not in line] == [
        "'127.0.0.1' leads to an address that is not public. "
        "Only public pages are fetched; NEWSGRAPH_INTAKE_HOSTS names own hosts.",
        "'::1' leads to an address that is not public. "
        "Only public pages are fetched; NEWSGRAPH_INTAKE_HOSTS names own hosts.",
        "'ftp://news.example/x' is not of http or https. "
        "Only public pages are fetched; NEWSGRAPH_INTAKE_HOSTS names own hosts.",
    ]
