// Takes back that an id was given up.
//
// $given: {former}
MATCH (d:_Merged {former: $given.former})
DELETE d
