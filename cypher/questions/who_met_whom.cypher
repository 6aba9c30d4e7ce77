// Who met or talked with whom, where and when?
//
// Meetings have no direction: each pair is shown once for each sentence that says so. The place is that of an event of
// the same article in which both took part.
//
// :param limit => 50
MATCH (one:Entity)-[r:MET|TALKED_WITH]->(other)
MATCH (a:Article {id: r.article})
OPTIONAL MATCH (one)-[:TOOK_PART_IN {article: a.id}]->(event:Event)-[:TOOK_PLACE_IN {article: a.id}]->(place:Place)
WHERE EXISTS { (other)-[:TOOK_PART_IN {article: a.id}]->(event) }
WITH r, one, other, a, place
ORDER BY place.name
WITH r, one, other, a, collect(DISTINCT place.name) AS places
RETURN r.on AS day, one.name AS one, coalesce(other.name, other.label) AS other, type(r) AS how, places,
       r.sentence AS sentence, a.headline AS headline
ORDER BY day DESC, one, other, sentence
LIMIT $limit
