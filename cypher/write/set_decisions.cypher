// Sets to whom decisions lead now.
//
// $given: {rows: list of {element, now}}
UNWIND $given.rows AS row
MATCH (d:_Newsgraph) WHERE elementId(d) = row.element
SET d.now = row.now
