// Writes down whom some articles mean by an id; what other ids led there in these articles follows.
//
// $given: {articles: list of ids, of, into, called, at}
UNWIND $given.articles AS article
CALL (article) {
  MATCH (other:_Apart {article: article, now: $given.of})
  SET other.into = $given.into, other.now = $given.into
}
MERGE (d:_Newsgraph:_Apart {article: article, of: $given.of})
SET d.into = $given.into, d.now = $given.into, d.name = $given.called, d.at = $given.at
