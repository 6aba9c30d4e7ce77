"""Changing the graph over GraphQL: who may, what is answered, and what is recorded."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from fastapi.testclient import TestClient
from graphql import build_schema, graphql_sync

from api.app import create_app
from api.caller import Caller
from api.change.room import Room
from api.http.media import GRAPHQL, JSON
from api.plan.run import MOST_CHANGES, Service
from api.schema import build, sdl
from graph.change import tokens
from graph.change.audit import record
from graph.dump import dump
from graph.errors import FixInput, NoCaller, NotARead
from graph.settings import Settings
from graph.store import Store

pytestmark = pytest.mark.store

SETTINGS = Settings(reader="rules", vectors=False)
TEXT = 'OSLO (Fjord News) - "The bridge is safe," Signe Aas, the mayor of Oslo, said on Monday.\n'
OTHER = 'OSLO (Fjord News) - "The tram is late," Signe Aas said on Tuesday.\n'
LOAD = """mutation ($text: String!, $id: ID!, $key: String!) {
  loadArticle(input: {text: {text: $text, id: $id, published: "2025-03-03"}}, key: $key) {
    replayed changes { total nodesCreated } audit { id who action of outcome result key }
    article { id published quotes(first: 1) { totalCount nodes { text speakers { name } } } } } }"""


@pytest.fixture(scope="module")
def room() -> Room:
    return Room(SETTINGS)


@pytest.fixture(scope="module")
def service(room: Room) -> Service:
    return Service(build(), room=room)


@pytest.fixture
def secret(newsgraph_graph: Store) -> str:
    """Of a token that may do everything, on an empty graph."""
    return tokens.create(newsgraph_graph, "desk", list(tokens.RIGHTS), "a test")


@pytest.fixture
def change(newsgraph_graph: Store, service: Service, secret: str) -> Callable[..., dict[str, Any]]:
    """Sends an operation with the token: the whole response, errors as message, code and path."""

    def run(operation: str, **variables: Any) -> dict[str, Any]:
        response = service.answer(newsgraph_graph, operation, variables, request="r1", caller=Caller(secret)).response
        errors = [(e["message"], e["extensions"]["code"], e.get("path")) for e in response.get("errors", ())]
        return {**response, "errors": errors}

    return run


def load(change: Callable[..., dict[str, Any]], text: str = TEXT, ident: str = "fjord/bridge", key: str = "k1") -> Any:
    answer = change(LOAD, text=text, id=ident, key=key)
    assert answer["errors"] == []
    return answer["data"]["loadArticle"]


def test_an_article_is_loaded_and_read_in_one_answer(
    change: Callable[..., dict[str, Any]], newsgraph_graph: Store
) -> None:
    told = load(change)
    (line, _) = record(newsgraph_graph, 9)
    assert told == {
        "replayed": False,
        "changes": {"total": line.changes, "nodesCreated": told["changes"]["nodesCreated"]},
        "audit": {"id": line.id, "who": "desk", "action": "load", "of": "fjord/bridge", "outcome": "DONE",
                  "result": "fjord/bridge", "key": "k1"},
        "article": {"id": "fjord/bridge", "published": "2025-03-03", "quotes": {
            "totalCount": 1, "nodes": [{"text": "The bridge is safe,", "speakers": [{"name": "Signe Aas"}]}],
        }},
    }  # fmt: skip
    assert line.changes > 5


def test_a_key_stands_for_one_change(change: Callable[..., dict[str, Any]], newsgraph_graph: Store) -> None:
    first, before = load(change), dump(newsgraph_graph)
    assert load(change) == {**first, "replayed": True}
    assert change(LOAD, text=OTHER, id="fjord/bridge", key="k1")["errors"] == [
        ("This key stands for another change. Give each change a key of its own.", "KEY_REUSED", ["loadArticle"])
    ]
    assert dump(newsgraph_graph) == before
    again = load(change, key="k2")
    assert (again["replayed"], again["changes"]["total"], again["article"]) == (False, 0, first["article"])
    assert [(line.action, line.outcome) for line in record(newsgraph_graph, 3)] == [
        ("load", "DONE"), ("load", "KEY_REUSED"), ("load", "DONE"),
    ]  # fmt: skip


def test_a_key_sent_twice_at_once_stands_for_one_change(
    change: Callable[..., dict[str, Any]], newsgraph_graph: Store
) -> None:
    load(change)
    operation = 'mutation { forgetArticle(id: "fjord/bridge", key: "f") { id audit { id } } }'
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: change(operation), range(4)))
    assert [answer["errors"] for answer in answers] == [[]] * 4
    assert len({json.dumps(answer["data"]) for answer in answers}) == 1
    assert [line.action for line in record(newsgraph_graph, 9)] == ["forget", "load", "token create"]


def test_a_key_is_known_for_a_time(change: Callable[..., dict[str, Any]], newsgraph_graph: Store) -> None:
    load(change)
    newsgraph_graph.write(lambda t: t.run("MATCH (c:_Change {key: 'k1'}) SET c.at = '2020-01-01T00:00:00'").consume())
    assert not load(change, OTHER, "fjord/late")["replayed"]


def test_fields_change_one_after_the_other(change: Callable[..., dict[str, Any]], newsgraph_graph: Store) -> None:
    """What a payload shows is the graph right after its own change; aliases, fragments and directives as ever."""
    load(change)
    answer = change(
        """mutation ($no: Boolean!) {
          one: loadArticle(input: {text: {text: "Nothing was said.", id: "x"}}, key: "a") { ...loaded }
          gone: forgetArticle(id: "x", key: "b", reason: "a test") { __typename id changes { nodesDeleted } }
          ...more
          never: forgetArticle(id: "fjord/bridge", key: "d") @skip(if: true) { id }
          not: forgetArticle(id: "fjord/bridge", key: "e") @include(if: $no) { id }
          __typename
        }
        fragment loaded on LoadPayload { article { id } audit { action } }
        fragment more on Mutation {
          again: loadArticle(input: {text: {text: "Nothing was said.", id: "x"}}, key: "a") { ...loaded replayed }
          twice: forgetArticle(id: "x", key: "c") { id }
          last: loadArticle(input: {text: {text: "All was said.", id: "x"}}, key: "f") { ...loaded replayed }
        }""",
        no=False,
    )
    assert answer == {
        "data": {
            "one": {"article": {"id": "x"}, "audit": {"action": "load"}},
            "gone": {"__typename": "ForgetPayload", "id": "x", "changes": {"nodesDeleted": 1}},
            "again": {"article": None, "audit": {"action": "load"}, "replayed": True},
            "twice": None,
            "last": {"article": {"id": "x"}, "audit": {"action": "load"}, "replayed": False},
            "__typename": "Mutation",
        },
        "errors": [("There is no article x in the graph. Give its id, or the address it was published at.",
                    "BAD_INPUT", ["twice"])],
    }  # fmt: skip
    assert newsgraph_graph.read("MATCH (a:Article) RETURN a.id AS id ORDER BY id") == [
        {"id": "fjord/bridge"}, {"id": "x"},
    ]  # fmt: skip


def test_errors_and_nulls_are_those_of_graphql(newsgraph_graph: Store, service: Service, secret: str) -> None:
    """The same document on graphql-core's own executor, given what ours found and raised."""
    operation = """mutation ($n: Int) {
      a: loadArticle(input: {text: {text: "Nothing was said.", id: "x"}}, key: "a") {
        article { id quotes(first: $n) { totalCount } } replayed }
      b: forgetArticle(id: "nobody", key: "b") { id }
      c: forgetArticle(id: "x", key: "c") { id }
      d: mergeEntities(keep: "person/a", give: "person/b", key: " ") { entity { id } }
    }"""
    ours = service.answer(newsgraph_graph, operation, {"n": -1}, caller=Caller(secret)).response
    wrong = {tuple(e["path"]): e["message"] for e in ours["errors"]}

    def root(key: str) -> Callable[..., object]:
        def resolve(info: Any, **_: object) -> object:
            if (info.path.key,) in wrong:
                raise ValueError(wrong[info.path.key,])
            return {"id": "x", "replayed": False, "article": {"id": "x", "quotes": quotes}}

        return resolve

    def quotes(info: Any, **_: object) -> object:
        raise ValueError(wrong[tuple(info.path.as_list())])

    names = ("loadArticle", "forgetArticle", "mergeEntities")
    stock = graphql_sync(build_schema(sdl()), operation, {n: root(n) for n in names}, variable_values={"n": -1})
    assert stock.errors is not None
    kept = ("message", "path", "locations")
    assert stock.data == {"a": {"article": None, "replayed": False}, "b": None, "c": {"id": "x"}, "d": None}
    assert ours["data"] == stock.data
    theirs = [dict(error.formatted) for error in stock.errors]
    assert [{k: e[k] for k in kept} for e in ours["errors"]] == [{k: e[k] for k in kept} for e in theirs]


def test_two_are_made_one_and_read_by_either_id(
    change: Callable[..., dict[str, Any]], newsgraph_graph: Store, service: Service
) -> None:
    load(change)
    load(change, 'BERGEN - "The tram is late," Signe Aaseth said on Tuesday.\n', "fjord/tram", "k2")
    merge = (
        'mutation { mergeEntities(keep: "person/signe-aas", give: "person/signe-aaseth", reason: "one", key: "%s") {'
    )
    shape = "replayed entity { id name aliases ... on Person { formerIds } quotes { totalCount } } audit { reason } } }"
    answer = change(merge % "m" + shape)
    entity = {"id": "person/signe-aas", "name": "Signe Aas", "aliases": ["Aas", "Signe Aaseth"],
              "formerIds": ["person/signe-aaseth"], "quotes": {"totalCount": 2}}  # fmt: skip
    assert answer["errors"] == []
    entity["aliases"] = answer["data"]["mergeEntities"]["entity"]["aliases"]
    assert "Signe Aaseth" in entity["aliases"]
    assert answer["data"]["mergeEntities"] == {"replayed": False, "entity": entity, "audit": {"reason": "one"}}
    before = newsgraph_graph.reads
    read = service.answer(
        newsgraph_graph,
        """query ($id: ID!, $text: String!, $ids: [ID!]!) {
          node(id: $id) { id } person(id: $id) { id } nodes(ids: $ids) { id } entity(by: {id: $id}) { id }
          quotes(speakerId: $id) { totalCount } said: quotes(speaker: $text) { totalCount }
          both: quotes(speaker: "Aas", speakerId: $id) { totalCount }
          where: quotes(where: {speakerId: $ids, not: {aboutId: $ids}}) { totalCount }
          articles(where: {mentionsId: $ids}) { totalCount }
          people(name: $text) { nodes { id } } network(id: $id) { center { id } } }""",
        {"id": "person/signe-aaseth", "text": "person/signe-aaseth", "ids": ["person/signe-aaseth", "nobody"]},
    ).response
    one = {"id": "person/signe-aas"}
    assert read == {"data": {
        "node": one, "person": one, "nodes": [one, None], "entity": one, "quotes": {"totalCount": 2},
        "said": {"totalCount": 2}, "both": {"totalCount": 2}, "people": {"nodes": [one]}, "network": {"center": one},
        "where": {"totalCount": 2}, "articles": {"totalCount": 2},
    }}  # fmt: skip
    assert newsgraph_graph.reads == before + 1
    load(change, 'BERGEN - "The tram is here," Signe Aaseth said on Friday.\n', "fjord/tram", "k3")
    assert change(merge % "m" + shape)["data"]["mergeEntities"]["replayed"]
    answer = change(
        """mutation { splitEntity(id: "person/signe-aaseth", key: "s") {
             entity { id name quotes { nodes { text } } } } }"""
    )
    assert answer["data"]["splitEntity"]["entity"] == {
        "id": "person/signe-aaseth", "name": "Signe Aaseth", "quotes": {"nodes": [{"text": "The tram is here,"}]},
    }  # fmt: skip
    load(change, OTHER, "fjord/late", "k4")
    answer = change(
        """mutation {
             splitEntity(id: "person/signe-aas", articles: ["fjord/late"], name: "Signe Aas (driver)", key: "t") {
             entity { name quotes { totalCount } } } }"""
    )
    assert answer["data"]["splitEntity"]["entity"] == {"name": "Signe Aas (driver)", "quotes": {"totalCount": 1}}


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ('mutation { loadArticle(input: {text: {text: " ", id: "x"}}, key: "a") { replayed } }', "BAD_INPUT"),
        ('mutation { loadArticle(input: {text: {text: "No id."}}, key: "a") { replayed } }', "BAD_INPUT"),
        ('mutation { loadArticle(input: {text: {text: "x", id: "x"}}, key: "") { replayed } }', "BAD_INPUT"),
        ('mutation { loadArticle(input: {url: "http://127.0.0.1/x"}, key: "a") { replayed } }', "URL_REFUSED"),
        ('mutation { loadArticle(input: {url: "http://localhost:7687/"}, key: "a") { replayed } }', "URL_REFUSED"),
        ('mutation { loadArticle(input: {url: "http://169.254.169.254/"}, key: "a") { replayed } }', "URL_REFUSED"),
        ('mutation { loadArticle(input: {url: "http://[::ffff:7f00:1]/"}, key: "a") { replayed } }', "URL_REFUSED"),
        ('mutation { loadArticle(input: {ninjs: "x"}, key: "a") { replayed } }', "BAD_INPUT"),
        (
            'mutation { loadArticle(input: {ninjs: {uri: "u", pubstatus: "canceled"}}, key: "a") { replayed } }',
            "BAD_INPUT",
        ),
        ('mutation { mergeEntities(keep: "person/a", give: "person/b", key: "a") { replayed } }', "BAD_INPUT"),
        ('mutation { splitEntity(id: "person/a", key: "a") { replayed } }', "BAD_INPUT"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    change: Callable[..., dict[str, Any]], newsgraph_graph: Store, operation: str, code: str
) -> None:
    (error,) = change(operation)["errors"]
    assert error[1] == code
    assert dump(newsgraph_graph) == []


def test_ninjs_is_loaded(change: Callable[..., dict[str, Any]]) -> None:
    answer = change(
        'mutation ($item: JSON!) { loadArticle(input: {ninjs: $item}, key: "a") { article { id headline source } } }',
        item={"uri": "urn:wire:1", "type": "text", "headline": "Safe", "source": "Wire", "body_text": TEXT},
    )
    assert answer == {
        "data": {"loadArticle": {"article": {"id": "urn:wire:1", "headline": "Safe", "source": "Wire"}}}, "errors": [],
    }  # fmt: skip


class _Cms(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(TEXT.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def test_a_host_of_ones_own_is_fetched_from(newsgraph_graph: Store, secret: str) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Cms)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"localhost:{server.server_address[1]}"
    service = Service(build(), room=Room(SETTINGS.model_copy(update={"intake_hosts": (host,)})))
    operation = 'mutation ($url: URL!) { loadArticle(input: {url: $url}, key: "a") { article { id url } } }'
    answer = service.answer(newsgraph_graph, operation, {"url": f"http://{host}/a?utm_source=b"}, caller=Caller(secret))
    server.shutdown()
    server.server_close()
    assert answer.response == {
        "data": {"loadArticle": {"article": {"id": f"http://{host}/a", "url": f"http://{host}/a"}}}
    }


def test_more_than_can_be_read_are_sent_away(newsgraph_graph: Store, secret: str) -> None:
    room = Room(SETTINGS, places=1, patience=0.05)
    service = Service(build(), room=room)
    variables = {"text": TEXT, "id": "x", "key": "k"}
    for held in (room.place, room.turn):
        with held():
            (error,) = service.answer(newsgraph_graph, LOAD, variables, caller=Caller(secret)).response["errors"]
            assert error["extensions"]["code"] == "OVERLOADED"
            asked = service.answer(newsgraph_graph, "{ articles { totalCount } }")
            assert asked.response == {"data": {"articles": {"totalCount": 0}}}
    assert "errors" not in service.answer(newsgraph_graph, LOAD, variables, caller=Caller(secret)).response


@pytest.fixture
def post(newsgraph_graph: Store) -> Iterator[Callable[..., Any]]:
    with TestClient(create_app(SETTINGS, newsgraph_graph)) as client:

        def send(operation: str, authorization: str | None, media: str = GRAPHQL) -> Any:
            headers = {"accept": media} | ({"authorization": authorization} if authorization else {})
            return client.post("/graphql", json={"query": operation}, headers=headers)

        yield send


def test_who_is_not_known_changes_nothing(
    post: Callable[..., Any], newsgraph_graph: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store = newsgraph_graph
    may_merge = tokens.create(store, "merger", ["merge"], "a test")
    was = tokens.create(store, "former", ["load", "forget"], "a test")
    tokens.revoke(store, "former", "a test")
    over = tokens.create(store, "over", ["load", "forget"], "a test", days=0.000001)
    load_it = 'mutation { loadArticle(input: {text: {text: "x", id: "x"}}, key: "a") { replayed } }'
    for sent in (None, "Bearer", f"Basic {may_merge}", f"Bearer {may_merge}x", f"Bearer {was}", f"Bearer {over}"):
        for operation in (load_it, "{ audit { totalCount } }", "mutation { __typename }"):
            for media, status in ((GRAPHQL, 401), (JSON, 200)):
                answer = post(operation, sent, media)
                body = answer.json()
                assert (answer.status_code, body.keys()) == (status, {"errors"})
                assert body["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
                assert ("www-authenticate" in answer.headers) == (status == 401)
    both = f'mutation {{ mergeEntities(keep: "a", give: "b", key: "c") {{ replayed }} {load_it[11:]}'
    for operation in (load_it, both, "{ audit { totalCount } articles { totalCount } }"):
        answer = post(operation, f"bearer {may_merge}")
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
    assert dump(store) == []
    assert {line.action for line in record(store, 99)} == {"token create", "token revoke"}
    assert post("{ articles { totalCount } }", "Bearer nonsense").json() == {"data": {"articles": {"totalCount": 0}}}
    told = capsys.readouterr()
    assert [secret for secret in (may_merge, was, over) if secret in told.out + told.err] == []
    assert "401" in told.err


def test_a_revocation_takes_effect_at_once(post: Callable[..., Any], newsgraph_graph: Store) -> None:
    secret = tokens.create(newsgraph_graph, "desk", ["audit"], "a test")
    assert post("{ audit { totalCount } }", f"Bearer {secret}").json() == {"data": {"audit": {"totalCount": 1}}}
    tokens.revoke(newsgraph_graph, "desk", "a test")
    assert post("{ audit { totalCount } }", f"Bearer {secret}").status_code == 401


def test_the_record_is_read_in_pages(change: Callable[..., dict[str, Any]]) -> None:
    load(change)
    change('mutation { forgetArticle(id: "nobody", key: "b", reason: "a test") { id } }')
    change('mutation { forgetArticle(id: "fjord/bridge", key: "c") { id } }')
    page = """{ audit(first: 2 %s) {
      totalCount pageInfo { hasNextPage endCursor } nodes { action of outcome result reason } } }"""
    first = change(page % "")["data"]["audit"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (4, True)
    assert first["nodes"] == [
        {"action": "forget", "of": "fjord/bridge", "outcome": "DONE", "result": "fjord/bridge", "reason": None},
        {"action": "forget", "of": "nobody", "outcome": "BAD_INPUT", "result": None, "reason": "a test"},
    ]
    second = change(page % f"after: {json.dumps(first['pageInfo']['endCursor'])}")["data"]["audit"]
    assert [each["action"] for each in second["nodes"]] == ["load", "token create"]


def test_a_mutation_is_not_sent_by_get(newsgraph_graph: Store, service: Service, secret: str) -> None:
    operation = 'mutation { forgetArticle(id: "x", key: "c") { id } }'
    with pytest.raises(NotARead):
        service.answer(newsgraph_graph, operation, caller=Caller(secret), reads_only=True)
    assert len(record(newsgraph_graph, 99)) == 1


def test_one_operation_makes_only_so_many_changes(newsgraph_graph: Store, service: Service, secret: str) -> None:
    fields = " ".join(f'a{i}: forgetArticle(id: "x", key: "{i}") {{ id }}' for i in range(MOST_CHANGES + 1))
    answer = service.answer(newsgraph_graph, f"mutation {{ {fields} }}", caller=Caller(secret))
    assert (answer.executed, answer.status) == (False, 400)
    assert answer.response["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert len(record(newsgraph_graph, 99)) == 1


def test_tokens_are_kept_as_hashes(newsgraph_graph: Store) -> None:
    store = newsgraph_graph
    secret = tokens.create(store, "desk", ["merge", "load"], "a test", days=1)
    assert len(secret) >= 40
    kept = json.dumps(store.read("MATCH (t) RETURN t {.*} AS t"))
    assert secret not in kept
    token = tokens.caller(store, secret)
    assert (token.name, token.may, token.revoked, token.holds) == ("desk", ("load", "merge"), "", True)
    for name, may, days, message in (
        ("desk", ["load"], None, "There is or was a token desk"), ("Desk", ["load"], None, "is no name for a token"),
        ("new", ["all"], None, "There is no right 'all'"), ("new", [], None, "may do nothing"),
        ("new", ["load"], 0, "cannot expire in 0 days"),
    ):  # fmt: skip
        with pytest.raises(FixInput, match=message):
            tokens.create(store, name, may, "a test", days)
    tokens.revoke(store, "desk", "a test")
    with pytest.raises(FixInput, match="There is no token desk that holds"):
        tokens.revoke(store, "desk", "a test")
    with pytest.raises(NoCaller):
        tokens.caller(store, secret)
    assert [(each.name, bool(each.revoked)) for each in tokens.tokens(store)] == [("desk", True)]


def test_a_caller_shows_no_secret() -> None:
    assert "x-secret" not in repr(Caller.of("Bearer x-secret"))
    assert [Caller.of(header).secret for header in ("Bearer a", "bearer  a ", "Basic a", "", None)] == [
        "a", "a", None, None, None,
    ]  # fmt: skip
