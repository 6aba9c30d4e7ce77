// Takes out places that no article names and in which no place lies any more; tells what they lay in.
//
// $given: {ids: list of strings}
UNWIND $given.ids AS place
MATCH (n:Place {id: place})
WHERE NOT EXISTS { (n)<-[:MENTIONS]-() } AND NOT EXISTS { (n)<-[:LOCATED_IN]-() }
OPTIONAL MATCH (n)-[:LOCATED_IN]->(up)
WITH n, n.id AS id, collect(up.id) AS above
DETACH DELETE n
RETURN id, above
