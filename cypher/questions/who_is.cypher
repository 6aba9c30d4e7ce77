// Who or what is meant by a name?
//
// Everybody who answers to it, with the id that the other questions take, the titles that articles gave, and in how many
// articles they appear.
//
// :param name => "Lindqvist"
CALL db.index.fulltext.queryNodes('entity_names', $name) YIELD node, score
MATCH (a:Article)-[m:MENTIONS]->(node)
OPTIONAL MATCH (node)-[r:HOLDS_ROLE]->(of)
WITH node, score, a, r, of
ORDER BY r.on, r.id
WITH node, score, count(DISTINCT a) AS articles, collect(DISTINCT r.title + ', ' + of.name) AS roles
RETURN node.id AS id, [label IN labels(node) WHERE label <> 'Entity'][0] AS kind, node.name AS name,
       coalesce(node.aliases, []) AS aliases, roles, articles
ORDER BY score DESC, id
LIMIT 25
