// What do the articles report of these events?
//
// $given: {elements: list of strings}
UNWIND $given.elements AS element
MATCH (n) WHERE elementId(n) = element
CALL (n) {
  OPTIONAL MATCH (n)-[r:REPORTED_IN]->(a:Article)
  RETURN collect(r {.*, published: a.day}) AS reports
}
RETURN element, properties(n) AS properties, reports
