// The newest of somebody's quotes, and how many there are.
MATCH (p:Person {id: $speaker})
CALL (p) {
  MATCH ()-[s:SAID]->(q)
  WHERE s.speaker = p.id AND s.day IS NOT NULL AND s.quote IS NOT NULL
  WITH q, s ORDER BY s.speaker DESC, s.day DESC, s.quote DESC LIMIT 20
  RETURN collect(q{.id, .text, saidOn: toString(q.said_on)}) AS quotes
}
RETURN {total: COUNT { (p)-[:SAID]->() }, quotes: quotes} AS answer
