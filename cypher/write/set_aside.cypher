// Keeps the facts of articles that are not shown as they are, while a decision holds.
//
// $given: {rows: list of {article, links: list of strings}}
UNWIND $given.rows AS row
MERGE (a:_Newsgraph:_Aside {article: row.article})
SET a.links = row.links
