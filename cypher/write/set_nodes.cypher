// Sets what differs on nodes of all labels, each named by what the same transaction has been told of it.
//
// What is null goes. A place's point follows its coordinates.
//
// $given: {rows: list of {element, properties, vector}}
UNWIND $given.rows AS row
MATCH (n) WHERE elementId(n) = row.element
SET n += row.properties
SET n.location = CASE WHEN n:Place THEN point({latitude: n.latitude, longitude: n.longitude}) END
WITH n, row
CALL (n, row) {
  WITH n, row WHERE row.vector IS NOT NULL
  CALL db.create.setNodeVectorProperty(n, "vector", row.vector)
}
