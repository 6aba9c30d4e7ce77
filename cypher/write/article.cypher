// What does the graph know of this article, and which articles correct it?
//
// $id, $url: string
OPTIONAL MATCH (a:Article {id: $id})
CALL () {
  MATCH (c:Article) WHERE c.corrects IN [$id, $url] AND c.corrects <> "" AND c.id <> $id
  RETURN collect(c.id) AS correctors
}
RETURN properties(a) AS properties, correctors
