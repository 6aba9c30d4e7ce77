// Where places lie, by the gazetteer. An older gazetteer's word goes.
//
// $given: {rows: list of {start, end, source}}
UNWIND $given.rows AS row
MATCH (p:Place {id: row.start})
MATCH (w:Place {id: row.end})
CALL (p, w) {
  OPTIONAL MATCH (p)-[old:LOCATED_IN]->(other) WHERE other <> w
  WITH old, other.id AS left
  DELETE old
  RETURN collect(left) AS left
}
MERGE (p)-[r:LOCATED_IN]->(w)
ON CREATE SET r.source = row.source
RETURN left
