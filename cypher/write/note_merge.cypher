// Writes down that one id is given up for another; what had been given up for it follows.
//
// $given: {former, into, bears: a place's own properties as JSON, at}
MERGE (d:_Newsgraph:_Merged {former: $given.former})
SET d.into = $given.into, d.now = $given.into, d.bears = $given.bears, d.at = $given.at
WITH d
CALL () {
  MATCH (other:_Merged {now: $given.former}) SET other.now = $given.into
  UNION
  MATCH (apart:_Apart {now: $given.former}) SET apart.now = $given.into
}
RETURN count(*) AS noted
