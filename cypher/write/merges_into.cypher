// Which ids have been given up for this one, and what do decisions about single articles lead to it?
//
// $given: {id}
MATCH (d:_Merged {now: $given.id})
RETURN "merged" AS kind, elementId(d) AS element, d {.*} AS of
UNION ALL
MATCH (d:_Apart {now: $given.id})
RETURN "apart" AS kind, elementId(d) AS element, d {.*} AS of
