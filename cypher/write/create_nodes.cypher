// Makes nodes of all labels.
//
// CREATE, not MERGE: what is there already has been left out, and the id is unique by a constraint. The labels come
// from the model.
//
// $given: {rows: list of {labels, properties}}
UNWIND $given.rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
SET n.location = CASE WHEN n:Place THEN point({latitude: n.latitude, longitude: n.longitude}) END
RETURN row.labels[0] AS label, n.id AS id, elementId(n) AS element
