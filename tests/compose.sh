#!/usr/bin/env bash
# The tests of the store on the Neo4j of docker-compose.yml: up, wait for health, tests, down.
# A project with ports and volumes of its own, so that nobody's graph is touched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

compose=${COMPOSE:-docker compose}
python=${PYTHON:-.venv/bin/python}
export COMPOSE_PROJECT_NAME=newsgraph-test
export NEO4J_BOLT_PORT=${NEO4J_BOLT_PORT:-17687} NEO4J_HTTP_PORT=${NEO4J_HTTP_PORT:-17474}
NEO4J_PASSWORD=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
export NEO4J_PASSWORD

trap '$compose down --volumes' EXIT
$compose up --detach neo4j

container=$($compose ps --quiet neo4j)
for _ in $(seq 120); do
  health=$(docker inspect --format '{{.State.Health.Status}}' "$container")
  [ "$health" = healthy ] && break
  sleep 1
done
[ "$health" = healthy ] || { echo "Neo4j did not become healthy within two minutes." >&2; $compose logs neo4j >&2; exit 1; }

NEWSGRAPH_TEST_NEO4J_URI=bolt://127.0.0.1:$NEO4J_BOLT_PORT NEWSGRAPH_TEST_NEO4J_PASSWORD=$NEO4J_PASSWORD \
  "$python" -m pytest -m store "$@"
