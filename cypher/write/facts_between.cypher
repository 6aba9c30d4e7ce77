// What do articles say that passes between these two?
//
// $given: {one, other}
MATCH (a)-[r]-(b)
WHERE elementId(a) = $given.one AND elementId(b) = $given.other AND r.article IS NOT NULL
RETURN type(r) AS type, r.article AS article ORDER BY article, type
UNION
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b)
WHERE elementId(a) = $given.one AND elementId(b) = $given.other
RETURN c.type AS type, c.article AS article ORDER BY article, type
