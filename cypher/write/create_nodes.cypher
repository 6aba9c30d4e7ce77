// Makes nodes of all labels.
//
// CREATE, not MERGE: what is there already has been left out, and the id is unique by a constraint. The labels come
// from the model. A vector is kept as float32, half the size of a list of numbers.
//
// $given: {rows: list of {labels, properties, vector}}
UNWIND $given.rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
SET n.location = CASE WHEN n:Place THEN point({latitude: n.latitude, longitude: n.longitude}) END
WITH n, row
CALL (n, row) {
  WITH n, row WHERE row.vector IS NOT NULL
  CALL db.create.setNodeVectorProperty(n, "vector", row.vector)
}
RETURN row.labels[0] AS label, n.id AS id, elementId(n) AS element
