// Which articles name somebody by less than a full name, and were read before that name was known?
//
// $persons, $organisations: the beginnings of the ids that such nodes have, up to their mark
// $limit: articles for one name; a name that more of them bear tells nobody apart
CALL () {
  UNWIND $persons AS beginning
  MATCH (n:Person) WHERE n.id STARTS WITH beginning
  RETURN beginning, n
  UNION
  UNWIND $organisations AS beginning
  MATCH (n:Organisation) WHERE n.id STARTS WITH beginning
  RETURN beginning, n
}
MATCH (a:Article)-[:MENTIONS]->(n)
WITH beginning, collect(DISTINCT a) AS articles
WHERE size(articles) <= $limit
UNWIND articles AS a
RETURN DISTINCT a {.*, vector: null} AS properties ORDER BY properties.id
