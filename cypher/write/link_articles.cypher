// Links two articles.
//
// `TYPE` stands for CORRECTS or COPY_OF.
//
// $start, $end: string; $properties: map
MATCH (s:Article {id: $start})
MATCH (e:Article {id: $end})
CREATE (s)-[r:TYPE]->(e)
SET r = $properties
