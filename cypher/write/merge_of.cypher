// For whom was this id given up?
//
// $given: {former}
MATCH (d:_Merged {former: $given.former})
RETURN d.now AS now, d.bears AS bears
