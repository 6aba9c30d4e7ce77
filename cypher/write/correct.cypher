// Which articles does this one correct or withdraw, by id or URL, and which does the graph say that it corrects?
//
// $given: {id, corrects}
CALL () {
  MATCH (old:Article) WHERE $given.corrects <> "" AND old.id = $given.corrects AND old.id <> $given.id RETURN old
  UNION
  MATCH (old:Article) WHERE $given.corrects <> "" AND old.url = $given.corrects AND old.id <> $given.id RETURN old
}
WITH collect(old.id) AS wanted
OPTIONAL MATCH (:Article {id: $given.id})-[r:CORRECTS]->(was:Article)
RETURN wanted, [link IN collect({id: was.id, element: elementId(r)}) WHERE link.id IS NOT NULL] AS there
