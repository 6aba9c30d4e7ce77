// Whom may these names mean, and what do other articles say of them?
//
// An institution, and whoever else stands beside them, also counts by ids that merges gave up: the reader knows those.
// Nodes whose own name does not say enough (a mark in their id) are nobody's candidates. The last branch tells to whom
// the names of an article led when it was read before, as its reader had it: a later decision is applied when facts are
// written, and can be taken back.
//
// $given: {articles: list of {article, names: list of {label, key, query}, full, context: lists of ids}, limit, rare}
UNWIND $given.articles AS asked
CALL (asked) {
  CALL (asked) {
    UNWIND asked.names AS wanted
    CALL (wanted) {
      CALL db.index.fulltext.queryNodes('entity_names', wanted.query, {limit: 500}) YIELD node
      WHERE wanted.label IN labels(node) AND NOT node.id CONTAINS '~'
      RETURN node ORDER BY node.id LIMIT $given.limit
    }
    RETURN wanted.label AS label, wanted.key AS key, node
    UNION
    UNWIND asked.full AS id
    MATCH (node:Person {id: id})
    RETURN 'Person' AS label, id AS key, node
  }
  CALL (node, asked) {
    MATCH (node)<-[m:MENTIONS]-() WHERE m.article <> asked.article AND m.title IS NOT NULL
    RETURN collect(DISTINCT m.title) AS titles
  }
  CALL (node, asked) {
    MATCH (node)-[r:HOLDS_ROLE|SPEAKS_FOR|MEMBER_OF]->(institution) WHERE r.article <> asked.article
    UNWIND [institution.id] + coalesce(institution.former_ids, []) AS id
    RETURN collect(DISTINCT [r.title, id]) AS offices
  }
  CALL (node, asked) {
    MATCH (node)<-[m:MENTIONS]-(other:Article) WHERE other.id <> asked.article
    WITH other LIMIT 500
    MATCH (other)-[:MENTIONS]->(near:Entity)
    WHERE (near.id IN asked.context OR near.former_ids IS NOT NULL) AND COUNT { (near)<-[:MENTIONS]-() } <= $given.rare
    UNWIND [near.id] + coalesce(near.former_ids, []) AS id
    WITH id WHERE id IN asked.context
    RETURN collect(DISTINCT id) AS shared
  }
  RETURN false AS former, label, key, node.id AS id, node.name AS name, node.aliases AS aliases,
         node.wikidata AS wikidata, titles, offices, shared
  UNION ALL
  MATCH (:Article {id: asked.article})-[m:MENTIONS]->(node:Entity)
  WHERE node:Person OR node:Organisation
  WITH node, m, coalesce([w IN m.was WHERE w STARTS WITH 'to ' | substring(w, 3)][0], node.id) AS id
  WHERE NOT id CONTAINS '~'
  RETURN true AS former, CASE WHEN node:Person THEN 'Person' ELSE 'Organisation' END AS label, m.name AS key, id, null AS name, null AS aliases, null AS wikidata, [] AS titles, [] AS offices, [] AS shared
}
RETURN asked.article AS article, former, label, key, id, name, aliases, wikidata, titles, offices, shared
