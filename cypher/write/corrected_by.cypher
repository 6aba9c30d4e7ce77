// Which articles correct this one and are not linked to it yet?
//
// $given: {id, url}
MATCH (a:Article {id: $given.id})
CALL (a) {
  MATCH (c:Article)
  WHERE c.corrects IN [$given.id, $given.url] AND c.corrects <> "" AND c.id <> $given.id
    AND NOT EXISTS { (c)-[:CORRECTS]->(a) }
  RETURN collect({id: c.id, published: c.published}) AS missing
}
RETURN missing
