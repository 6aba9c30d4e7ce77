"""The read-only door: what it answers, and every kind of writing and administration that it refuses."""

import pytest

from graph.embedded.configuration import neo4j_conf
from graph.embedded.ports import Ports
from graph.errors import AskDifferently, NewsgraphError, TooMuch
from graph.guard import Table, ask
from graph.store import Store

pytestmark = pytest.mark.store

WRITES = (
    "CREATE (n:Person {id: 'x'}) RETURN n",
    "MATCH (n:Person) SET n.name = 'x'",
    "MATCH (n:Person) SET n:Organisation",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) REMOVE n:Person",
    "MATCH (n:Person) DELETE n",
    "MATCH (n:Person) DETACH DELETE n",
    "MERGE (n:Person {id: 'x'}) RETURN n",
    "MATCH (a:Person), (b:Person) MERGE (a)-[:MET]->(b)",
    "FOREACH (x IN [1] | CREATE (:Person))",
    "UNWIND [1] AS x CALL (x) { CREATE (:Person) } RETURN x",
    "UNWIND [1] AS x CALL (x) { CREATE (:Person) } IN TRANSACTIONS RETURN x",
    "MATCH (n) RETURN n UNION CREATE (n) RETURN n",
    "EXPLAIN CREATE (n) RETURN n",
    "PROFILE CREATE (n) RETURN n",
    "CYPHER 5 CREATE (n) RETURN n",
    "// only a comment\nCREATE (n)",
    "/* MATCH */ MATCH (n) DELETE n RETURN 1",
    "MATCH (n) RETURN n; CREATE (m)",
    "CREATE INDEX x FOR (n:Person) ON (n.x)",
    "CREATE FULLTEXT INDEX x FOR (n:Person) ON EACH [n.x]",
    "DROP INDEX said_page",
    "CREATE CONSTRAINT x FOR (n:Person) REQUIRE n.x IS UNIQUE",
    "DROP CONSTRAINT unique_person_id",
    "CALL db.createLabel('X')",
    "CALL db.createRelationshipType('X')",
    "CALL db.createProperty('x')",
)
ADMINISTRATION = (
    "SHOW USERS",
    "SHOW CURRENT USER",
    "CREATE USER eve SET PASSWORD 'long-enough-1'",
    "DROP USER neo4j",
    "ALTER USER neo4j SET PASSWORD 'long-enough-1'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'long-enough-1'",
    "SHOW DATABASES",
    "CREATE DATABASE other",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "CREATE ALIAS other FOR DATABASE neo4j",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW SETTINGS",
    "SHOW PRIVILEGES",
    "SHOW SERVERS",
    "CALL dbms.listConfig()",
    "CALL dbms.listConnections()",
    "CALL dbms.killConnections(['bolt-1'])",
    "CALL dbms.setConfigValue('db.transaction.timeout', '0')",
    "CALL dbms.security.listUsers()",
    "CALL dbms.components()",
    "CALL db.clearQueryCaches()",
    "CALL db.checkpoint()",
    "CALL db.prepareForReplanning()",
    "CALL db.stats.clear('QUERIES')",
    "CALL dbms.upgrade()",
    "CALL fleetManagement.registerToken('x')",
    "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
)
OUTSIDE = (
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/x.csv' AS row RETURN row",
    "LOAD CSV FROM 'https://example.org/x.csv' AS row RETURN row",
)


@pytest.mark.parametrize("statement", [*WRITES, *ADMINISTRATION, *OUTSIDE])
def test_nothing_but_reading_passes(newsgraph_graph: Store, statement: str) -> None:
    before = _everything(newsgraph_graph)
    with pytest.raises(AskDifferently) as refusal:
        ask(newsgraph_graph, statement)
    assert not isinstance(refusal.value, TooMuch)
    assert _everything(newsgraph_graph) == before


@pytest.mark.parametrize("statement", [each for each in WRITES if not each.startswith(("EXPLAIN", "PROFILE"))])
def test_the_server_itself_refuses_to_write_in_our_reading_sessions(newsgraph_graph: Store, statement: str) -> None:
    before = _everything(newsgraph_graph)
    with pytest.raises(NewsgraphError):
        newsgraph_graph.read(statement)
    assert _everything(newsgraph_graph) == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("CREATE (n) RETURN n", "READ_ONLY"),
        ("SHOW USERS", "READ_ONLY"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "READ_ONLY"),
        ("MATCH (n RETURN n", "BAD_REQUEST"),
        ("RETURN $missing", "BAD_REQUEST"),
        ("RETURN 1 / 0", "BAD_REQUEST"),
        ("  ", "BAD_REQUEST"),
    ],
)
def test_the_reason_has_a_name(newsgraph_graph: Store, statement: str, code: str) -> None:
    with pytest.raises(AskDifferently) as refusal:
        ask(newsgraph_graph, statement)
    assert refusal.value.code == code
    assert "\n" not in str(refusal.value)


def test_what_reads_is_answered(newsgraph_graph: Store) -> None:
    point = "point({longitude: 1, latitude: 2})"
    statement = f"UNWIND [1, 2] AS n RETURN n, date('2022-03-30') AS day, $word AS word, {point} AS at"
    at = {"longitude": 1.0, "latitude": 2.0}
    assert ask(newsgraph_graph, statement, {"word": "talks"}) == Table(
        ("n", "day", "word", "at"), [(1, "2022-03-30", "talks", at), (2, "2022-03-30", "talks", at)], truncated=False
    )


def test_nodes_relationships_and_paths_come_as_plain_values(newsgraph_graph: Store) -> None:
    newsgraph_graph.write(
        lambda transaction: transaction.run(
            "CREATE (:Person:Entity {id: 'person/ada'})-[:MET {verb: 'met'}]->(:Person {id: 'person/bo'})"
        ).consume()
    )
    ada: dict[str, object] = {"_labels": ["Entity", "Person"], "id": "person/ada"}
    bo: dict[str, object] = {"_labels": ["Person"], "id": "person/bo"}
    met: dict[str, object] = {"_type": "MET", "verb": "met"}
    table = ask(newsgraph_graph, "MATCH p = (a)-[r:MET]->(b) RETURN a, r, [b], p")
    assert table.rows == [(ada, met, [bo], [ada, met, bo])]


@pytest.mark.parametrize(
    "statement",
    [
        "CALL db.labels()",
        "CALL db.index.fulltext.queryNodes('quote_text', 'talks') YIELD node RETURN node",
        "SHOW INDEXES",
        "CALL { MATCH (n) RETURN n } RETURN n",
        "MATCH (n) RETURN n;",
    ],
)
def test_looking_at_the_graph_is_reading(newsgraph_graph: Store, statement: str) -> None:
    assert ask(newsgraph_graph, statement).truncated is False


def test_rows_beyond_the_limit_are_left_out_and_it_is_said(newsgraph_graph: Store) -> None:
    assert ask(newsgraph_graph, "UNWIND range(1, 10) AS n RETURN n", rows=3) == Table(("n",), [(1,), (2,), (3,)], True)
    with pytest.raises(TooMuch, match="more than 3 rows"):
        newsgraph_graph.read("UNWIND range(1, 10) AS n RETURN n", rows=3)


def test_time_is_limited(newsgraph_graph: Store) -> None:
    endless = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b WITH a, b WHERE a < 0 RETURN count(*)"
    with pytest.raises(TooMuch, match="longer than is allowed"):
        ask(newsgraph_graph, endless, timeout=0.5)


def test_memory_is_limited(newsgraph_graph: Store) -> None:
    if not newsgraph_graph.settings.embedded:
        pytest.skip("the limit is a setting of the embedded server")
    greedy = "UNWIND range(1, 100000000) AS n WITH collect(toString(n)) AS words RETURN size(words)"
    with pytest.raises(TooMuch, match="more memory than is allowed"):
        ask(newsgraph_graph, greedy, timeout=60)
    assert ask(newsgraph_graph, "RETURN 1").rows == [(1,)]


def test_the_embedded_server_reads_no_files_and_no_network_by_itself(newsgraph_graph: Store) -> None:
    """Past the guard, too: Neo4j Browser logs in with the account."""
    if not newsgraph_graph.settings.embedded:
        pytest.skip("these are settings of the embedded server")
    for statement in OUTSIDE:
        with pytest.raises(NewsgraphError):
            newsgraph_graph.read(statement)


def test_the_configuration_is_closed() -> None:
    lines = neo4j_conf(Ports(1, 2), "1g", "1g").splitlines()
    assert "server.default_listen_address=127.0.0.1" in lines
    assert "dbms.security.allow_csv_import_from_file_urls=false" in lines
    assert "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0" in lines


def _everything(store: Store) -> object:
    return (
        store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id"),
        store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name"),
        store.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"),
    )
