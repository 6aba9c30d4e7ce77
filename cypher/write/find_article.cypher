// Which article has this id, or else this URL?
//
// $article: string
CALL () {
  MATCH (a:Article {id: $article}) RETURN a, 0 AS rank
  UNION
  MATCH (a:Article {url: $article}) RETURN a, 1 AS rank
}
RETURN a.id AS id, a.text_hash AS hash ORDER BY rank, id LIMIT 1
