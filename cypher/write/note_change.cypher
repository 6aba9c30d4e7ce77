// Writes down a change that somebody made, or was refused.
//
// $given: {change: map}
CREATE (c:_Newsgraph:_Change)
SET c = $given.change
