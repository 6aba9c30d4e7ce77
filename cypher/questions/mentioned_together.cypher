// Who is mentioned in the same articles as somebody?
//
// Counts each article once, however often it names the pair.
//
// :param entity => "person/anton-peskov"
// :param limit => 25
MATCH (:Entity {id: $entity})<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(other:Entity)
WHERE other.id <> $entity AND NOT other:Unnamed
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Entity'][0] AS kind, count(DISTINCT a) AS articles
ORDER BY articles DESC, name
LIMIT $limit
