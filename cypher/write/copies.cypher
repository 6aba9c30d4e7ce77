// Which articles carry this text, and which are linked as copies?
//
// $given: {hash}
MATCH (a:Article {text_hash: $given.hash})
OPTIONAL MATCH (a)-[r:COPY_OF]->(first:Article)
RETURN a.id AS id, a.day AS day, a.published AS published, elementId(r) AS link, first.id AS first
