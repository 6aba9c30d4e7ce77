// Writes down which schema the store has now.
//
// $version: integer = 1
// $mark: string = "0123456789abcdef"
MERGE (s:_Newsgraph {id: "schema"})
SET s.version = $version, s.mark = $mark
