// What does the graph know of these articles, and of others that belong to them?
//
// `correctors`: articles that correct it; `copies`: others with the same text; `corrects`: whether it is linked to one
// that it corrects. The text is left out, since its hash tells whether it is another.
//
// $given: {articles: list of {id, url, hash}}
UNWIND $given.articles AS row
OPTIONAL MATCH (a:Article {id: row.id})
CALL (row) {
  MATCH (c:Article) WHERE c.corrects IN [row.id, row.url] AND c.corrects <> "" AND c.id <> row.id
  RETURN count(c) AS correctors
}
CALL (row) {
  MATCH (other:Article {text_hash: row.hash}) WHERE other.id <> row.id
  RETURN count(other) AS copies
}
RETURN row.id AS id, elementId(a) AS element, a {.*, text: null, vector: null} AS properties, correctors, copies,
       EXISTS { (a)-[:CORRECTS]->() } AS corrects
