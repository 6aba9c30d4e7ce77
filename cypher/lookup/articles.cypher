// What does the graph keep of these articles beside their text?
//
// $ids: list of strings
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a {.*, text: null, vector: null} AS properties
