// Which articles carry this text, and which are linked as copies?
//
// $hash: string
MATCH (a:Article {text_hash: $hash})
OPTIONAL MATCH (a)-[r:COPY_OF]->(first:Article)
RETURN a.id AS id, a.day AS day, a.published AS published, r.id AS link, first.id AS first
