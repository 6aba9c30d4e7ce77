// Which article has this id, or else this URL?
//
// $given: {article}
CALL () {
  MATCH (a:Article {id: $given.article}) RETURN a, 0 AS rank
  UNION
  MATCH (a:Article {url: $given.article}) RETURN a, 1 AS rank
}
RETURN a.id AS id, elementId(a) AS element, a.text_hash AS hash ORDER BY rank, id LIMIT 1
