// What do the articles report of these events?
//
// $ids: list of strings
UNWIND $ids AS id
MATCH (e:Event {id: id})
CALL (e) {
  OPTIONAL MATCH (e)-[r:REPORTED_IN]->(a:Article)
  RETURN collect(r {.*, published: a.day}) AS reports
}
RETURN id, properties(e) AS properties, reports
