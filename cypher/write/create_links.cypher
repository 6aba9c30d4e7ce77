// Makes facts of all types between nodes that are there.
//
// CREATE, not MERGE: what is there already has been left out, and the id is unique by a constraint. The ends are named
// by what the same transaction has just been told of them; the type comes from the model.
//
// $given: {rows: list of {type, start, end, properties}}
UNWIND $given.rows AS row
MATCH (s) WHERE elementId(s) = row.start
MATCH (e) WHERE elementId(e) = row.end
CREATE (s)-[r:$(row.type)]->(e)
SET r = row.properties
