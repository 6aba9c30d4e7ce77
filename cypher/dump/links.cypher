// Every relationship, for comparison.
MATCH (s)-[r]->(e)
RETURN type(r) AS type, s.id AS start, e.id AS end, properties(r) AS properties
