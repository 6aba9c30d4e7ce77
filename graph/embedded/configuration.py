"""What the embedded server is told: `neo4j.conf`."""

from __future__ import annotations

from graph.embedded.ports import Ports

_FIXED = """\
# Written by newsgraph at each start; changes are lost.
server.default_listen_address=127.0.0.1
server.https.enabled=false
dbms.usage_report.enabled=false
server.bolt.telemetry.enabled=false
# Neo4j Browser asks nobody outside, neither for fonts nor to count its users: the policy lets it reach this machine.
client.allow_telemetry=false
dbms.security.http_static_content_security_policy_header=default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; \
connect-src 'self' ws://127.0.0.1:* ws://localhost:* http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'
# A client that waits for an answer hears every five seconds that the server lives, and gives it up after ten without.
server.bolt.connection_keep_alive=5s
server.bolt.connection_keep_alive_probes=2
server.bolt.connection_keep_alive_for_requests=ALL
# A question may not run away: time, memory of one transaction.
db.transaction.timeout=60s
db.memory.transaction.max=256m
# LOAD CSV reads neither files nor the network.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# Should an archive with more procedures come upon the class path, they are not there for questions.
dbms.security.procedures.allowlist=db.awaitIndex,db.awaitIndexes,db.index.fulltext.*,db.index.vector.*,db.info,\
db.labels,db.ping,db.propertyKeys,db.relationshipTypes,db.schema.*,dbms.components,dbms.routing.getRoutingTable
# Stops at once, and does not fill a laptop's disk with logs made ready for busier times (512 MB else). Made ready they
# must be: a disk that fills up in the middle of a log that is not leaves a store that does not start again.
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
db.tx_log.rotation.retention_policy=1 files
db.tx_log.rotation.size=32m
db.tx_log.preallocate=true
"""


def neo4j_conf(ports: Ports, heap: str, page_cache: str) -> str:
    """The text of the configuration. `heap` and `page_cache` as Neo4j writes sizes: "512m", "1g"."""
    return _FIXED + "\n".join(
        (
            f"server.bolt.listen_address=127.0.0.1:{ports.bolt}",
            f"server.bolt.advertised_address=127.0.0.1:{ports.bolt}",
            f"server.http.listen_address=127.0.0.1:{ports.http}",
            f"server.http.advertised_address=127.0.0.1:{ports.http}",
            f"server.memory.heap.max_size={heap}",
            f"server.memory.pagecache.size={page_cache}",
            "",
        )
    )
