// Which articles does this one correct or withdraw, by id or URL, and which does the graph say that it corrects?
//
// $id, $corrects: string
CALL () {
  MATCH (old:Article) WHERE $corrects <> "" AND old.id = $corrects AND old.id <> $id RETURN old
  UNION
  MATCH (old:Article) WHERE $corrects <> "" AND old.url = $corrects AND old.id <> $id RETURN old
}
WITH collect(old.id) AS wanted
OPTIONAL MATCH (:Article {id: $id})-[r:CORRECTS]->(was:Article)
RETURN wanted, collect(was.id) AS there
