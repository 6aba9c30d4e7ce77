// Which schema does the store have?
//
// One node of our own says so: the newest step that was applied, and a mark of the model it was made from.
OPTIONAL MATCH (s:_Newsgraph {id: "schema"})
RETURN s.version AS version, s.mark AS mark
