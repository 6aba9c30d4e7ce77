// Every relationship, for comparison; when it came into the graph aside.
MATCH (s)-[r]->(e)
RETURN type(r) AS type, s.id AS start, e.id AS end, r {.*, arrived: null} AS properties
