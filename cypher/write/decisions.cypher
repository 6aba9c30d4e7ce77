// What have people decided that bears on these articles, and on these ids?
//
// $given: {articles: list of ids, ids: list of ids}
CALL () {
  MATCH (d:_Merged) WHERE d.former IN $given.ids RETURN d.now AS kept
  UNION
  MATCH (d:_Merged) WHERE d.now IN $given.ids RETURN d.now AS kept
  UNION
  MATCH (d:_Apart) WHERE d.article IN $given.articles RETURN d.now AS kept
}
WITH collect(kept) AS all
CALL (all) {
  MATCH (d:_Merged) WHERE d.now IN all RETURN "merged" AS kind, d {.former, .now} AS of
  UNION ALL
  MATCH (d:_Apart) WHERE d.article IN $given.articles RETURN "apart" AS kind, d {.article, .of, .into, .now, .name} AS of
  UNION ALL
  MATCH (d:_Aside) WHERE d.article IN $given.articles RETURN "aside" AS kind, d {.article, .links} AS of
}
RETURN kind, of
