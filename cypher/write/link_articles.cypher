// Links two articles.
//
// `TYPE` stands for CORRECTS or COPY_OF.
//
// $given: {start, end, properties}
MATCH (s:Article {id: $given.start})
MATCH (e:Article {id: $given.end})
CREATE (s)-[r:TYPE]->(e)
SET r = $given.properties
