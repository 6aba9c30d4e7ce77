// Makes facts of one type between nodes of two labels.
//
// CREATE, not MERGE: what is there already has been left out, and the id is unique by a constraint.
// `Start`, `TYPE` and `End` stand for names of the model.
//
// $rows: list of {start, end, properties}
UNWIND $rows AS row
MATCH (s:Start {id: row.start})
MATCH (e:End {id: row.end})
CREATE (s)-[r:TYPE]->(e)
SET r = row.properties
