"""Whether the database of a server that has just begun to answer is up."""

from __future__ import annotations

from contextlib import suppress

from graph.cypher import statement


def database_state(bolt: int, password: str) -> tuple[str, str]:
    """State ("online", "starting" …) and the reason why it does not come up, empty while it may still.

    A database that is up opens a transaction; only one that does not is asked how it is, for that takes a second.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    address = f"bolt://127.0.0.1:{bolt}"
    try:
        with GraphDatabase.driver(address, auth=("neo4j", password), connection_timeout=5.0) as driver:
            with suppress(Neo4jError), driver.session(database="neo4j") as session, session.begin_transaction():
                return "online", ""
            with driver.session(database="system") as session:
                record = session.run(statement("schema/database.cypher"), {"name": "neo4j"}).single()
    except (DriverError, Neo4jError):
        return "starting", ""
    return ("starting", "") if record is None else (str(record["state"]), str(record["reason"] or ""))
