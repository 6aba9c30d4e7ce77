// Which articles correct this one and are not linked to it yet?
//
// $id, $url: string
MATCH (a:Article {id: $id})
CALL (a) {
  MATCH (c:Article)
  WHERE c.corrects IN [$id, $url] AND c.corrects <> "" AND c.id <> $id AND NOT EXISTS { (c)-[:CORRECTS]->(a) }
  RETURN collect({id: c.id, published: c.published}) AS missing
}
RETURN missing
