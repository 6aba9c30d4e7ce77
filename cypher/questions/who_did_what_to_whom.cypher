// Who did what to whom on a subject of your choice?
//
// `doing` is one of the direct relationship types, such as ATTACKED, DETAINED, URGED, MET, VISITED.
//
// :param doing => "MET"
// :param limit => 50
MATCH (doer:Entity)-[r]->(done_to)
WHERE type(r) = $doing
MATCH (a:Article {id: r.article})
OPTIONAL MATCH (source:Entity {id: r.according_to})
RETURN r.on AS day, doer.name AS who, r.verb AS verb, coalesce(done_to.name, done_to.label) AS whom,
       source.name AS according_to, r.sentence AS sentence, a.source AS source
ORDER BY day DESC, who, whom
LIMIT $limit
