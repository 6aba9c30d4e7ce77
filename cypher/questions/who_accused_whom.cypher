// Who accused whom, and of what?
//
// The sentence says of what. `word_of` is who reports the accusation where the article does not state it itself.
//
// :param limit => 50
MATCH (accuser:Entity)-[r:ACCUSED]->(accused)
MATCH (a:Article {id: r.article})
OPTIONAL MATCH (source:Entity {id: r.according_to})
RETURN r.on AS day, accuser.name AS accuser, coalesce(accused.name, accused.label) AS accused, r.sentence AS sentence,
       source.name AS word_of, a.source AS source
ORDER BY day DESC, accuser, accused, sentence
LIMIT $limit
