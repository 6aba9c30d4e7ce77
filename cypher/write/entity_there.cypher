// Who has this id, or stands for it since a merge?
//
// $given: {id}
CALL () {
  MATCH (d:_Merged {former: $given.id}) RETURN d.now AS now
  UNION
  RETURN $given.id AS now
}
CALL (now) {
  MATCH (n:Person {id: now}) RETURN n
  UNION
  MATCH (n:Organisation {id: now}) RETURN n
  UNION
  MATCH (n:Place {id: now}) RETURN n
}
RETURN elementId(n) AS element, labels(n) AS labels, n {.*} AS properties, [(n)-[:LOCATED_IN]->(w) | w.id] AS within
